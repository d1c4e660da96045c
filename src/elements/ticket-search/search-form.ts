import { KeptForAgent } from '../../base/agent-guard.js';
import type { Hub } from '../../base/hub-context.js';
import type { ConditionKind } from '../../domain/fields.js';
import { isTooShort, type ConditionValue, type Period, type SearchWhere } from '../../domain/search.js';
import type { TicketQuery } from '../../domain/types.js';
import type { CalendarDate } from './dates.js';
import {
  completed,
  draftOfPeriod,
  noPeriod,
  periodOf,
  problemOfPeriod,
  usualPeriod,
  type PeriodDraft,
  type PeriodProblem,
} from './period-draft.js';

/** What a field of the area holds before it is searched for. */
export type FieldDraft = string | boolean | readonly string[] | PeriodDraft;

/** The part of a list that a search decides. */
export type Asked = Pick<TicketQuery, 'q' | 'where'>;

export type FieldTrouble = PeriodProblem | { readonly code: 'tooShort' | 'unfinished' | 'refused' };

const forms = new KeptForAgent<SearchForm>();

const textOf = (asked: Asked): string => JSON.stringify([asked.q ?? '', Object.entries(asked.where ?? {}).sort()]);

function isPeriodDraft(value: FieldDraft): value is PeriodDraft {
  return typeof value === 'object' && 'preset' in value;
}

/**
 * What an agent has typed into the search area of a hub and not searched for yet. It outlives the area: closing it, a
 * failed call and another place on the page lose nothing. Once searched, the hub's list is the truth. It is never shown
 * to another agent.
 */
export class SearchForm {
  q = '';
  created: PeriodDraft = usualPeriod;
  readonly #fields = new Map<string, FieldDraft>();
  readonly troubles = new Map<string, FieldTrouble>();
  #seen: Asked = {};
  #expected = '';

  /** The one form of the agent in a hub. */
  static of(hub: Hub): SearchForm {
    let form = forms.get(hub);
    if (!form) forms.set(hub, (form = new SearchForm()));
    return form;
  }

  /** Takes over what the list is searched by now. What the agent asked for here leaves the rest of the fields alone. */
  follow(query: Asked, today: CalendarDate): void {
    const before = this.#seen;
    if (textOf(before) === textOf(query)) return;
    this.#seen = { q: query.q, where: query.where };
    const isOurs = textOf(query) === this.#expected;
    if (!isOurs) this.clear();
    for (const name of new Set([...Object.keys(before.where ?? {}), ...Object.keys(query.where ?? {})])) {
      const [was, is] = [before.where?.[name], query.where?.[name]];
      if (!isOurs || JSON.stringify(was) !== JSON.stringify(is)) this.#take(name, is, today);
    }
    if (!isOurs || before.q !== query.q) this.q = query.q ?? '';
    this.#expected = '';
  }

  /** Says what the agent asks for here, so that it is known when it comes back. */
  expect(asked: Asked): void {
    this.#expected = textOf(asked);
  }

  text(field: string): string {
    const value = this.#fields.get(field);
    return typeof value === 'string' ? value : '';
  }

  choice(field: string): readonly string[] {
    const value = this.#fields.get(field);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  flag(field: string): boolean | undefined {
    const value = this.#fields.get(field);
    return typeof value === 'boolean' ? value : undefined;
  }

  period(field: string): PeriodDraft {
    if (field === 'created') return this.created;
    const value = this.#fields.get(field);
    return value !== undefined && isPeriodDraft(value) ? value : noPeriod;
  }

  set(field: string, value: FieldDraft | undefined): void {
    this.troubles.delete(field);
    if (field === 'q') this.q = String(value ?? '');
    else if (field === 'created') this.created = (value as PeriodDraft | undefined) ?? usualPeriod;
    else if (value === undefined) this.#fields.delete(field);
    else this.#fields.set(field, value);
  }

  /** Every field as if it had never been touched. */
  clear(): void {
    this.q = '';
    this.created = usualPeriod;
    this.#fields.clear();
    this.troubles.clear();
  }

  /** What the fields ask for; those of fields that the area does not show count too, so that nothing is lost. */
  asked(kind: (field: string) => ConditionKind | null): Asked {
    const where: Record<string, ConditionValue> = {};
    for (const [field, draft] of this.#fields) {
      const value = valueOf(draft);
      if (value !== undefined && kind(field)) where[field] = value;
    }
    const q = this.q.trim().normalize('NFC') || undefined;
    const created = completed(periodOf(this.created));
    const isAlone = !q && Object.keys(where).length === 0;
    // The usual period goes without saying, unless it is all that is asked for.
    if (created && (this.created.preset !== usualPeriod.preset || isAlone)) where['created'] = created;
    return { q, where: Object.keys(where).length > 0 ? where : undefined };
  }

  /** Finds what cannot be searched for; true when there is nothing. */
  check(today: CalendarDate): boolean {
    this.troubles.clear();
    this.#checkText('q', this.q);
    this.#checkPeriod('created', this.created, today, true);
    for (const [field, draft] of this.#fields) {
      if (typeof draft === 'string' && field !== 'customerId') this.#checkText(field, draft);
      else if (isPeriodDraft(draft)) this.#checkPeriod(field, draft, today, false);
    }
    return this.troubles.size === 0;
  }

  #checkText(field: string, text: string): void {
    if (text.trim() !== '' && isTooShort(text)) this.troubles.set(field, { code: 'tooShort' });
  }

  #checkPeriod(field: string, draft: PeriodDraft, today: CalendarDate, isLimited: boolean): void {
    const problem = problemOfPeriod(draft, today, isLimited);
    if (problem) this.troubles.set(field, problem);
  }

  #take(field: string, value: ConditionValue | undefined, today: CalendarDate): void {
    if (field === 'created') {
      this.created = value === undefined ? usualPeriod : draftOfPeriod(value as Period, today);
    } else if (value === undefined) this.#fields.delete(field);
    else if (typeof value === 'object' && !Array.isArray(value))
      this.#fields.set(field, draftOfPeriod(value as Period, today));
    else this.#fields.set(field, value as string | boolean | readonly string[]);
    this.troubles.delete(field);
  }
}

function valueOf(draft: FieldDraft): ConditionValue | undefined {
  if (typeof draft === 'string') return draft.trim().normalize('NFC') || undefined;
  if (typeof draft === 'boolean') return draft;
  if (isPeriodDraft(draft)) return periodOf(draft);
  return draft.length > 0 ? draft : undefined;
}

/** A search without one of its conditions. */
export function without({ q, where }: Asked, field: string): Asked {
  if (field === 'q') return { q: undefined, where };
  const rest: SearchWhere = Object.fromEntries(Object.entries(where ?? {}).filter(([name]) => name !== field));
  return { q, where: Object.keys(rest).length > 0 ? rest : undefined };
}
