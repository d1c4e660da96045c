import { expect } from '@open-wc/testing';
import { known } from '../../src/base/known.js';
import { CallRequest } from '../../src/events/requests.js';
import { sampleBoard } from '../../stories/support/samples.js';
import { sampleCalls } from '../../stories/support/calls.js';
import { content, ScriptedServer } from '../support/scripted-server.js';
import { until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch } from './support.js';

describe('promised calls of a hub', () => {
  afterEach(cleanUp);

  it('are read by who looks at them, follow what is told, and are sent once for their id', async () => {
    const server = new ScriptedServer();
    const [call] = sampleCalls();
    let calls: unknown[] = [];
    server.before = ({ path }) => (path.startsWith('callbacks') ? content({ calls }) : undefined);
    const element = await openHub(server);
    const hub = hubOf(element);
    watch(hub.calls.$calls);
    await until(() => known(hub.calls.$calls.get())?.length === 0, 'the calls');
    await until(() => server.streams > 0, 'the stream');
    calls = [call];
    server.tell('call');
    await until(() => known(hub.calls.$calls.get())?.length === 1, 'the call');
    const sent: unknown[] = [];
    server.before = ({ path, method, body }) => {
      if (method === 'PATCH') sent.push([path, body]);
      return path.startsWith('callbacks/') ? content({ ...call, state: 'done', version: 2 }) : content({ calls: [] });
    };
    const step = { change: { state: 'done' }, callId: 1, version: 1 } as const;
    element.dispatchEvent(new CallRequest('one', call!.ticketId, step));
    await until(() => known(hub.calls.$calls.get())?.length === 0, 'the end of the call');
    expect(sent).to.deep.equal([['callbacks/1.json', { state: 'done', version: 1 }]]);
  });

  it('and the end of a day: the board is read again when the clock alone changes it', async () => {
    const server = new ScriptedServer();
    let reads = 0;
    server.before = ({ path }) => {
      if (path !== 'board.json') return undefined;
      reads += 1;
      const receivedToday = reads > 1 ? 0 : 128;
      return content({
        ...sampleBoard,
        all: { ...sampleBoard.all, receivedToday },
        next: Date.now() + (reads > 1 ? 86_400_000 : 10),
      });
    };
    const hub = hubOf(await openHub(server));
    watch(hub.board.$board);
    await until(() => known(hub.board.$board.get())?.all.receivedToday === 0, 'the next day');
    expect(reads).to.equal(2);
  });
});
