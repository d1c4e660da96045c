import { expect } from '@open-wc/testing';
import type { Hub } from '../../src/base/hub-context.js';
import { refit } from '../../src/domain/masks.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import {
  DraftChangeRequest,
  MaskRemoveRequest,
  MaskRequest,
  MaskSelectRequest,
  TicketSelectRequest,
  type DeskRequest,
} from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { withMasks } from '../../src/hub/masked-text.js';
import { anEntry } from '../support/open-ticket.js';
import {
  content,
  envelope,
  idOf,
  refusal,
  serverWith,
  type Call,
  type ScriptedServer,
} from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch } from './support.js';

const id = idOf(3);

describe('masks', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  let entries: HistoryEntry[];
  let hasBegun = false;
  /** What the server does about a mask instead; undefined lets it mask. */
  let refuse: (call: Call, entry: HistoryEntry) => Response | undefined;
  const extras = new Map<number, object>();

  const entryOf = (entryId: number) => entries.find((entry) => entry.id === entryId)!;
  const textOf = (entryId: number) => shown().find((entry) => entry.id === entryId)?.text;
  const shown = () => {
    const load = hub.tickets.$history.get();
    return 'value' in load && load.value ? load.value : [];
  };
  const ask = async (request: DeskRequest, time?: number): Promise<void> => {
    hasBegun = false;
    element.dispatchEvent(request);
    await settle(time);
  };
  const range = (entryId: number, start: number, length: number, bodyVersion = 1) => ({
    entryId,
    bodyVersion,
    start,
    length,
  });
  const select = (...ranges: ReturnType<typeof range>[]) => ask(new MaskSelectRequest({ ticketId: id, ranges }));
  const task = () => hub.work.$tasks.get()[0];
  /** Waits until what was asked for last began and ended. */
  const isOver = () => until(() => hasBegun && task()?.state !== 'running', 'the end of the mask');
  const masks = () => server.to(/masks\.json$/);
  const bodies = () => masks().map(({ path, body }) => [path, body]);

  /** Puts other words into a message, as somebody else's mask or edit does. */
  function put(entryId: number, text: string): HistoryEntry {
    const entry = { ...entryOf(entryId), text, html: `<p>${text}</p>`, bodyVersion: entryOf(entryId).bodyVersion + 1 };
    entries = entries.map((each) => (each.id === entryId ? entry : each));
    return entry;
  }

  function mask(call: Call): Response | undefined {
    if (call.path === `tickets/${id}/history.json`) return envelope({ contents: entries });
    const entryId = Number(/^messages\/(\d+)\/masks\.json$/.exec(call.path)?.[1]);
    if (!entryId) return undefined;
    const entry = entryOf(entryId);
    const { start, length, expectedVersion } = call.body as Record<string, number>;
    const refused = refuse(call, entry);
    if (refused) return refused;
    if (expectedVersion !== entry.bodyVersion) return refusal(409, { code: 'version_conflict', entry });
    const { text } = entry;
    const masked = put(entryId, text.slice(0, start) + '*'.repeat(length!) + text.slice(start! + length!));
    return content({ entry: masked, mask: null, notReached: [], copies: [], ...extras.get(entryId) });
  }

  beforeEach(async () => {
    extras.clear();
    refuse = () => undefined;
    entries = [1, 2, 3].map((entryId) => anEntry(entryId, { html: '<p>전화 010-1234-5678, 카드 4111</p>' }));
    server = serverWith(20);
    server.before = mask;
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.tickets.$history);
    watch(hub.tickets.$current);
    watch(hub.work.$tasks).listen((tasks) => (hasBegun ||= tasks.length > 0));
    await ask(new TicketSelectRequest(id));
    await until(() => shown().length === 3, 'the history');
  });
  afterEach(cleanUp);

  it('makes several in several messages, from the end of each and on the version that the one before made', async () => {
    await select(range(1, 3, 13), range(1, 21, 4), range(3, 3, 13));
    await ask(new MaskRequest('m', id, hub.masks.$selection.get()!.ranges, { style: 'fixed' }));
    await isOver();
    expect(bodies()).to.deep.equal([
      ['messages/1/masks.json', { start: 21, length: 4, style: 'fixed', expectedVersion: 1 }],
      ['messages/1/masks.json', { start: 3, length: 13, style: 'fixed', expectedVersion: 2 }],
      ['messages/3/masks.json', { start: 3, length: 13, style: 'fixed', expectedVersion: 1 }],
    ]);
    expect(task()).to.equal(undefined);
    expect(hub.masks.$selection.get()).to.equal(null);
    expect(new Set(masks().map(({ key }) => key)).size).to.equal(3);
    expect(JSON.stringify(masks().map(({ body }) => body))).not.to.contain('010');
  });

  it('shows the answered message at once, before anything is read again', async () => {
    let isLate = false;
    server.before = async (call) => {
      if (isLate && call.path.endsWith('history.json')) await new Promise(() => undefined);
      return mask(call) as Response;
    };
    isLate = true;
    await ask(new MaskRequest('m', id, [range(2, 3, 13)]));
    await until(() => textOf(2) === '전화 *************, 카드 4111', 'the asterisks');
    expect(textOf(1)).to.contain('010-1234-5678');
  });

  it('tells everything that a run did not reach, and the copies that are left, once each', async () => {
    extras.set(1, {
      notReached: [{ kind: 'mail', to: 'mina@x.example', at: 5 }],
      copies: [range(2, 3, 13), range(3, 3, 13)],
    });
    extras.set(2, {
      notReached: [
        { kind: 'mail', to: 'mina@x.example', at: 5 },
        { kind: 'field', code: 'phone' },
      ],
      copies: [range(3, 3, 13)],
    });
    await ask(new MaskRequest('m', id, [range(1, 3, 13), { ...range(2, 3, 13), category: 'phone' }]));
    await isOver();
    expect(hub.masks.$outcome.get()).to.deep.equal({
      ticketId: id,
      taskId: 'm',
      notReached: [
        { kind: 'mail', to: 'mina@x.example', at: 5 },
        { kind: 'field', code: 'phone' },
      ],
      copies: [{ ...range(3, 3, 13), category: 'phone' }],
    });
    await ask(new MaskRequest('n', id, hub.masks.$outcome.get()!.copies));
    await isOver();
    expect(textOf(3)).to.equal('전화 *************, 카드 4111');
    const { copies, notReached } = hub.masks.$outcome.get()!;
    // With the copies the mask went on: what it did not reach was not read yet.
    expect([copies, notReached.map(({ kind }) => kind)]).to.deep.equal([[], ['mail', 'field']]);
    extras.clear();
    await ask(new MaskRequest('o', id, [range(2, 21, 4, 2)]));
    await isOver();
    expect(hub.masks.$outcome.get()).to.include({ taskId: 'o' }).and.to.deep.include({ notReached: [] });
  });

  it('gives each range the kind that is known of it alone', async () => {
    const ranges = [{ ...range(1, 3, 13), category: 'phone' as const }, range(2, 3, 13)];
    await ask(new MaskRequest('m', id, ranges, { category: 'other' }));
    await isOver();
    expect(masks().map(({ body }) => body?.['category'])).to.deep.equal(['phone', 'other']);
  });

  it('does what is asked one after the other, so that a quick second press is no conflict', async () => {
    element.dispatchEvent(new MaskRequest('m', id, [range(1, 21, 4)]));
    await ask(new MaskRequest('n', id, [range(1, 3, 13)]));
    await until(() => hub.work.$tasks.get().length === 0, 'both');
    expect(textOf(1)).to.equal('전화 *************, 카드 ****');
  });

  it('masks the same words once where they are asked for twice at once', async () => {
    element.dispatchEvent(new MaskRequest('m', id, [range(1, 3, 13), range(2, 3, 13)]));
    await ask(new MaskRequest('n', id, [range(1, 3, 13), range(2, 3, 13)]));
    await until(() => hub.work.$tasks.get().length === 0, 'both');
    expect(masks()).to.have.lengthOf(2);
    expect(textOf(1)).to.equal('전화 *************, 카드 4111');
  });

  it('leaves the selection as it is when another message changes', async () => {
    await select(range(1, 3, 13));
    const selection = hub.masks.$selection.get();
    put(2, '전화 ******, 카드 4111');
    server.change(3, {});
    await until(() => textOf(2) === '전화 ******, 카드 4111', 'the other’s mask');
    expect(hub.masks.$selection.get()).to.equal(selection);
  });

  it('cuts nothing where the message was changed meanwhile, shows it, and keeps what is selected as far as it fits', async () => {
    await select(range(1, 3, 13), range(1, 21, 4));
    put(1, '급함! 전화 010-1234-5678, 카드 4111');
    await ask(new MaskRequest('m', id, hub.masks.$selection.get()!.ranges));
    await isOver();
    expect(task()).to.include({ action: 'mask', state: 'failed' });
    expect(task()?.error?.kind).to.equal('conflict');
    expect(masks()).to.have.lengthOf(1);
    expect(textOf(1)).to.equal('급함! 전화 010-1234-5678, 카드 4111');
    expect(hub.masks.$selection.get()?.ranges).to.deep.equal([range(1, 7, 13, 2), range(1, 25, 4, 2)]);
    await ask(new MaskRequest('n', id, hub.masks.$selection.get()!.ranges));
    await isOver();
    expect(textOf(1)).to.equal('급함! 전화 *************, 카드 ****');
  });

  it('lets the selection follow what another agent masks in the same message', async () => {
    await select(range(1, 3, 13), range(1, 21, 4));
    put(1, '전화 ******, 카드 4111');
    server.change(3, {});
    await until(() => textOf(1) === '전화 ******, 카드 4111', 'the other’s mask');
    expect(hub.masks.$selection.get()).to.deep.equal({ ticketId: id, ranges: [range(1, 14, 4, 2)] });
    await ask(new MaskRequest('m', id, hub.masks.$selection.get()!.ranges));
    await isOver();
    expect(textOf(1)).to.equal('전화 ******, 카드 ****');
  });

  for (const [status, code, kind] of [
    [401, 'unauthorized', 'signed-out'],
    [403, 'security_off', 'denied'],
    [409, 'mask_overlap', 'conflict'],
    [404, 'not_found', 'missing'],
    [429, 'rate_limited', 'busy'],
  ] as const)
    it(`says why the server refused (${status})`, async () => {
      server.before = (call) => (/masks\.json$/.test(call.path) ? refusal(status, { code }) : mask(call));
      await ask(new MaskRequest('m', id, [range(1, 3, 13)]));
      if (kind === 'busy') expect(task()).to.include({ state: 'running' });
      else {
        await isOver();
        expect(task()?.error?.kind).to.equal(kind);
        expect(task()?.error?.details.content?.['code']).to.equal(code);
      }
      expect(textOf(1)).to.contain('010-1234-5678');
    });

  it('brings the answered message of an unmask and of a purge into the history', async () => {
    const calls: Call[] = [];
    server.before = (call) => {
      if (!call.path.startsWith('masks/')) return mask(call);
      calls.push(call);
      return content(put(1, call.path.includes('unmask') ? '되돌린 글' : '지운 글'));
    };
    await ask(new MaskRequest('m', id, [range(2, 3, 13)]));
    await isOver();
    expect(hub.masks.$outcome.get()).to.deep.include({ notReached: [], copies: [] });
    await ask(new MaskRemoveRequest('u', id, { maskId: 'm/1', entryId: 1, bodyVersion: 1 }, 'unmask', '확인'));
    await until(() => textOf(1) === '되돌린 글', 'the text');
    // That something was masked is not true of the last thing done.
    expect(hub.masks.$outcome.get()).to.equal(null);
    await ask(new MaskRemoveRequest('p', id, { maskId: 'm2', entryId: 1, bodyVersion: 2 }, 'purge', '삭제'));
    await until(() => textOf(1) === '지운 글', 'the text');
    expect(calls.map(({ path, body }) => [path, body])).to.deep.equal([
      ['masks/m%2F1/unmask.json', { reason: '확인', expectedVersion: 1 }],
      ['masks/m2/purge.json', { reason: '삭제', expectedVersion: 2 }],
    ]);
  });

  it('tells nothing of what a mask did not reach once the last mask of the ticket is taken back', async () => {
    const by = { usercode: 'agent1', name: '이준호' };
    const span = { id: 'm1', start: 3, length: 13, category: null, state: 'masked' as const, by, at: 5 };
    const withMasks = (masks: HistoryEntry['masks'], entry: HistoryEntry): HistoryEntry => {
      const whole = { ...entry, masks };
      entries = entries.map((each) => (each.id === whole.id ? whole : each));
      return whole;
    };
    server.before = (call) => {
      if (call.path.includes('unmask')) return content(withMasks([], put(1, '되돌린 글')));
      if (!call.path.endsWith('masks.json')) return mask(call);
      const notReached = [{ kind: 'field', code: 'phone' }];
      return content({ entry: withMasks([span], put(1, '가린 글')), mask: span, notReached, copies: [] });
    };
    await ask(new MaskRequest('m', id, [range(1, 3, 13)]));
    await until(() => hub.masks.$outcome.get()?.notReached.length === 1, 'what was not reached');
    await ask(new MaskRemoveRequest('u', id, { maskId: 'm1', entryId: 1, bodyVersion: 2 }, 'unmask', '확인'));
    await until(() => textOf(1) === '되돌린 글', 'the text');
    expect(hub.masks.$outcome.get()).to.equal(null);
  });

  it('shows an original to who asked and keeps it nowhere; a purged one is read again as such', async () => {
    let isPurged = false;
    server.before = (call) => {
      if (!call.path.endsWith('reveal.json')) return mask(call);
      return isPurged ? refusal(410, { code: 'mask_purged' }) : content({ text: 'canary-7', ttl: 30 });
    };
    const never = new AbortController().signal;
    expect(await hub.masks.reveal('m1', '확인', never)).to.deep.equal({ text: 'canary-7', ttl: 30 });
    const stores = Object.values(hub).flatMap((topic) =>
      Object.entries(topic).filter(([name]) => name.startsWith('$')),
    );
    const held = stores.map(([, store]) => JSON.stringify((store as { get(): unknown }).get()) ?? '');
    expect(held.join()).not.to.contain('canary-7');
    isPurged = true;
    const before = server.to(/history/).length;
    const refused = await hub.masks.reveal('m1', '확인', never).catch((error: unknown) => error);
    expect(refused).to.include({ kind: 'gone' });
    await until(() => server.to(/history/).length > before, 'the history again');
    expect(server.to(/reveal/)).to.have.lengthOf(2);
  });

  it('shows nobody what another agent selected, and masks nothing for them', async () => {
    await select(range(1, 3, 13));
    signInOther(server, element);
    await ask(new MaskRequest('m', id, [range(1, 3, 13)]));
    await until(() => hub.tickets.$currentId.get() === null, 'the other agent');
    expect(hub.masks.$selection.get()).to.equal(null);
    expect(hub.work.$tasks.get()).to.deep.equal([]);
  });

  it('ends with its ticket', async () => {
    await select(range(1, 3, 13));
    await ask(new TicketSelectRequest(idOf(4)));
    expect(hub.masks.$selection.get()).to.equal(null);
    await ask(new TicketSelectRequest(id));
    expect(hub.masks.$selection.get()).to.equal(null);
  });

  it('tells what it did not reach when its ticket is opened again, where that was left before', async () => {
    const notReached = [{ kind: 'mail', to: 'mina@x.example', at: 5 }];
    extras.set(1, { notReached });
    hasBegun = false;
    element.dispatchEvent(new MaskRequest('m', id, [range(1, 3, 13)]));
    element.dispatchEvent(new TicketSelectRequest(idOf(4)));
    await isOver();
    expect(masks()).to.have.lengthOf(1);
    expect(hub.masks.$outcome.get()).to.equal(null);
    await ask(new TicketSelectRequest(id));
    expect(hub.masks.$outcome.get()?.notReached).to.deep.equal(notReached);
    await ask(new TicketSelectRequest(idOf(4)));
    await ask(new TicketSelectRequest(id));
    expect(hub.masks.$outcome.get()).to.equal(null);
  });

  it('brings its asterisks into an answer that quotes the words, and loses nothing that is typed', async () => {
    watch(hub.tickets.$draft);
    await until(() => hub.tickets.$draft.get()?.state === 'kept', 'the draft');
    const write = (html: string) => ask(new DraftChangeRequest(id, { html, action: null, values: {} }), 0);
    await write('<p>번호 010-1234-5678 맞나요</p>');
    await until(() => hub.tickets.$draft.get()?.state === 'kept', 'the quote on the server');
    await write('<p>번호 010-1234-5678 맞나요? 네</p>');
    const kept = server.drafts.get(id)!;
    server.drafts.set(id, { ...kept, html: '<p>번호 ************* 맞나요</p>', seq: kept.seq + 1 });
    await ask(new MaskRequest('m', id, [range(1, 3, 13)]));
    await until(() => server.drafts.get(id)?.html === '<p>번호 ************* 맞나요? 네</p>', 'the masked answer');
    expect(hub.tickets.$draft.get()?.draft?.html).to.equal('<p>번호 ************* 맞나요? 네</p>');
    await until(() => hub.tickets.$draft.get()?.state === 'kept', 'the end of saving');
  });
});

describe('a range in another version of its message', () => {
  const before = { bodyVersion: 1, text: 'ab 1234 cd 5678' };
  const at = (start: number, length: number) => ({ entryId: 1, bodyVersion: 1, start, length });

  it('is where its words are, before the change and behind it', () => {
    const after = { bodyVersion: 2, text: 'ab ****** cd 5678' };
    expect(refit(at(0, 2), before, after)).to.include({ start: 0, bodyVersion: 2 });
    expect(refit(at(11, 4), before, after)).to.include({ start: 13, length: 4 });
    expect(refit(at(3, 4), before, after)).to.equal(null);
    expect(refit(at(0, 5), before, after)).to.equal(null);
  });

  it('is none where its version is another one', () => {
    expect(refit({ ...at(0, 2), bodyVersion: 0 }, before, { bodyVersion: 2, text: 'ab' })).to.equal(null);
  });
});

describe('masks of a kept text', () => {
  it('come into what was typed around them', () => {
    expect(withMasks('가 1234 나', '가 **** 나', '가 1234 나다')).to.equal('가 **** 나다');
    expect(withMasks('가 1234 나', '가 ****** 나', '앞 가 1234 나')).to.equal('앞 가 ****** 나');
    expect(withMasks('12 <b>34</b> 12', '** <b>**</b> **', '12 <b>34</b> 12 끝')).to.equal('** <b>**</b> ** 끝');
  });

  it('are not mistaken for another text', () => {
    expect(withMasks('가 1234 나', '가 1234 다', '가 1234 나')).to.equal(null);
    expect(withMasks('가 1234 나', '가 **** 나', '가 1299 나')).to.equal(null);
    expect(withMasks('**가**', '**가**', '**가**')).to.equal(null);
  });
});
