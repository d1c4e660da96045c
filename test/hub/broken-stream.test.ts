import { expect } from '@open-wc/testing';
import { known } from '../../src/base/known.js';
import type { Connection, Hub } from '../../src/base/hub-context.js';
import type { Ticket } from '../../src/domain/types.js';
import { TicketSelectRequest } from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { PageClock } from '../support/page-clock.js';
import { content, idOf, serverWith, ticketOf, type Call, type ScriptedServer } from '../support/scripted-server.js';
import { cleanUp, hubOf, lookAway, openHub, watch } from './support.js';

/** The stream as the server keeps it: all that happened, told from where a page says that it is. */
class Feed {
  /** Places from which pages went on; empty for a page that begins. */
  readonly asked: string[] = [];
  readonly happened: string[] = [];
  /** How many of the first events are kept no more. */
  forgotten = 0;
  /** What a page waits for that asks. */
  held: Promise<void> | undefined;
  #line?: ReadableStreamDefaultController<Uint8Array>;

  add(name: string, data: object): void {
    this.happened.push(`id: ${this.happened.length + 1}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async open({ headers }: Call): Promise<Response> {
    const after = headers.get('Last-Event-ID') ?? '';
    this.asked.push(after);
    await this.held;
    const body = new ReadableStream<Uint8Array>({ start: (line) => void (this.#line = line) });
    // Where it begins, as the server says it.
    if (after === '') this.write(`id: ${this.happened.length}\n\n`);
    else if (Number(after) < this.forgotten) this.write(`id: ${this.happened.length}\nevent: reset\ndata: {}\n\n`);
    else this.tell(this.happened.slice(Number(after)));
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  tell(events: readonly string[]): void {
    this.write(events.join(''));
  }

  write(text: string): void {
    if (text) this.#line?.enqueue(new TextEncoder().encode(text));
  }

  cut(): void {
    this.#line?.close();
    this.#line = undefined;
  }
}

const facts = ({ ticketId, version, status, subject }: Ticket): string =>
  [ticketId, version, status, subject].join(' ');

describe('views of a hub whose stream is', () => {
  let clock: PageClock;
  let server: ScriptedServer;
  let feed: Feed;
  let element: DeskHub;
  let hub: Hub;
  const states: Connection[] = [];

  const figures = () => ({ unassigned: server.tickets.filter(({ status }) => status === 'unassigned').length });
  /** What is shown, and what a page shows that is loaded now. */
  const shown = (): string => {
    const { $window, $current, $counts } = hub.tickets;
    const list = $window.get();
    const rows = Array.from({ length: list.total }, (_, at) => list.row(at) as Ticket | undefined);
    const open = known($current.get());
    const board = known(hub.board.$board.get()) as unknown;
    return JSON.stringify([rows.map((row) => row && facts(row)), open && facts(open), known($counts.get()), board]);
  };
  const right = (): string => {
    const rows = [...server.tickets].sort((one, other) => other.updatedAt - one.updatedAt);
    return JSON.stringify([rows.map(facts), facts(server.find(idOf(2))!), figures(), { all: figures(), my: {} }]);
  };
  const isTrue = () =>
    clock.until(
      () => shown() === right(),
      () => `${right()} instead of ${shown()}`,
    );

  /** Others work: a row changes, the open ticket is taken, and one comes. Nobody is told of it yet. */
  function happen(): readonly string[] {
    const start = feed.happened.length;
    const change = (number: number, by: Partial<Ticket>): void => {
      const ticket = server.find(idOf(number))!;
      Object.assign(ticket, by, { version: ticket.version + 1, updatedAt: 1_800_000_000_000 + feed.happened.length });
      const { ticketId, version } = ticket;
      feed.add('ticket', { ticketId, version, changed: Object.keys(by) });
    };
    change(4, { subject: '바뀐 문의' });
    change(2, { status: 'processing', assignee: { usercode: 'agent2', name: '이상담' } });
    change(2, { subject: '바뀐 열린 문의' });
    server.tickets.push(ticketOf(9, { updatedAt: 1_800_000_001_000 }));
    feed.add('ticket', { ticketId: idOf(9), version: 1, changed: ['created'] });
    feed.add('board', {});
    return feed.happened.slice(start);
  }

  beforeEach(async () => {
    clock = new PageClock();
    server = serverWith(6);
    for (const ticket of server.tickets) ticket.unread = false;
    feed = new Feed();
    server.before = (call) => {
      if (call.path === 'events') return feed.open(call);
      if (call.path === 'board.json') return content({ all: figures(), my: {} });
      if (call.path === 'tickets/counts.json') return content(figures());
      return undefined;
    };
    states.length = 0;
    feed.add('board', {});
    element = await openHub(server);
    hub = hubOf(element);
    const { $window, $waiting, $counts, $current } = hub.tickets;
    for (const store of [$window, $waiting, $counts, $current, hub.board.$board]) watch(store as typeof $waiting);
    hub.session.$connection.subscribe((state) => states.push(state));
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await isTrue();
    await clock.until(() => states.at(-1) === 'live', 'the stream');
    // Its first word, and what is asked because of it, is over.
    await clock.pass(3_000);
    expect(feed.asked).to.deep.equal(['']);
  });
  afterEach(async () => {
    lookAway();
    cleanUp();
    await clock.pass(3_000);
    clock.restore();
  });

  for (const heard of [0, 1, 2, 3, 4, 5]) {
    it(`cut behind event ${heard} are true again: it goes on behind the last that was heard`, async () => {
      const events = happen();
      feed.tell(events.slice(0, heard));
      await clock.pass(100);
      feed.cut();
      await clock.until(() => states.filter((state) => state === 'live').length === 2, 'the next stream');
      await isTrue();
      expect(feed.asked).to.deep.equal(['', String(1 + heard)]);
      expect(states.slice(states.indexOf('live'))).to.deep.equal(['live', 'connecting', 'live']);
    });
  }

  it('told twice are true, and nothing is read again for what was told before', async () => {
    const events = happen();
    feed.tell(events);
    await isTrue();
    await clock.pass(3_000);
    const before = server.to(/^tickets/).length;
    feed.tell(events.slice(0, -1));
    await clock.pass(3_000);
    const again = server.to(/^tickets/).slice(before);
    expect(again.map(({ path }) => path).filter((path) => path !== 'tickets/counts.json')).to.deep.equal([]);
    expect(shown()).to.equal(right());
  });

  it('out of order are true, and it goes on behind the farthest', async () => {
    feed.tell([...happen()].reverse());
    await isTrue();
    feed.cut();
    await clock.until(() => feed.asked.length === 2, 'the next stream');
    expect(feed.asked[1]).to.equal('6');
    await clock.pass(3_000);
    expect(shown()).to.equal(right());
  });

  it('cut for longer than events are kept are read again', async () => {
    feed.cut();
    happen();
    feed.forgotten = feed.happened.length;
    const { session } = server;
    server.session = { ...session, agent: { ...session.agent, name: '김관리' } };
    expect(shown()).not.to.equal(right());
    await isTrue();
    // What the agent may do is told of by the stream too.
    await clock.until(() => known(hub.session.$session.get())?.agent.name === '김관리', 'the session');
    expect(feed.asked).to.deep.equal(['', '1']);
  });

  it('silent are true again within 45 seconds, and not asked for while two beats may still be late', async () => {
    feed.write(':\n\n');
    await clock.pass(1);
    const start = Date.now();
    happen();
    await clock.pass(35_000);
    expect(feed.asked).to.have.lengthOf(1);
    expect(states.at(-1)).to.equal('live');
    expect(shown()).not.to.equal(right());
    await isTrue();
    expect(Date.now() - start).to.be.at.most(45_000);
    expect(states).to.include('stale');
    expect(feed.asked).to.deep.equal(['', '1']);
  });

  it('cut and not back in a while are said to be old, and what is shown stays', async () => {
    const before = shown();
    const held: (() => void)[] = [];
    feed.held = new Promise((resolve) => held.push(resolve));
    feed.cut();
    await clock.until(() => states.at(-1) === 'connecting', 'the end of the stream');
    await clock.until(() => states.at(-1) === 'stale', 'that it is told');
    expect(shown()).to.equal(before);
    happen();
    held[0]?.();
    await isTrue();
    expect(states.at(-1)).to.equal('live');
  });

  it('quiet are left alone while its heart beats', async () => {
    for (let beat = 0; beat < 6; beat += 1) {
      await clock.pass(15_000);
      feed.write(':\n\n');
    }
    expect(feed.asked).to.have.lengthOf(1);
    expect(states.at(-1)).to.equal('live');
  });
});
