import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { DeskElement } from '../../src/base/desk-element.js';
import { StoreReader } from '../../src/base/store-reader.js';
import type { Hub } from '../../src/base/hub-context.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { HubReady, HubSignedOut } from '../../src/events/notices.js';
import {
  DraftChangeRequest,
  ListOpenRequest,
  ListRefreshRequest,
  ListSortRequest,
  RetryRequest,
  TickRequest,
  TicketSelectRequest,
} from '../../src/events/requests.js';
import { en } from '../../src/strings/en.js';
import { ja } from '../../src/strings/ja.js';
import { content, idOf, refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch, watchList } from './support.js';

class WordElement extends DeskElement {
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);

  override render() {
    if (!this.hub) return this.renderDetached();
    return html`<p lang=${this.language}>${this.texts.status.unassigned} ${this.#session.value?.status}</p>`;
  }

  get words(): string {
    return this.shadowRoot?.querySelector('p')?.textContent ?? '';
  }
}
customElements.define('word-element', WordElement);

describe('desk-hub', () => {
  const pageLanguage = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = pageLanguage;
    cleanUp();
  });

  it('asks nothing of the server for stores that nobody reads', async () => {
    const server = serverWith(5);
    await openHub(server);
    await settle(60);
    expect(server.calls.map(({ path }) => path)).to.deep.equal(['session.json']);
  });

  it('tells its page that it is ready, and nobody above', async () => {
    const element = document.createElement('desk-hub');
    const server = serverWith(1);
    const told: string[] = [];
    element.addEventListener(HubReady.type, () => told.push('hub'));
    document.body.addEventListener(HubReady.type, () => told.push('page'), { once: true });
    Object.assign(element, { service: 'demo', fetch: server.fetch });
    element.getToken = () => Promise.resolve({ token: 't', expiresAt: Infinity });
    document.body.append(element);
    await until(() => told.length > 0);
    expect(told).to.deep.equal(['hub']);
  });

  it('waits for a callback that comes later', async () => {
    const server = serverWith(1);
    const element = document.createElement('desk-hub');
    element.service = 'demo';
    element.fetch = server.fetch;
    document.body.append(element);
    await settle();
    expect(server.calls.length).to.equal(0);
    element.getToken = () => Promise.resolve({ token: 't', expiresAt: Infinity });
    await until(() => server.calls.length > 0);
  });

  it('tells its page when the callback gives no token', async () => {
    const element = document.createElement('desk-hub');
    let told = 0;
    element.addEventListener(HubSignedOut.type, () => told++);
    element.service = 'demo';
    element.fetch = serverWith(1).fetch;
    element.getToken = () => Promise.reject(new Error('signed out'));
    document.body.append(element);
    await until(() => told > 0);
    const hub = hubOf(element);
    await until(() => hub.session.$session.get().status === 'failed');
    element.getToken = () => Promise.resolve({ token: 't', expiresAt: Infinity });
    watch(hub.session.$session);
    element.dispatchEvent(new RetryRequest('session'));
    await until(() => hub.session.$session.get().status === 'ready');
  });

  it('keeps its state when the page moves it', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    await watchList(hub);
    const word = new WordElement();
    element.append(word);
    await until(() => word.words.includes('ready'));
    const calls = server.to('tickets.json').length;
    const box = document.createElement('section');
    document.body.append(box);
    box.append(element);
    await until(() => word.words.includes('ready'));
    expect(hubOf(element)).to.equal(hub);
    expect(server.to('tickets.json').length).to.equal(calls);
  });

  it('gives elements outside their hub back when it returns', async () => {
    const element = await openHub(serverWith(1), { id: 'away' });
    const word = new WordElement();
    word.setAttribute('hub', 'away');
    document.body.append(word);
    await until(() => word.words !== '');
    element.remove();
    await until(() => word.words === '');
    document.body.append(element);
    await until(() => word.words !== '');
  });

  it('closes the stream when nobody looks any more', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    const stop = hub.tickets.$window.listen(() => undefined);
    await until(() => server.streams === 1);
    stop();
    await until(() => server.streams === 0);
    expect(hub.session.$connection.get()).to.not.equal('live');
  });

  it('reads nothing twice when the stream connects, and is told what happened meanwhile', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    watch(hub.tickets.$counts);
    watch(hub.board.$board);
    await watchList(hub);
    await until(() => hub.session.$connection.get() === 'live');
    await settle(1_200);
    for (const path of ['tickets.json', 'tickets/counts.json', 'board.json']) {
      expect(server.to(path).length, path).to.equal(1);
    }
    expect(server.calls[0]?.path).not.to.equal('events');
    expect(Number(server.to('events')[0]?.search.get('within'))).to.be.above(5_000);
  });

  it('follows the stream, and goes on behind the last event after a cut', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    await watchList(hub);
    await until(() => server.streams === 1);
    server.change(2, { subject: '바뀜' });
    await until(() => hub.tickets.$window.get().row(2)?.subject === '바뀜');
    server.cut();
    await until(() => server.to('events').length === 2);
    expect(server.to('events')[1]?.headers.get('Last-Event-ID')).to.equal('1');
  });

  it('reads again what is in sight after a reset', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    await watchList(hub);
    await until(() => server.streams === 1);
    await settle(50);
    Object.assign(server.find(idOf(1)) ?? {}, { subject: '놓침', version: 2 });
    server.tell('reset');
    await until(() => hub.tickets.$window.get().row(1)?.subject === '놓침');
  });

  it('does the same once for an event that comes twice', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    await watchList(hub);
    await until(() => server.streams === 1);
    server.change(2, { subject: '바뀜' });
    await until(() => hub.tickets.$window.get().row(2)?.subject === '바뀜');
    const reads = () => server.to('tickets.json').filter(({ search }) => search.has('ids')).length;
    const before = reads();
    server.tell('ticket', { ticketId: idOf(2), version: 2 });
    await settle(80);
    expect(reads()).to.equal(before);
  });

  it('shows the row of a ticket at once when it is opened, and the ticket when it comes', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    await watchList(hub);
    watch(hub.tickets.$current);
    const shown: string[] = [];
    hub.tickets.$current.listen((load) =>
      shown.push(`${load.status}: ${'value' in load ? load.value?.subject : 'nothing'}`),
    );
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hub.tickets.$current.get().status === 'ready');
    expect(shown).to.include('loading: 문의 1');
  });

  it('never shows the former ticket for the one that is open', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    watch(hub.tickets.$current);
    server.before = async ({ path }) => {
      await settle(path.includes(idOf(1)) ? 60 : 5);
      return undefined as never;
    };
    const shown: unknown[] = [];
    hub.tickets.$current.listen((load) => shown.push('value' in load ? load.value?.ticketId : undefined));
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await settle(10);
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await until(() => hub.tickets.$current.get().status === 'ready');
    await settle(80);
    expect(shown).to.not.include(idOf(1));
  });

  it('reads the open ticket again when somebody else changed it', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    watch(hub.tickets.$current);
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hub.tickets.$current.get().status === 'ready' && server.streams === 1);
    const states: string[] = [];
    hub.tickets.$current.listen(({ status }) => states.push(status));
    server.change(1, { subject: '바뀜' });
    await until(() => {
      const load = hub.tickets.$current.get();
      return 'value' in load && load.value?.subject === '바뀜';
    });
    expect(states, 'without a flicker').to.not.include('loading');
  });

  describe('and news', () => {
    const reads = (server: ScriptedServer) => server.to(/read\.json$/, 'PUT').map(({ path }) => path);
    const isNews = (hub: Hub, index: number) => hub.tickets.$window.get().row(index)?.unread;
    let server: ScriptedServer;
    let element: DeskHub;
    let hub: Hub;

    beforeEach(async () => {
      server = serverWith(5);
      element = await openHub(server);
      hub = hubOf(element);
      await watchList(hub);
      watch(hub.tickets.$current);
      await until(() => server.streams === 1);
    });

    it('takes an opened ticket for read, in the list at once and on the server once', async () => {
      server.before = ({ method }) => (method === 'PUT' ? settle(40).then(() => undefined as never) : undefined);
      element.dispatchEvent(new TicketSelectRequest(idOf(1)));
      await until(() => isNews(hub, 1) === false);
      expect(server.find(idOf(1))?.unread, 'the server does not know yet').to.equal(true);
      await until(() => server.find(idOf(1))?.unread === false);
      expect(isNews(hub, 0)).to.equal(true);
      await until(() => hub.tickets.$current.get().status === 'ready');
      expect(reads(server)).to.deep.equal([`tickets/${idOf(1)}/read.json`]);
    });

    it('takes what comes while the ticket is open for read', async () => {
      element.dispatchEvent(new TicketSelectRequest(idOf(1)));
      await until(() => reads(server).length === 1 && hub.tickets.$current.get().status === 'ready');
      server.change(1, { unread: true, subject: '다시 문의' });
      await until(() => reads(server).length === 2);
      await until(() => hub.tickets.$window.get().row(1)?.subject === '다시 문의' && isNews(hub, 1) === false);
    });

    it('leaves it news while nobody sees the page', async () => {
      const hide = (state: string) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      try {
        hide('hidden');
        element.dispatchEvent(new TicketSelectRequest(idOf(1)));
        await until(() => hub.tickets.$current.get().status === 'ready');
        expect(reads(server)).to.deep.equal([]);
        hide('visible');
        await until(() => reads(server).length === 1);
      } finally {
        Reflect.deleteProperty(document, 'visibilityState');
      }
    });

    it('follows another window, where the version does not change', async () => {
      server.tell('ticket', { ticketId: idOf(2), version: 1, changed: ['unread'] });
      await until(() => isNews(hub, 2) === false);
    });

    it('shows it as news again when the server refuses', async () => {
      server.before = ({ method }) => (method === 'PUT' ? settle(60).then(() => refusal(403)) : undefined);
      element.dispatchEvent(new TicketSelectRequest(idOf(1)));
      await until(() => isNews(hub, 1) === false);
      await until(() => isNews(hub, 1) === true);
    });
  });

  it('opens, sorts and ticks', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    await watchList(hub);
    element.dispatchEvent(new TickRequest({ all: true, ids: new Set([idOf(1)]) }));
    await until(() => hub.selection.$ticked.get().all);
    element.dispatchEvent(new ListSortRequest('createdAt', true));
    await until(() => hub.tickets.$window.get().row(0)?.ticketId === idOf(4));
    element.dispatchEvent(new ListOpenRequest({ view: 'unassigned' }));
    await until(() => hub.tickets.$query.get().view === 'unassigned');
    expect(hub.tickets.$query.get().sort).to.equal('createdAt');
    expect(hub.selection.$ticked.get().all, 'ticks belong to the list').to.equal(false);
  });

  it('fetches the board again when the server says so, and tries again when it failed', async () => {
    const server = serverWith(1);
    const element = await openHub(server);
    const hub = hubOf(element);
    server.before = ({ path }) => (path === 'board.json' ? refusal(403) : undefined);
    watch(hub.board.$board);
    await until(() => hub.board.$board.get().status === 'failed');
    server.before = ({ path }) => (path === 'board.json' ? content({ all: { processing: 3 } }) : undefined);
    element.dispatchEvent(new RetryRequest('board'));
    await until(() => hub.board.$board.get().status === 'ready');
  });

  it('is signed out as soon as a call gets no token, and goes on when the page has one again', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    const hub = hubOf(element);
    watch(hub.session.$connection);
    await watchList(hub);
    await until(() => hub.session.$connection.get() === 'live');
    element.getToken = () => Promise.reject(new Error('no session'));
    server.before = ({ path }) => (path === 'events' ? undefined : refusal(401));
    element.dispatchEvent(new ListOpenRequest({ view: 'unassigned' }));
    await until(() => hub.session.$connection.get() === 'signed-out');
    element.getToken = () => Promise.resolve({ token: 'two', expiresAt: Infinity });
    server.before = undefined;
    element.dispatchEvent(new ListRefreshRequest());
    await until(() => hub.tickets.$window.get().status === 'ready');
    expect(hub.session.$connection.get()).to.equal('live');
  });

  it('saves what was written last where it belongs when it turns to another service', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    watch(hubOf(element).tickets.$draft);
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await until(() => hubOf(element).tickets.$draft.get()?.state === 'kept');
    element.dispatchEvent(new DraftChangeRequest(idOf(1), { html: '마지막 글', action: null, values: {} }));
    await until(() => hubOf(element).tickets.$draft.get()?.state === 'dirty');
    element.service = 'other';
    await until(() => server.drafts.get(idOf(1))?.html === '마지막 글');
    expect(hubOf(element).tickets.$currentId.get()).to.equal(null);
  });

  it('asks its page for a token again only for what the agent does', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    let told = 0;
    let asked = 0;
    element.addEventListener(HubSignedOut.type, () => told++);
    const hub = hubOf(element);
    await watchList(hub);
    await until(() => server.streams === 1);
    element.getToken = () => {
      asked++;
      return Promise.reject(new Error('no session'));
    };
    server.before = () => refusal(401);
    server.cut();
    await until(() => hub.session.$connection.get() === 'signed-out');
    await settle(1_500);
    expect([asked, told]).to.deep.equal([1, 1]);
    element.dispatchEvent(new RetryRequest('session'));
    await until(() => asked === 2);
    expect(told).to.equal(1);
  });

  it('asks its page for a token when the agent tries again, whoever looks', async () => {
    const server = serverWith(5);
    const element = await openHub(server);
    let asked = 0;
    const hub = hubOf(element);
    await watchList(hub);
    await until(() => server.streams === 1);
    element.getToken = () => {
      asked++;
      return Promise.reject(new Error('no session'));
    };
    server.before = () => refusal(401);
    server.cut();
    await until(() => asked === 1);
    // By then nobody reads the session any more.
    await settle(2_500);
    expect(asked).to.equal(1);
    element.dispatchEvent(new RetryRequest('session'));
    await until(() => asked === 2);
    await settle(600);
    expect(asked).to.equal(2);
  }).timeout(15_000);

  it('shows figures that come slower than the news of them', async () => {
    const server = serverWith(5);
    const hub = hubOf(await openHub(server));
    let answered = 0;
    server.before = async ({ path }) => {
      if (path !== 'tickets/counts.json') return undefined as never;
      await settle(answered === 0 ? 0 : 500);
      return content({ all: ++answered });
    };
    watch(hub.tickets.$counts);
    await until(() => hub.tickets.$counts.get().status === 'ready' && server.streams === 1);
    const news = setInterval(() => server.change(1, { subject: '바뀜' }), 30);
    try {
      await until(() => {
        const load = hub.tickets.$counts.get();
        return 'value' in load && (load.value?.all ?? 0) > 1;
      });
    } finally {
      clearInterval(news);
    }
  });

  it('leaves a request to the nearer of two hubs', async () => {
    const outer = await openHub(serverWith(2));
    const inner = await openHub(serverWith(2));
    outer.append(inner);
    inner.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await settle();
    expect(hubOf(inner).tickets.$currentId.get()).to.equal(idOf(1));
    expect(hubOf(outer).tickets.$currentId.get()).to.equal(null);
  });

  describe('and languages', () => {
    const wordIn = (element: Element): WordElement => {
      const word = new WordElement();
      element.append(word);
      return word;
    };

    it('speaks the language of its own attribute, of two hubs each its own', async () => {
      const one = wordIn(await openHub(serverWith(1), { lang: 'ja' }));
      const two = wordIn(await openHub(serverWith(1), { lang: 'en-GB' }));
      await until(() => one.words !== '' && two.words !== '');
      expect(one.words).to.contain(ja.status.unassigned);
      expect(two.words).to.contain(en.status.unassigned);
    });

    it('speaks the language of the page, else of the service', async () => {
      document.documentElement.lang = 'en';
      const english = wordIn(await openHub(serverWith(1)));
      await until(() => english.words !== '');
      expect(english.words).to.contain(en.status.unassigned);
      document.documentElement.lang = 'fr';
      const server = serverWith(1);
      server.session = { ...server.session, service: { ...server.session.service, language: 'ja' } };
      const japanese = wordIn(await openHub(server));
      await until(() => japanese.words !== '');
      expect(japanese.words).to.contain(ja.status.unassigned);
    });

    it('changes without showing a third language', async () => {
      const element = await openHub(serverWith(1), { lang: 'ja' });
      const word = wordIn(element);
      await until(() => word.words !== '');
      const seen = new Set<string>();
      hubOf(element).text.$texts.listen((texts) => seen.add(texts?.status.unassigned ?? ''));
      element.setAttribute('lang', 'en');
      await until(() => word.words.includes(en.status.unassigned));
      expect([...seen]).to.deep.equal([en.status.unassigned]);
    });
  });

  it('sets the colour scheme on itself alone', async () => {
    const element = await openHub(serverWith(1), { theme: 'dark' });
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
    expect(getComputedStyle(document.body).colorScheme).to.equal('normal');
    expect(element.hasAttribute('style')).to.equal(false);
  });
});
