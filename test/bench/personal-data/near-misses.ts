import type { Random } from './random.js';
import type { Language } from './sentences.js';
import { grouped, withLuhn, withMyNumberCheck, type Maker } from './values.js';

/** What looks like personal data and is none, and the sentences in which it stands. */
export interface NearMiss {
  readonly make: Maker;
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
}

const date = (random: Random): readonly [string, string, string] => [
  String(random.between(2019, 2026)),
  random.padded(1, 12, 2),
  random.padded(1, 28, 2),
];

/** Digits whose last one is wrong. */
const broken = (digits: string): string => digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10);

const brokenCard: Maker = (random) => broken(withLuhn(`4${random.digits(14)}`));
const brokenMyNumber: Maker = (random) => broken(withMyNumberCheck(String(random.between(1, 9)) + random.digits(10)));

export const nearMisses: readonly NearMiss[] = [
  {
    make: (random) =>
      random.pick([
        `${date(random).join('')}-${random.digits(7)}`,
        `${date(random).join('')}${random.digits(6)}`,
        `ORD-${random.digits(4)}-${random.digits(4)}`,
      ]),
    sentences: {
      ko: ['주문번호 {} 배송이 늦어요.', '주문 번호: {}', '{} 건 확인 부탁드립니다.', '[{}] 교환 문의'],
      ja: ['注文番号{}の配送が遅いです。', '注文番号：{}', '{}について確認をお願いします。'],
      en: ['Order number {} is late.', 'Order #{}', 'Please check order {}.', '[{}] exchange'],
    },
  },
  {
    make: (random) =>
      random.pick([
        random.digits(12),
        grouped(random.digits(12), [4, 4, 4], '-'),
        random.digits(10),
        random.digits(13),
        grouped(withMyNumberCheck(`4${random.digits(10)}`), [4, 4, 4], '-'),
      ]),
    sentences: {
      ko: ['운송장번호 {} 조회가 안 됩니다.', '송장 {}', '택배 {} 언제 오나요?'],
      ja: ['お問い合わせ番号は{}です。', '追跡番号 {} が見つかりません。', '伝票番号：{}', '送り状番号{}'],
      en: ['Tracking number {} shows nothing.', 'Tracking: {}', 'Waybill {}', 'The parcel {} is lost.'],
    },
  },
  {
    make: (random) =>
      `${random.between(1, 20)}.${random.between(0, 30)}.${random.between(0, 30)}.${random.between(0, 250)}`,
    sentences: {
      ko: ['앱 버전 {} 에서 오류가 납니다.', '{} 버전으로 업데이트했어요.', '펌웨어 {}', 'v{} 설치 후 느려졌습니다.'],
      ja: [
        'バージョン {} でエラーが出ます。',
        'アプリのバージョンは{}です。',
        'ファームウェア {}',
        'v{} にしてから遅いです。',
      ],
      en: ['Version {} crashes.', 'I updated to {}.', 'Firmware {}', 'v{} is slow.', 'See section {} of the manual.'],
    },
  },
  {
    make: (random) => {
      const parts = date(random);
      const time = `${random.padded(0, 23, 2)}:${random.padded(0, 59, 2)}`;
      return random.pick([
        `${parts.join('-')} ${time}`,
        `${parts.join('.')} ${time}`,
        parts.join('-'),
        `${parts.join('-')}T${time}:00Z`,
        parts.join(''),
      ]);
    },
    sentences: {
      ko: [
        '{} 에 결제했습니다.',
        '입금일은 {} 입니다.',
        '계좌 개설일 {}',
        '{}부터 접속이 안 돼요.',
        '전화드린 시각: {}',
      ],
      ja: ['{} に支払いました。', '振込日は{}です。', '{}からつながりません。', '電話した日時：{}'],
      en: ['I paid on {}.', 'Called at {}.', 'Wire sent {}.', 'Since {} I cannot log in.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        brokenCard(random),
        grouped(brokenCard(random), [4, 4, 4, 4], '-'),
        grouped(brokenCard(random), [4, 4, 4, 4], ' '),
        grouped(`0${random.digits(15)}`, [4, 4, 4, 4], '-'),
      ]),
    sentences: {
      ko: ['멤버십 {} 등록해 주세요.', '시리얼 키 {} 가 틀렸대요.', '{} 로 조회하면 없다고 나옵니다.'],
      ja: ['会員証 {} を登録してください。', 'シリアルキー{}が違うと言われます。', '{} で検索しても出ません。'],
      en: ['Membership {} please.', 'The key {} is refused.', 'Nothing is found for {}.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.padded(30, 99, 2)}${random.padded(13, 99, 2)}${random.digits(2)}-${random.digits(7)}`,
        `${random.digits(2)}0231-${random.digits(7)}`,
        `${random.digits(6)}-${random.digits(6)}`,
        `${random.digits(2)}0${random.between(1, 9)}32-1${random.digits(6)}`,
      ]),
    sentences: {
      ko: ['상품 {} 재고가 있나요?', '문의 {} 답변 부탁드립니다.', '접수번호 {}'],
      ja: ['商品{}の在庫はありますか。', '受付番号 {}', '{} の件です。'],
      en: ['Is item {} in stock?', 'About {}.', 'Case {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.padded(101, 899, 3)}-${random.digits(2)}-${random.digits(5)}`,
        `1${random.digits(5).replace(/^../, '10')}-${random.digits(7)}`,
      ]),
    sentences: {
      ko: ['사업자등록번호 {} 로 세금계산서 부탁드립니다.', '사업자번호: {}', '법인등록번호 {}'],
      ja: ['法人番号 {}', '登録番号：{}', '韓国の法人登録番号は{}です。'],
      en: ['Reference {} on the invoice.', 'Invoice {}', 'Ref. {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.between(1, 999)},${random.digits(3)},${random.digits(3)}`,
        `${random.between(1, 99)}0,000`,
        String(random.between(10_000, 99_999_999)),
      ]),
    sentences: {
      ko: ['{}원을 입금했습니다.', '결제 금액 {}원', '계좌에서 {}원이 빠져나갔어요.', '은행 이체 한도가 {}원입니다.'],
      ja: ['{}円を振り込みました。', '金額は{}円です。', '口座から{}円引き落とされました。'],
      en: ['I paid {} won.', 'The amount is {}.', 'A total of {} was charged.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.letters(2, 'ABCDEFGHJKLNPQSUVWXYZ')}${random.digits(7)}`,
        `${random.letters(3, 'ABCDEF')}-${random.digits(4)}-${random.digits(4)}`,
        `M${random.digits(8)}`,
        `SM-${random.letters(1, 'AGNS')}${random.digits(3)}N`,
      ]),
    sentences: {
      ko: ['모델명 {} 입니다.', '제품 {} 부품을 구합니다.', '쿠폰 {} 가 적용되지 않아요.', '시리얼 {}'],
      ja: ['型番は{}です。', '製品{}の部品が欲しいです。', 'クーポン {} が使えません。', 'シリアル{}'],
      en: ['The model is {}.', 'Product {} is broken.', 'Coupon {} is not accepted.', 'Serial {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `88${random.digits(11)}`,
        `97889${random.digits(8)}`,
        `49${random.digits(11)}`,
        `45${random.digits(11)}`,
        `${random.digits(3)}-${random.digits(2)}-${random.digits(4)}-${random.digits(3)}-${random.digits(1)}`,
      ]),
    sentences: {
      ko: ['바코드 {} 상품입니다.', '{} 책 주문했어요.', '상품코드: {}'],
      ja: ['バーコード{}の商品です。', '商品コード：{}', 'ISBN {}'],
      en: ['ISBN {}', 'The barcode reads {}.', 'EAN {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.between(1500, 1890)}-${random.between(1891, 1999)}`,
        `${random.between(1990, 2010)}-${random.between(2011, 2026)}`,
        `${random.between(1, 40)}-${random.between(1, 40)}`,
        `${random.between(10, 99)}.${random.digits(4)}, ${random.between(100, 130)}.${random.digits(4)}`,
        `${random.between(100, 999)}x${random.between(100, 999)}`,
      ]),
    sentences: {
      ko: ['{}년 자료입니다.', '점수는 {} 입니다.', '크기 {}', '좌표 {}'],
      ja: ['{}年の資料です。', 'スコアは{}です。', 'サイズ {}', '座標 {}'],
      en: ['From the years {}.', 'The score was {}.', 'Size {}', 'Position {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.letters(6)}@${random.between(1, 20)}.${random.between(0, 20)}.${random.between(0, 20)}`,
        `${random.letters(5)}@2x.png`,
        `@${random.letters(7)}`,
        `git@example.com:${random.letters(4)}/${random.letters(4)}.git`,
        `${random.letters(4)} @ ${random.letters(4)}`,
        `@${random.letters(4)}/${random.letters(5)}`,
      ]),
    sentences: {
      ko: ['{} 설치가 안 됩니다.', '{} 파일을 첨부합니다.', '인스타 {} 입니다.'],
      ja: ['{} が入りません。', '{} を添付します。', 'アカウントは {} です。'],
      en: ['{} does not install.', 'See {} attached.', 'I follow {}.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.between(256, 999)}.${random.between(0, 255)}.${random.between(0, 255)}.1`,
        '127.0.0.1',
        '0.0.0.0',
        '255.255.255.0',
        `${random.between(1, 9)}.${random.between(1, 9)}.${random.between(1, 9)}.${random.between(1, 9)}`,
        `${random.between(100, 255)}.${random.between(100, 255)}.${random.between(100, 255)}`,
      ]),
    sentences: {
      ko: ['{} 라고 나옵니다.', '설명서 {} 항을 보세요.', '값은 {} 입니다.'],
      ja: ['{}と表示されます。', '説明書の{}を見てください。', '値は{}です。'],
      en: ['It says {}.', 'See {} in the manual.', 'The value is {}.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        brokenMyNumber(random),
        grouped(brokenMyNumber(random), [4, 4, 4], ' '),
        random.digits(11).replace(/^./, '3'),
        random.digits(14).replace(/^./, '2'),
      ]),
    sentences: {
      ko: ['고객번호 {} 입니다.', '회원번호: {}', '관리번호 {}'],
      ja: ['お客様番号は{}です。', '会員番号：{}', '管理番号 {}', '{}と入力しました。'],
      en: ['Customer id {}', 'My user id is {}.', 'Case {} is still open.'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `${random.letters(3, 'ABCDEF')}-010-${random.digits(4)}-${random.digits(4)}`,
        `${date(random)[0]}-010-${random.digits(4)}-${random.digits(4)}`,
        `010${random.digits(5)}`,
        `010-${random.digits(4)}-****`,
        `010-${random.digits(2)}-${random.digits(4)}`,
        `09${random.digits(4)}-${random.digits(3)}`,
      ]),
    sentences: {
      ko: ['문서 {} 를 참고하세요.', '부품 {} 주문합니다.', '{} 로 표시됩니다.'],
      ja: ['書類{}をご覧ください。', '部品 {} を注文します。', '{} と表示されます。'],
      en: ['See document {}.', 'I need part {}.', 'It shows {}.'],
    },
  },
  {
    make: (random) => random.pick(['', ' ', '…']),
    sentences: {
      ko: [
        '비밀번호를 잊어버렸습니다{}',
        '비밀번호 변경은 어디서 하나요?{}',
        '비밀번호: 8자 이상이어야 합니다{}',
        '인증번호가 안 와요{}',
        '비밀번호 2025년에 바꿨어요{}',
        '계좌 이체가 안 됩니다{}',
        '주민등록번호 없이 가입하고 싶어요{}',
        '여권 없이 예약되나요?{}',
      ],
      ja: [
        'パスワードを忘れました{}',
        'パスワードの変更方法を教えてください{}',
        'パスワード：8文字以上と言われます{}',
        '認証コードが届きません{}',
        '口座の変更はどこでできますか{}',
        'マイナンバーは必要ですか{}',
      ],
      en: [
        'I forgot my password{}',
        'Your password is incorrect, it says{}',
        'Password: must be 8-16 characters{}',
        'The password reset link expired{}',
        'No verification code arrives{}',
        'Which bank account do you use?{}',
        'Token expired{}',
      ],
    },
  },
  {
    make: (random) =>
      random.pick([
        `〒${random.digits(3)}-${random.digits(4)}`,
        random.digits(5),
        `${random.digits(3)}-${random.digits(3)}`,
      ]),
    sentences: {
      ko: ['우편번호 {} 입니다.', '({}) 서울시 강남구', '주소가 {} 로 나와요.'],
      ja: ['郵便番号は{}です。', '{} 東京都渋谷区', '住所：{} 大阪市'],
      en: ['Postal code {}', 'Ship to {} Seoul.', 'Zip {}'],
    },
  },
  {
    make: (random) =>
      random.pick([
        `17${random.digits(11).replace(/^../, '55')}`,
        random.letters(32, '0123456789abcdef'),
        `${random.letters(8, '0123456789abcdef')}-${random.letters(4, '0123456789abcdef')}-4${random.letters(3, '0123456789abcdef')}-a${random.letters(3, '0123456789abcdef')}-${random.letters(12, '0123456789abcdef')}`,
        'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        `#${random.digits(6)}`,
      ]),
    sentences: {
      ko: ['요청 ID {} 로 오류가 났습니다.', '해시 {}', '로그: {}'],
      ja: ['リクエスト {} でエラーです。', 'ハッシュ {}', 'ログ：{}'],
      en: ['Request id {} failed.', 'Hash {}', 'Log: {}'],
    },
  },
  // Digits of no meaning, with no word beside them: by chance some have the right check.
  {
    make: (random) =>
      random.pick([
        grouped(random.digits(12), [4, 4, 4], '-'),
        grouped(`${random.pick(['4', '5', '3', '6'])}${random.digits(15)}`, [4, 4, 4, 4], '-'),
        `${random.pick(['4', '5'])}${random.digits(15)}`,
        grouped(random.digits(13), [6, 7], '-'),
        grouped(random.digits(10), [3, 3, 4], '-'),
        grouped(random.digits(12), [2, 2, 6, 2], '-'),
        random.digits(13),
        random.digits(10),
      ]),
    sentences: {
      ko: ['{} 어디까지 왔나요?', '{} 확인해 주세요.', '{}', '어제 문의한 {} 건입니다.'],
      ja: ['{} はどこですか。', '{} をご確認ください。', '{}', '昨日の {} の件です。'],
      en: ['Where is {} now?', 'Please look at {}.', '{}', 'It is about {} from yesterday.'],
    },
  },
];
