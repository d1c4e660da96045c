import type { InfoItem, InfoOutcome } from '../../../../src/domain/customer-info.js';
import type { CustomerInfoPort } from '../../ports/customer-info.js';
import type { Link } from './link.js';
import { signQuestion } from './signing.js';

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
  const headers = { Authorization: await signQuestion(link.key, body, timestamp), 'X-TC-Timestamp': timestamp };
  const reply = await port?.ask({ url: link.url, headers, body }).catch(() => undefined);
  if (!reply) return { outcome: 'unreachable', items: [] };
  const outcome = outcomeOf(reply.status);
  if (outcome !== 'found') return { outcome, items: [] };
  try {
    const items = itemsOf(link, dataOf(reply.text));
    return { outcome: items.length > 0 ? 'found' : 'none', items };
  } catch {
    return { outcome: 'failed', items: [] };
  }
}

function dataOf(text: string): ReadonlyMap<string, unknown> {
  const parsed = JSON.parse(text) as { data?: unknown } | null;
  const data = parsed?.data ?? {};
  if (typeof data !== 'object') throw new TypeError('The link answers with an object');
  return new Map(Object.entries(data));
}

/** The items that the service configured, in its order; what else came is not shown. */
function itemsOf({ resultItems }: Link, data: ReadonlyMap<string, unknown>): InfoItem[] {
  return resultItems.flatMap(({ key, label, fact }) => {
    const value = textOf(data.get(key));
    return value === '' ? [] : [{ key, label, fact, value }];
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
