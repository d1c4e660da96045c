import { expect } from '@open-wc/testing';
import { createApi } from '../../src/api/api.js';
import type { TicketWindow } from '../../src/base/hub-context.js';
import { createLists } from '../../src/hub/lists.js';
import { RemoteWindow } from '../../src/hub/remote-window.js';
import {
  agentSession,
  envelope,
  idOf,
  refusal,
  serverWith,
  ticketOf,
  type ScriptedServer,
} from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';

const { signal } = new AbortController();

describe('the window over a long list', () => {
  let list: RemoteWindow;
  let server: ScriptedServer;
  const now = (): TicketWindow => list.$window.get();
  const pages = () => server.to('tickets.json').filter(({ search }) => !search.has('ids'));
  const reads = () => server.to('tickets.json').filter(({ search }) => search.has('ids'));
  const subjectAt = (index: number) => now().row(index)?.subject;
  const heard = (number: number, version = Infinity) => list.heard(new Map([[idOf(number), version]]));
  /** Somebody else changes a ticket. */
  const change = (number: number, what: Parameters<typeof ticketOf>[1]) =>
    Object.assign(server.find(idOf(number)) ?? {}, what);

  async function open(count: number, view: 'all' | 'unassigned' = 'all'): Promise<void> {
    server = serverWith(count);
    const api = createApi({
      baseUrl: 'https://desk.example',
      service: 'demo',
      fetch: () => server.fetch,
      getToken: () => () => Promise.resolve({ token: 't', expiresAt: Infinity }),
      signal,
      pause: () => 1,
    });
    list = new RemoteWindow(
      api,
      createLists(
        api,
        () => agentSession,
        () => Date.now(),
      ),
    );
    list.open({ view, sort: 'updatedAt', descending: true });
    list.start();
    now().want(0, 20);
    await until(() => now().status === 'ready');
  }

  const urlOf = (search: URLSearchParams): string =>
    `https://desk.example/demo/openapi/v1/console/tickets.json?${search.toString()}`;

  afterEach(() => list.stop());

  it('tells an estimate as one, until the end of the list is seen', async () => {
    let isCounted = false;
    const rows = Array.from({ length: 100 }, (_, index) => ticketOf(index));
    const page = { rows, previous: null, position: null };
    const api = {
      tickets: () =>
        Promise.resolve(
          isCounted ? { ...page, next: null, total: 100 } : { ...page, next: 'n', total: null, estimate: 54_321 },
        ),
    };
    list = new RemoteWindow(api as never, {
      follow: () => new Promise(() => undefined),
      countOf: () => Promise.reject(new Error('no')),
    });
    list.open({ view: 'all', sort: 'updatedAt', descending: true, q: '환불' });
    list.start();
    await until(() => now().status === 'ready');
    expect([now().total, now().isEstimate]).to.deep.equal([54_321, true]);
    isCounted = true;
    list.refresh();
    await until(() => now().status === 'ready' && now().total === 100);
    expect(now().isEstimate).to.equal(false);
  });

  it('shows the first rows and how many there are after one request', async () => {
    await open(5_000);
    expect(now().total).to.equal(5_000);
    expect(subjectAt(0)).to.equal('문의 0');
    expect(pages().length).to.equal(1);
  });

  it('goes on by cursor where the rows join', async () => {
    await open(5_000);
    now().want(95, 115);
    await until(() => subjectAt(114) !== undefined);
    expect(subjectAt(114)).to.equal('문의 114');
    expect(pages()[1]?.search.get('cursor')).to.match(/^next:/);
  });

  it('jumps to a far place and reads on in both directions', async () => {
    await open(5_000);
    now().want(4_000, 4_020);
    await until(() => subjectAt(4_000) !== undefined);
    expect(subjectAt(4_010)).to.equal('문의 4010');
    expect(pages()[1]?.search.has('at')).to.equal(true);
    now().want(3_950, 3_970);
    await until(() => subjectAt(3_950) !== undefined);
    expect(subjectAt(3_950)).to.equal('문의 3950');
    expect(pages().at(-1)?.search.get('cursor')).to.match(/^previous:/);
  });

  it('takes the place that the server only estimates, and shows real rows there', async () => {
    await open(30_000);
    server.before = async (call) => {
      if (!call.search.has('at')) return undefined as never;
      server.before = undefined;
      const body = (await (await server.fetch(urlOf(call.search))).json()) as { result: Record<string, unknown> };
      return envelope({ ...body.result, position: { index: 12_345, exact: false } });
    };
    now().want(20_000, 20_020);
    await until(() => subjectAt(20_000) !== undefined);
    for (let index = 20_000; index < 20_020; index++) expect(subjectAt(index)).to.equal(`문의 ${index}`);
    now().want(29_980, 30_000);
    await until(() => subjectAt(29_999) !== undefined);
    expect(subjectAt(29_999)).to.equal('문의 29999');
    expect(now().total).to.equal(30_000);
  });

  it('reaches the last ticket', async () => {
    await open(1_003);
    now().want(983, 1_003);
    await until(() => subjectAt(1_002) !== undefined);
    expect(subjectAt(1_002)).to.equal('문의 1002');
    expect(now().total).to.equal(1_003);
  });

  it('fetches little while the thumb is dragged, and what is in sight where it rests', async () => {
    await open(100_000);
    const start = performance.now();
    for (let step = 1; step <= 60; step++) {
      now().want(step * 1_500, step * 1_500 + 20);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    await until(() => subjectAt(90_000) !== undefined);
    expect(subjectAt(90_010)).to.equal('문의 90010');
    // However slow the machine: a few a second, not one a step.
    expect(pages().length).to.be.below(8 + (performance.now() - start) / 200);
  });

  it('never asks for two things at once', async () => {
    await open(5_000);
    let open_ = 0;
    let most = 0;
    server.before = async () => {
      most = Math.max(most, ++open_);
      await settle(5);
      open_--;
      return undefined as never;
    };
    for (const from of [300, 900, 2_000, 150]) now().want(from, from + 20);
    await until(() => subjectAt(150) !== undefined);
    expect(most).to.equal(1);
  });

  it('reads all that changed in one call and shows it in place', async () => {
    await open(50);
    change(3, { version: 2, subject: '바뀜' });
    change(4, { version: 2, subject: '또 바뀜' });
    list.heard(
      new Map([
        [idOf(3), 2],
        [idOf(4), 2],
      ]),
    );
    await until(() => subjectAt(3) === '바뀜');
    expect(subjectAt(4)).to.equal('또 바뀜');
    expect(reads().length).to.equal(1);
    expect([...(now().changed ?? [])]).to.deep.equal([3, 4]);
  });

  it('does not ask for a version that it has', async () => {
    await open(50);
    heard(3, 1);
    await settle();
    expect(reads().length).to.equal(0);
  });

  it('never goes back to an older version', async () => {
    await open(50);
    list.accept(ticketOf(3, { version: 5, subject: '새것' }));
    change(3, { version: 4, subject: '옛것', updatedAt: ticketOf(3).updatedAt });
    heard(3);
    await until(() => reads().length > 0);
    await settle();
    expect(subjectAt(3)).to.equal('새것');
  });

  it('lets a new ticket in at once while the top is in sight', async () => {
    await open(50);
    server.tickets.push(ticketOf(900, { updatedAt: 1_800_000_000_000 }));
    heard(900, 1);
    await until(() => subjectAt(0) === '문의 900');
    expect(now().total).to.equal(51);
    expect(list.$waiting.get()).to.equal(0);
  });

  it('keeps rows in their place while the list is held, and tells how many wait', async () => {
    await open(50);
    now().hold(true);
    server.tickets.push(ticketOf(900, { updatedAt: 1_800_000_000_000 }));
    heard(900, 1);
    await until(() => list.$waiting.get() === 1);
    expect(subjectAt(0)).to.equal('문의 0');
    now().hold(false);
    await until(() => subjectAt(0) === '문의 900');
    expect(list.$waiting.get()).to.equal(0);
  });

  it('keeps rows in their place while the list is scrolled, until it is told to show them', async () => {
    await open(500);
    now().want(60, 80);
    change(70, { version: 2, subject: '올라감', updatedAt: 1_800_000_000_000 });
    heard(70, 2);
    await until(() => list.$waiting.get() === 1);
    expect(subjectAt(70)).to.equal('올라감');
    const { generation } = now();
    list.refresh();
    await until(() => now().status === 'ready' && subjectAt(0) === '올라감');
    expect(now().generation).to.not.equal(generation);
  });

  it('shows who took a ticket and keeps its row until the list may move', async () => {
    await open(50, 'unassigned');
    now().hold(true);
    change(3, { version: 2, status: 'processing', actions: ['comment'] });
    heard(3, 2);
    await until(() => now().row(3)?.status === 'processing');
    expect(list.$waiting.get()).to.equal(1);
    now().hold(false);
    await until(() => now().indexOf(idOf(3)) === -1);
    expect(now().total).to.equal(49);
  });

  it('takes a row out at once when the own action made it leave', async () => {
    await open(50, 'unassigned');
    now().hold(true);
    const taken = ticketOf(3, { version: 2, status: 'processing' });
    change(3, taken);
    list.accept(taken);
    await until(() => now().indexOf(idOf(3)) === -1);
    expect(subjectAt(3)).to.equal('문의 4');
    expect(now().total).to.equal(49);
  });

  it('shows an expected change and takes it back', async () => {
    await open(50);
    list.overlays.set(idOf(2), 'star', { starred: true });
    list.overlays.set(idOf(2), 'edit', { priority: 'urgent' });
    list.overlays.set(idOf(2), 'edit', null);
    list.repaint(idOf(2));
    expect(now().row(2)?.starred).to.equal(true);
    expect(now().row(2)).to.equal(now().row(2));
    list.overlays.set(idOf(2), 'star', null);
    list.repaint(idOf(2));
    expect(now().row(2)?.starred).to.equal(false);
  });

  it('is failed when nothing comes, and comes back by itself when opened again', async () => {
    await open(10);
    server.before = () => refusal(500);
    list.open({ view: 'unassigned', sort: 'updatedAt', descending: true });
    await until(() => now().status === 'failed');
    expect(now().error?.kind).to.equal('server');
    server.before = undefined;
    list.refresh();
    await until(() => now().status === 'ready');
  });

  it('does not ask again and again after a failure, whoever looks', async () => {
    await open(300);
    server.before = () => refusal(403);
    const before = pages().length;
    list.open({ view: 'unassigned', sort: 'updatedAt', descending: true });
    await until(() => now().status === 'failed');
    for (let look = 0; look < 5; look++) {
      now().want(0, 20 + look);
      await settle(10);
    }
    expect(pages().length).to.equal(before + 1);
  });

  it('forgets the answer for a list that is no longer open', async () => {
    await open(10);
    server.before = async ({ search }) => {
      if (search.get('sort') === 'createdAt:asc') await settle(40);
      return undefined as never;
    };
    list.open({ view: 'all', sort: 'createdAt', descending: false });
    list.open({ view: 'all', sort: 'createdAt', descending: true });
    await until(() => now().status === 'ready');
    await settle(60);
    expect(subjectAt(0)).to.equal('문의 9');
  });

  it('finds what it missed while nobody looked', async () => {
    await open(50);
    list.stop();
    change(0, { version: 2, subject: '그사이' });
    list.start();
    await until(() => subjectAt(0) === '그사이');
  });
});
