import type { StreamState } from '../api/event-stream.js';
import { isPlain, type News, type Plain } from './news.js';

/** Number of the language in which pages speak to each other: another one is another channel. */
export const messageVersion = 1;

/** What pages of one agent tell each other: what to read again, and where in the stream. Never a text, never a token. */
export type StreamMessage = { readonly from: string } & (
  | { readonly kind: 'news'; readonly count: number; readonly place: string; readonly news: Told | null }
  | { readonly kind: 'state'; readonly count: number; readonly place: string; readonly state: StreamState }
  | { readonly kind: 'lead'; readonly count: number; readonly after: string }
  | {
      readonly kind: 'welcome';
      readonly count: number;
      readonly place: string;
      readonly state: StreamState;
      readonly to: string;
      /** What the page has not heard; null where that cannot be told. */
      readonly missed: readonly Told[] | null;
    }
  | { readonly kind: 'join'; readonly within: number }
  | { readonly kind: 'ask' }
  | { readonly kind: 'hurry' }
);

/** News without what it is made of: whoever hears it reads again. */
export type Told =
  | { readonly topic: 'ticket' | 'seen' | 'assigned'; readonly ticketId: string; readonly version: number }
  | { readonly topic: Plain | 'presence' };

/** Most news that one welcome brings. */
export const mostMissed = 500;

const states: readonly StreamState[] = ['connecting', 'live', 'stale', 'offline', 'signed-out'];
const peer = /^[A-Za-z0-9-]{8,64}$/;
const ticket = /^T\d{13}[A-Za-z0-9]{5}$/;

/** News as it goes to other pages. */
export function toldOf(news: News): Told {
  if (!('version' in news)) return { topic: news.topic };
  const { topic, ticketId, version } = news;
  return { topic, ticketId, version };
}

type Fields = Readonly<Record<string, unknown>>;

const isPeer = (value: unknown): value is string => typeof value === 'string' && peer.test(value);
const isPlace = (value: unknown): value is string => typeof value === 'string' && /^\d{0,43}$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isState = (value: unknown): value is StreamState => states.some((state) => state === value);

function readTold(value: unknown): Told | undefined {
  const { topic, ticketId, version } = (value ?? {}) as Fields;
  if (isPlain(topic) || topic === 'presence') return { topic };
  if (topic !== 'ticket' && topic !== 'seen' && topic !== 'assigned') return undefined;
  const isVersion = version === Infinity || isCount(version);
  return typeof ticketId === 'string' && ticket.test(ticketId) && isVersion
    ? { topic, ticketId, version: Number(version) }
    : undefined;
}

function readMissed(value: unknown): readonly Told[] | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length > mostMissed) return undefined;
  const told = value.map(readTold);
  return told.every((one) => one !== undefined) ? told : undefined;
}

/** A message as it may be used; undefined for everything else, whoever sent it. */
export function readMessage(data: unknown): StreamMessage | undefined {
  const { version, from, kind, count, place, state, news, after, to, missed, within } = (data ?? {}) as Fields;
  if (version !== messageVersion || !isPeer(from)) return undefined;
  if (kind === 'ask' || kind === 'hurry') return { from, kind };
  if (kind === 'join') return isCount(within) ? { from, kind, within } : undefined;
  if (!isCount(count)) return undefined;
  if (kind === 'lead') return isPlace(after) ? { from, kind, count, after } : undefined;
  if (!isPlace(place)) return undefined;
  if (kind === 'news') {
    const told = news === null ? null : readTold(news);
    return told === undefined ? undefined : { from, kind, count, place, news: told };
  }
  if (!isState(state)) return undefined;
  if (kind === 'state') return { from, kind, count, place, state };
  const told = readMissed(missed);
  return kind === 'welcome' && isPeer(to) && told !== undefined
    ? { from, kind, count, place, state, to, missed: told }
    : undefined;
}
