import type { FieldDefinition } from '../../src/domain/fields.js';
import type { FieldValue, Language } from '../../src/domain/types.js';
import type { SeedService } from './organisation.js';
import { Random } from './random.js';
import type { Story } from './stories.js';

const day = 24 * 3_600_000;

/** A field of the demo and how its values come about. Encrypted fields stay empty: nothing of them may be read. */
export interface SeedField extends Pick<FieldDefinition, 'code' | 'owner' | 'type' | 'options'> {
  readonly names: Readonly<Record<Language, string>>;
  readonly required?: boolean;
  readonly encrypted?: boolean;
  readonly length?: number;
  readonly hints?: FieldDefinition['hints'];
  readonly placeholders?: FieldDefinition['placeholders'];
  /** Places among the top submission types; without them, all tickets have it. */
  readonly matters?: readonly number[];
  /** Share of the tickets that have a value. */
  readonly filled: number;
  readonly draw: (random: Random, at: number) => FieldValue;
}

type Drawn = Pick<SeedField, 'type' | 'options' | 'filled' | 'draw'>;

/** Korea and Japan are nine hours ahead of UTC all year. */
const wall = (at: number) => new Date(at + 9 * 3_600_000).toISOString().replace('T', ' ');
const dateOf = (at: number) => wall(at).slice(0, 10);

function oneOf(type: 'dropdown' | 'radio', filled: number, ...options: string[]): Drawn {
  return { type, options, filled, draw: (random) => random.pick(options) };
}

function someOf(filled: number, ...options: string[]): Drawn {
  const draw = (random: Random) => {
    const chosen = options.filter(() => random.chance(0.4));
    return chosen.length > 0 ? chosen : [random.pick(options)];
  };
  return { type: 'checkbox', options, filled, draw };
}

function text(filled: number, draw: (random: Random, at: number) => string): Drawn {
  return { type: 'text', options: null, filled, draw };
}

function note(filled: number, ...texts: string[]): Drawn {
  return { type: 'textarea', options: null, filled, draw: (random) => random.pick(texts) };
}

function date(filled: number, least: number, most: number): Drawn {
  return { type: 'date', options: null, filled, draw: (random, at) => dateOf(at + random.whole(least, most) * day) };
}

function moment(filled: number, least: number, most: number): Drawn {
  const draw = (random: Random, at: number) => {
    const minutes = random.pick(['00', '15', '30', '45']);
    return `${dateOf(at + random.whole(least, most) * day)} ${random.whole(9, 18).toString().padStart(2, '0')}:${minutes}`;
  };
  return { type: 'datetime', options: null, filled, draw };
}

function stretch(filled: number): Drawn {
  const draw = (random: Random, at: number) => {
    const from = at - random.whole(0, 60) * day;
    return `${dateOf(from)} ~ ${dateOf(from + random.whole(1, 30) * day)}`;
  };
  return { type: 'date_period', options: null, filled, draw };
}

function outage(filled: number): Drawn {
  const draw = (random: Random, at: number) => {
    const from = at - random.whole(1, 48) * 3_600_000;
    return `${wall(from).slice(0, 16)} ~ ${wall(from + random.whole(10, 600) * 60_000).slice(0, 16)}`;
  };
  return { type: 'datetime_period', options: null, filled, draw };
}

/** Neither has a value that could be drawn. */
const words: Drawn = { type: 'caption', options: null, filled: 0, draw: () => null };
const files: Drawn = { type: 'file', options: null, filled: 0, draw: () => null };
const agreed: Drawn = { type: 'agree', options: null, filled: 0.95, draw: (random) => random.chance(0.85) };
const secret: Drawn = { type: 'text', options: null, filled: 0, draw: () => null };
const orderNumber = text(0.8, (random, at) => `${dateOf(at).replaceAll('-', '')}-${random.whole(100_000, 999_999)}`);

function customer(code: string, ko: string, ja: string, en: string, drawn: Drawn, more: Partial<SeedField> = {}) {
  return { code, owner: 'customer', names: { ko, ja, en }, ...drawn, ...more } as const satisfies SeedField;
}

function agent(code: string, ko: string, ja: string, en: string, drawn: Drawn) {
  return { code, owner: 'agent', names: { ko, ja, en }, ...drawn } as const satisfies SeedField;
}

const exampleOrder = { ko: '예: 20260512-123456', ja: '例: 20260512-123456', en: 'Such as 20260512-123456' };
const deliveryNote = {
  ko: '<p>주문일로부터 <b>14일</b> 이내로 선택할 수 있습니다.</p>',
  ja: '<p>ご注文日から<b>14日</b>以内でお選びいただけます。</p>',
  en: '<p>Within <b>14 days</b> of the order.</p>',
};
const photoNote = {
  ko: '<p>파손된 곳과 송장이 보이는 사진을 올려 주세요.</p>',
  ja: '<p>破損箇所と送り状が写った写真を添付してください。</p>',
  en: '<p>Pictures that show the damage and the label of the parcel.</p>',
};
const refundNote = {
  ko: '<ul><li>계좌 명의는 주문자와 같아야 합니다.</li><li>영업일 기준 3일이 걸립니다.</li></ul>',
  ja: '<ul><li>口座名義はご注文者と同じである必要があります。</li><li>3営業日かかります。</li></ul>',
  en: '<ul><li>The account must be in the name of who ordered.</li><li>They take three working days.</li></ul>',
};
const agreeNote = {
  ko: '<p>문의 처리를 위해 이름과 연락처를 3년간 보관합니다. <a href="https://shop.example/privacy">자세히 보기</a></p>',
  ja: '<p>お問い合わせ対応のため、お名前と連絡先を3年間保管します。<a href="https://shop.example/privacy">詳しく見る</a></p>',
  en: '<p>Name and number are kept for three years to answer you. <a href="https://shop.example/privacy">More</a></p>',
};

const shop: readonly SeedField[] = [
  customer('orderNo', '주문번호', '注文番号', 'Order number', orderNumber, {
    length: 20,
    matters: [0, 1, 2],
    placeholders: exampleOrder,
  }),
  customer(
    'productGroup',
    '상품군',
    '商品カテゴリ',
    'Product group',
    oneOf('dropdown', 0.8, '가전', '식품', '의류', '아동', '캠핑'),
  ),
  customer('deliveryDate', '배송 희망일', '配送希望日', 'Wished delivery date', date(0.6, 1, 14), {
    matters: [0, 1],
    hints: deliveryNote,
  }),
  customer('usePeriod', '이용 기간', '利用期間', 'Period of use', stretch(0.5), { matters: [2, 3] }),
  customer('boughtAt', '구매처', '購入店舗', 'Bought at', oneOf('radio', 0.75, '공식몰', '오픈마켓', '매장')),
  customer(
    'interests',
    '관심 분야',
    '関心分野',
    'Interests',
    someOf(0.5, '신상품', '할인', '사은품', '이벤트, 체험단'),
  ),
  customer('refundNote', '환불 안내', '返金のご案内', 'About refunds', words, { matters: [2], hints: refundNote }),
  customer('refundAccount', '환불 계좌', '返金口座', 'Refund account', secret, {
    encrypted: true,
    length: 50,
    matters: [2],
  }),
  customer('photos', '사진', '写真', 'Pictures', files, { matters: [1, 2], hints: photoNote }),
  customer('privacyAgree', '개인정보 동의', '個人情報の同意', 'Consent to data use', agreed, {
    required: true,
    hints: agreeNote,
  }),
  agent(
    'department',
    '처리 부서',
    '担当部署',
    'Department',
    oneOf('dropdown', 0.7, '물류팀', '정산팀', '상품팀', 'CS팀'),
  ),
  agent('callAgainAt', '재연락 일시', '再連絡日時', 'Call again at', moment(0.3, 0, 5)),
  agent(
    'memo',
    '상담 메모',
    '相談メモ',
    'Note',
    note(
      0.35,
      '고객이 빠른 처리를 원함',
      '재문의 이력 있음',
      '송장 조회 완료\n택배사에 확인 요청함',
      '환불 규정 안내함',
    ),
  ),
];

const japaneseShop: readonly SeedField[] = [
  customer('orderNo', '주문번호', '注文番号', 'Order number', orderNumber, {
    length: 20,
    matters: [0, 1, 2],
    placeholders: exampleOrder,
  }),
  customer(
    'productGroup',
    '상품군',
    '商品カテゴリ',
    'Product group',
    oneOf('dropdown', 0.8, '家電', '食品', '衣類', '子ども', 'キャンプ'),
  ),
  customer('deliveryDate', '배송 희망일', '配送希望日', 'Wished delivery date', date(0.6, 1, 14), {
    matters: [0, 1],
    hints: deliveryNote,
  }),
  customer('usePeriod', '이용 기간', '利用期間', 'Period of use', stretch(0.5), { matters: [2, 3] }),
  customer('boughtAt', '구매처', '購入店舗', 'Bought at', oneOf('radio', 0.75, '公式ストア', 'モール', '店舗')),
  customer('interests', '관심 분야', '関心分野', 'Interests', someOf(0.5, '新商品', 'セール', 'プレゼント')),
  customer('refundNote', '환불 안내', '返金のご案内', 'About refunds', words, { matters: [2], hints: refundNote }),
  customer('photos', '사진', '写真', 'Pictures', files, { matters: [1, 2], hints: photoNote }),
  customer('privacyAgree', '개인정보 동의', '個人情報の同意', 'Consent to data use', agreed, {
    required: true,
    hints: agreeNote,
  }),
  agent(
    'department',
    '처리 부서',
    '担当部署',
    'Department',
    oneOf('dropdown', 0.7, '物流', '経理', '商品', 'サポート'),
  ),
  agent('callAgainAt', '재연락 일시', '再連絡日時', 'Call again at', moment(0.3, 0, 5)),
  agent(
    'memo',
    '상담 메모',
    '相談メモ',
    'Note',
    note(0.35, 'お急ぎのご様子', '再問い合わせあり', '配送会社に確認済み'),
  ),
];

const issueDesk: readonly SeedField[] = [
  customer('device', '발생 기기', '発生端末', 'Device', oneOf('dropdown', 0.85, 'Android', 'iOS', 'PC 웹')),
  customer(
    'appVersion',
    '앱 버전',
    'アプリバージョン',
    'App version',
    text(0.7, (random) => `${random.whole(2, 4)}.${random.whole(0, 12)}.${random.whole(0, 9)}`),
    { length: 20 },
  ),
  customer('outage', '장애 시간', '障害時間', 'Time of the failure', outage(0.5)),
  customer('reproducible', '재현 여부', '再現性', 'Reproducible', oneOf('radio', 0.8, '항상', '가끔', '재현 안 됨')),
  customer('scope', '영향 범위', '影響範囲', 'Affected', someOf(0.6, '주문', '결제', '배송 조회', '회원')),
  agent('team', '담당 파트', '担当チーム', 'Team', oneOf('dropdown', 0.7, '앱', '서버', '물류 시스템')),
  agent('releaseOn', '배포 예정일', 'リリース予定日', 'Release on', date(0.4, 1, 21)),
  agent(
    'cause',
    '원인 메모',
    '原因メモ',
    'Cause',
    note(0.4, '캐시 만료 처리 오류', '택배사 응답 지연', '입력값 검증 누락'),
  ),
];

/** The fields that each service of the demo added to its tickets. */
export const seedFields: Readonly<Record<SeedService['serviceId'], readonly SeedField[]>> = {
  demo: shop,
  demojp: japaneseShop,
  demoissue: issueDesk,
};

/** Values of a ticket's fields. Drawn from numbers of their own: what else a ticket is does not depend on them. */
export function fieldValues(
  service: SeedService,
  { createdAt, customer, categoryId, assignee, spam }: Story,
  tops: readonly number[],
): Readonly<Record<string, FieldValue>> {
  if (spam) return {};
  const random = new Random(createdAt ^ (customer.customerId * 7_919));
  const values: Record<string, FieldValue> = {};
  for (const { code, owner, type, filled, matters, draw } of seedFields[service.serviceId]) {
    if (type === 'caption' || type === 'file') continue;
    const [isFilled, value] = [random.chance(filled), draw(random, createdAt)];
    const hasIt = !matters || matters.some((place) => tops[place] === categoryId);
    if (isFilled && hasIt && (owner === 'customer' || assignee)) values[code] = value;
  }
  return values;
}
