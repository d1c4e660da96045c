import type { Finding } from './masks.js';
import type { MaskCategory } from './types.js';

/** Card numbers as they are written: four groups, with or without a sign between them. */
const cardShape = /(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{1,7}(?!\d)/g;

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Finds personal data in a text. */
export function findPersonalData(text: string): readonly Finding[] {
  const category: MaskCategory = 'card';
  return [...text.matchAll(cardShape)]
    .filter(([shape]) => luhn(shape.replaceAll(/\D/g, '')))
    .map((match) => ({ start: match.index, length: match[0].length, category }));
}
