import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { Line } from './support/line.js';
import { LongWaits } from './support/long-waits.js';
import { Held, Network, refusing } from './support/network.js';
import {
  answerIn,
  button,
  editorOf,
  inside,
  messagesWith,
  rowsOf,
  rowWith,
  says,
  seen,
  visible,
  write,
} from './support/screen.js';
import { act, mailFor, openById } from './support/steps.js';
import { isTrue } from './support/truth.js';

const answer = '작성 중인 답변입니다.';
const told = {
  offline: '서버에 연결할 수 없습니다. 작성 중인 내용은 그대로 있으며',
  stale: '실시간 연결이 끊겼습니다. 마지막으로 받은 내용을 보여 드리며',
  staleInJapanese: 'リアルタイム接続が切れました。最後の内容を表示し',
};
/** What a page may let pass without a word, so that five seconds are left to be true again within 45. */
const silence = 40_000;

/** What a console reads, by what it shows. */
const reads = {
  list: /^GET .*\/console\/tickets\.json$/,
  counts: /^GET .*\/tickets\/counts\.json$/,
  board: /^GET .*\/board\.json$/,
  ticket: /^GET .*\/tickets\/T[^/]+\.json$/,
  history: /^GET .*\/tickets\/T[^/]+\/history\.json$/,
};

describe('a stream that is', function () {
  this.timeout(60_000);
  let desk: Desk;
  let network: Network;
  let line: Line;
  let hub: DeskHub;
  let ticketId: string;
  let name: string;
  let count = 0;
  let waits: LongWaits | undefined;
  const browsers = globalThis.fetch;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    await desk.execute(`update services set undo_seconds = 0 where service_id = 'demo'`);
  });
  afterEach(() => {
    waits = void waits?.restore();
    globalThis.fetch = browsers;
    document.body.replaceChildren();
    sessionStorage.clear();
  });
  after(() => desk.close());

  const scrollerOf = (tag: string, part: string) => inside(hub, tag)!.querySelector<HTMLElement>(part)!;
  const sign = (): HTMLElement => inside(hub, 'ticket-console')!.querySelector<HTMLElement>('.connection')!;
  const isCalm = (): boolean => sign().classList.contains('fine') && hub.hub!.session.$connection.get() === 'live';
  const notice = (): HTMLElement => visible(hub, 'assignment-notice')[0]!;
  const tells = (words: string) => seen(() => says(sign(), words), `"${words}"`);
  const isLive = () => seen(() => hub.hub!.session.$connection.get() === 'live', 'the stream');

  /** An agent amid the work: a ticket with a long mail is open and read, and half an answer is written. */
  async function begin(isOwn = false): Promise<void> {
    name = `stream-${++count}`;
    const from = `${name}@customer.example`;
    const text = Array.from({ length: 60 }, (_, at) => `${at + 1}번째 줄입니다.`).join('\n\n');
    ticketId = await desk.receive({ id: from, from, subject: name, text });
    await act(desk, 'agent1', ticketId, 'POST', 'claim.json', { groupId: 1 });
    network = new Network(desk.server, 'agent1');
    network.isOwn = isOwn;
    if (isOwn) globalThis.fetch = network.fetch;
    line = new Line(network);
    hub = await desk.open('agent1', network);
    await openById(hub, ticketId);
    await write(hub, answer);
    for (let step = 0; step < 3; step++) await sendKeys({ press: 'ArrowLeft' });
    await seen(() => says(hub, '저장됨'), 'that the draft is kept');
    await isTrue(desk, hub, ticketId);
    await desk.server.worker.drain();
    scrollerOf('ticket-history', '.scroller').scrollTop = 150;
    await seen(() => network.isQuiet && isCalm(), 'rest');
    expect(editorOf(hub)!.matches(':focus')).to.equal(true);
  }

  /** What others do, one after the other: claim and answer, write, ask anew, hand over, promise a call. */
  function others(): readonly (() => Promise<unknown>)[] {
    const [taken, given] = [`${name}-taken`, `${name}-given`];
    let [takenId, givenId] = ['', ''];
    const mail = { from: `${name}@customer.example` };
    return [
      async () => void (takenId = await mailFor(desk, taken, true, 'agent3')),
      () => act(desk, 'agent3', takenId, 'POST', 'process.json', { action: 'resolve', html: '<p>보냈습니다.</p>' }),
      () =>
        desk.receive({ ...mail, id: `${name}-2@x`, answers: mail.from, subject: `Re: ${name}`, text: '언제 오나요?' }),
      () => mailFor(desk, `${name}-new`, false),
      async () => void (givenId = await mailFor(desk, given, true, 'agent3')),
      () => act(desk, 'agent3', givenId, 'POST', 'forward.json', { groupId: 1, usercode: 'agent1' }),
      () =>
        desk.call('agent1', 'POST', `tickets/${ticketId}/callbacks.json`, {
          at: Date.now() + 3_600_000,
          phone: '02-1234-5678',
        }),
      () => desk.server.worker.drain(),
    ];
  }

  async function work(between: () => unknown = () => undefined): Promise<void> {
    for (const step of others()) {
      await step();
      await between();
    }
  }

  const knowsNothing = (): boolean => !rowWith(hub, `${name}-new`) && messagesWith(hub, '언제 오나요?').length === 0;

  /** Everything is there and true, and nothing of what the agent had in hand has moved. */
  async function isWhole({ typed = '', isTold = true } = {}): Promise<void> {
    await isTrue(desk, hub, ticketId);
    expect(rowWith(hub, `${name}-new`)).to.exist;
    expect(messagesWith(hub, '언제 오나요?')).to.have.lengthOf(1);
    await seen(() => button(inside(hub, 'ticket-detail')!, /^약속콜 20/), 'the promised call');
    if (isTold) await seen(() => says(notice(), `${name}-given`), 'what was given to the agent');
    await seen(isCalm, 'that the sign is calm');
    expect(scrollerOf('ticket-history', '.scroller').scrollTop).to.equal(150);
    expect(editorOf(hub)!.matches(':focus')).to.equal(true);
    await sendKeys({ type: '!' });
    await seen(() => answerIn(hub) === `작성 중인 답변입${typed}!니다.`, 'the answer with the caret where it was');
  }

  it('cut, with nothing to tell, goes on where it was, and nothing is read again', async () => {
    await begin();
    // What others did before may be read late: where each cut is a reason to read, no cut is without.
    await seen(async () => {
      network.clear();
      const before = line.asked.length;
      line.cut('end');
      await seen(() => line.asked.length > before, 'the next stream');
      await isLive();
      // This is read whenever a stream begins, and the views would be with it.
      await seen(() => network.timesAsked(/\/callbacks\.json$/) > 0 && network.isQuiet, 'rest');
      expect(line.asked).to.have.lengthOf(before + 1);
      return Object.values(reads).every((path) => network.timesAsked(path) === 0);
    }, 'a cut after which nothing is read');
    await mailFor(desk, `${name}-later`, false);
    await isTrue(desk, hub, ticketId);
    expect(line.asked.slice(1).every((place) => /^\d+$/.test(place))).to.equal(true);
    expect(line.told).not.to.include('reset');
    for (const what of ['ticket', 'history'] as const) expect(network.timesAsked(reads[what]), what).to.equal(0);
  });

  for (const how of ['end', 'break'] as const) {
    it(`cut (${how}), and refused for a while, is true again once the server is there`, async () => {
      await begin();
      line.refusal = refusing(503, 'starting', 0);
      line.cut(how);
      await tells(told.offline);
      await work();
      expect(knowsNothing()).to.equal(true);
      network.clear();
      line.refusal = undefined;
      await isWhole();
      expect(line.told).not.to.include('reset');
      for (const what of ['counts', 'board', 'ticket', 'history'] as const)
        // Not once for each change, though what comes late is read a moment later.
        expect(network.timesAsked(reads[what]), what).to.be.within(1, 4);
      // The rows that changed, the top of the list, and what was given to the agent.
      expect(network.timesAsked(reads.list), 'the list').to.be.at.most(6);
    });
  }

  it('cut again and again in the middle of what it tells goes on each time behind what was heard', async () => {
    await begin();
    let cuts = 0;
    await work(async () => {
      line.cut(cuts++ % 2 ? 'end' : 'break');
      await seen(() => line.open === 1, 'the next stream');
    });
    await isWhole();
    const places = line.asked.slice(1).map(BigInt);
    expect(places).to.have.lengthOf.at.least(cuts);
    expect(places.every((place, at) => at === 0 || place >= places[at - 1]!)).to.equal(true);
    expect(line.told).not.to.include('reset');
  });

  it('told twice, at once and once more later, is as true as one that is told once', async () => {
    await begin();
    line.isTwice = true;
    await work();
    await isTrue(desk, hub, ticketId);
    line.tellAgain();
    await isWhole();
    expect(line.asked).to.deep.equal(['']);
  });

  it('told backwards is true, and goes on behind the farthest', async () => {
    await begin();
    line.keep();
    await work();
    await seen(() => line.kept > 8, 'what is told');
    expect(knowsNothing()).to.equal(true);
    line.tellBackwards();
    const { farthest } = line;
    line.cut('end');
    await seen(() => line.asked.length === 2, 'the next stream');
    expect(line.asked[1]).to.equal(farthest);
    await isWhole();
  });

  it('cut for longer than the server keeps what it tells is read again as a whole', async () => {
    await begin();
    line.refusal = refusing(503, 'starting', 0);
    line.cut('break');
    await tells(told.offline);
    await work();
    await forget();
    const before = line.told.length;
    line.refusal = undefined;
    await isWhole({ isTold: false });
    expect(line.told.slice(before)).to.include('reset').and.not.include('call');
  });

  it('read again as a whole moves nothing under a reader amid the list', async () => {
    await begin();
    const list = scrollerOf('ticket-list', '.viewport');
    const { $window, $waiting } = hub.hub!.tickets;
    const inSight = () => rowsOf(hub).map((row) => $window.get().row(Number(row.getAttribute('aria-rowindex')) - 2));
    list.scrollTop = 900;
    await seen(() => inSight().length > 5 && !inSight().some((row) => row?.subject === name), 'rows farther down');
    const taken = (await seen(() => inSight().find((row) => row?.status === 'unassigned'), 'a row to take'))!;
    const [top, ids] = [list.scrollTop, inSight().map((row) => row?.ticketId)];
    line.cut('break');
    line.refusal = refusing(503, 'starting', 0);
    await act(desk, 'agent3', taken.ticketId, 'POST', 'claim.json', { groupId: 1 });
    await work();
    await forget();
    line.refusal = undefined;
    await seen(() => inSight().find((row) => row?.ticketId === taken.ticketId)?.status === 'processing', 'the change');
    await seen(() => $waiting.get() > 0, 'that the list has others');
    expect([list.scrollTop, inSight().map((row) => row?.ticketId)]).to.deep.equal([top, ids]);
    list.scrollTop = 0;
    await isWhole({ isTold: false });
  });

  it('silent but open is told of in time, and is true again', async () => {
    waits = new LongWaits();
    await begin();
    line.hush();
    await work();
    expect(knowsNothing() && isCalm()).to.equal(true);
    const held = new Held();
    line.refusal = held.fault;
    waits.pass(silence);
    await tells(told.stale);
    expect(knowsNothing()).to.equal(true);
    held.let();
    await isWhole();
    expect(line.asked).to.have.lengthOf(2);
  });

  it('silent from its beginning is told of in Japanese too', async () => {
    waits = new LongWaits();
    await begin();
    hub.lang = 'ja';
    line.isDumb = true;
    line.cut('end');
    await seen(() => line.asked.length === 2 && line.open === 1, 'the next stream');
    await isLive();
    await work();
    expect(knowsNothing() && isCalm()).to.equal(true);
    line.isDumb = false;
    const held = new Held();
    line.refusal = held.fault;
    waits.pass(silence);
    await tells(told.staleInJapanese);
    held.let();
    await isTrue(desk, hub, ticketId);
    await seen(isCalm, 'that the sign is calm');
    expect(line.asked[2]).to.equal(line.asked[1]);
  });

  it('gone with the network comes back with it, with all that was typed meanwhile', async () => {
    await begin();
    network.offline();
    window.dispatchEvent(new Event('offline'));
    await tells(told.offline);
    await sendKeys({ type: '??' });
    await work();
    expect(knowsNothing()).to.equal(true);
    network.online();
    window.dispatchEvent(new Event('online'));
    await isWhole({ typed: '??' });
    const isKept = async (): Promise<boolean> => {
      const draft = (await desk.call('agent1', 'GET', `tickets/${ticketId}/draft.json`)) as { html: string } | null;
      return draft?.html.includes('작성 중인 답변입??!니다.') === true;
    };
    await seen(isKept, 'the answer on the server');
  });

  it('dead without a word in another network is opened anew at once', async () => {
    waits = new LongWaits();
    await begin();
    line.hush();
    await work();
    expect(knowsNothing() && isCalm()).to.equal(true);
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    await isWhole();
    expect(line.asked).to.have.lengthOf(2);
  });

  it('shared by two windows is one, is true in both after a silence, and goes on in the other when one is closed', async () => {
    waits = new LongWaits();
    await begin(true);
    const other = await desk.open('agent1', network);
    await openById(other, ticketId);
    await isTrue(desk, other, ticketId);
    expect(line.open).to.equal(1);
    line.hush();
    await work();
    waits.pass(silence);
    await isWhole();
    await isTrue(desk, other, ticketId);
    expect([line.open, line.asked.length]).to.deep.equal([1, 2]);
    hub.remove();
    await seen(() => line.asked.length === 3 && line.open === 1, 'the stream of the other');
    await mailFor(desk, `${name}-last`, false);
    await seen(() => rowWith(other, `${name}-last`), 'the last mail');
    await isTrue(desk, other, ticketId);
    expect(line.told).not.to.include('reset');
  });

  /** The server keeps nothing of what it told. */
  async function forget(): Promise<void> {
    await desk.execute(`
      insert into installation (name, value)
      select 'event-log-kept-from', xid::text || lpad(id::text, 12, '0') from event_log order by xid desc, id desc limit 1
      on conflict (name) do update set value = excluded.value`);
    await desk.execute('delete from event_log');
  }
});
