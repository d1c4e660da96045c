import type { FieldDefinition, FieldType } from '../../src/domain/fields.js';
import type { FieldValue, Language, Settings, TreeNode } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aTicket } from '../../test/support/open-ticket.js';
import { answerHub } from './sample-answers.js';
import { ready, sampleSettings } from './samples.js';

type Said = readonly [ko: string, ja: string, en: string];

const inLanguages = ([ko, ja, en]: Said): Readonly<Record<Language, string>> => ({ ko, ja, en });

function field(code: string, type: FieldType, names: Said, change: Partial<FieldDefinition> = {}): FieldDefinition {
  const rules = { options: null, required: false, encrypted: false, length: 0, categories: null } as const;
  return { code, owner: 'customer', type, names: inLanguages(names), ...rules, ...change };
}

const choices = {
  ko: {
    goods: ['가전', '식품', '의류'],
    topics: ['신상품', '할인', '이벤트, 체험단'],
    shops: ['공식몰', '오픈마켓', '매장'],
  },
  ja: {
    goods: ['家電', '食品', '衣料'],
    topics: ['新商品', 'セール', 'プレゼント'],
    shops: ['公式ストア', 'モール', '店舗'],
  },
  en: {
    goods: ['Appliances', 'Food', 'Clothes'],
    topics: ['New goods', 'Sales', 'Events'],
    shops: ['Our shop', 'Market place', 'Store'],
  },
} as const satisfies Record<Language, unknown>;

/** One field of each type that a service can define, and how the agents' own look. */
function fieldsIn(language: Language): readonly FieldDefinition[] {
  const { goods, topics, shops } = choices[language];
  return [
    field('order', 'text', ['주문번호', '注文番号', 'Order number'], {
      required: true,
      length: 20,
      placeholders: inLanguages(['예: 20260512-123456', '例: 20260512-123456', 'Such as 20260512-123456']),
    }),
    field('account', 'text', ['환불 계좌', '返金口座', 'Account for refunds'], { encrypted: true }),
    field('goods', 'dropdown', ['상품군', '商品カテゴリ', 'Goods'], { options: goods }),
    field('day', 'date', ['배송 희망일', '配送希望日', 'Day of delivery'], {
      hints: inLanguages([
        '<p>주문일로부터 <b>14일</b> 이내로 선택할 수 있습니다.</p>',
        '<p>ご注文日から<b>14日</b>以内でお選びいただけます。</p>',
        '<p>Within <b>14 days</b> of the order.</p>',
      ]),
    }),
    field('visit', 'datetime', ['방문 일시', '訪問日時', 'Visit']),
    field('stay', 'date_period', ['이용 기간', '利用期間', 'Period of use']),
    field('away', 'datetime_period', ['부재 기간', '不在期間', 'Away']),
    field('shop', 'radio', ['구매처', '購入店舗', 'Bought at'], { options: shops }),
    field('topics', 'checkbox', ['관심 분야', '関心分野', 'Interests'], { options: topics }),
    field('story', 'textarea', ['상황', '状況', 'What happened'], { length: 200 }),
    field('photos', 'file', ['사진', '写真', 'Pictures']),
    field('about', 'caption', ['환불 안내', '返金のご案内', 'About refunds'], {
      hints: inLanguages([
        '<p>환불은 영업일 <b>3–5일</b> 걸립니다. <a href="https://shop.example/refund">자세히 보기</a></p>',
        '<p>返金には<b>3–5営業日</b>かかります。<a href="https://shop.example/refund">詳しく見る</a></p>',
        '<p>Refunds take <b>3–5 working days</b>. <a href="https://shop.example/refund">More</a></p>',
      ]),
    }),
    field('agreed', 'agree', ['개인정보 동의', '個人情報の同意', 'Consent to data processing'], { required: true }),
    field('cause', 'dropdown', ['원인', '原因', 'Cause'], { owner: 'agent', options: goods }),
    field('memo', 'textarea', ['상담 메모', '相談メモ', 'Note'], { owner: 'agent' }),
  ];
}

const trees: Readonly<Record<Language, { categories: readonly string[]; types: readonly string[] }>> = {
  ko: {
    categories: ['결제', '환불', '카드', '배송', '배송 지연', '회원'],
    types: ['결제', '카드', '국내 카드', '할부', '무이자 할부가 적용되지 않음', '해외 카드', '계좌이체', '안내'],
  },
  ja: {
    categories: ['決済', '返金', 'カード', '配送', '配送の遅延', '会員'],
    types: ['決済', 'カード', '国内カード', '分割払い', '無金利の分割払いが適用されない', '海外カード', '振込', '案内'],
  },
  en: {
    categories: ['Payment', 'Refund', 'Card', 'Delivery', 'Late delivery', 'Account'],
    types: [
      'Payment',
      'Card',
      'Domestic card',
      'Instalments',
      'Interest was charged on instalments',
      'Foreign card',
      'Transfer',
      'Advice',
    ],
  },
};

function tree(names: readonly string[], parents: readonly number[]): readonly TreeNode[] {
  return names.map((name, place) => ({ id: place + 1, parent: parents[place] ?? 0, name }));
}

/** The settings of a service with every type of field, and with a handling type on each of the five levels. */
export function fieldSettings(language: Language): Settings {
  const { categories, types } = trees[language];
  return {
    ...sampleSettings(language),
    categories: tree(categories, [0, 1, 2, 0, 4, 0]),
    handlingTypes: tree(types, [0, 1, 2, 3, 4, 2, 1, 0]),
    fields: fieldsIn(language),
  };
}

const told: Readonly<Record<Language, { name: string; story: string }>> = {
  ko: { name: '박민지', story: '상자가 젖은 채로 왔습니다.\n안의 물건도 젖었습니다.' },
  ja: { name: '山本 結衣', story: '箱が濡れた状態で届きました。\n中の商品も濡れていました。' },
  en: { name: 'Emily Clarke', story: 'The parcel was wet when it came.\nSo was what was inside.' },
};

function valuesIn(language: Language): Readonly<Record<string, FieldValue>> {
  const { goods, topics, shops } = choices[language];
  return {
    order: '20260512-123456',
    goods: goods[1],
    day: '2026-12-01',
    visit: '2026-12-01 09:30',
    stay: '2026-11-01 ~ 2026-11-30',
    away: '2026-12-24 18:00 ~ 2026-12-27 09:00',
    shop: shops[0],
    topics: [topics[0], topics[2]],
    story: told[language].story,
    agreed: true,
    cause: goods[0],
  };
}

/** A hub with a ticket open that has a value in each field. */
export function fieldHub(language: Language = 'ko'): FakeHub {
  const hub = answerHub(language);
  hub.session.$settings.set(ready(fieldSettings(language)));
  const { customer } = aTicket();
  const ticket = aTicket({
    categoryId: 3,
    handlingTypeId: 5,
    customer: customer && { ...customer, name: told[language].name },
    fields: valuesIn(language),
  });
  hub.tickets.$current.set(ready(ticket));
  const known = ['18', '42'].map((number) => ({
    customerId: Number(number),
    usercode: `u${number}`,
    name: told[language].name,
    email: `customer${number}@mail.example`,
    phone: null,
  }));
  hub.customers.find = () => Promise.resolve(known);
  return hub;
}
