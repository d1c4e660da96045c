/** What the words before a number say that it is. */
export type Label =
  | 'resident'
  | 'foreigner'
  | 'my_number'
  | 'passport'
  | 'licence'
  | 'phone'
  | 'post_account'
  | 'bank'
  | 'card'
  | 'ip'
  | 'other';

/** Words between letters of ASCII are whole words; those of Korean and Japanese may stand inside others. */
const whole = (words: string): string => `(?<![a-z])(?:${words})(?![a-z])`;

const words: Readonly<Record<Label, string>> = {
  other: [
    '주문 ?번호|송장|운송장|택배|배송 ?번호|예약 ?번호|접수 ?번호|문의 ?번호|상품 ?(?:번호|코드)|모델|시리얼|일련 ?번호|승인 ?번호|거래 ?번호|결제 ?번호',
    '사업자 ?(?:등록)? ?번호|법인 ?(?:등록)? ?번호|통신판매업|신고 ?번호|관리 ?번호|고객 ?번호|회원 ?번호|쿠폰|바코드|티켓|버전|빌드|펌웨어|릴리스|우편 ?번호|금액|가격|합계',
    '注文 ?番号|追跡 ?番号|伝票|送り状|問い?合わ?せ ?番号|予約 ?番号|受付 ?番号|商品 ?(?:番号|コード)|型番|製造 ?番号|シリアル|承認 ?番号|取引 ?番号|法人 ?番号',
    '登録 ?番号|会員 ?番号|顧客 ?番号|お客様 ?番号|クーポン|バーコード|チケット|バージョン|ビルド|ファームウェア|リリース|郵便 ?番号|管理 ?番号|金額|価格|合計',
    whole(
      'order|tracking|invoice|shipment|parcel|waybill|booking|reservation|ticket|case|request id|product|model|serial|part|sku|item|isbn|ean|barcode|imei|transaction|reference|ref|coupon|version|ver|v|build|firmware|release|section|clause|zip|total|amount',
    ),
  ].join('|'),
  foreigner:
    '외국인 ?(?:등록)? ?번호|외국인 ?등록|거소 ?신고|在留|外国人登録|alien registration|foreigner registration',
  resident: `주민 ?(?:등록)? ?번호|주민 ?등록|주민|주번|住民登録|resident registration|${whole('rrn')}`,
  my_number: 'マイナンバー|個人番号|마이 ?넘버|개인 ?번호|my ?number|individual number',
  passport: '여권|旅券|パスポート|passport',
  licence: "면허|免許|driver'?s? ?licen[cs]e|driving licen[cs]e|licen[cs]e (?:no|number)",
  phone: [
    '전화|연락처|휴대폰|핸드폰|휴대 ?전화|폰 ?번호|팩스|대표 ?번호|고객 ?센터|콜 ?센터|문의|통화|번호로|電話|連絡先|携帯|ファックス|ファクス|フリーダイヤル|☎|☏|📞|📱',
    whole(
      'tel|telephone|phone|mobile|cell|cellphone|call|calling|fax|hp|h\\.p|contact|reach me|reached|text me|hotline|t|m|p',
    ),
  ].join('|'),
  post_account: 'ゆうちょ|記号|郵便貯金',
  bank: [
    '계좌|입금|은행|통장|예금|송금|이체|농협|신협|수협|뱅크|새마을금고|우체국',
    '口座|振込|振り込み|銀行|支店|普通|当座|信用金庫|信金|預金',
    whole('bank|bank account|account (?:number|no|#)|acct|iban|wire|deposit to|remit'),
  ].join('|'),
  card: `카드|カード|${whole('card|visa|mastercard|amex|jcb')}`,
  ip: whole('ip|ipv4|ip address') + '|아이피|접속|アドレス|接続',
};

const kinds = Object.keys(words) as Label[];
const anyLabel = new RegExp(kinds.map((kind) => words[kind]).join('|'), 'g');
const eachLabel = kinds.map((kind) => [kind, new RegExp(`^(?:${words[kind]})$`)] as const);
/** Words that were met, of which there are no more than those above. */
const met = new Map<string, Label>();

function kindOf(word: string): Label {
  const kind = met.get(word) ?? eachLabel.find(([, own]) => own.test(word))?.[0] ?? 'other';
  met.set(word, kind);
  return kind;
}

const banks = /은행|뱅크|농협|신협|수협|새마을금고|우체국|계좌|銀行|信用金庫|口座|(?<![a-z])bank(?![a-z])/;

const letters = /[^\d\s().,:+-]/;

/** How far before a number its label may end, with what stands between them. */
const reach = 32;
/** A label of something else is only about the number that follows it. */
const nearby = 14;

/** The labels before a place, the nearest first; none where the nearest is about another number. */
export function labelsBefore(text: string, at: number): readonly Label[] {
  const window = text.slice(Math.max(0, at - reach), at).toLowerCase();
  if (!letters.test(window)) return [];
  const labels: Label[] = [];
  let end = 0;
  anyLabel.lastIndex = 0;
  for (let match = anyLabel.exec(window); match; match = anyLabel.exec(window)) {
    labels.unshift(kindOf(match[0]));
    end = anyLabel.lastIndex;
  }
  if (labels[0] !== 'other') return labels;
  const between = window.slice(end);
  return between.length > nearby || /[\d\n]/.test(between) ? [] : labels;
}

/** Whether a bank's name follows a number, as in "110-123-456789 (Some Bank)". */
export function hasBankAfter(text: string, at: number): boolean {
  const window = text.slice(at, at + 14).toLowerCase();
  return banks.test(window.split(/[\d\n]/, 1)[0] ?? '');
}
