/** Texts that make a careless detector look at every letter again and again, of about so many letters. */
export const hostile: Readonly<Record<string, (letters: number) => string>> = {
  digits: (letters) => '1'.repeat(letters),
  'groups of digits': (letters) => '1-'.repeat(letters / 2),
  'groups with spaces': (letters) => '0101 '.repeat(letters / 5),
  letters: (letters) => 'a'.repeat(letters),
  'addresses without an end': (letters) => 'a.'.repeat(letters / 2),
  'at signs': (letters) => 'a@'.repeat(letters / 2),
  'keys without an end': (letters) => '-----BEGIN PRIVATE KEY-----A'.repeat(letters / 28),
  'names of keys': (letters) => '-----BEGIN A A A '.repeat(letters / 17),
  prefixes: (letters) => 'ghp_'.repeat(letters / 4),
  'web addresses': (letters) => 'a://a:'.repeat(letters / 6),
  passwords: (letters) => '비밀번호 : '.repeat(letters / 7),
  labels: (letters) => '계좌 1234 은행 '.repeat(letters / 11),
  spaces: (letters) => ' '.repeat(letters),
  'wide digits': (letters) => '０１０－'.repeat(letters / 4),
  cards: (letters) => '4111 1111 1111 1111 '.repeat(letters / 20),
};

/** Patterns that nearly fit everywhere in a text of one letter. */
export const hostilePatterns: readonly string[] = [`${'a'.repeat(31)}b`, `${'#'.repeat(31)}-`, `${'?'.repeat(30)}-#`];
