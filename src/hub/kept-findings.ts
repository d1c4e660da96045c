import { refit, type MaskRange } from '../domain/masks.js';
import type { HistoryEntry } from '../domain/types.js';

/** How many are remembered; the oldest go first. */
const most = 500;

/** What an agent left as it is, by its place alone: for as long as the tab is open, where the page may store it. */
export class KeptFindings {
  readonly #name: string;
  #keys: ReadonlySet<string>;

  /** `whose` is the agent of the service: another one decides anew. */
  constructor(whose: readonly string[]) {
    this.#name = ['deskparts/kept-findings', ...whose.map(encodeURIComponent)].join('/');
    this.#keys = new Set(stored(this.#name));
  }

  has(range: MaskRange): boolean {
    return this.#keys.has(keyOf(range));
  }

  add(ranges: readonly MaskRange[]): void {
    if (ranges.length === 0) return;
    // Another hub of the page may have added some.
    const keys = [...this.#keys, ...stored(this.#name), ...ranges.map(keyOf)];
    this.#keys = new Set([...new Set(keys)].slice(-most));
    try {
      sessionStorage.setItem(this.#name, JSON.stringify([...this.#keys]));
    } catch {
      // It is remembered until the page goes.
    }
  }

  /** A message changed: what was left in it and is still there stays so. */
  follow(before: HistoryEntry, after: HistoryEntry): void {
    const ranges = [...this.#keys].map(rangeOf).filter(({ entryId }) => entryId === before.id);
    this.add(ranges.map((range) => refit(range, before, after)).filter((range) => range !== null));
  }
}

const keyOf = ({ entryId, bodyVersion, start, length }: MaskRange): string =>
  [entryId, bodyVersion, start, length].join(' ');

function rangeOf(key: string): MaskRange {
  const [entryId = 0, bodyVersion = 0, start = 0, length = 0] = key.split(' ').map(Number);
  return { entryId, bodyVersion, start, length };
}

function stored(name: string): readonly string[] {
  try {
    const keys = JSON.parse(sessionStorage.getItem(name) ?? '[]') as unknown;
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
