import { findPersonalData } from '../../../../src/domain/personal-data.js';
import { linesOf, Words } from './repeats.js';

/** What of masked words unsent texts lose, for good: nobody gives it back to them. */
export interface UnsentWords {
  /** What is personal wherever it stands. */
  readonly lost: Words;
  /** Of that, what cannot be a word of everyday: former versions of a text keep the others, so that it can be brought back. */
  readonly certain: Words;
  /** All but courtesies: where one of these is left, that is told. */
  readonly told: Words;
}

/** Fewest digits of a line that makes it somebody's. */
const leastDigits = 4;
/** Fewest letters of a line that nobody writes twice by chance. */
const leastLetters = 12;

/** With which two letters are a name and no part of another word. */
const titles = ['님', ' 님', '씨', ' 씨', ' 고객', '様', ' 様', 'さま', 'さん', '氏', '殿'];

const courtesies = [
  '안녕하세요|안녕하십니까|안녕히 계세요|감사(?:합니다|드립니다|드리며)|고맙습니다|죄송합니다|수고(?:하세요|하십시오|하십니다)',
  '수고 ?많으십니다|(?:잘 |꼭 )?부탁(?:합니다|드립니다|드리겠습니다|드려요)|문의 ?드립니다|좋은 ?하루(?: ?되세요| ?보내세요)?',
  '정말|대단히|진심으로|항상|다시 한번|빠른|답변|회신|확인|도움|고객님|담당자님',
  'こんにちは|こんばんは|おはようございます|お世話に(?:なっております|なります)|お疲れ様です|ありがとうござい(?:ます|ました)',
  '(?:宜し|よろし)く|お(?:願|ねが)い(?:します|いたします|致します|申し上げます)|失礼(?:します|いたします|致します)|申し訳(?:ございません|ありません)',
  'いつも|大変|誠に|何卒|どうぞ|ご(?:確認|返信|連絡|対応|担当者様)|のほど|お客様|拝啓|敬具|以上',
  '\\b(?:hello|hi|hey|dear|good|morning|afternoon|evening|day|sir|madam|or|customer|support|team|all|there|thanks?|thank|you|many|so|very|much)\\b',
  '\\b(?:for|your|the|help|reply|time|attention|patience|in|advance|again|and|best|kind|warm|regards|wishes|sincerely|yours|truly|faithfully|cheers|to|whom|it|may|concern|have|a|nice|great)\\b',
];
const courtesy = new RegExp(courtesies.join('|'), 'g');

/** Whether a line greets, thanks or takes leave, and says nothing else. */
function isCourtesy(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line.normalize('NFKC').toLowerCase().replace(courtesy, ' '));
}

function isIdentifying(line: string): boolean {
  const count = (sign: RegExp): number => line.match(sign)?.length ?? 0;
  return count(/\p{Nd}/gu) >= leastDigits || count(/\p{L}/gu) >= leastLetters;
}

/** Whether a line that was masked alone is a name. A word without a capital is a word. */
const isPerhapsName = (line: string): boolean => !/^\p{Ll}+$/u.test(line);

const isShortName = (line: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}]{2}$/u.test(line);

/**
 * Words of a mask, as unsent texts know them. Agents wrote those texts, and half of what a message says stands in any
 * answer: what is personal goes, a greeting or a word of everyday stays.
 */
export function unsentWords(masked: string, patterns: readonly string[] = []): UnsentWords {
  const lines = linesOf(masked).filter((line) => !isCourtesy(line));
  const found = findPersonalData(masked, { patterns }).map(({ start, length }) => masked.slice(start, start + length));
  const certain = [...found, ...lines.filter(isIdentifying)];
  const names = lines
    .filter((line) => lines.length === 1 && isPerhapsName(line))
    .flatMap((line) => (isShortName(line) ? titles.map((title) => line + title) : [line]));
  return {
    lost: new Words([...certain, ...names], patterns),
    certain: new Words(certain, patterns),
    told: new Words(lines, patterns),
  };
}
