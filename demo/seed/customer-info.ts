import type { CustomerFact, InquiryItem } from '../../src/domain/customer-info.js';
import type { customerInfoLinks, ResultItem } from '../server/db/schema.js';

type LinkRow = typeof customerInfoLinks.$inferInsert;

/** Anybody can read it: fit for a demo only. */
const key = 'demo-customer-information-key';

type Fact = CustomerFact | null;
type Result = readonly [key: string, label: string, fact: Fact];

const ask = (
  key: string,
  label: string,
  length: number,
  fact: Fact,
  options: readonly string[] | null = null,
): InquiryItem => ({
  key,
  label,
  length,
  fact,
  options,
  required: false,
});
const tell = ([key, label, fact]: Result): ResultItem => ({ key, label, fact });

/** Where the services of the demo ask what their shop knows of a customer. */
export const seedLinks: readonly LinkRow[] = [
  {
    serviceId: 'demo',
    url: '/demo/customer-info?service=demo',
    key,
    inquiryItems: [
      ask('email', '이메일', 100, 'email'),
      ask('callNum', '전화번호', 20, 'phone'),
      ask('memberId', '회원 ID', 50, 'usercode'),
      ask('name', '이름', 50, 'name'),
      ask('nation', '국가', 0, null, ['KR', 'JP', 'US']),
    ],
    resultItems: (
      [
        ['memberId', '회원 ID', 'usercode'],
        ['name', '이름', 'name'],
        ['email', '이메일', 'email'],
        ['callNum', '전화번호', 'phone'],
        ['grade', '회원 등급', null],
        ['points', '적립금', null],
        ['address', '배송지', null],
        ['joined', '가입일', null],
        ['lastOrder', '최근 주문', null],
      ] as const
    ).map(tell),
  },
  {
    serviceId: 'demojp',
    url: '/demo/customer-info?service=demojp',
    key,
    inquiryItems: [
      ask('email', 'メールアドレス', 100, 'email'),
      ask('callNum', '電話番号', 20, 'phone'),
      ask('memberId', '会員ID', 50, 'usercode'),
    ],
    resultItems: (
      [
        ['memberId', '会員ID', 'usercode'],
        ['name', 'お名前', 'name'],
        ['email', 'メールアドレス', 'email'],
        ['callNum', '電話番号', 'phone'],
        ['grade', '会員ランク', null],
        ['points', 'ポイント', null],
        ['address', 'お届け先', null],
        ['lastOrder', '最近のご注文', null],
      ] as const
    ).map(tell),
  },
];
