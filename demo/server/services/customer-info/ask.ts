import type { InfoItem, InfoOutcome } from '../../../../src/domain/customer-info.js';
import { signOutbound } from '../../../../src/server/outbound.js';
import type { CustomerInfoPort } from '../../ports/customer-info.js';
import type { Link } from './link.js';

/** What the link said. */
export interface LinkAnswer {
  readonly outcome: InfoOutcome;
  readonly items: readonly InfoItem[];
}

/** Longest value that is shown. */
const longestValue = 1_000;

/** How a look-up ended, by the status that the link documents. */
function outcomeOf(status: number): InfoOutcome {
  switch (status) {
    case 200:
      return 'found';
    case 400:
      return 'none';
    case 403:
      return 'denied';
    case 404:
      return 'unreachable';
    default:
      return 'failed';
  }
}

/** Asks the link. Whatever it answers or does not answer becomes one of the documented outcomes. */
export async function askLink(
  port: CustomerInfoPort | undefined,
  link: Link,
  values: ReadonlyMap<string, string>,
  now: number,
): Promise<LinkAnswer> {
  const body = JSON.stringify(Object.fromEntries(values));
  const timestamp = String(now);
  const headers = { Authorization: await signOutbound(link.key, body, timestamp), 'X-TC-Timestamp': timestamp };
  const reply = await port?.ask({ url: link.url, headers, body }).catch(() => undefined);
  if (!reply) return { outcome: 'unreachable', items: [] };
  const outcome = outcomeOf(reply.status);
  if (outcome !== 'found') return { outcome, items: [] };
  try {
    const items = itemsOf(link, dataOf(reply.text));
    return items.length > 0 ? { outcome: 'found', items } : { outcome: 'none', items: [] };
  } catch {
    return { outcome: 'failed', items: [] };
  }
}

interface Reply {
  readonly data?: unknown;
  /** Of the older variant: "0" where it went well. */
  readonly resultCode?: unknown;
  readonly resultData?: unknown;
}

/** The items by their names; the older variant of the answer has them elsewhere, and says in a code whether it went well. */
function dataOf(text: string): ReadonlyMap<string, unknown> {
  const parsed = JSON.parse(text) as Reply | null;
  const isOlder = parsed?.resultCode !== undefined && Object.keys(parsed.data ?? {}).length === 0;
  if (isOlder && String(parsed.resultCode) !== '0') throw new TypeError('The link answers that it failed');
  const data = (isOlder ? parsed.resultData : parsed?.data) ?? {};
  if (typeof data !== 'object') throw new TypeError('The link answers with an object');
  return new Map(Object.entries(data));
}

/** The items that the service configured, in its order; what else came is not shown. */
function itemsOf({ resultItems }: Link, data: ReadonlyMap<string, unknown>): InfoItem[] {
  const items = resultItems.flatMap(({ key, label, fact, shape }): InfoItem[] => {
    const value = shape === 'divider' ? '' : textOf(data.get(key));
    const isShown = shape === 'divider' || value !== '';
    return isShown ? [{ key, label, fact, value, ...(shape && { shape }) }] : [];
  });
  // A heading stands above something.
  return items.filter(({ shape }, place) => {
    const next = items[place + 1];
    return shape !== 'divider' || (next !== undefined && next.shape !== 'divider');
  });
}

/** What no database can hold: zero characters and halves of surrogate pairs. */
const unstorable = /[\0\p{Surrogate}]/gu;

/** A value as it is shown; of a list its plain values, and nothing of what is inside those. */
function textOf(value: unknown): string {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const plain = all.filter((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean');
  const texts = plain.map((one) => String(one).trim()).filter(Boolean);
  return texts.join(', ').slice(0, longestValue).replaceAll(unstorable, '');
}
