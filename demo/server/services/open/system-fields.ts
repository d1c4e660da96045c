import type { FieldType } from '../../../../src/domain/fields.js';
import type { Language } from '../../../../src/domain/types.js';

type ByLanguage = Readonly<Record<Language, string>>;

/** A field that every service has, whatever others it adds. */
export interface SystemField {
  /** Its number in the Open API; those of added fields begin above 1000. */
  readonly fieldId: number;
  readonly code: string;
  readonly type: FieldType;
  readonly titles: ByLanguage;
  readonly descriptions?: ByLanguage;
  readonly placeholders?: ByLanguage;
  readonly length: number;
  readonly required: boolean;
  readonly encrypt: boolean;
}

const fileNote: ByLanguage = {
  ko: '10MB 미만의 이미지, 문서(MS Office, hwp, pdf, txt), 음성(mp3, wav)과 zip 파일을 5개까지 첨부할 수 있습니다.',
  ja: '10MB未満の画像、文書(MS Office、hwp、pdf、txt)、音声(mp3、wav)、zipファイルを5個まで添付できます。',
  en: 'Up to five files of less than 10 MB each: pictures, documents (MS Office, hwp, pdf, txt), sound (mp3, wav) and zip.',
};

const consentNote: ByLanguage = {
  ko: '수집하는 개인정보(이메일, 이름, 전화번호, 문의내용, 첨부파일)는 문의 처리와 회신에만 사용하며, <b>관련 법령에 따라 3년간 보관 후 삭제</b>합니다. 동의해 주셔야 문의를 접수할 수 있습니다.',
  ja: 'お預かりする個人情報(Eメール、お名前、電話番号、お問い合わせ内容、添付ファイル)はお問い合わせへの対応と回答にのみ利用し、<b>関係法令に従い3年間保管した後に削除</b>します。ご同意いただけない場合はお問い合わせを受け付けられません。',
  en: 'What we collect (email, name, phone, inquiry, attachments) is used to answer you and for nothing else, and is <b>deleted after three years</b>, as the law asks. Without your consent we cannot take your inquiry.',
};

const consent: ByLanguage = {
  ko: '개인정보 수집 및 이용에 동의합니다.',
  ja: '個人情報の収集と利用に同意します。',
  en: 'I agree to the collection and use of my personal data.',
};

function field(
  fieldId: number,
  code: string,
  type: FieldType,
  [ko, ja, en]: readonly [string, string, string],
  more: Partial<Pick<SystemField, 'length' | 'required' | 'encrypt' | 'descriptions' | 'placeholders'>> = {},
): SystemField {
  return { fieldId, code, type, titles: { ko, ja, en }, length: 0, required: false, encrypt: false, ...more };
}

/** They stand before the fields that a service added, in this order. */
export const leadingFields: readonly SystemField[] = [
  field(1, 'category', 'dropdown', ['접수유형', '受付タイプ', 'Submission Type'], { required: true }),
  field(3, 'mail', 'text', ['이메일', 'Eメール', 'Email'], { length: 100, required: true, encrypt: true }),
  field(5, 'subject', 'text', ['제목', 'タイトル', 'Title'], { length: 200, required: true }),
  field(6, 'content', 'textarea', ['문의내용', 'お問い合わせ内容', 'Contents'], { length: 5000, required: true }),
  field(2, 'name', 'text', ['이름', '名前', 'Name'], { length: 100 }),
  field(4, 'phone', 'text', ['전화번호', '電話番号', 'Phone'], { length: 30, encrypt: true }),
  field(9, 'attachment', 'file', ['첨부파일', '添付ファイル', 'Attachment'], { descriptions: fileNote }),
  field(18, 'typeOne', 'text', ['구분1', '区分1', 'Type 1'], { length: 200 }),
  field(19, 'typeTwo', 'text', ['구분2', '区分2', 'Type 2'], { length: 200 }),
];

/** And this one after them. */
export const closingField: SystemField = field(
  11,
  'personalAgree',
  'agree',
  ['개인정보수집', '個人情報の収集', 'Personal data'],
  { required: true, descriptions: consentNote, placeholders: consent },
);

/** Names that forms of the help center use themselves. */
const formNames = ['comment', 'mark'];

/** Codes that no added field can have: those of other fields, and what every object has already. */
export const systemCodes: ReadonlySet<string> = new Set([
  ...[...leadingFields, closingField].map(({ code }) => code),
  ...formNames,
  ...Object.getOwnPropertyNames(Object.prototype),
]);
