import { expect } from '@open-wc/testing';
import { atom } from 'nanostores';
import { known } from '../../src/base/known.js';
import type { Hub } from '../../src/base/hub-context.js';
import * as requests from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { createDooray } from '../../src/hub/dooray.js';
import { aComment, doorayTransfer, sampleConversation } from '../../stories/support/sample-dooray.js';
import { content, idOf, refusal, ScriptedServer, ticketOf, type Call } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch } from './support.js';

const ticketId = idOf(1);
const reading = `tickets/${ticketId}/dooray/conversation.json`;
const commenting = `tickets/${ticketId}/dooray/comment.json`;

describe('a hub, about Dooray!', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  let comments = sampleConversation().comments;
  /** What the server answers beside reading. */
  let answers: (call: Call) => Response | undefined;

  beforeEach(async () => {
    server = new ScriptedServer();
    comments = sampleConversation().comments;
    answers = () => undefined;
    server.tickets = [
      ticketOf(1, { status: 'dooray_transferred', transfer: doorayTransfer() }),
      ticketOf(2),
      ticketOf(3, { transfer: doorayTransfer() }),
    ];
    server.before = (call) =>
      answers(call) ??
      (call.path.endsWith('conversation.json') ? content(sampleConversation('ko', { comments })) : undefined);
    element = await openHub(server);
    hub = hubOf(element);
    for (const store of [hub.tickets.$current, hub.tickets.$draft, hub.work.$tasks]) watch(store as never);
    watch(hub.dooray.$conversation);
    await open(ticketId);
    await until(() => said().length > 0, 'the conversation');
  });
  afterEach(cleanUp);

  const said = (): readonly string[] => known(hub.dooray.$conversation.get())?.comments.map(({ id }) => id) ?? [];
  const tasks = () => hub.work.$tasks.get().map(({ action, state }) => `${action} ${state}`);
  const reads = (): number => server.to(reading).length;

  async function open(id: string): Promise<void> {
    element.dispatchEvent(new requests.TicketSelectRequest(id));
    await until(() => known(hub.tickets.$current.get())?.ticketId === id, 'the ticket');
    await until(() => hub.tickets.$draft.get()?.state !== 'loading', 'the draft');
  }

  const comment = (html = '<p>확인 부탁드립니다.</p>', attachmentIds?: readonly string[]): void =>
    void element.dispatchEvent(new requests.DoorayCommentRequest('one', ticketId, { html, attachmentIds }));

  it('reads the conversation of a transferred ticket, and of no other', async () => {
    expect(said()).to.deep.equal(['c1', 'c2', 'c3']);
    await open(idOf(2));
    await settle();
    expect(hub.dooray.$conversation.get().status).to.equal('idle');
    expect(server.to(/conversation/).map(({ path }) => path)).to.deep.equal([reading]);
  });

  it('reads it again when something is told of the ticket, of another not, and when the agent wants it', async () => {
    await until(() => server.streams > 0, 'the stream');
    comments = [...comments, aComment('c4')];
    server.change(1, { subject: '바뀐 제목' });
    await until(() => said().length === 4, 'the new comment');
    const before = reads();
    server.change(3, { subject: '다른 제목' });
    await settle(600);
    expect(reads()).to.equal(before);
    element.dispatchEvent(new requests.RetryRequest('conversation'));
    await until(() => reads() === before + 1, 'another reading');
  });

  it('reads it again from time to time while it is looked at, and not on a page that is hidden', async () => {
    const { setInterval } = window;
    let tick: (() => void) | undefined;
    window.setInterval = ((call: () => void, after: number) => {
      if (after === 30_000) tick = call;
      return setInterval(call, after);
    }) as typeof setInterval;
    let count = 0;
    const conversation = () => Promise.resolve({ ...sampleConversation(), readAt: ++count });
    const calls = { dooray: () => Promise.resolve({ conversation }) } as never;
    const ticket = { ...ticketOf(1), transfer: doorayTransfer() };
    const { $load } = createDooray(
      calls,
      { on: () => () => undefined } as never,
      atom(ticketId),
      atom({ status: 'ready', value: ticket }),
    );
    watch($load);
    window.setInterval = setInterval;
    await until(() => count === 1, 'the first reading');
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    try {
      tick?.();
      await settle(600);
      expect(count).to.equal(1);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
    tick?.();
    await until(() => count === 2, 'another reading');
  });

  it('sends a comment with its files and the number of its draft, shows it at once, and ends the draft', async () => {
    const html = '<p>확인 부탁드립니다.</p>';
    element.dispatchEvent(new requests.DraftChangeRequest(ticketId, { html, action: null, values: {} }));
    answers = ({ path }) => {
      if (path !== commenting) return undefined;
      comments = [...comments, aComment('own', { own: true, state: 'sending' })];
      server.drafts.delete(ticketId);
      return content(comments.at(-1));
    };
    comment(html, ['a'.repeat(32)]);
    await until(() => said().includes('own'), 'the comment');
    const [call] = server.to(commenting);
    expect(call?.body).to.deep.equal({ html, attachments: ['a'.repeat(32)], draftSeq: 1 });
    expect(hub.tickets.$draft.get()?.draft ?? null).to.equal(null);
    expect(tasks()).to.deep.equal([]);
  });

  it('sends it with one key until the outcome is known', async () => {
    let tries = 0;
    answers = ({ path }) => {
      if (path !== commenting) return undefined;
      if (++tries < 2) return refusal(503);
      return content(aComment('own', { own: true }));
    };
    comment();
    await until(() => said().includes('own'), 'the comment');
    expect(new Set(server.to(commenting).map(({ key }) => key)).size).to.equal(1);
  });

  it('keeps the text that was refused, and lets it go when it is sent again', async () => {
    const html = '<p>그대로 있습니다.</p>';
    element.dispatchEvent(new requests.DraftChangeRequest(ticketId, { html, action: null, values: {} }));
    answers = ({ path }) => (path === commenting ? refusal(409) : undefined);
    comment(html);
    await until(() => tasks().includes('dooray_comment failed'), 'the refusal');
    expect(hub.tickets.$draft.get()?.draft?.html).to.equal(html);
    answers = ({ path }) => (path === commenting ? content(aComment('own', { own: true })) : undefined);
    comment(html);
    await until(() => said().includes('own'), 'the comment');
    expect(tasks()).to.deep.equal([]);
  });

  it('sends a comment again that did not get there', async () => {
    comments = [...comments, aComment('own', { own: true, state: 'failed', problem: 'unreachable' })];
    answers = ({ path }) => (path.endsWith('comments/own/retry.json') ? content(again()) : undefined);
    const again = () =>
      (comments = [...comments.slice(0, -1), aComment('own', { own: true, state: 'sending' })]).at(-1);
    element.dispatchEvent(new requests.RetryRequest('conversation'));
    await until(() => said().length === 4, 'the comment');
    element.dispatchEvent(new requests.DoorayRetryRequest(ticketId, 'own'));
    const state = () => known(hub.dooray.$conversation.get())?.comments.at(-1)?.state;
    await until(() => state() === 'sending', 'that it is on its way');
  });

  const answersTo = (path: string) => (call: Call) =>
    call.path === `tickets/${ticketId}/${path}`
      ? content({ ...ticketOf(1), version: 9, subject: '응답', transfer: doorayTransfer() })
      : undefined;
  const steps = [
    ['transfer/retry.json', () => new requests.TransferMendRequest(ticketId, 'retry'), {}],
    ['transfer/withdraw.json', () => new requests.TransferMendRequest(ticketId, 'withdraw'), {}],
    ['guidance.json', () => new requests.GuidanceAskRequest(ticketId, '안내해 주세요'), { text: '안내해 주세요' }],
    ['guidance/done.json', () => new requests.GuidanceDoneRequest(ticketId), {}],
  ] as const;
  for (const [path, request, body] of steps) {
    it(`asks ${path} once, shows the ticket that is answered, and tells a refusal`, async () => {
      answers = (call) => (call.path === `tickets/${ticketId}/${path}` ? refusal(403) : undefined);
      element.dispatchEvent(request());
      element.dispatchEvent(request());
      await until(() => tasks()[0]?.endsWith('failed') ?? false, 'the refusal');
      expect(server.to(`tickets/${ticketId}/${path}`).map((call) => call.body)).to.deep.equal([body]);
      answers = answersTo(path);
      element.dispatchEvent(request());
      await until(() => known(hub.tickets.$current.get())?.subject === '응답', 'the ticket');
      expect(tasks()).to.deep.equal([]);
    });
  }

  it('shows another agent nothing of it', async () => {
    signInOther(server, element);
    element.dispatchEvent(new requests.RetryRequest('board'));
    watch(hub.board.$board);
    await until(() => hub.tickets.$currentId.get() === null, 'the other agent');
    expect(hub.dooray.$conversation.get().status).to.equal('idle');
  });
});
