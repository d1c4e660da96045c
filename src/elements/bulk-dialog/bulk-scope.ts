import type { Hub } from '../../base/hub-context.js';
import type { BulkTarget } from '../../domain/bulk.js';
import type { MoreTexts } from '../../strings/more/ko.js';

type Ticked = ReturnType<Hub['selection']['$ticked']['get']>;

/** The tickets that the dialog was opened for, as they were then. */
export interface Scope {
  readonly target: BulkTarget;
  /** Null as long as nobody has counted them. */
  readonly count: number | null;
  /** The selection that they come from; null for tickets that were named. */
  readonly ticked: Ticked | null;
}

/** What is ticked now; null for nothing. */
export function tickedScope(hub: Hub): Scope | null {
  const ticked = hub.selection.$ticked.get();
  const ids = [...ticked.ids];
  if (!ticked.all) return ids.length === 0 ? null : { target: { ids }, count: ids.length, ticked };
  const { status, total } = hub.tickets.$window.get();
  const count = status === 'ready' ? Math.max(0, total - ids.length) : null;
  return count === 0 ? null : { target: { query: hub.tickets.$query.get(), except: ids }, count, ticked };
}

/** Tickets that somebody named, or null for none. */
export function namedScope(target: BulkTarget): Scope | null {
  if (!('ids' in target)) return { target, count: null, ticked: null };
  return target.ids.length === 0 ? null : { target, count: target.ids.length, ticked: null };
}

/** Says which tickets these are, and how many. */
export function scopeText({ target }: Scope, count: number | null, { bulkDialog: words }: MoreTexts): string {
  if (count === null) return '';
  if ('ids' in target) return words.ticked(count);
  return target.except.length > 0 ? words.wholeBut({ count, except: target.except.length }) : words.whole(count);
}
