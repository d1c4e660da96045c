import { expect } from '@open-wc/testing';
import type { Hub } from '../../src/base/hub-context.js';
import { usualColumns } from '../../src/domain/columns.js';
import { usualPreferences, type Preferences } from '../../src/domain/preferences.js';
import {
  ListArrangeRequest,
  ListRefreshRequest,
  PreferencesChangeRequest,
  SavedViewOpenRequest,
} from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { content, refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch, watchList } from './support.js';

const narrow = [{ id: 'subject', width: 300 }];
const ownField = [...narrow, { id: 'f.orderNo', width: null }];
const view = { id: 'v1', name: '환불', query: 'view=all&q=환불&sort=createdAt:asc', columns: null };

describe('what the agent arranged', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  const now = (of = hub): Preferences | undefined => {
    const load = of.preferences.$preferences.get();
    return 'value' in load ? load.value : undefined;
  };
  const saves = () => server.to('preferences.json', 'PUT');
  const keep = (change: Partial<Preferences>) => element.dispatchEvent(new PreferencesChangeRequest(change));
  const arrange = (change: ListArrangeRequest['change']) => element.dispatchEvent(new ListArrangeRequest(change));

  async function open(stored: Partial<Preferences> = {}): Promise<void> {
    server = serverWith(300);
    server.preferences = { ...usualPreferences, ...stored };
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.preferences.$preferences);
    watch(hub.tickets.$columns);
    watch(hub.tickets.$density);
    watch(hub.work.$tasks);
    await watchList(hub);
    await until(() => now() !== undefined, 'the preferences');
  }

  afterEach(cleanUp);

  it('is shown at once and saved by the part that changed, many changes as one call', async () => {
    await open();
    server.before = ({ method }) => (method === 'PUT' ? settle(60).then(() => undefined as never) : undefined);
    keep({ conditions: ['status'] });
    keep({ conditions: ['status', 'f.orderNo'] });
    await until(() => now()?.conditions?.length === 2);
    expect(server.preferences.conditions, 'the server does not know yet').to.equal(null);
    await until(() => server.preferences.conditions?.length === 2);
    expect(saves().map(({ body }) => body)).to.deep.equal([{ conditions: ['status', 'f.orderNo'] }]);
    expect(saves()[0]?.key).to.match(/^\w{16,}$/);
  });

  it('sends one thing after the other, and the last word of each part counts', async () => {
    await open();
    let running = 0;
    let most = 0;
    server.before = async ({ method }) => {
      if (method !== 'PUT') return undefined as never;
      most = Math.max(most, ++running);
      await settle(500);
      running--;
      return undefined as never;
    };
    keep({ conditions: ['status'] });
    await until(() => saves().length === 1);
    keep({ conditions: ['priority'], layout: { list: 400 } });
    expect(now()?.conditions).to.not.deep.equal(null);
    await until(() => server.preferences.layout !== null);
    expect(server.preferences.conditions).to.deep.equal(['priority']);
    expect([most, saves().length]).to.deep.equal([1, 2]);
  });

  it('is sent again with the same key until the server can be reached', async () => {
    await open();
    let fails = 1;
    server.before = ({ method }) => {
      if (method === 'PUT' && fails-- > 0) throw new TypeError('failed to fetch');
      return undefined;
    };
    keep({ conditions: ['status'] });
    await until(() => server.preferences.conditions !== null);
    expect(new Set(saves().map(({ key }) => key)).size).to.equal(1);
    expect(hub.work.$tasks.get()).to.deep.equal([]);
  }).timeout(15_000);

  it('shows what the server has when it refuses, and why', async () => {
    await open({ conditions: ['subject'] });
    server.before = ({ method }) => (method === 'PUT' ? refusal(400) : undefined);
    keep({ conditions: ['nothing'] });
    await until(() => now()?.conditions?.[0] === 'nothing');
    await until(() => hub.work.$tasks.get().length === 1);
    expect(hub.work.$tasks.get()[0]).to.include({ action: 'preferences', state: 'failed', ticketId: '' });
    expect(now()?.conditions).to.deep.equal(['subject']);
  });

  it('follows what the agent arranges in another window', async () => {
    await open();
    const second = await openHub(server);
    watch(hubOf(second).preferences.$preferences);
    await watchList(hubOf(second));
    await until(() => now(hubOf(second)) !== undefined && server.streams === 2);
    keep({ conditions: ['status'] });
    await until(() => now(hubOf(second))?.conditions?.[0] === 'status');
  });

  it('saves what was changed last when the page goes', async () => {
    await open();
    keep({ conditions: ['status'] });
    await until(() => now()?.conditions !== null);
    element.remove();
    await until(() => server.preferences.conditions !== null);
    expect(saves()[0]?.keepalive).to.equal(true);
  });

  it('is saved when the page goes, though a save of it is under way', async () => {
    await open();
    server.before = ({ method }) =>
      method === 'PUT' && saves().length === 1 ? settle(3_000).then(() => undefined as never) : undefined;
    keep({ conditions: ['status'] });
    await until(() => saves().length === 1);
    keep({ conditions: ['priority'] });
    await until(() => now()?.conditions?.[0] === 'priority');
    element.remove();
    await until(() => server.preferences.conditions !== null);
    expect(server.preferences.conditions).to.deep.equal(['priority']);
    expect(saves().map(({ keepalive }) => Boolean(keepalive))).to.deep.equal([false, true]);
  });

  it('is sent once more when the hub turns to another service, and then no more', async () => {
    await open();
    server.before = ({ method }) => {
      if (method === 'PUT') throw new TypeError('failed to fetch');
      return undefined;
    };
    keep({ conditions: ['status'] });
    await until(() => saves().length === 1);
    const former = hub;
    element.service = 'other';
    await until(() => saves().length === 2);
    await until(() => element.hub !== former);
    server.preferences = usualPreferences;
    await settle(6_000);
    expect(saves().length).to.equal(2);
    expect(saves()[1]?.keepalive).to.equal(true);
  }).timeout(15_000);

  it('is tried once when the hub leaves the page, and goes on when it is back', async () => {
    await open();
    let isOffline = true;
    server.before = ({ method }) => {
      if (method === 'PUT' && isOffline) throw new TypeError('failed to fetch');
      return undefined;
    };
    keep({ conditions: ['status'] });
    await until(() => now()?.conditions !== null);
    element.remove();
    await until(() => saves().length === 1);
    await settle(4_500);
    expect(saves().length, 'while it is away').to.equal(1);
    isOffline = false;
    document.body.append(element);
    await until(() => server.preferences.conditions !== null);
  }).timeout(15_000);

  it('has a task of its own where it was asked for by name, until the server has it or refused', async () => {
    await open();
    server.before = ({ method }) => (method === 'PUT' ? settle(60).then(() => undefined as never) : undefined);
    element.dispatchEvent(new PreferencesChangeRequest({ conditions: ['status'] }, 'mine'));
    await until(() => hub.work.$tasks.get()[0]?.id === 'mine');
    expect(server.preferences.conditions).to.equal(null);
    await until(() => hub.work.$tasks.get().length === 0);
    expect(server.preferences.conditions).to.deep.equal(['status']);
    server.before = ({ method }) => (method === 'PUT' ? refusal(400) : undefined);
    element.dispatchEvent(new PreferencesChangeRequest({ conditions: ['nothing'] }, 'again'));
    await until(() => hub.work.$tasks.get()[0]?.state === 'failed');
    expect(hub.work.$tasks.get().map(({ id }) => id)).to.deep.equal(['again']);
    expect(now()?.conditions).to.deep.equal(['status']);
  });

  it('neither shows nor sends to the next agent what the former one arranged', async () => {
    await open({ conditions: ['subject'] });
    server.before = ({ method }) => {
      if (method === 'PUT') throw new TypeError('failed to fetch');
      return undefined;
    };
    keep({ conditions: ['status'] });
    await until(() => saves().length === 1);
    signInOther(server, element);
    server.preferences = usualPreferences;
    element.dispatchEvent(new ListRefreshRequest());
    await until(() => now()?.conditions === null);
    await settle(2_500);
    expect(server.preferences.conditions).to.equal(null);
    expect(saves().filter(({ token }) => token === 'Bearer two')).to.deep.equal([]);
  }).timeout(10_000);

  it('brings its columns and its height of rows', async () => {
    await open({ list: { columns: narrow, density: 'compact', isCollapsed: false } });
    expect(hub.tickets.$columns.get()).to.deep.equal(narrow);
    expect(hub.tickets.$density.get()).to.equal('compact');
    arrange({ columns: null, density: 'comfortable' });
    await until(() => hub.tickets.$density.get() === 'comfortable');
    expect(hub.tickets.$columns.get()).to.deep.equal(usualColumns);
    await until(() => saves().length === 1);
    expect(saves()[0]?.body).to.deep.equal({ list: { columns: null, density: 'comfortable', isCollapsed: false } });
  });

  it('keeps columns with the saved view that is open, and nowhere else', async () => {
    await open({ views: [view] });
    element.dispatchEvent(new SavedViewOpenRequest('v1'));
    await until(() => hub.tickets.$savedView.get() === 'v1');
    arrange({ columns: narrow });
    await until(() => hub.tickets.$columns.get().length === 1);
    await until(() => saves().length === 1);
    expect(saves()[0]?.body).to.deep.equal({ views: [{ ...view, columns: narrow }] });
  });

  it('does not make the list wait, and brings the fields of its columns when they are known', async () => {
    server = serverWith(300);
    server.preferences = {
      ...usualPreferences,
      list: { columns: ownField, density: null, isCollapsed: false },
    };
    for (const ticket of server.tickets) ticket.fields = { orderNo: `N${ticket.ticketId.slice(11, 14)}` };
    server.before = async ({ path }) => {
      if (path === 'preferences.json') await settle(150);
      return undefined as never;
    };
    hub = hubOf((element = await openHub(server)));
    await watchList(hub);
    const { generation } = hub.tickets.$window.get();
    const isBlank: boolean[] = [];
    hub.tickets.$window.listen((window) => isBlank.push(window.status !== 'ready' || !window.row(0)));
    await until(() => server.to('tickets.json').some(({ search }) => search.get('fields') === 'orderNo'));
    await until(() => hub.tickets.$query.get().fields?.[0] === 'orderNo');
    expect(server.to('tickets.json')[0]?.search.has('fields')).to.equal(false);
    expect(hub.tickets.$window.get().generation).to.equal(generation);
    hub.tickets.$window.get().want(150, 170);
    await until(() => hub.tickets.$window.get().row(150) !== undefined);
    expect(server.to('tickets.json').at(-1)?.search.get('fields')).to.equal('orderNo');
    expect(isBlank).to.not.include(true);
  });

  it('goes on with the usual ones where the server has none', async () => {
    server = serverWith(5);
    server.before = ({ path }) => (path === 'preferences.json' ? refusal(404) : undefined);
    hub = hubOf(await openHub(server));
    watch(hub.preferences.$preferences);
    watch(hub.tickets.$columns);
    await watchList(hub);
    await until(() => hub.preferences.$preferences.get().status === 'failed');
    expect(hub.tickets.$columns.get()).to.deep.equal(usualColumns);
  });

  it('tells nobody of columns when another part changed elsewhere', async () => {
    await open({ list: { columns: narrow, density: null, isCollapsed: false } });
    await until(() => server.streams === 1);
    let told = 0;
    hub.tickets.$columns.listen(() => told++);
    server.before = ({ path, method }) =>
      path === 'preferences.json' && method === 'GET'
        ? content({ ...server.preferences, conditions: ['status'] })
        : undefined;
    server.tell('session');
    await until(() => now()?.conditions?.[0] === 'status');
    expect(told).to.equal(0);
  });
});
