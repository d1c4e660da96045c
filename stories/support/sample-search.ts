import type { FieldDefinition } from '../../src/domain/fields.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import type { Language, Settings, TicketQuery } from '../../src/domain/types.js';
import { windowOf, type FakeHub } from '../../test/support/fake-hub.js';
import { ready, sampleHub, sampleSettings } from './samples.js';

const words = {
  ko: {
    categories: ['결제', '카드 결제', '계좌이체', '배송', '배송 지연', '회원'],
    handling: ['환불 완료', '부분 환불', '재발송', '안내'],
    tier: ['일반', '실버', '골드', 'VIP'],
    fields: ['고객 등급', '주문번호', '희망 배송일', '상담 예약', '마케팅 수신 동의', '주민등록번호'],
  },
  ja: {
    categories: ['決済', 'カード決済', '口座振替', '配送', '配送の遅れ', '会員'],
    handling: ['返金済み', '一部返金', '再送', 'ご案内'],
    tier: ['一般', 'シルバー', 'ゴールド', 'VIP'],
    fields: ['顧客ランク', '注文番号', '配送希望日', '相談予約', 'お知らせの受信同意', '個人番号'],
  },
  en: {
    categories: ['Payments', 'Card payments', 'Bank transfer', 'Delivery', 'Late delivery', 'Membership'],
    handling: ['Refunded', 'Partly refunded', 'Sent again', 'Advice'],
    tier: ['Standard', 'Silver', 'Gold', 'VIP'],
    fields: ['Customer tier', 'Order number', 'Wished delivery date', 'Call booked for', 'Agreed to news', 'Passport'],
  },
} as const satisfies Record<Language, unknown>;

/** Settings with two trees, fields of every kind, and conditions that use them. */
export function searchSettings(language: Language = 'ko'): Settings {
  const { categories, handling, tier, fields } = words[language];
  const parents = [0, 1, 1, 0, 4, 0];
  const field = (code: string, type: FieldDefinition['type'], place: number): FieldDefinition => ({
    code,
    type,
    owner: 'customer',
    names: { [language]: fields[place] ?? code },
    options: type === 'dropdown' ? tier : null,
    required: false,
    encrypted: code === 'secret',
    length: 0,
    categories: null,
  });
  return {
    ...sampleSettings(language),
    categories: categories.map((name, place) => ({ id: place + 1, parent: parents[place] ?? 0, name })),
    handlingTypes: handling.map((name, place) => ({ id: place + 1, parent: place === 1 ? 1 : 0, name })),
    fields: [
      field('tier', 'dropdown', 0),
      field('order', 'text', 1),
      field('wished', 'date', 2),
      field('booked', 'datetime', 3),
      field('agreed', 'agree', 4),
      field('secret', 'text', 5),
    ],
    conditions: ['status', 'assignee', 'category', 'subject', 'updated', 'f.tier', 'f.agreed'],
  };
}

/** A hub whose search is open, over a list of so many tickets. */
export function searchHub(language: Language = 'ko', query: Partial<TicketQuery> = {}, total = 1234): FakeHub {
  const hub = sampleHub(language);
  hub.session.$settings.set(ready(searchSettings(language)));
  hub.preferences.$preferences.set(ready(usualPreferences));
  hub.tickets.$query.set({ ...hub.tickets.$query.get(), ...query });
  hub.tickets.$window.set(windowOf([], { total }));
  hub.tickets.$isSearchOpen.set(true);
  return hub;
}

/** A search by everything at once, among it a field that is gone. */
export const longSearch: Partial<TicketQuery> = {
  q: '환불 지연',
  starred: true,
  unread: true,
  where: {
    status: ['processing', 'pending'],
    assignee: ['agent-1', '-'],
    category: ['2', '5'],
    created: { from: '-3m' },
    updated: { from: '2026-10-01', to: '2026-11-15' },
    'f.agreed': true,
    'f.order': '2026-0042',
    'f.gone': ['A', 'B'],
  },
};
