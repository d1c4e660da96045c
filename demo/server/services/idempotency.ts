import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { refused } from '../http/envelope.js';
import { invalid, Refusal } from '../refusal.js';
import type { Tx } from '../db/database.js';
import { idempotency } from '../db/schema.js';
import { hex } from '../random.js';
import { note } from './audit.js';
import { serviceOf, type AgentContext } from './context.js';

/** How long first answers are kept. */
export const idempotencyLifetime = 24 * 60 * 60 * 1000;

export interface Intention {
  /** Method and pattern of the route. */
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
  /** The ticket that it is about, where that is known before it is done. */
  readonly ticketId: string | null;
}

export interface StoredAnswer {
  readonly status: number;
  /** The JSON that was sent. */
  readonly answer: string;
  /** The ticket that it is about. */
  readonly ticketId?: string | null;
}

/** The key of a header, quoted or bare. */
export function idempotencyKey(header: string | null | undefined): string {
  const key = /^\s*(?:"([\x21\x23-\x7e ]{1,200})"|([\x21\x23-\x7e]{1,200}))\s*$/.exec(header ?? '');
  if (!key) {
    throw invalid('Idempotency-Key', header ? 'invalid' : 'required', 'A key of 1 to 200 characters is needed');
  }
  return key[1] ?? key[2] ?? '';
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

/** Digest of what a request means, whatever the order of its fields. */
export async function fingerprintOf(input: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(canonical(input) ?? null));
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function isKept(error: unknown): error is Refusal {
  return error instanceof Refusal && error.status !== 401 && error.status !== 429 && error.status < 500;
}

const reused = () =>
  new Refusal(422, 'idempotency_key_reused', 'The idempotency key was used for another request already');

function rowOf(context: AgentContext, { route, key }: Intention) {
  return and(
    eq(idempotency.serviceId, serviceOf(context)),
    eq(idempotency.usercode, context.session.agent.usercode),
    eq(idempotency.route, route),
    eq(idempotency.key, key),
  );
}

/** Takes the key, waiting while another transaction holds it. False when that one has answered. */
async function take(tx: Tx, context: AgentContext, intention: Intention): Promise<boolean> {
  const { fingerprint, ticketId } = intention;
  const fresh = { fingerprint, ticketId, createdAt: context.now, status: null, answer: null };
  const taken = await tx
    .insert(idempotency)
    .values({
      serviceId: serviceOf(context),
      usercode: context.session.agent.usercode,
      route: intention.route,
      key: intention.key,
      ...fresh,
    })
    .onConflictDoUpdate({
      target: [idempotency.serviceId, idempotency.usercode, idempotency.route, idempotency.key],
      set: fresh,
      setWhere: lt(idempotency.createdAt, context.now - idempotencyLifetime),
    })
    .returning({ key: idempotency.key });
  return taken.length > 0;
}

/** What was answered to a call before; undefined where it was not made yet. Refuses a key of another call. */
export async function answeredBefore(
  tx: Tx,
  context: AgentContext,
  intention: Intention,
): Promise<StoredAnswer | undefined> {
  const [row] = await tx.select().from(idempotency).where(rowOf(context, intention));
  if (!row || row.createdAt < context.now - idempotencyLifetime) return undefined;
  if (row.fingerprint !== intention.fingerprint) throw reused();
  return { status: row.status ?? 500, answer: row.answer ?? '' };
}

/**
 * Does work once for a key. Row and effect are in one transaction: either both are there or neither. A refusal undoes
 * the work and is kept as the answer, unless it tells what stands in a ticket: nothing was done, so the call can be made
 * again, and words that are masked afterwards are not kept here.
 */
export async function once(
  tx: Tx,
  context: AgentContext,
  intention: Intention,
  work: (tx: Tx) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  if (!(await take(tx, context, intention))) {
    const stored = await answeredBefore(tx, context, intention);
    if (!stored) throw reused();
    return stored;
  }
  let stored: StoredAnswer;
  try {
    stored = await tx.transaction(work);
  } catch (error) {
    if (!isKept(error)) throw error;
    stored = { status: error.status, answer: JSON.stringify(refused(error)) };
    if (error.noted) await note(tx, context, error.noted);
    if (error.content) {
      await tx.delete(idempotency).where(rowOf(context, intention));
      return stored;
    }
  }
  await tx.update(idempotency).set(stored).where(rowOf(context, intention));
  return stored;
}

/** Forgets what was answered about a ticket. */
export async function forgetAnswers(tx: Tx, context: AgentContext, ticketId: string): Promise<void> {
  await tx.delete(idempotency).where(
    and(
      eq(idempotency.serviceId, serviceOf(context)),
      eq(idempotency.ticketId, ticketId),
      // Not the call that is under way.
      isNotNull(idempotency.answer),
    ),
  );
}
