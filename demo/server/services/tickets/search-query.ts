import { conditionKind } from '../../../../src/domain/fields.js';
import { periodProblems } from '../../../../src/domain/periods.js';
import {
  kindOf,
  leastText,
  mostMonths,
  mostText,
  mostValues,
  noValue,
  parseSearch,
  queryOf,
  searchFields,
  type ParsedSearch,
  type SearchProblem,
} from '../../../../src/domain/search.js';
import { channels, languages, priorities, reasons, statuses, type TicketQuery } from '../../../../src/domain/types.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import type { SearchableField } from '../fields.js';

/** Values that a choice can have; numbers where it is one of a tree or a group. */
const values: Readonly<Record<string, readonly string[] | RegExp>> = {
  status: statuses,
  priority: priorities,
  channel: channels,
  language: languages,
  reason: [...reasons, noValue],
  resolution: ['customer', 'internal', noValue],
  category: /^(?:\d{1,9}|-)$/,
  handlingType: /^(?:\d{1,9}|-)$/,
  groups: /^(?:\d{1,9}|-)$/,
};

function remedyOf({ field, code }: SearchProblem): string {
  const known = values[field];
  switch (code) {
    case 'unknown':
      return 'There is no such condition';
    case 'too_short':
      return `Leave it out, or tell more: of a text at least ${leastText} characters, of other conditions a value`;
    case 'too_long':
      return `At most ${mostText} characters`;
    case 'too_many':
      return `At most ${mostValues}`;
    case 'period_too_long':
      return `A search covers at most ${mostMonths} months of creation: tell a later from or an earlier to`;
    case 'invalid':
      if (Array.isArray(known)) return `One or more of ${known.join(', ')}, with commas between them`;
      if (known) return 'Numbers, with commas between them';
      if (field === 'from' || field === 'to' || isPeriod(field)) {
        return 'Moments are 2026-11-22, 2026-11-22 09:30, today, -7d or -3m; from and to of a period in this order, with ~ between them';
      }
      return 'Not a value that this can have';
  }
}

function isPeriod(field: string): boolean {
  return field.endsWith('.during') || searchFields[field as 'created'] === 'period';
}

function refuse(problems: readonly SearchProblem[]): never {
  const fields: FieldProblem[] = problems.map((one) => ({ ...one, message: remedyOf(one) }));
  throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}

/** A list from the parameters that name it. What it asks for of the service itself is checked where it is read. */
export function queryFrom(parameters: Readonly<Record<string, string>>): TicketQuery {
  return usable(queryOf(parameters));
}

/** A list from its search string. */
export function queryFromText(search: string): TicketQuery {
  return usable(parseSearch(search));
}

function usable({ query, problems }: ParsedSearch): TicketQuery {
  if (problems.length > 0) refuse(problems);
  return query;
}

/** Refuses values that no ticket can have, periods that are too long, and fields that cannot be searched. */
export function checkQuery(
  query: TicketQuery,
  { session, now }: AgentContext,
  own: ReadonlyMap<string, SearchableField>,
): void {
  const problems = Object.entries(query.where ?? {}).flatMap(([field, value]): SearchProblem[] => {
    if (field.startsWith('f.')) {
      const definition = own.get(field.slice(2))?.definition;
      if (!definition) return [{ field, code: 'unknown' }];
      return conditionKind(definition) === kindOf(value) ? [] : [{ field, code: 'invalid' }];
    }
    if (field === 'customerId') return /^\d{1,9}$/.test(String(value)) ? [] : [{ field, code: 'invalid' }];
    const known = values[field];
    if (!known || !Array.isArray(value)) return [];
    const isKnown = (one: string) => (known instanceof RegExp ? known.test(one) : known.includes(one));
    return value.every(isKnown) ? [] : [{ field, code: 'invalid' }];
  });
  problems.push(...periodProblems(query, now, session.service.timeZone));
  if (problems.length > 0) refuse(problems);
}
