import { expect } from '@open-wc/testing';
import { known } from '../../src/base/known.js';
import { content, ScriptedServer } from '../support/scripted-server.js';
import { until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch } from './support.js';

describe('the figures of telephone and chat', () => {
  afterEach(cleanUp);

  it('are read by who looks at them, follow what is told, and leave the board alone', async () => {
    const server = new ScriptedServer();
    let waitingCustomers = 3;
    server.before = ({ path }) =>
      path === 'channels.json'
        ? content({ phone: { figures: { waitingCustomers }, age: 20_000 }, chat: null, staleAfter: 60_000 })
        : undefined;
    const hub = hubOf(await openHub(server));
    watch(hub.board.$board);
    await until(() => server.streams > 0, 'the stream');
    expect(server.to('channels.json')).to.have.lengthOf(0);
    watch(hub.channels.$channels);
    const phone = () => known(hub.channels.$channels.get())?.phone;
    await until(() => phone()?.figures.waitingCustomers === 3, 'the figures');
    const now = performance.now();
    expect(phone()!.toldAt).to.be.within(now - 60_000, now - 20_000);
    expect(phone()!.staleAt - phone()!.toldAt).to.equal(60_000);
    const boards = server.to('board.json').length;
    waitingCustomers = 4;
    server.tell('channel');
    await until(() => phone()?.figures.waitingCustomers === 4, 'the change');
    expect(server.to('board.json')).to.have.lengthOf(boards);
  });
});
