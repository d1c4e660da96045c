import type { Finding } from '../../domain/masks.js';

const name = 'deskparts/kept-findings';
/** How many are remembered; the oldest go first. */
const most = 500;

/** What an agent left as it is, by its place alone: for as long as the tab is open, where the page may store it. */
export class KeptFindings {
  #keys = new Set(stored());

  has(ticketId: string | null, entryId: number, finding: Omit<Finding, 'category'>): boolean {
    return this.#keys.has(keyOf(ticketId, entryId, finding));
  }

  add(ticketId: string | null, entryId: number, finding: Omit<Finding, 'category'>): void {
    // Another element of the page may have added some.
    const keys = new Set([...this.#keys, ...stored(), keyOf(ticketId, entryId, finding)]);
    this.#keys = new Set([...keys].slice(-most));
    try {
      sessionStorage.setItem(name, JSON.stringify([...this.#keys]));
    } catch {
      // It is remembered until the page goes.
    }
  }
}

const keyOf = (ticketId: string | null, entryId: number, { start, length }: Omit<Finding, 'category'>): string =>
  [ticketId, entryId, start, length].join(' ');

function stored(): readonly string[] {
  try {
    const keys = JSON.parse(sessionStorage.getItem(name) ?? '[]') as unknown;
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
