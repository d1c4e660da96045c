import type { Trigger, TriggerCondition } from '../../../../src/domain/triggers.js';
import type { FieldValue } from '../../../../src/domain/types.js';

type Fact = TriggerCondition['fact'];

/** Most characters of a fact that conditions look at: long letters hold up everybody who comes after. */
export const mostLooked = 20_000;

/** Wide and narrow letters, capitals and spaces around it make no difference. */
const fold = (text: string): string => text.slice(0, mostLooked).normalize('NFKC').toLowerCase().trim();

/** What the conditions of triggers look at, made ready once. A fact may have several values, or none. */
export class Facts {
  #told: Map<Fact, readonly string[]>;
  #folded = new Map<Fact, readonly string[]>();

  constructor(told: Iterable<readonly [Fact, readonly string[]]>) {
    this.#told = new Map(told);
  }

  /** A trigger changed it. */
  set(fact: Fact, values: readonly string[]): void {
    this.#told.set(fact, values);
    this.#folded.delete(fact);
  }

  /** Its values as they are compared. */
  get(fact: Fact): readonly string[] {
    const folded = this.#folded.get(fact) ?? (this.#told.get(fact) ?? []).map(fold).filter(Boolean);
    this.#folded.set(fact, folded);
    return folded;
  }
}

/** The value of an own field as conditions see it. */
export function factOf(value: FieldValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'boolean') return [String(value)];
  return typeof value === 'string' ? [value] : value;
}

function holds({ fact, test, values }: TriggerCondition, facts: Facts): boolean {
  const known = facts.get(fact);
  const found = known.length > 0 ? known : [''];
  const wanted = values.map(fold);
  switch (test) {
    case 'is':
      return found.some((one) => wanted.includes(one));
    case 'is_not':
      return !found.some((one) => wanted.includes(one));
    case 'contains':
      return found.some((one) => wanted.some((part) => one.includes(part)));
    case 'contains_not':
      return !found.some((one) => wanted.some((part) => one.includes(part)));
  }
}

/** Whether a trigger is for a ticket with these facts. */
export function fits({ match, conditions }: Pick<Trigger, 'match' | 'conditions'>, facts: Facts): boolean {
  if (conditions.length === 0) return true;
  return match === 'all'
    ? conditions.every((condition) => holds(condition, facts))
    : conditions.some((condition) => holds(condition, facts));
}
