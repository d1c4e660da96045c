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
  const data = dataOf(reply.text);
  if (!data) return { outcome: 'failed', items: [] };
  const items = itemsOf(link, data);
  return { outcome: items.length > 0 ? 'found' : 'none', items };
}

function dataOf(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const parsed = JSON.parse(text) as { data?: unknown } | null;
    const data = parsed?.data ?? {};
    return typeof data === 'object' ? new Map(Object.entries(data)) : undefined;
  } catch {
    return undefined;
  }
}

/** The items that the service configured, in its order; what else came is not shown. */
function itemsOf({ resultItems }: Link, data: ReadonlyMap<string, unknown>): InfoItem[] {
  return resultItems.flatMap(({ key, label, fact }) => {
    const value = textOf(data.get(key));
    return value === '' ? [] : [{ key, label, fact, value }];
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ').slice(0, longestValue);
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value).trim().slice(0, longestValue) : '';
}
