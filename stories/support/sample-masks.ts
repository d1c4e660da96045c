import { onSet } from 'nanostores';
import { known } from '../../src/base/known.js';
import { findPersonalData } from '../../src/domain/personal-data.js';
import type { Found, MaskOutcome, MaskRange } from '../../src/domain/masks.js';
import type { HistoryEntry, Language, MaskSpan } from '../../src/domain/types.js';
import type { MaskKeepRequest, MaskSelectRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { anEntry, aTicket, now } from '../../test/support/open-ticket.js';
import { openHub } from './open-ticket.js';
import { ready, sampleSession } from './samples.js';

/** What a customer tells of himself, and how an agent repeats it. The numbers belong to nobody. */
const told = {
  ko: {
    customer: '박민지',
    agent: '김서연',
    inquiry:
      '<p>안녕하세요, <b>박민지</b>입니다. 환불 확인 부탁드립니다.</p>' +
      '<p>제 번호는 010-1234-5678이고 카드는 4111 1111 1111 1111입니다.</p>',
    comment: '<p>고객이 카드 4111 1111 1111 1111의 취소를 요청했습니다.</p>',
  },
  ja: {
    customer: '佐藤 花子',
    agent: '田中 陽翔',
    inquiry:
      '<p>お世話になっております。<b>佐藤花子</b>です。返金の確認をお願いします。</p>' +
      '<p>電話番号は090-1234-5678、カードは4111 1111 1111 1111です。</p>',
    comment: '<p>お客様から、カード4111 1111 1111 1111の取消のご依頼です。</p>',
  },
  en: {
    customer: 'Grace Miller',
    agent: 'Oliver Reid',
    inquiry:
      '<p>Hello, this is <b>Grace Miller</b>. Please check my refund.</p>' +
      '<p>My number is +44 7911 123456 and my card is 4111 1111 1111 1111.</p>',
    comment: '<p>The customer asks to cancel the charge on card 4111 1111 1111 1111.</p>',
  },
} as const satisfies Record<Language, unknown>;

const lines = (html: string): string => html.replaceAll('</p><p>', '\n').replace(/<[^>]*>/g, '');

/** An inquiry and a comment that hold the same card number. */
export function tellingHistory(language: Language = 'ko'): readonly HistoryEntry[] {
  const { customer, agent, inquiry, comment } = told[language];
  return [
    anEntry(1, {
      html: inquiry,
      text: lines(inquiry),
      author: { role: 'customer', usercode: null, name: customer },
    }),
    anEntry(2, {
      kind: 'comment',
      html: comment,
      text: lines(comment),
      author: { role: 'agent', usercode: 'agent-2', name: agent },
    }),
  ];
}

/** The same after the card number of the inquiry was masked. */
export function maskedHistory(language: Language = 'ko'): readonly HistoryEntry[] {
  const [inquiry, ...others] = tellingHistory(language);
  if (!inquiry) return others;
  const start = inquiry.text.indexOf('4111');
  const mask: MaskSpan = {
    id: 'mask-1',
    start,
    length: 19,
    category: 'card',
    state: 'masked',
    by: { usercode: 'agent-1', name: sampleSession(language).agent.name },
    at: now,
  };
  const hide = (text: string): string => text.replace('4111 1111 1111 1111', '*'.repeat(19));
  return [{ ...inquiry, bodyVersion: 2, html: hide(inquiry.html), text: hide(inquiry.text), masks: [mask] }, ...others];
}

/** Where the card number stands in the inquiry. */
export function cardRange(language: Language = 'ko'): MaskRange {
  const text = tellingHistory(language)[0]?.text ?? '';
  return { entryId: 1, bodyVersion: 1, start: text.indexOf('4111'), length: 19 };
}

/** Where it stands in the comment. */
export function copyRange(language: Language = 'ko'): MaskRange {
  const text = tellingHistory(language)[1]?.text ?? '';
  return { entryId: 2, bodyVersion: 1, start: text.indexOf('4111'), length: 19 };
}

/** What a mask of the card number leaves elsewhere. */
export function cardOutcome(language: Language = 'ko'): MaskOutcome {
  const { ticketId } = aTicket();
  const to = { ko: 'minji.park@example.com', ja: 'hanako@example.com', en: 'grace@example.com' }[language];
  return {
    ticketId,
    notReached: [
      { kind: 'mail', to, at: now - 3_600_000 },
      { kind: 'file', fileName: 'card.png' },
    ],
    copies: [copyRange(language)],
  };
}

/** A mask of words that had left in a text message: the carrier has them, and so has the customer's phone. */
export function textMessageOutcome(): MaskOutcome {
  const { ticketId } = aTicket();
  return { ticketId, notReached: [{ kind: 'sms', to: '010-2345-6789', at: now - 3_600_000 }], copies: [] };
}

export interface Rights {
  readonly security?: boolean;
  readonly mask?: boolean;
  readonly unavailable?: 'hide' | 'disable';
}

/** A hub with such a ticket open, for an agent with these rights; personal data is found in it as in any other. */
export function maskingHub(language: Language = 'ko', rights: Rights = {}): FakeHub {
  const hub = openHub({}, language);
  const { agent, capabilities, ...session } = sampleSession(language);
  hub.session.$session.set(
    ready({
      ...session,
      agent: { ...agent, permissions: { ...agent.permissions, mask: rights.mask ?? true } },
      capabilities: { ...capabilities, security: rights.security ?? true },
    }),
  );
  hub.session.$unavailable.set(rights.unavailable ?? null);
  onSet(hub.tickets.$history, ({ newValue }) => hub.masks.$found.set((known(newValue) ?? []).flatMap(foundIn)));
  hub.tickets.$history.set(ready(tellingHistory(language)));
  return hub;
}

const foundIn = ({ id: entryId, bodyVersion, text }: HistoryEntry): readonly Found[] =>
  findPersonalData(text).map((finding) => ({ entryId, bodyVersion, ...finding }));

/** What the agent leaves as it is is not found any more, as in a hub. */
export function leave(event: Event, hub: FakeHub): void {
  const { ranges } = event as MaskKeepRequest;
  const isLeft = ({ entryId, start }: MaskRange): boolean =>
    ranges.some((range) => range.entryId === entryId && range.start === start);
  hub.masks.$found.set(hub.masks.$found.get().filter((found) => !isLeft(found)));
}

/** Selects these ranges, as a history tells it. */
export function select(hub: FakeHub, ...ranges: readonly MaskRange[]): void {
  hub.masks.$selection.set({ ticketId: aTicket().ticketId, ranges });
}

/** What a history beside the element tells of its selection is selected, as in a hub. */
export function takeSelection(event: Event, hub: FakeHub): void {
  hub.masks.$selection.set((event as MaskSelectRequest).selection);
}
