import type { Answer, Thing } from './answer.js';
import { Violation } from './rule.js';
import { mismatch, type Resolve, type Schema } from './schema.js';

function told(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The rule holds only where this does. */
export function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Violation(otherwise);
}

/** Compares values as JSON. */
export function same(received: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(received) === JSON.stringify(expected)) return;
  throw new Violation(`${what} is ${told(received)}, not ${told(expected)}`);
}

export function oneIn(received: unknown, expected: readonly unknown[], what: string): void {
  if (expected.includes(received)) return;
  throw new Violation(`${what} is ${told(received)}, none of ${told(expected)}`);
}

export function fits(value: unknown, schema: Schema, what: string, resolve?: Resolve): void {
  const wrong = mismatch(value, schema, resolve, what);
  if (wrong) throw new Violation(wrong);
}

/** The answer came with one of these statuses. */
export function status(answer: Answer, ...expected: readonly number[]): Answer {
  if (expected.includes(answer.status)) return answer;
  const message = /"resultMessage":("(?:[^"\\]|\\.)*")/.exec(answer.text)?.[1];
  throw new Violation(`HTTP status is ${answer.status}${message ? ` (${message})` : ''}, not ${expected.join(' or ')}`);
}

/** The list is in this order; equal neighbours may stand either way. */
export function ordered<T>(
  list: readonly T[],
  of: (item: T) => number | string,
  way: 'up' | 'down',
  what: string,
): void {
  const keys = list.map(of);
  const wrong = keys.findIndex((key, index) => {
    const before = keys[index - 1];
    return before !== undefined && (way === 'up' ? before > key : before < key);
  });
  if (wrong > 0) throw new Violation(`${what} are not in order: ${told(keys[wrong - 1])} before ${told(keys[wrong])}`);
}

/** The property of every thing. */
export function each(things: readonly Thing[], name: string): unknown[] {
  return things.map((thing) => thing[name]);
}

export function textIn(thing: Thing, name: string): string {
  const value = thing[name];
  if (typeof value !== 'string') throw new Violation(`"${name}" is ${told(value)}, not a text`);
  return value;
}

export function numberIn(thing: Thing, name: string): number {
  const value = thing[name];
  if (typeof value !== 'number') throw new Violation(`"${name}" is ${told(value)}, not a number`);
  return value;
}

export function thingIn(thing: Thing, name: string): Thing {
  const value = thing[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Violation(`"${name}" is ${told(value)}, not an object`);
  }
  return value as Thing;
}

export function thingsIn(thing: Thing, name: string): readonly Thing[] {
  const value = thing[name];
  if (!Array.isArray(value)) throw new Violation(`"${name}" is ${told(value)}, not a list`);
  return value as readonly Thing[];
}
