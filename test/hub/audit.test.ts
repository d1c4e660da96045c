import { expect } from '@open-wc/testing';
import type { DeskError } from '../../src/base/desk-error.js';
import type { Hub } from '../../src/base/hub-context.js';
import { AuditExportRequest } from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { envelope, refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch } from './support.js';

const { signal } = new AbortController();

describe('the access log', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;

  beforeEach(async () => {
    server = serverWith(1);
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.work.$tasks);
  });
  afterEach(cleanUp);

  it('is asked for page by page, with what is looked for in the words of the contract', async () => {
    server.before = ({ path }) =>
      path === 'audit.json' ? envelope({ contents: [{ id: '7' }], next: 'second', total: 51 }) : undefined;
    const filter = { from: '2026-11-01', kinds: ['masked', 'mask_revealed'], customer: '박' } as const;
    const page = await hub.audit.page(filter, undefined, signal);
    expect([page.records.length, page.next, page.total]).to.deep.equal([1, 'second', 51]);
    await hub.audit.page(filter, 'second', signal);
    const searches = server.to('audit.json').map(({ search }) => Object.fromEntries(search));
    const told = { from: '2026-11-01', kind: 'masked,mask_revealed', customer: '박' };
    expect(searches).to.deep.equal([told, { ...told, cursor: 'second' }]);
  });

  it('is asked for what happened to a mask, and refused with an error that can be shown', async () => {
    server.before = ({ path }) =>
      path === 'tickets/T1/mask-audit.json' ? envelope({ contents: [{ id: '7' }] }) : undefined;
    expect(await hub.audit.ofMask('T1', 'm1', signal)).to.have.lengthOf(1);
    expect(server.to('tickets/T1/mask-audit.json').map(({ search }) => search.get('maskId'))).to.deep.equal(['m1']);
    server.before = () => refusal(403);
    const error: unknown = await hub.audit.ofMask('T1', 'm1', signal).catch((thrown: unknown) => thrown);
    expect((error as DeskError).kind).to.equal('denied');
  });

  it('is asked for as a file once for each request, and a refusal is told by its task', async () => {
    server.before = ({ path }) => (path === 'audit/export.json' ? refusal(403) : undefined);
    element.dispatchEvent(new AuditExportRequest('log-1', { usercode: 'agent2' }, '월간 점검'));
    await until(() => hub.work.$tasks.get()[0]?.state === 'failed');
    const [task] = hub.work.$tasks.get();
    expect([task?.id, task?.error?.kind]).to.deep.equal(['log-1', 'denied']);
    const bodies = server.to('audit/export.json').map(({ body }) => body);
    const language = hub.text.$language.get();
    expect(bodies).to.deep.equal([{ filter: { usercode: 'agent2' }, reason: '월간 점검', language }]);
  });
});
