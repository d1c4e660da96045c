import type { ConditionKind } from './fields.js';
import type { ConditionValue, Period } from './search-text.js';
import { figures, views, type Figure, type SortKey, type TicketQuery, type View } from './types.js';

export * from './search-text.js';

/** What every ticket can be searched by. A field of the service is named `f.` and its code. */
export const searchFields = {
  created: 'period',
  updated: 'period',
  resolved: 'period',
  status: 'choice',
  priority: 'choice',
  channel: 'choice',
  language: 'choice',
  /** Numbers of submission types; one stands for those below it too. */
  category: 'choice',
  /** Numbers of handling types; one stands for those below it too. */
  handlingType: 'choice',
  /** Numbers of groups. */
  groups: 'choice',
  /** Usercodes. */
  assignee: 'choice',
  creator: 'choice',
  reason: 'choice',
  resolution: 'choice',
  subject: 'text',
  content: 'text',
  ticketId: 'text',
  customerId: 'text',
  name: 'text',
  usercode: 'text',
  email: 'text',
  phone: 'text',
} as const satisfies Record<string, ConditionKind>;
export type SearchField = keyof typeof searchFields;

/** Stands among the values of a choice for "none", such as no assignee. */
export const noValue = '-';

/** Shortest text that is looked up, in characters: what is indexed are pairs. */
export const leastText = 2;
/** Longest text of a condition, in characters. */
export const mostText = 100;
/** Most values of a choice. */
export const mostValues = 100;
/** Longest and usual period of creation of a search, in months. */
export const mostMonths = 6;

const moment = /^(?:([12]\d{3}-[01]\d-[0-3]\d)(?: (?:[01]\d|2[0-3]):[0-5]\d)?|today|-\d{1,4}[dm])$/;

export function isMoment(text: string): boolean {
  const [found, date] = moment.exec(text) ?? [];
  return found !== undefined && (date === undefined || isDay(date));
}

/** A day that no month has is read as one of the next month, or not at all. */
function isDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Why a part of a search cannot be used. */
export interface SearchProblem {
  readonly field: string;
  readonly code: 'unknown' | 'invalid' | 'too_short' | 'too_long' | 'too_many' | 'period_too_long';
}

/** Names of a query's own parts; whatever else stands in a search string is a condition. */
const ownParts = ['view', 'group', 'transfer', 'figure', 'starred', 'unread', 'q', 'sort', 'fields'] as const;

export interface ParsedSearch {
  readonly query: TicketQuery;
  readonly problems: readonly SearchProblem[];
}

/** Reads a search string. What cannot be used is left out and named, and so is a part that stands there twice. */
export function parseSearch(text: string): ParsedSearch {
  const parameters = new URLSearchParams(text);
  const repeated = [...new Set(parameters.keys())].filter((name) => parameters.getAll(name).length > 1);
  for (const name of repeated) parameters.delete(name);
  const { query, problems } = queryOf(Object.fromEntries(parameters));
  return { query, problems: [...repeated.map((field) => ({ field, code: 'invalid' }) as const), ...problems] };
}

/** Whether a text is too short to be looked up. Counted as it is compared: two marks may be one character, or one two. */
export function isTooShort(text: string): boolean {
  return [...text.trim().normalize('NFKC')].length < leastText;
}

const defaultSort = 'updatedAt:desc';

/** What no database can hold: zero characters and halves of surrogate pairs. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Reads the parameters of a list. Whether fields of the service exist is not known here. */
export function queryOf(given: Readonly<Record<string, string>>): ParsedSearch {
  const problems: SearchProblem[] = [];
  const bad = (field: string, code: SearchProblem['code'] = 'invalid'): undefined =>
    void problems.push({ field, code });
  const parameters = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => !unstorable.test(value) || bad(name)),
  );
  const one = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = parameters[name];
    if (value === undefined) return undefined;
    return allowed.includes(value as T) ? (value as T) : bad(name);
  };
  const flag = (name: string): boolean | undefined => {
    const value = one(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  };
  const [sort, direction] = (
    /^([\w.-]{1,60}):(asc|desc)$/.exec(parameters['sort'] ?? defaultSort) ??
    bad('sort') ??
    []
  ).slice(1);
  const group = parameters['group'];
  const where: Record<string, ConditionValue> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if ((ownParts as readonly string[]).includes(name)) continue;
    const condition = readCondition(name, value);
    if ('code' in condition) bad(name, condition.code);
    // As a text and as a choice, such as `f.x` and `f.x.in`: a field has one kind.
    else if (condition.field !== 'created' && Object.hasOwn(where, condition.field)) bad(name);
    else if (condition.field === 'created')
      where['created'] = { ...(where['created'] as Period), ...(condition.value as Period) };
    else where[condition.field] = condition.value;
  }
  const query: TicketQuery = {
    view: one<View>('view', views) ?? 'all',
    group: group === undefined ? undefined : /^\d{1,9}$/.test(group) ? Number(group) : bad('group'),
    transfer: one('transfer', ['issue', 'dooray']),
    figure: one<Figure>('figure', figures),
    starred: flag('starred'),
    unread: flag('unread'),
    q: readText('q', parameters['q'], bad),
    where: Object.keys(where).length > 0 ? where : undefined,
    sort: (sort ?? 'updatedAt') as SortKey,
    descending: (direction ?? 'desc') === 'desc',
    fields: readFields(parameters['fields'], bad),
  };
  return { query: withoutGaps(query), problems };
}

type Bad = (field: string, code?: SearchProblem['code']) => undefined;

function readText(name: string, value: string | undefined, bad: Bad): string | undefined {
  const text = value?.trim().normalize('NFC');
  if (!text) return undefined;
  if (isTooShort(text)) return bad(name, 'too_short');
  return text.length > mostText ? bad(name, 'too_long') : text;
}

const ownCode = /^[A-Za-z][A-Za-z0-9_]{0,49}$/;

function readFields(value: string | undefined, bad: Bad): readonly string[] | undefined {
  if (!value) return undefined;
  const codes = [...new Set(value.split(','))];
  if (codes.length > 30) return bad('fields', 'too_many');
  return codes.every((code) => ownCode.test(code)) ? codes : bad('fields');
}

type ReadCondition =
  { readonly field: string; readonly value: ConditionValue } | { readonly code: SearchProblem['code'] };

function readCondition(name: string, value: string): ReadCondition {
  if (name === 'from' || name === 'to') {
    return isMoment(value) ? { field: 'created', value: { [name]: value } } : { code: 'invalid' };
  }
  const own = /^f\.([A-Za-z][A-Za-z0-9_]{0,49})(\.in|\.during|\.is)?$/.exec(name);
  if (own) {
    const kind = ({ '.in': 'choice', '.during': 'period', '.is': 'flag' } as const)[own[2] ?? ''] ?? 'text';
    return readValue(`f.${own[1]}`, kind, value);
  }
  if (name === 'created' || !Object.hasOwn(searchFields, name)) return { code: 'unknown' };
  return readValue(name, searchFields[name as SearchField], value);
}

function readValue(field: string, kind: ConditionKind, text: string): ReadCondition {
  switch (kind) {
    case 'flag':
      return text === 'true' || text === 'false' ? { field, value: text === 'true' } : { code: 'invalid' };
    case 'text': {
      const value = text.trim().normalize('NFC');
      // A number is compared as a whole, so its first digit may be all of it.
      if (value === '' || (field !== 'customerId' && isTooShort(value))) return { code: 'too_short' };
      return value.length > mostText ? { code: 'too_long' } : { field, value };
    }
    case 'choice': {
      const values = [...new Set(text.split(',').filter(Boolean).map(decoded))];
      if (values.length === 0) return { code: 'too_short' };
      return values.length > mostValues ? { code: 'too_many' } : { field, value: values };
    }
    case 'period': {
      const [from = '', to = '', more] = text.split('~');
      const isFine = more === undefined && (from || to) && [from, to].every((end) => end === '' || isMoment(end));
      return isFine ? { field, value: { ...(from && { from }), ...(to && { to }) } } : { code: 'invalid' };
    }
  }
}

function decoded(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}

/** Parts that are not told are not there, so that equal lists compare as equal. */
function withoutGaps(query: TicketQuery): TicketQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as unknown as TicketQuery;
}
