import { domShape, project } from '../../src/domain/projection.js';
import type { Capabilities, HistoryEntry, Language, MaskSpan, Permissions } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { anEntry, aSession, now } from '../../test/support/open-ticket.js';
import { openHub } from './open-ticket.js';

const stars = (count: number): string => '*'.repeat(count);

/** The same inquiry in each language, with asterisks where personal data was. */
const markup: Record<Language, readonly [inquiry: string, answer: string]> = {
  ko: [
    `<p>안녕하세요. 환불 계좌를 알려 드립니다.</p><p>연락처 <b>${stars(6)}</b>${stars(7)}, 계좌 한빛은행 ${stars(14)} 입니다. ` +
      `<a href="https://shop.example/orders/20261118-0042">주문 ${stars(13)} 내역</a>도 확인해 주세요.</p>`,
    '<p>박민지 고객님, 알려 주신 계좌로 환불을 접수했습니다.</p>',
  ],
  ja: [
    `<p>お世話になっております。返金先の口座をお知らせします。</p><p>連絡先は<b>${stars(6)}</b>${stars(7)}、口座は${stars(14)}です。` +
      `<a href="https://shop.example/orders/20261118-0042">ご注文${stars(13)}の履歴</a>もご確認ください。</p>`,
    '<p>お知らせいただいた口座への返金を受け付けました。</p>',
  ],
  en: [
    `<p>Hello, here is the account for the refund.</p><p>My number is <b>${stars(6)}</b>${stars(7)}, the account ${stars(14)}. ` +
      `Please also check <a href="https://shop.example/orders/20261118-0042">order ${stars(13)}</a>.</p>`,
    '<p>Thank you. We have started the refund to that account.</p>',
  ],
};

function textOf(html: string): string {
  const box = document.createElement('template');
  box.innerHTML = html;
  return project<Node>(box.content, domShape).text;
}

/** The masks of a text, one for each run of asterisks. */
function masksOf(text: string, changes: readonly Partial<MaskSpan>[]): readonly MaskSpan[] {
  return [...text.matchAll(/\*+/g)].map((match, index) => ({
    id: `mask-${index}`,
    start: match.index,
    length: match[0].length,
    category: null,
    state: 'masked',
    by: { usercode: 'agent2', name: '이상담' },
    at: now - 40 * 60_000,
    ...changes[index],
  }));
}

export interface Masked {
  readonly language?: Language;
  readonly permissions?: Partial<Permissions>;
  readonly capabilities?: Partial<Capabilities>;
  /** What is different about the first masks. */
  readonly masks?: readonly Partial<MaskSpan>[];
  readonly entry?: Partial<HistoryEntry>;
}

/** A ticket in which personal data was masked, for an agent who may do everything with masks unless it is told. */
export function maskedHub({ language = 'ko', permissions, capabilities, masks = [], entry }: Masked = {}): FakeHub {
  const hub = openHub({}, language);
  const session = aSession();
  const granted = { ...session.agent.permissions, unmask: true, purge: true, ...permissions };
  hub.session.$session.set({
    status: 'ready',
    value: {
      ...session,
      agent: { ...session.agent, permissions: granted },
      capabilities: { ...session.capabilities, ...capabilities },
    },
  });
  const [inquiry, answer] = markup[language];
  const text = textOf(inquiry);
  const kinds: readonly Partial<MaskSpan>[] = [{ category: 'phone' }, { category: 'bank_account' }, { category: null }];
  const spans = masksOf(
    text,
    kinds.map((kind, index) => ({ ...kind, ...masks[index] })),
  );
  hub.tickets.$history.set({
    status: 'ready',
    value: [
      anEntry(1, { html: inquiry, text, masks: spans, bodyVersion: 4, at: now - 3 * 3_600_000, ...entry }),
      anEntry(2, {
        kind: 'reply',
        author: { role: 'agent', usercode: 'agent1', name: '김상담' },
        html: answer,
        text: textOf(answer),
        at: now - 600_000,
      }),
    ],
  });
  hub.masks.reveal = () => Promise.resolve({ text: '010-9876-0042', ttl: 30 });
  return hub;
}
