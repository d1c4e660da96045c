import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../src/domain/personal-data.js';
import { maxPatterns, readPattern } from '../../src/domain/personal-data/patterns.js';
import { readMarked, writeMarked } from '../bench/personal-data/marked.js';

/** What is found in a text without its marks, marked. */
function found(source: string, patterns?: readonly string[]): string {
  const { text } = readMarked(source);
  return writeMarked({ text, findings: findPersonalData(text, { patterns }) });
}

const marked = (...sources: string[]): void => {
  for (const source of sources) expect(found(source)).toBe(source);
};

describe('numbers of Korea', () => {
  it('finds registration numbers by their day, whether or not the last digit is a check', () => {
    marked(
      '주민번호는 ⟦resident_number:900101-1234567⟧입니다.',
      '⟦resident_number:051231-4000000⟧ / ⟦foreigner_number:900101-5234567⟧',
      '주민등록번호 ⟦resident_number:9001011234567⟧',
      '900231-1234567 그리고 901301-1234567',
      '법인등록번호 110111-1234567',
      '1711221234567',
    );
  });

  it('takes no path for a key, and no version of a server for an address', () => {
    marked(
      '/sk-ako-vratim-objednavku-do-14-dni-od-dorucenia-tovaru, sk-how-to-return-an-order-within-two-weeks',
      '⟦secret:sk-proj-Zx8Qp2Lm5Vt9Rw4Kd7Jf3Hs6Bn1Yc0Ga⟧',
      'server 1.2.3.4, from 2.0.1.7, IP ⟦ip_address:1.2.3.4⟧, server ⟦ip_address:203.0.113.77⟧',
    );
  });

  it('finds phones in every layout, also in wide digits and from abroad', () => {
    marked(
      '⟦phone:010-1234-5678⟧, ⟦phone:01012345678⟧, ⟦phone:010 1234 5678⟧, ⟦phone:010.1234.5678⟧',
      '전화 ⟦phone:０１０－１２３４－５６７８⟧로 주세요',
      '⟦phone:+82 10-1234-5678⟧ ⟦phone:+82-2-1234-5678⟧ ⟦phone:82-10-1234-5678⟧ ⟦phone:+82 (0)10 1234 5678⟧',
      '⟦phone:(02) 123-4567⟧ ⟦phone:031-123-4567⟧ ⟦phone:070-4567-1234⟧ ⟦phone:0505-123-4567⟧',
      '대표번호 15881234, 고객센터 1588-1234, 무료 전화 080-123-4567, 가격 15881234원',
      '1592-1598년, 2024-010-1234-5678, ORD-010-1234-5678, 주문번호 01012345678',
    );
  });

  it('finds accounts beside words of banks only', () => {
    marked(
      '국민은행 ⟦bank_account:123456-01-234567⟧ 홍길동',
      '⟦bank_account:110-123-456789⟧ (신한은행)',
      '환불 계좌\n⟦bank_account:3333-01-1234567⟧',
      '110-123-456789',
      '입금일 2024-01-05, 입금 확인 2024-01-05 12:30:11',
      '은행 문의는 ⟦phone:02-123-4567⟧',
    );
  });

  it('finds passports and driving licences', () => {
    marked(
      '여권 ⟦passport:M12345678⟧, ⟦passport:M123A4567⟧',
      '제품 M12345678',
      '⟦driver_licence:11-12-345678-90⟧, 면허 ⟦driver_licence:281234567890⟧, 서울 ⟦driver_licence:12-345678-90⟧',
      '99-12-345678-90',
    );
  });
});

describe('numbers of Japan', () => {
  it('finds an individual number by its check digit', () => {
    marked(
      'マイナンバーは⟦my_number:123456789018⟧です。',
      '個人番号：⟦my_number:１２３４ ５６７８ ９０１８⟧',
      'マイナンバーは123456789019です。',
      'お問い合わせ番号 1234-5678-9018',
      '123456789018',
    );
  });

  it('finds phones with areas of every length', () => {
    marked(
      '⟦phone:03-1234-5678⟧ ⟦phone:045-123-4567⟧ ⟦phone:0466-12-3456⟧ ⟦phone:01267-8-1234⟧ ⟦phone:03(1234)5678⟧',
      '⟦phone:090ー1234ー5678⟧ ⟦phone:09012345678⟧ ⟦phone:+81 90 1234 5678⟧',
      'フリーダイヤル 0120-123-456、電話 0800-123-4567、ナビダイヤル 0570-012-345',
    );
  });

  it('finds accounts, passports and driving licences beside their words', () => {
    marked(
      'みずほ銀行 渋谷支店 普通 ⟦bank_account:7654321⟧',
      'ゆうちょ銀行 記号⟦bank_account:12340⟧ 番号⟦bank_account:12345671⟧',
      '旅券番号 ⟦passport:TK1234567⟧、型番 TK1234567',
      '免許証番号 ⟦driver_licence:309212345610⟧',
    );
  });
});

describe('what is the same everywhere', () => {
  it('finds cards by issuer, length and check', () => {
    marked(
      '⟦card:4111 1111 1111 1111⟧ ⟦card:4111-1111-1111-1111⟧ ⟦card:4111111111111111⟧ ⟦card:3782-822463-10005⟧',
      '⟦card:４１１１－１１１１－１１１１－１１１１⟧까지',
      '4111 1111 1111 1112, 1234 5678 9012 3452, A4111111111111111, 송장 4111111111111111',
    );
  });

  it('finds mail addresses, and no files, packages or repositories', () => {
    marked(
      '메일은 ⟦email:test.user+tag@example.co.kr⟧입니다. ＜⟦email:ａ@example.jp⟧＞',
      'icon@2x.png, lodash@4.17.21, git@github.com:org/repo.git, @handle, a..b@example.com',
    );
  });

  it('finds addresses of machines, and no versions', () => {
    marked('⟦ip_address:203.0.113.7⟧, IP ⟦ip_address:10.0.0.5⟧', '버전 203.0.113.7, 1.2.3.4, 127.0.0.1, 203.0.113.256');
  });

  it('finds secrets by their shape', () => {
    marked(
      '⟦secret:-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----⟧ 끝',
      '토큰 ⟦secret:ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF3gH6⟧, ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      '비밀번호: ⟦secret:hunter22!⟧, パスワードは ⟦secret:abc12345⟧ です, https://user:⟦secret:s3cret⟧@example.com/',
      '비밀번호를 잊어버렸어요. Your password is incorrect. 비밀번호: 8-16자',
    );
  });

  it('tells the longest of what shares a letter, in order', () => {
    marked('⟦email:010-1234-5678@example.com⟧ ⟦phone:010-1234-5678⟧,⟦phone:010-2222-3333⟧');
  });

  it('finds each once, wherever a long line is cut into pieces', () => {
    const numbers = Array.from({ length: 9000 }, () => '⟦phone:010-1234-5678⟧');
    marked(numbers.join(' '), numbers.join('/'));
  });

  it('finds what stands behind many lines, as often as it stands there', () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at}번째 줄 ⟦phone:010-1234-5678⟧`);
    marked(lines.join('\n'));
  });
});

describe('patterns of a service', () => {
  it('finds its own numbers, in either case and not inside words', () => {
    const patterns = ['EMP-######', '@@-##?##', 'a\\#-####'];
    for (const source of [
      '사번 ⟦custom:EMP-123456⟧, ⟦custom:emp-654321⟧',
      'XEMP-123456, EMP-1234567',
      '⟦custom:AB-12C34⟧ ⟦custom:A#-1234⟧',
    ]) {
      expect(found(source, patterns)).toBe(source);
    }
  });

  it.each([
    ['', 'pattern_empty'],
    ['###', 'pattern_short'],
    ['#'.repeat(33), 'pattern_long'],
    ['EMP-#\\', 'pattern_escape'],
    ['EMP\n####', 'pattern_line'],
    ['@@@@@@', 'pattern_vague'],
    ['????', 'pattern_vague'],
  ])('says what is wrong with %j', (source, problem) => {
    expect(readPattern(source)).toBe(problem);
  });

  it('leaves out what cannot be read, and what is too many', () => {
    expect(findPersonalData('abcd', { patterns: ['@@@@'] })).toEqual([]);
    const many = Array.from({ length: maxPatterns + 1 }, (_, at) => `K${at + 100}-####`);
    expect(findPersonalData(`K100-1234 K${maxPatterns + 100}-1234`, { patterns: many })).toHaveLength(1);
  });
});
