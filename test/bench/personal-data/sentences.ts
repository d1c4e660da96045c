import type { MaskCategory } from '../../../src/domain/types.js';
import * as values from './values.js';
import type { Maker } from './values.js';

export type Language = 'ko' | 'ja' | 'en';

/** Sentences that hold one value of a category each, where `{}` stands. */
export interface Kind {
  readonly category: MaskCategory;
  readonly make: Maker;
  readonly sentences: readonly string[];
}

const ko: readonly Kind[] = [
  {
    category: 'resident_number',
    make: values.resident,
    sentences: [
      '주민등록번호는 {}입니다.',
      '본인 확인용으로 {} 보내드립니다.',
      '실명 인증이 안 돼요. 주민번호 {} 로 다시 확인해 주세요.',
      '이름 홍길동, {}',
      '가입 당시 주민번호({})가 잘못 등록된 것 같습니다.',
      '신청인: 김민수 / 주민번호: {} / 주소 생략',
    ],
  },
  {
    category: 'foreigner_number',
    make: values.foreigner,
    sentences: [
      '외국인등록번호 {}로 가입이 안 됩니다.',
      '외국인 등록증 번호는 {} 입니다.',
      '본인인증: {} (국적 베트남)',
      '등록번호 {}, 체류 자격 변경했습니다.',
    ],
  },
  {
    category: 'phone',
    make: values.koreanPhone,
    sentences: [
      '제 번호는 {}입니다. 전화 부탁드려요.',
      '연락처: {}',
      '{}로 연락 주세요.',
      '받는 분 홍길동 {}',
      '휴대폰 번호를 {} 에서 바꾸고 싶습니다.',
      '어제 {} 번호로 문자를 받았어요.',
      '급하니 {}(남편)으로 전화해 주세요!',
      '주문자 이영희, 전화번호 {}, 배송지는 그대로입니다.',
      '배송 기사님 번호가 {} 맞나요?',
      '회신은 {} 또는 메일로 부탁드립니다.',
    ],
  },
  {
    category: 'bank_account',
    make: values.koreanAccount,
    sentences: [
      '환불 계좌는 국민은행 {} 홍길동입니다.',
      '신한은행 {} (예금주 김철수)로 입금해 주세요.',
      '계좌번호: {}',
      '카카오뱅크 {} 로 환불 부탁드려요.',
      '농협 {} 이영희',
      '{} 우리은행 계좌로 보내 주시면 됩니다.',
      '이체는 기업은행 {} 계좌로 했습니다.',
      '환불받을 통장은 {} 이고 예금주는 저입니다.',
    ],
  },
  {
    category: 'passport',
    make: values.koreanPassport,
    sentences: [
      '여권번호는 {}입니다.',
      '여권 {} 만료일이 지났습니다.',
      '통관용 여권 번호 {} 보냅니다.',
      '항공권 예약자의 여권이 {} 로 바뀌었어요.',
    ],
  },
  {
    category: 'passport',
    make: values.newKoreanPassport,
    sentences: ['새로 받은 번호는 {} 입니다.', '예약자 KIM MINSU {}'],
  },
  {
    category: 'driver_licence',
    make: values.koreanLicence,
    sentences: [
      '운전면허번호 {} 로 인증했습니다.',
      '면허증 번호: {}',
      '렌터카 예약에 {} 를 등록했는데 오류가 나요.',
      '신분증은 {} 입니다.',
    ],
  },
  {
    category: 'card',
    make: values.card,
    sentences: [
      '카드번호 {} 로 결제했습니다.',
      '{} 카드가 두 번 승인됐어요.',
      '결제 카드: {} 유효기간 12/27',
      '제 카드 {} 등록이 안 됩니다.',
      '아내 명의 카드({})로 바꿔 주세요.',
      '방금 {} 로 결제 시도했는데 실패했습니다.',
    ],
  },
  {
    category: 'email',
    make: values.email,
    sentences: [
      '메일은 {} 로 보내 주세요.',
      '가입 아이디는 {}입니다.',
      '{}로 인증 메일이 안 와요.',
      '이메일 주소를 {}에서 변경해 주세요.',
      '참조: {}',
      '담당자 <{}> 님께',
    ],
  },
  {
    category: 'ip_address',
    make: values.address,
    sentences: [
      '접속 IP는 {} 입니다.',
      '{} 에서 로그인 시도가 있었습니다.',
      '차단된 주소: {}',
      '서버 {} 에 연결이 안 돼요.',
      '로그에 {} 가 남아 있어요.',
    ],
  },
  {
    category: 'secret',
    make: values.token,
    sentences: [
      'API 토큰 {} 이 동작하지 않습니다.',
      '설정에 {} 를 넣었는데 오류가 납니다.',
      '키를 그대로 붙입니다:\n{}',
      '{}',
    ],
  },
  {
    category: 'secret',
    make: values.password,
    sentences: [
      '비밀번호: {}',
      '비밀번호는 {} 입니다. 로그인해 보세요.',
      '아이디 hong, 비번: {}',
      '임시 비밀번호 : {} 로 로그인했어요.',
      '패스워드는 {} 로 설정했습니다.',
    ],
  },
];

const ja: readonly Kind[] = [
  {
    category: 'my_number',
    make: values.myNumber,
    sentences: [
      'マイナンバーは{}です。',
      '個人番号：{}',
      'マイナンバー {} を登録しました。',
      '個人番号（{}）が間違っています。',
      'マイナンバーカードの番号 {} で申し込みました。',
    ],
  },
  {
    category: 'phone',
    make: values.japanesePhone,
    sentences: [
      '電話番号は{}です。',
      '連絡先：{}',
      '{}までご連絡ください。',
      '携帯の{}に折り返しお願いします。',
      '届け先は山田太郎、{}です。',
      '登録している番号を{}から変更したいです。',
      '昨日{}から着信がありました。',
      'TEL {}',
      '日中は{}（職場）につながります。',
      '山田 {}',
    ],
  },
  {
    category: 'bank_account',
    make: values.japaneseAccount,
    sentences: [
      '返金先はみずほ銀行 渋谷支店 普通 {} です。',
      '口座番号：{}',
      '三井住友銀行 新宿支店（普通）{} ヤマダタロウ',
      '振込先の口座は普通預金 {} です。',
      '楽天銀行 第一営業支店 普通預金 口座番号{}',
      '当座 {} に振り込んでください。',
    ],
  },
  {
    category: 'passport',
    make: values.japanesePassport,
    sentences: [
      '旅券番号は{}です。',
      'パスポート番号：{}',
      'パスポート（{}）の有効期限が切れています。',
      '予約者のパスポートは {} です。',
    ],
  },
  {
    category: 'driver_licence',
    make: values.japaneseLicence,
    sentences: ['免許証番号は{}です。', '運転免許証の番号 {} で本人確認しました。', '免許証：{}'],
  },
  {
    category: 'card',
    make: values.card,
    sentences: [
      'カード番号 {} で決済しました。',
      '{}のカードが二重に請求されています。',
      'クレジットカード：{} 有効期限 12/27',
      '登録したカードは{}です。',
      'さきほど {} で支払いましたが失敗しました。',
    ],
  },
  {
    category: 'email',
    make: values.email,
    sentences: [
      'メールは{}にお願いします。',
      '登録アドレスは{}です。',
      '{}に確認メールが届きません。',
      '宛先：{}',
      '担当者 <{}> 様',
    ],
  },
  {
    category: 'ip_address',
    make: values.address,
    sentences: [
      '接続元のIPは{}です。',
      '{}からログインがありました。',
      'サーバー {} につながりません。',
      'ログに{}と出ています。',
    ],
  },
  {
    category: 'secret',
    make: values.token,
    sentences: ['トークン {} が使えません。', '設定に{}を入れました。', '鍵をそのまま貼ります：\n{}'],
  },
  {
    category: 'secret',
    make: values.password,
    sentences: [
      'パスワード：{}',
      'パスワードは{}です。',
      'IDはyamada、パスワードは {} でした。',
      '仮パスワード: {} でログインしました。',
    ],
  },
];

const en: readonly Kind[] = [
  {
    category: 'resident_number',
    make: values.resident,
    sentences: ['My resident registration number is {}.', 'RRN {} was rejected at sign-up.', 'Name: Hong Gildong, {}'],
  },
  {
    category: 'foreigner_number',
    make: values.foreigner,
    sentences: [
      'My alien registration number is {}.',
      'I cannot verify myself with {} on your site.',
      'ARC {} expires next month.',
    ],
  },
  {
    category: 'my_number',
    make: values.myNumber,
    sentences: [
      'My Number is {}.',
      'The individual number on my card: {}',
      'Please update my number {} in the tax form.',
    ],
  },
  {
    category: 'phone',
    make: values.worldPhone,
    sentences: [
      'Please call me at {}.',
      'Phone: {}',
      'You can reach me on {} after six.',
      'Deliver to John Smith, {}',
      'My number changed from {} last week.',
      'I got a text from {} about my parcel.',
      'Cell {} (my wife)',
    ],
  },
  {
    category: 'phone',
    make: values.americanPhone,
    sentences: ['Call {} please.', 'My phone is {}.', 'Tel: {}', 'Contact: Jane, {}', 'Mobile {}'],
  },
  {
    category: 'bank_account',
    make: values.koreanAccount,
    sentences: [
      'Please refund to my bank account {}.',
      'Account number: {}',
      'Kookmin Bank {}, Hong Gildong',
      'I sent the wire to Shinhan Bank {}.',
    ],
  },
  {
    category: 'passport',
    make: values.koreanPassport,
    sentences: ['My passport number is {}.', 'Passport: {}', 'The passport {} on the booking has expired.'],
  },
  {
    category: 'driver_licence',
    make: values.koreanLicence,
    sentences: ["My driver's license is {}.", 'Driving licence no. {}', 'I registered {} for the rental car.'],
  },
  {
    category: 'card',
    make: values.card,
    sentences: [
      'My card {} was charged twice.',
      'Card number: {} exp 12/27',
      'I paid with {} yesterday.',
      'Please remove {} from my account.',
      'The payment on {} failed.',
    ],
  },
  {
    category: 'email',
    make: values.email,
    sentences: [
      'Write to {} please.',
      'My login is {}.',
      '{} never got the confirmation.',
      'Change my address to {}, thanks.',
      'cc {}',
      'From: Jane <{}>',
    ],
  },
  {
    category: 'ip_address',
    make: values.address,
    sentences: [
      'I connect from {}.',
      'There was a login from IP {}.',
      'Our server {} is blocked.',
      'The log says {} - - GET /',
      'Ping to {} times out.',
    ],
  },
  {
    category: 'secret',
    make: values.token,
    sentences: [
      'The token {} does not work.',
      'I put {} into the settings.',
      'Here is the key:\n{}',
      'Authorization: Bearer {}',
    ],
  },
  {
    category: 'secret',
    make: values.password,
    sentences: [
      'Password: {}',
      'My password is {}.',
      'user jane, pw: {}',
      'The temporary password is {} and it does not work.',
      'passcode = {}',
    ],
  },
];

export const sentences: Readonly<Record<Language, readonly Kind[]>> = { ko, ja, en };
