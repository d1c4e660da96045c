import { sql } from 'drizzle-orm';
import type { Tx } from '../db/database.js';
import { eventLog } from '../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';

/** What the pages of a service are told. It names what changed and never carries text of a ticket. */
export type LiveEvent =
  | { topic: 'ticket'; ticketId: string; version: number; changed: readonly string[]; audience?: string }
  /** A figure of the board may have changed: read it again. */
  | { topic: 'board'; audience?: string }
  /** A promised call of an agent changed, or its time has come. */
  | { topic: 'call'; audience: string }
  /** What the service tells its agents changed, or what one of them has read of it. */
  | { topic: 'notice'; audience?: string }
  /** A telephone or chat system told new figures. */
  | { topic: 'channel'; audience?: string }
  /** Somebody gave a ticket to an agent. */
  | { topic: 'assigned'; ticketId: string; version: number; audience: string }
  /** A run over many tickets went on. */
  | { topic: 'job'; jobId: string; audience: string }
  /** An agent's rights or groups changed. */
  | { topic: 'session'; audience: string };

/** Channel on which processes wake each other up; the payload is the service. */
export const eventChannel = 'desk_events';

function dataOf(event: LiveEvent): Readonly<Record<string, unknown>> {
  if (event.topic === 'job') return { jobId: event.jobId };
  if (event.topic === 'assigned') return { ticketId: event.ticketId, version: event.version };
  if (event.topic !== 'ticket') return {};
  return { ticketId: event.ticketId, version: event.version, changed: event.changed };
}

/**
 * Tells everybody in the service, or the one agent named as `audience`. Written in the transaction of the change, so
 * that it is told when the change is there and not otherwise.
 */
export async function emit(tx: Tx, context: AgentContext | ServiceContext, ...events: LiveEvent[]): Promise<void> {
  const serviceId = serviceOf(context);
  await tx.insert(eventLog).values(
    events.map((event) => ({
      serviceId,
      topic: event.topic,
      audience: event.audience ?? null,
      data: dataOf(event),
      at: context.now,
    })),
  );
  await tx.execute(sql`select pg_notify(${eventChannel}, ${serviceId})`);
}
