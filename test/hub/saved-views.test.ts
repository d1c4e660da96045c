import { expect } from '@open-wc/testing';
import type { Hub } from '../../src/base/hub-context.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import {
  ListOpenRequest,
  ListSortRequest,
  PreferencesChangeRequest,
  RetryRequest,
  SavedViewOpenRequest,
  TickRequest,
} from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { envelope, idOf, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch, watchList } from './support.js';

const narrow = [{ id: 'subject', width: null }];
const searched = { id: 'a', name: '7번', query: 'view=all&q=문의 7&sort=createdAt:asc', columns: narrow };
const open = { id: 'b', name: '새것', query: 'view=unassigned&sort=updatedAt:desc&nonsense=1', columns: null };

describe('saved views', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  const ask = (request: Event) => element.dispatchEvent(request);
  const counts = () => {
    const load = hub.tickets.$savedCounts.get();
    return 'value' in load ? load.value : undefined;
  };

  beforeEach(async () => {
    server = serverWith(100);
    server.preferences = { ...usualPreferences, views: [searched, open] };
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.tickets.$columns);
    await watchList(hub);
    await until(() => hub.preferences.$preferences.get().status === 'ready');
  });
  afterEach(cleanUp);

  it('open with their conditions, their order and their columns', async () => {
    ask(new SavedViewOpenRequest('a'));
    await until(() => hub.tickets.$savedView.get() === 'a');
    expect(hub.tickets.$query.get()).to.deep.include({ q: '문의 7', sort: 'createdAt', descending: false });
    expect(hub.tickets.$columns.get()).to.deep.equal(narrow);
    await until(() => hub.tickets.$window.get().status === 'ready');
    expect(hub.tickets.$window.get().total).to.equal(11);
    expect(hub.tickets.$window.get().row(0)?.ticketId).to.equal(idOf(7));
  });

  it('open with what of them can still be used', async () => {
    ask(new SavedViewOpenRequest('b'));
    await until(() => hub.tickets.$savedView.get() === 'b');
    expect(hub.tickets.$query.get()).to.deep.equal({ view: 'unassigned', sort: 'updatedAt', descending: true });
  });

  it('give way to a list that was chosen while they were looked up, and not to another order', async () => {
    ask(new SavedViewOpenRequest('a'));
    await Promise.resolve();
    ask(new ListOpenRequest({ view: 'unassigned' }));
    await settle(150);
    expect(hub.tickets.$savedView.get()).to.equal(null);
    expect(hub.tickets.$query.get().view).to.equal('unassigned');
    ask(new SavedViewOpenRequest('b'));
    ask(new SavedViewOpenRequest('a'));
    ask(new ListSortRequest('createdAt', true));
    await until(() => hub.tickets.$savedView.get() === 'a');
  });

  it('stay open when the list is only sorted, not when something else is listed', async () => {
    ask(new SavedViewOpenRequest('a'));
    await until(() => hub.tickets.$savedView.get() === 'a');
    ask(new ListSortRequest('updatedAt', true));
    await until(() => hub.tickets.$query.get().descending);
    expect(hub.tickets.$savedView.get()).to.equal('a');
    ask(new ListOpenRequest({ starred: true }));
    await until(() => hub.tickets.$savedView.get() === null);
    expect(hub.tickets.$columns.get()).to.not.deep.equal(narrow);
  });

  it('leave the rows of the list where they are when they hold just that list', async () => {
    ask(new ListOpenRequest({ view: 'all', q: '문의 7', sort: 'createdAt', descending: false }));
    await until(() => hub.tickets.$window.get().row(0)?.ticketId === idOf(7));
    const { generation } = hub.tickets.$window.get();
    const states: string[] = [];
    const stop = hub.tickets.$window.subscribe(({ status }) => states.push(status));
    ask(new SavedViewOpenRequest('a'));
    await until(() => hub.tickets.$savedView.get() === 'a');
    ask(new TickRequest({ all: false, ids: new Set([idOf(7)]) }));
    await settle(150);
    stop();
    expect(hub.tickets.$window.get()).to.include({ generation, total: 11 });
    expect(new Set(states)).to.deep.equal(new Set(['ready']));
    expect(hub.selection.$ticked.get().ids).to.have.keys([idOf(7)]);
  });

  it('are no longer open when they are deleted', async () => {
    ask(new SavedViewOpenRequest('a'));
    await until(() => hub.tickets.$savedView.get() === 'a');
    ask(new PreferencesChangeRequest({ views: [open] }));
    await until(() => hub.tickets.$savedView.get() === null);
  });

  it('leave what is ticked alone when the order changes, and only then', async () => {
    ask(new TickRequest({ all: false, ids: new Set([idOf(1)]) }));
    ask(new ListSortRequest('createdAt', true));
    await until(() => hub.tickets.$query.get().sort === 'createdAt');
    expect([...hub.selection.$ticked.get().ids]).to.deep.equal([idOf(1)]);
    ask(new SavedViewOpenRequest('a'));
    await until(() => hub.tickets.$savedView.get() === 'a');
    expect(hub.selection.$ticked.get().ids.size).to.equal(0);
  });

  it('tell how long they are, all in one call, and follow what happens', async () => {
    expect(server.to('counts.json').length, 'nobody looks').to.equal(0);
    watch(hub.tickets.$savedCounts);
    await until(() => counts()?.['a'] === 11);
    expect(counts()?.['b']).to.equal(100);
    await until(() => server.streams === 1);
    const before = server.to('counts.json').length;
    for (let round = 0; round < 5; round++) {
      server.change(50 + round, { subject: '문의 7 다시' });
      await settle(20);
    }
    await until(() => counts()?.['a'] === 16);
    expect(server.to('counts.json').length - before).to.be.below(3);
  });

  it('count a view that is new', async () => {
    watch(hub.tickets.$savedCounts);
    await until(() => counts()?.['a'] === 11);
    ask(
      new PreferencesChangeRequest({ views: [searched, open, { ...searched, id: 'c', query: 'view=all&q=문의 8' }] }),
    );
    await until(() => counts()?.['c'] === 11);
  });

  it('leave out what is no list, and tell of what is too long to count how many there are at least', async () => {
    const contents = [null, { total: null, estimate: 4_200 }];
    server.before = ({ path }) => (path === 'counts.json' ? envelope({ contents }) : undefined);
    watch(hub.tickets.$savedCounts);
    await until(() => counts() !== undefined);
    ask(new RetryRequest('counts'));
    await until(() => counts()?.['b'] !== undefined);
    expect(counts()?.['b']).to.deep.equal({ least: 1_000 });
    expect(counts()).to.not.have.property('a');
  });
});
