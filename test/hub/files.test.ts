import { expect } from '@open-wc/testing';
import { DeskError } from '../../src/base/desk-error.js';
import type { Hub } from '../../src/base/hub-context.js';
import { refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { cleanUp, hubOf, openHub } from './support.js';

describe('stored parts', () => {
  let server: ScriptedServer;
  let hub: Hub;
  const { signal } = new AbortController();

  beforeEach(async () => {
    server = serverWith(1);
    server.before = ({ path }) => (path === 'attachments/part1' ? new Response('picture') : undefined);
    hub = hubOf(await openHub(server));
  });
  afterEach(cleanUp);

  it('are fetched with the token and handed out as an address that the caller revokes', async () => {
    const url = await hub.files.part('part1', signal);
    expect(url).to.match(/^blob:/);
    expect(server.to('attachments/part1')[0]?.token).to.equal('Bearer one');
    expect(await (await fetch(url)).text()).to.equal('picture');
    URL.revokeObjectURL(url);
    const gone = await fetch(url).then(
      () => false,
      () => true,
    );
    expect(gone).to.equal(true);
  });

  it('fail as a refusal that elements can show', async () => {
    server.before = () => refusal(404);
    const error: unknown = await hub.files.part('part2', signal).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DeskError);
    expect((error as DeskError).kind).to.equal('missing');
  });
});
