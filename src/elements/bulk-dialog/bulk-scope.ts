import type { Hub } from '../../base/hub-context.js';
import { tallyText } from '../../base/tally.js';
import type { BulkTarget } from '../../domain/bulk.js';
import type { Ticks } from '../../domain/ticks.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** The tickets that the dialog was opened for, as they were then. */
export interface Scope {
  readonly target: BulkTarget;
  /** Null as long as nobody has counted them. */
  readonly count: number | null;
  /** The list is too long to count, so `count` is about how many there are. */
  readonly isEstimate?: boolean;
  /** The selection that they come from; null for tickets that were named. */
  readonly ticked: Ticks | null;
}

/** What is ticked now; null for nothing. */
export function tickedScope(hub: Hub): Scope | null {
  const ticked = hub.selection.$ticked.get();
  const ids = [...ticked.ids];
  const list = hub.tickets.$query.get();
  if (!ticked.all) return ids.length === 0 ? null : { target: { ids, list }, count: ids.length, ticked };
  const { status, total, isEstimate } = hub.tickets.$window.get();
  const count = status === 'ready' ? Math.max(0, total - ids.length) : null;
  return count === 0 ? null : { target: { query: list, except: ids }, count, isEstimate, ticked };
}

/** The same tickets but some; null where none is left. */
export function scopeWithout(scope: Scope, out: ReadonlySet<string>): Scope | null {
  if (!('ids' in scope.target)) return scope;
  const ids = scope.target.ids.filter((id) => !out.has(id));
  return ids.length === 0 ? null : { ...scope, target: { ...scope.target, ids }, count: ids.length };
}

/** What a run is asked for: it does not matter where its tickets were ticked. */
export function runTarget({ target }: Scope): BulkTarget {
  return 'ids' in target ? { ids: target.ids } : target;
}

/** Tickets that somebody named, or null for none. */
export function namedScope(target: BulkTarget): Scope | null {
  if (!('ids' in target)) return { target, count: null, ticked: null };
  return target.ids.length === 0 ? null : { target, count: target.ids.length, ticked: null };
}

/** Says which tickets these are, and how many as far as `checked` or the list tells. */
export function scopeText(scope: Scope, checked: number | undefined, { bulkDialog: words }: MoreTexts): string {
  const { target } = scope;
  const count = checked ?? scope.count;
  if (count === null) return '';
  if ('ids' in target) return words.ticked(count);
  const length = { total: count, isEstimate: checked === undefined && scope.isEstimate === true };
  const except = target.except.length;
  if (except === 0) return tallyText(length, words.whole, words.wholeLeast);
  const but = (say: typeof words.wholeBut) => (some: number) => say({ count: some, except });
  return tallyText(length, but(words.wholeBut), but(words.wholeButLeast));
}
