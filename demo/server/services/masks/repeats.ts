/** Shortest words that are looked for beside the place where they were masked. */
const least = 4;
/** Fewest digits that make a number. */
const leastDigits = 6;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
const digits = (text: string): string => text.normalize('NFKC').replace(/\D+/g, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The lines of masked words, without white space around them. */
export function linesOf(words: string): readonly string[] {
  return [...new Set(words.split(/[\n\ufffc]/).map((line) => line.trim()))].filter(Boolean);
}

/**
 * Lines that are looked for elsewhere in the ticket: not single letters, nor numbers of one or two digits, which stand
 * everywhere and mean something else.
 */
export function soughtIn(words: string): readonly string[] {
  return linesOf(words).filter(
    (line) => line.length >= (/^[\d\s*]*$/.test(line) ? least : 2) && !/^[*\s]*$/.test(line),
  );
}

/** Whether a text, or an address, says the same as masked words, whatever signs stand between the digits of a number. */
export function repeats(value: string, words: string): boolean {
  const text = folded(decoded(value));
  const numbers = digits(decoded(value));
  return linesOf(words).some((line) => {
    const sought = folded(line);
    if (sought.length >= least && text.includes(sought)) return true;
    // A number abroad has no zero in front.
    const number = digits(line).replace(/^0+/, '');
    return number.length >= leastDigits && numbers.includes(number);
  });
}

/** A text with asterisks in place of words. */
export function starred(text: string, lines: readonly string[]): string {
  return lines.reduce((left, line) => left.replaceAll(line, (found) => '*'.repeat([...found].length)), text);
}
