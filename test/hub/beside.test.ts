import { expect } from '@open-wc/testing';
import { atom, type WritableAtom } from 'nanostores';
import { DeskError } from '../../src/base/desk-error.js';
import type { Assignment, Connection } from '../../src/base/hub-context.js';
import { beatInterval, type Beat, type TicketPresence, type Viewer } from '../../src/domain/presence.js';
import type { TicketRow } from '../../src/domain/types.js';
import { DraftChangeRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { Assignments } from '../../src/hub/assignments.js';
import { Live, type LiveEvent } from '../../src/hub/live.js';
import { Presence } from '../../src/hub/presence.js';
import { PageClock } from '../support/page-clock.js';
import { idOf, serverWith, ticketOf } from '../support/scripted-server.js';
import { cleanUp, hubOf, lookAway, openHub, watch } from './support.js';

/** A stream that tells what a test says. */
class ToldLive {
  readonly $connection = atom<Connection>('live');
  readonly #listeners = new Set<(event: LiveEvent) => void>();

  on(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  overhear(listener: (event: LiveEvent) => void): void {
    this.#listeners.add(listener);
  }

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

let clock: PageClock;
let live: ToldLive;
let end: AbortController;
let $currentId: WritableAtom<string | null>;

beforeEach(() => {
  clock = new PageClock();
  live = new ToldLive();
  end = new AbortController();
  $currentId = atom<string | null>(null);
});
afterEach(() => {
  end.abort();
  Reflect.deleteProperty(document, 'visibilityState');
  clock.restore();
});

function turnPage(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
}

describe('presence of a page', () => {
  const [one, other] = [idOf(1), idOf(2)];
  let presence: Presence;
  let beats: (Beat & { readonly isLast: boolean })[];
  let all: readonly TicketPresence[];
  let readings: number;
  let isRefused: boolean;

  beforeEach(() => {
    [beats, all, readings, isRefused] = [[], [], 0, false];
    const calls = {
      tell: (beat: Beat, { isLast = false }: { readonly isLast?: boolean }): Promise<void> => {
        beats.push({ ...beat, isLast });
        return isRefused ? Promise.reject(new DeskError('offline', 'no network')) : Promise.resolve();
      },
      all: (): Promise<readonly TicketPresence[]> => {
        readings += 1;
        return isRefused ? Promise.reject(new DeskError('server', 'not yet')) : Promise.resolve(all);
      },
    };
    const { signal } = end;
    presence = new Presence({
      api: { presence: () => Promise.resolve(calls) } as never,
      live: live as never,
      $currentId,
      agent: () => 'agent1',
      signal: () => signal,
    });
  });

  const said = () => beats.splice(0).map(({ ticketId, typing, isLast }) => [ticketId, typing, isLast]);
  const viewer = (usercode: string, typing = false): Viewer => ({ usercode, name: usercode.toUpperCase(), typing });
  const viewers = (ticketId: string) =>
    presence.$viewers
      .get()
      .get(ticketId)
      ?.map(({ usercode }) => usercode) ?? [];
  async function open(): Promise<void> {
    presence.show(true);
    $currentId.set(one);
    await clock.pass(500);
    expect(said()).to.deep.equal([[one, false, false]]);
  }

  it('is told while a ticket is open, again and again, and once more when it is left', async () => {
    await open();
    await clock.pass(3 * beatInterval);
    expect(said()).to.deep.equal(Array.from({ length: 3 }, () => [one, false, false]));
    $currentId.set(other);
    await clock.pass(500);
    expect(said()).to.deep.equal([[other, false, false]]);
    $currentId.set(null);
    await clock.pass(10 * beatInterval);
    expect(said()).to.deep.equal([[null, false, false]]);
  });

  it('is not told of tickets that an agent runs through, nor by a page that shows none', async () => {
    presence.show(true);
    for (const ticketId of [one, other, null]) {
      $currentId.set(ticketId);
      await clock.pass(100);
    }
    await clock.pass(beatInterval);
    presence.show(false);
    $currentId.set(one);
    await clock.pass(beatInterval);
    expect(said()).to.deep.equal([]);
  });

  it('says typing only while the answer to the open ticket is typed', async () => {
    await open();
    presence.typed(other);
    await clock.pass(1_000);
    expect(said()).to.deep.equal([]);
    presence.typed(one);
    await clock.pass(1);
    expect(said(), 'at once').to.deep.equal([[one, true, false]]);
    for (let key = 0; key < 20; key += 1) {
      presence.typed(one);
      await clock.pass(100);
    }
    expect(said(), 'not at each key').to.deep.equal([]);
    await clock.pass(2 * beatInterval);
    expect(said().at(-1)).to.deep.equal([one, false, false]);
    presence.typed(one);
    await clock.pass(1);
    $currentId.set(other);
    await clock.pass(500);
    expect(said(), 'what was typed was for the former').to.deep.equal([
      [one, true, false],
      [other, false, false],
    ]);
  });

  it('ends at once when the page goes, by a call that outlives it, and begins again when it is seen', async () => {
    await open();
    turnPage('hidden');
    void presence.leave();
    await clock.pass(1);
    expect(said()).to.deep.equal([[null, false, true]]);
    void presence.leave();
    await clock.pass(10 * beatInterval);
    expect(said(), 'nothing more').to.deep.equal([]);
    turnPage('visible');
    presence.look();
    await clock.pass(1);
    expect(said()).to.deep.equal([[one, false, false]]);
  });

  it('says nothing while nobody sees the page, and nothing after its hub has ended', async () => {
    turnPage('hidden');
    presence.show(true);
    $currentId.set(one);
    await clock.pass(3 * beatInterval);
    expect(said()).to.deep.equal([]);
    turnPage('visible');
    presence.look();
    await clock.pass(1);
    expect(said()).to.have.lengthOf(1);
    end.abort();
    await clock.pass(3 * beatInterval);
    expect(said()).to.deep.equal([]);
  });

  it('is said again by the next beat where one was lost', async () => {
    isRefused = true;
    await open();
    isRefused = false;
    await clock.pass(beatInterval);
    expect(said()).to.deep.equal([[one, false, false]]);
  });

  it('of others is shown as it is told: without the agent, until they are gone or the stream is', async () => {
    presence.$viewers.subscribe(() => undefined);
    await clock.pass(2_000);
    live.tell({ topic: 'presence', ticketId: one, viewers: [viewer('agent1'), viewer('agent2')] });
    live.tell({ topic: 'presence', ticketId: other, viewers: [viewer('agent3', true)] });
    expect([viewers(one), viewers(other)]).to.deep.equal([['agent2'], ['agent3']]);
    live.tell({ topic: 'presence', ticketId: other, viewers: [] });
    expect([viewers(one), viewers(other)]).to.deep.equal([['agent2'], []]);
    live.$connection.set('connecting');
    await clock.pass(2_000);
    expect(viewers(one), 'a short break').to.deep.equal(['agent2']);
    live.$connection.set('live');
    live.tell({ topic: 'live' });
    await clock.pass(2_000);
    live.tell({ topic: 'presence', ticketId: other, viewers: [viewer('agent3')] });
    await clock.pass(2_000);
    expect([viewers(one), viewers(other)], 'who is told of no more is gone').to.deep.equal([[], ['agent3']]);
    live.$connection.set('stale');
    await clock.pass(10_000);
    expect(viewers(other), 'nobody knows').to.deep.equal([]);
  });

  it('of others is asked for again by a page whose server did not know it yet', async () => {
    [isRefused, all] = [true, [{ ticketId: one, viewers: [viewer('agent2')] }]];
    presence.$viewers.subscribe(() => undefined);
    await clock.pass(2_000);
    expect(viewers(one)).to.deep.equal([]);
    isRefused = false;
    await clock.pass(beatInterval);
    expect(viewers(one)).to.deep.equal(['agent2']);
  });

  it('of others is read where another page has the stream, once for many words, and later where nobody looks', async () => {
    presence.$viewers.subscribe(() => undefined);
    await clock.pass(2_000);
    const before = readings;
    all = [{ ticketId: one, viewers: [viewer('agent2')] }];
    for (let word = 0; word < 5; word += 1) live.tell({ topic: 'presence' });
    await clock.pass(2_000);
    expect(viewers(one)).to.deep.equal(['agent2']);
    expect(readings - before).to.equal(1);
    turnPage('hidden');
    all = [];
    live.tell({ topic: 'presence' });
    await clock.pass(2_000);
    expect(readings - before).to.equal(1);
    turnPage('visible');
    presence.look();
    await clock.pass(2_000);
    expect(viewers(one), 'as it is by now').to.deep.equal([]);
  });
});

describe('tickets that are given to an agent', () => {
  let assignments: Assignments;
  let rows: Map<string, TicketRow>;
  let reads: (readonly string[])[];
  let answer: (rows: readonly TicketRow[]) => Promise<readonly TicketRow[]>;
  const $assigned = atom<readonly Assignment[]>([]);
  const mine = (number: number): TicketRow =>
    ticketOf(number, { assignee: { usercode: 'agent1', name: '김상담' }, status: 'processing' });
  const given = (...numbers: number[]): void => {
    for (const number of numbers) {
      rows.set(idOf(number), mine(number));
      assignments.hear(idOf(number), 2);
    }
  };
  const shown = () => $assigned.get().map(({ subject }) => subject);

  beforeEach(() => {
    [rows, reads] = [new Map(), []];
    answer = (found) => Promise.resolve(found);
    $assigned.set([]);
    const { signal } = end;
    assignments = new Assignments({
      api: {
        ticketsById: (ids: readonly string[]) => {
          reads.push(ids);
          return answer(ids.flatMap((id) => rows.get(id) ?? []));
        },
      },
      live: live as never,
      $assigned,
      $currentId,
      agent: () => 'agent1',
      signal: () => signal,
    });
  });

  it('are told together, and once however often the stream says it', async () => {
    given(1, 2, 3);
    await clock.pass(500);
    expect(shown()).to.deep.equal(['문의 1', '문의 2', '문의 3']);
    given(1, 2, 3);
    await clock.pass(500);
    expect(reads).to.have.lengthOf(1);
  });

  it('are not told of when they are open, or another’s by the time', async () => {
    $currentId.set(idOf(1));
    given(1, 2);
    rows.set(idOf(2), { ...mine(2), assignee: { usercode: 'agent2', name: '이상담' } });
    given(3);
    $currentId.set(idOf(3));
    await clock.pass(500);
    expect(shown()).to.deep.equal([]);
  });

  it('are told no more when they are opened, put aside, or taken away', async () => {
    given(1, 2, 3, 4);
    await clock.pass(500);
    $currentId.set(idOf(1));
    assignments.dismiss([idOf(2)]);
    expect(shown()).to.deep.equal(['문의 3', '문의 4']);
    rows.set(idOf(3), { ...mine(3), assignee: null });
    live.tell({ topic: 'ticket', ticketId: idOf(3), version: 3 });
    rows.delete(idOf(4));
    live.tell({ topic: 'ticket', ticketId: idOf(4), version: 3 });
    live.tell({ topic: 'ticket', ticketId: idOf(5), version: 3 });
    await clock.pass(500);
    expect(shown()).to.deep.equal([]);
    expect(reads.at(-1), 'and nothing else is asked').to.deep.equal([idOf(3), idOf(4)]);
  });

  it('given again after they were put aside are told again', async () => {
    given(1);
    await clock.pass(500);
    assignments.dismiss([idOf(1)]);
    assignments.hear(idOf(1), 4);
    await clock.pass(500);
    expect(shown()).to.deep.equal(['문의 1']);
  });

  it('that could not be read are read again a little later, whatever else is given meanwhile', async () => {
    answer = () => Promise.reject(new DeskError('server', 'not now'));
    given(1, 2);
    await clock.pass(500);
    expect(reads).to.deep.equal([[idOf(1), idOf(2)]]);
    answer = (found) => Promise.resolve(found);
    given(3);
    await clock.pass(5_000);
    expect(shown().toSorted()).to.deep.equal(['문의 1', '문의 2', '문의 3']);
    await clock.pass(60_000);
    expect(reads).to.have.lengthOf(3);
  });

  it('that could not be read are read once the stream is there again', async () => {
    answer = () => Promise.reject(new DeskError('offline', 'no network'));
    given(1);
    await clock.pass(500);
    live.tell({ topic: 'live' });
    await clock.pass(500);
    expect([reads.length, shown()]).to.deep.equal([2, []]);
    answer = (found) => Promise.resolve(found);
    live.tell({ topic: 'live' });
    await clock.pass(500);
    expect(shown()).to.deep.equal(['문의 1']);
  });

  it('that cannot be read for long are asked for ever more rarely, whatever is told meanwhile', async () => {
    answer = () => Promise.reject(new DeskError('busy', 'later'));
    given(1);
    for (let second = 0; second < 60; second++) {
      live.tell({ topic: 'board' });
      await clock.pass(1_000);
    }
    expect(reads.length).to.be.within(3, 8);
    answer = (found) => Promise.resolve(found);
    await clock.pass(30_500);
    expect(shown()).to.deep.equal(['문의 1']);
  });

  it('that are refused for good are not asked for again', async () => {
    answer = () => Promise.reject(new DeskError('denied', 'no'));
    given(1);
    await clock.pass(500);
    live.tell({ topic: 'live' });
    await clock.pass(60_000);
    expect(reads).to.have.lengthOf(1);
  });

  it('are looked at again when it is not known what was missed', async () => {
    given(1, 2);
    await clock.pass(500);
    rows.set(idOf(1), { ...mine(1), assignee: { usercode: 'agent2', name: '이상담' } });
    live.tell({ topic: 'reset' });
    await clock.pass(500);
    expect(shown()).to.deep.equal(['문의 2']);
  });

  it('that are put aside while they are read stay there, and others do not', async () => {
    const held: (() => void)[] = [];
    answer = (found) => new Promise((resolve) => held.push(() => resolve(found)));
    given(1, 2);
    await clock.pass(500);
    given(3);
    assignments.dismiss([idOf(1)]);
    await clock.pass(500);
    expect(reads, 'one call at a time').to.have.lengthOf(1);
    held[0]?.();
    await clock.pass(500);
    held[1]?.();
    await clock.pass(500);
    expect(shown()).to.deep.equal(['문의 3', '문의 2']);
  });

  it('are all told of, also when they are more than one call may ask for', async () => {
    given(...Array.from({ length: 230 }, (_, at) => at + 1));
    await clock.pass(1_000);
    expect(reads.map(({ length }) => length)).to.deep.equal([200, 30]);
    expect(shown()[0]).to.equal('문의 201');
  });

  it('are not shown to another agent who takes over meanwhile', async () => {
    given(1);
    assignments.clear();
    end.abort();
    await clock.pass(500);
    expect(shown()).to.deep.equal([]);
  });
});

describe('a hub beside others', () => {
  it('says who is there, also when its page goes, and what was given to its agent', async () => {
    const server = serverWith(4);
    server.before = ({ path }) => (path === 'presence.json' ? new Response(null, { status: 204 }) : undefined);
    const element = await openHub(server);
    const hub = hubOf(element);
    watch(hub.tickets.$current);
    watch(hub.assignments.$assigned);
    const said = () =>
      server
        .to('presence.json', 'POST')
        .map(({ body, keepalive }) => [body?.['ticketId'], body?.['typing'], keepalive]);
    element.dispatchEvent(new TicketSelectRequest(idOf(1)));
    await clock.until(() => said().length === 1, 'the first word');
    element.dispatchEvent(new DraftChangeRequest(idOf(1), { html: '<p>안녕</p>', action: null, values: {} }));
    await clock.until(() => said().length === 2, 'that somebody writes');
    turnPage('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.until(() => said().length === 3, 'the last word');
    expect(said()).to.deep.equal([
      [idOf(1), false, false],
      [idOf(1), true, false],
      [null, false, true],
    ]);
    turnPage('visible');
    server.change(3, { assignee: { usercode: 'agent1', name: '김상담' }, status: 'processing' });
    server.tell('assigned', { ticketId: idOf(3), version: 2 });
    await clock.until(() => hub.assignments.$assigned.get().length === 1, 'the ticket that was given');
    expect(hub.assignments.$assigned.get()).to.deep.equal([{ ticketId: idOf(3), subject: '문의 3' }]);
    lookAway();
    cleanUp();
    await clock.pass(3_000);
  });
});

describe('the stream of a hub that has ended', () => {
  it('is not opened again by who begins to listen', async () => {
    let opened = 0;
    const line = { stop: () => undefined, hurry: () => undefined };
    const api = { answered: Promise.resolve(), live: () => ((opened += 1), Promise.resolve(line)) };
    const stream = new Live(api as never);
    stream.on(() => undefined);
    await clock.until(() => opened === 1, 'the stream');
    stream.end();
    stream.on(() => undefined);
    await clock.pass(5_000);
    expect(opened).to.equal(1);
    expect(stream.$connection.get()).to.equal('idle');
  });
});
