import type { CustomerFact, InfoShape, InquiryItem } from '../../src/domain/customer-info.js';
import type { customerInfoLinks, ResultItem } from '../server/db/schema.js';

type LinkRow = typeof customerInfoLinks.$inferInsert;

/** Anybody can read it: fit for a demo only. */
const key = 'demo-customer-information-key';

type Fact = CustomerFact | null;
type Result = readonly [key: string, label: string, fact: Fact, shape: InfoShape];

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
const tell = ([key, label, fact, shape]: Result): ResultItem => ({ key, label, fact, shape });

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
        ['memberHead', '회원', null, 'divider'],
        ['name', '이름', 'name', 'text'],
        ['grade', '회원 등급', null, 'badge'],
        ['memberId', '회원 ID', 'usercode', 'copy'],
        ['email', '이메일', 'email', 'copy'],
        ['callNum', '전화번호', 'phone', 'copy'],
        ['joined', '가입일', null, 'text'],
        ['points', '적립금', null, 'text'],
        ['orderHead', '최근 주문', null, 'divider'],
        ['orderNo', '주문 번호', null, 'copy'],
        ['ordered', '주문일', null, 'text'],
        ['address', '배송지', null, 'copy'],
        ['orderPage', '주문 화면', null, 'link'],
      ] as const
    ).map(tell),
    // Tickets that agents make by hand are of customers whom they just looked up.
    autoLookUp: ['web', 'spweb', 'api', 'mail', 'chat', 'phone'],
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
        ['memberHead', '会員', null, 'divider'],
        ['name', 'お名前', 'name', 'text'],
        ['grade', '会員ランク', null, 'badge'],
        ['memberId', '会員ID', 'usercode', 'copy'],
        ['email', 'メールアドレス', 'email', 'copy'],
        ['callNum', '電話番号', 'phone', 'copy'],
        ['points', 'ポイント', null, 'text'],
        ['orderHead', '最近のご注文', null, 'divider'],
        ['orderNo', '注文番号', null, 'copy'],
        ['ordered', '注文日', null, 'text'],
        ['address', 'お届け先', null, 'copy'],
        ['orderPage', '注文画面', null, 'link'],
      ] as const
    ).map(tell),
  },
];
