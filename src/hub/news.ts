import type { StreamEvent } from '../api/event-stream.js';
import type { Viewer } from '../domain/presence.js';

/** `ticket`: it changed. `seen`: the agent saw this version of it in some window. `assigned`: somebody gave it to the agent. */
export interface TicketNews {
  readonly topic: 'ticket' | 'seen' | 'assigned';
  readonly ticketId: string;
  readonly version: number;
}

const plain = ['board', 'session', 'job', 'notice', 'channel', 'call', 'reset'] as const;
export type Plain = (typeof plain)[number];

/** Who has a ticket open; without the ticket only that it changed. */
export interface PresenceNews {
  readonly topic: 'presence';
  readonly ticketId?: string;
  readonly viewers?: readonly Viewer[];
}

/** What the stream tells. */
export type News = TicketNews | PresenceNews | { readonly topic: Plain };

export function isPlain(name: unknown): name is Plain {
  return plain.some((topic) => topic === name);
}

function isViewer(value: unknown): value is Viewer {
  const { usercode, name, typing } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof usercode === 'string' && typeof name === 'string' && typeof typing === 'boolean';
}

/** What an event of the stream says; undefined for what this version does not know. */
export function newsOf({ name, data }: StreamEvent): News | undefined {
  const { ticketId, version, changed, viewers } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (isPlain(name)) return { topic: name };
  if (typeof ticketId !== 'string') return undefined;
  if (name === 'presence') {
    return Array.isArray(viewers) && viewers.every(isViewer) ? { topic: name, ticketId, viewers } : undefined;
  }
  if (name !== 'ticket' && name !== 'assigned') return undefined;
  const topic = String(changed) === 'unread' ? 'seen' : name;
  return { topic, ticketId, version: Number(version) || Infinity };
}
