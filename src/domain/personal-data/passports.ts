import type { Finding } from '../masks.js';
import { labelsBefore } from './labels.js';

/** Letters of the kinds of Korean passports; since 2021 a letter stands in the middle, which nothing else has. */
const shapes = /(?<![A-Za-z0-9_-])(?:[MSRGD]\d{3}[A-Z]\d{4}|[A-Z]{0,2}\d{7,9})(?![A-Za-z0-9_]|-[A-Za-z0-9])/g;
const current = /^[MSRGD]\d{3}[A-Z]/;

/** Finds the numbers of passports that begin between two places. */
export function findPassports(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  shapes.lastIndex = from;
  for (let match = shapes.exec(text); match && match.index < to; match = shapes.exec(text)) {
    const [label] = labelsBefore(text, match.index);
    if (label === 'passport' || (current.test(match[0]) && label !== 'other')) {
      findings.push({ start: match.index, length: match[0].length, category: 'passport' });
    }
  }
  return findings;
}
