import type { ConditionKind } from './fields.js';
import type { TicketQuery } from './types.js';

/**
 * A stretch of time, both ends included; one may be open. A moment is `2026-11-22`, `2026-11-22 09:30`, `today`, or so
 * many days or months before today: `-7d`, `-3m`. All in the time zone of the service.
 */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export type ConditionValue = string | boolean | readonly string[] | Period;

/** Conditions by field; a ticket meets all of them. */
export type SearchWhere = Readonly<Record<string, ConditionValue>>;

export function kindOf(value: ConditionValue): ConditionKind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  return Array.isArray(value) ? 'choice' : 'period';
}

/** Whether a list is searched, so that its tickets are those of a period of creation. */
export function isSearch({ q, where }: Pick<TicketQuery, 'q' | 'where'>): boolean {
  return Boolean(q) || Object.keys(where ?? {}).length > 0;
}

type Parameters = Record<string, string>;

/** A list as parameters: the names of the server's call, and of the search string of a page. */
export function parametersOf(query: TicketQuery): Parameters {
  const { view, group, transfer, figure, starred, unread, q, sort, descending, fields, where } = query;
  const parts: Record<string, string | number | boolean | undefined> = {
    view,
    group,
    transfer,
    figure,
    starred,
    unread,
    q: q || undefined,
    ...conditionParameters(where ?? {}),
    sort: `${sort}:${descending ? 'desc' : 'asc'}`,
    fields: fields?.length ? fields.join(',') : undefined,
  };
  const told = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]));
}

/** A list as one line that can stand in an address. */
export function searchText(query: TicketQuery): string {
  return new URLSearchParams(parametersOf(query)).toString();
}

const suffixes = { choice: '.in', period: '.during', flag: '.is', text: '' } as const;

function conditionParameters(where: SearchWhere): Parameters {
  const parameters: Parameters = {};
  for (const [field, value] of Object.entries(where)) {
    if (field === 'created') {
      const { from, to } = value as Period;
      if (from) parameters['from'] = from;
      if (to) parameters['to'] = to;
      continue;
    }
    const name = field.startsWith('f.') ? field + suffixes[kindOf(value)] : field;
    parameters[name] = valueText(value);
  }
  return parameters;
}

function valueText(value: ConditionValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((one: string) => one.replace(/[%,]/g, encodeURIComponent)).join(',');
  const { from = '', to = '' } = value as Period;
  return `${from}~${to}`;
}
