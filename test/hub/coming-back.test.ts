import { expect } from '@open-wc/testing';
import type { Hub, ListPlace, TicketWindow } from '../../src/base/hub-context.js';
import {
  ListOpenRequest,
  ListRefreshRequest,
  ListSortRequest,
  TickRequest,
  TicketClaimRequest,
  TicketSelectRequest,
  TicketStarRequest,
} from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { envelope, idOf, serverWith, ticketOf, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch, watchList } from './support.js';

describe('coming back', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  const window = (): TicketWindow => hub.tickets.$window.get();
  const open = (view: 'all' | 'unassigned') => element.dispatchEvent(new ListOpenRequest({ view }));
  const pages = () => server.to('tickets.json').filter(({ search }) => !search.has('ids'));

  /** Does what an element does that shows the list: keeps where it is when another one comes. */
  function stand(place: () => ListPlace): void {
    let before = window();
    hub.tickets.$window.listen((next) => {
      if (next.generation !== before.generation) before.leave(place());
      before = next;
    });
  }
  const placeAt = (index: number): ListPlace => ({ ticketId: idOf(index), index, offset: 7, focusId: idOf(index + 3) });
  const isThere = (view: string) =>
    until(() => hub.tickets.$query.get().view === view && window().status === 'ready', `the list ${view}`);

  beforeEach(async () => {
    server = serverWith(3_000);
    element = await openHub(server);
    hub = hubOf(element);
    await watchList(hub);
    await until(() => server.streams === 1);
  });
  afterEach(cleanUp);

  it('to a list shows the same ticket at the same place, at once and up to date', async () => {
    window().want(1_200, 1_220);
    await until(() => window().row(1_219) !== undefined);
    let place = placeAt(1_200);
    stand(() => place);
    open('unassigned');
    await isThere('unassigned');
    expect(window().place).to.equal(null);
    place = placeAt(0);
    Object.assign(server.find(idOf(1_203)) ?? {}, { subject: '그사이 바뀜', version: 2 });
    const asked = pages().length;
    open('all');
    await isThere('all');
    expect(window().place).to.deep.equal(placeAt(1_200));
    expect(window().indexOf(idOf(1_200))).to.equal(1_200);
    expect(window().row(1_219)?.subject).to.equal('문의 1219');
    expect(window().total).to.equal(3_000);
    await until(() => window().row(1_203)?.subject === '그사이 바뀜');
    expect(
      pages()
        .slice(asked)
        .every(({ search }) => search.has('cursor')),
      'the list goes on from there',
    ).to.equal(true);
    window().want(1_000, 1_020);
    await until(() => window().row(1_005) !== undefined);
    expect(window().row(1_005)?.subject).to.equal('문의 1005');
  });

  it('to a list that was left at its top begins with the newest', async () => {
    stand(() => ({ ...placeAt(0), offset: 0 }));
    open('unassigned');
    await isThere('unassigned');
    server.tickets.push(ticketOf(9_000, { updatedAt: 1_800_000_000_000 }));
    open('all');
    await isThere('all');
    expect(window().place).to.equal(null);
    expect(window().row(0)?.ticketId).to.equal(idOf(9_000));
  });

  it('does not happen by sorting or by showing what waits', async () => {
    window().want(1_200, 1_220);
    await until(() => window().row(1_219) !== undefined);
    stand(() => placeAt(1_200));
    element.dispatchEvent(new ListSortRequest('createdAt', true));
    await until(() => hub.tickets.$query.get().sort === 'createdAt' && window().status === 'ready');
    element.dispatchEvent(new ListSortRequest('updatedAt', true));
    await until(() => hub.tickets.$query.get().sort === 'updatedAt' && window().status === 'ready');
    expect(window().place).to.equal(null);
    element.dispatchEvent(new ListRefreshRequest());
    await settle(50);
    await until(() => window().status === 'ready');
    expect(window().place).to.equal(null);
  });

  it('keeps the place for an element that was away while the list stayed', () => {
    window().leave(placeAt(20));
    expect(window().place).to.deep.equal(placeAt(20));
  });

  it('brings back what was ticked in a list, and in no other', async () => {
    element.dispatchEvent(new TickRequest({ all: true, ids: new Set([idOf(1)]) }));
    open('unassigned');
    await isThere('unassigned');
    expect(hub.selection.$ticked.get()).to.deep.equal({ all: false, ids: new Set() });
    open('all');
    await isThere('all');
    expect(hub.selection.$ticked.get()).to.deep.equal({ all: true, ids: new Set([idOf(1)]) });
  });

  it('shows nothing of the former agent', async () => {
    window().want(1_200, 1_220);
    await until(() => window().row(1_219) !== undefined);
    stand(() => placeAt(1_200));
    element.dispatchEvent(new TickRequest({ all: true, ids: new Set() }));
    open('unassigned');
    await isThere('unassigned');
    signInOther(server, element);
    element.dispatchEvent(new ListRefreshRequest());
    await isThere('all');
    expect(window().place).to.equal(null);
    expect(hub.selection.$ticked.get().all).to.equal(false);
  });

  it('finds a ticket that was claimed meanwhile as it is now', async () => {
    open('unassigned');
    await isThere('unassigned');
    window().want(100, 120);
    await until(() => window().row(119) !== undefined);
    stand(() => placeAt(100));
    open('all');
    await isThere('all');
    element.dispatchEvent(new TicketClaimRequest(idOf(105), null));
    await until(() => server.find(idOf(105))?.status === 'processing');
    await until(() => hub.work.$tasks.get().length === 0);
    open('unassigned');
    await isThere('unassigned');
    expect(window().row(105)?.status).to.equal('processing');
  });

  it('to a ticket shows it and its history at once, and what is new when it comes', async () => {
    watch(hub.tickets.$current);
    watch(hub.tickets.$history);
    const values = () => {
      const load = hub.tickets.$history.get();
      return 'value' in load ? load.value : undefined;
    };
    let entries = [{ id: 1 }];
    server.before = async ({ path }) => {
      if (!path.endsWith('history.json')) return undefined as never;
      await settle(30);
      return envelope({ contents: path.includes(idOf(1)) ? entries : [] });
    };
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => values()?.length === 1);
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await until(() => values()?.length === 0);
    entries = [{ id: 1 }, { id: 2 }];
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hub.tickets.$currentId.get() === idOf(1));
    expect([hub.tickets.$history.get().status, values()?.length]).to.deep.equal(['loading', 1]);
    await until(() => values()?.length === 2);
  });

  it('to a ticket that changed does not show its old history', async () => {
    watch(hub.tickets.$current);
    watch(hub.tickets.$history);
    server.before = async ({ path }) => {
      if (!path.endsWith('history.json')) return undefined as never;
      await settle(30);
      return envelope({ contents: [{ id: 1 }] });
    };
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hub.tickets.$history.get().status === 'ready');
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await until(() => hub.tickets.$history.get().status === 'ready');
    server.change(1, { subject: '가려짐' });
    await until(() => window().row(1)?.subject === '가려짐');
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hub.tickets.$currentId.get() === idOf(1));
    const load = hub.tickets.$history.get();
    expect('value' in load ? load.value : undefined).to.equal(undefined);
  });

  it('counts a star in that is set just before the filter of stars is switched on', async () => {
    server.before = async ({ method }) => {
      if (method === 'PATCH') await settle(80);
      return undefined as never;
    };
    element.dispatchEvent(new TicketStarRequest(idOf(5), true));
    await until(() => window().row(5)?.starred === true);
    element.dispatchEvent(new ListOpenRequest({ starred: true }));
    await until(() => window().status === 'ready' && window().total === 0);
    window().hold(true);
    await until(() => window().row(0)?.ticketId === idOf(5));
    expect(hub.tickets.$waiting.get()).to.equal(0);
  });

  it('tells the server which version was seen', async () => {
    watch(hub.tickets.$current);
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => server.to(/read\.json$/).length === 1);
    expect(server.to(/read\.json$/)[0]?.body).to.deep.equal({ version: 1 });
  });
});
