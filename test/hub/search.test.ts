import { expect } from '@open-wc/testing';
import type { Hub } from '../../src/base/hub-context.js';
import { SearchChange } from '../../src/events/notices.js';
import { ListOpenRequest, ListRefreshRequest, ListSortRequest, SearchOpenRequest } from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { idOf, serverWith, ticketOf, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watchList } from './support.js';

const usual = 'view=all&sort=updatedAt%3Adesc';

describe('a list that is searched', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  let told: SearchChange[];
  const window = () => hub.tickets.$window.get();
  const isShown = (count: number) => until(() => window().status === 'ready' && window().total === count);

  async function open(attributes: Record<string, string> = {}): Promise<void> {
    server = serverWith(100);
    // A search without a period is one of the last months.
    for (const [number, ticket] of server.tickets.entries()) ticket.createdAt = Date.now() - 100_000 + number;
    told = [];
    element = await openHub(server, attributes);
    element.addEventListener(SearchChange.type, (event) => told.push(event as SearchChange));
    hub = hubOf(element);
    await watchList(hub);
    await until(() => server.streams === 1);
  }
  afterEach(cleanUp);

  it('is one line that can be read, and told when it changes', async () => {
    await open();
    expect(element.search).to.equal(usual);
    element.dispatchEvent(new ListOpenRequest({ q: '문의 7', where: { status: ['unassigned'] } }));
    await isShown(11);
    expect(told.map(({ search }) => search)).to.deep.equal([element.search]);
    expect(new URLSearchParams(element.search).get('q')).to.equal('문의 7');
    element.dispatchEvent(new ListSortRequest('createdAt', true));
    await until(() => told.length === 2);
    expect(told[1]?.search).to.include('createdAt');
  });

  it('is opened by that line', async () => {
    await open();
    element.search = 'view=all&q=문의 7&sort=createdAt:asc';
    await isShown(11);
    expect(window().row(0)?.ticketId).to.equal(idOf(7));
    expect(told.length).to.equal(1);
  });

  it('is the first that is asked for when the page begins with it', async () => {
    await open({ search: 'view=all&q=문의 7&sort=createdAt:asc' });
    await isShown(11);
    expect(server.to('tickets.json').every(({ search }) => search.get('q') === '문의 7')).to.equal(true);
    expect(element.search).to.include('createdAt');
  });

  it('gives way to a list that the agent chose after the page', async () => {
    await open();
    element.search = 'view=all&q=문의 7';
    element.dispatchEvent(new ListOpenRequest({ view: 'unassigned' }));
    await until(() => hub.tickets.$query.get().view === 'unassigned');
    await settle(100);
    expect(hub.tickets.$query.get().q).to.equal(undefined);
  });

  it('leaves out what cannot be used, and says so', async () => {
    await open();
    const { warn } = console;
    const said: string[] = [];
    Object.assign(console, { warn: (text: string) => said.push(text) });
    try {
      element.search = 'view=all&q=문의 7&nonsense=1&sort=up';
      await isShown(11);
    } finally {
      Object.assign(console, { warn });
    }
    expect(told.length).to.equal(1);
    expect(told[0]?.problems.map(({ field }) => field)).to.have.members(['nonsense', 'sort']);
    expect(said.join()).to.include('nonsense');
  });

  it('tells of problems even where the list stays the same', async () => {
    await open();
    element.search = `${usual}&nonsense=1`;
    await until(() => told.length > 0);
    expect(told.map(({ problems }) => problems.length)).to.deep.equal([1]);
  });

  it('opens and closes the area of conditions', async () => {
    await open();
    element.dispatchEvent(new SearchOpenRequest(true));
    await until(() => hub.tickets.$isSearchOpen.get());
    element.dispatchEvent(new SearchOpenRequest(false));
    await until(() => !hub.tickets.$isSearchOpen.get());
  });

  it('asks the server about changes that cannot be told here, and lets in what belongs', async () => {
    await open();
    element.dispatchEvent(new ListOpenRequest({ q: '문의 7' }));
    await isShown(11);
    server.tickets.push(
      ticketOf(900, { subject: '문의 7과 같음', createdAt: Date.now(), updatedAt: 1_800_000_000_000 }),
    );
    server.tickets.push(ticketOf(901, { subject: '다른 말', createdAt: Date.now(), updatedAt: 1_800_000_000_000 }));
    server.tell('ticket', { ticketId: idOf(901), version: 1, changed: ['status'] });
    server.tell('ticket', { ticketId: idOf(900), version: 1, changed: ['status'] });
    await isShown(12);
    expect(window().indexOf(idOf(901))).to.equal(-1);
    const checks = server.to('tickets.json').filter(({ search }) => search.has('ids') && search.has('q'));
    expect(checks.length).to.be.above(0);
  });

  it('counts nothing as waiting that did not change its place', async () => {
    await open();
    element.dispatchEvent(new ListOpenRequest({ q: '문의 7' }));
    await isShown(11);
    window().hold(true);
    server.change(7, { priority: 'high' });
    await until(() => window().row(0)?.priority === 'high');
    await settle(50);
    expect(hub.tickets.$waiting.get()).to.equal(0);
    server.change(70, { subject: '다른 말' });
    await until(() => hub.tickets.$waiting.get() === 1);
  });

  it('does not outlive its agent', async () => {
    await open();
    element.dispatchEvent(new SearchOpenRequest(true));
    element.dispatchEvent(new ListOpenRequest({ q: '문의 7' }));
    await isShown(11);
    signInOther(server, element);
    element.dispatchEvent(new ListRefreshRequest());
    await isShown(100);
    expect(hub.tickets.$isSearchOpen.get()).to.equal(false);
    expect(element.search).to.equal(usual);
    const asked = server.to('tickets.json').filter(({ token }) => token === 'Bearer two');
    expect(asked.some(({ search }) => search.has('q'))).to.equal(false);
  });
});
