import { and, asc, eq, sql } from 'drizzle-orm';
import type { Trigger } from '../../../../src/domain/triggers.js';
import type { Tx } from '../../db/database.js';
import { triggers } from '../../db/schema.js';
import { invalid, notFound, Refusal } from '../../refusal.js';
import { requireAdministrator } from '../admin/administrators.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireTrigger } from './check.js';

type TriggerRow = typeof triggers.$inferSelect;

/** What is told of a trigger when it is kept. */
export type TriggerValues = Omit<Trigger, 'triggerId' | 'version'>;

export interface TriggerVersion {
  readonly triggerId: number;
  readonly expectedVersion: number;
}

/** Most triggers of one service: each is asked about every ticket. */
const mostTriggers = 100;

function wire({ triggerId, version, name, active, match, conditions, actions, last }: TriggerRow): Trigger {
  return { triggerId, version, name, active, match, conditions, actions, last };
}

function allOf(tx: Tx, context: AgentContext) {
  return tx
    .select()
    .from(triggers)
    .where(eq(triggers.serviceId, serviceOf(context)))
    .orderBy(asc(triggers.position), asc(triggers.triggerId));
}

/** Changes of the list wait for each other, so that no place is given twice. */
async function lockOrder(tx: Tx, context: AgentContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${serviceOf(context)}/triggers`}, 0))`);
}

async function lockTrigger(
  tx: Tx,
  context: AgentContext,
  { triggerId, expectedVersion }: TriggerVersion,
): Promise<TriggerRow> {
  const [row] = await tx
    .select()
    .from(triggers)
    .where(and(eq(triggers.serviceId, serviceOf(context)), eq(triggers.triggerId, triggerId)))
    .for('update');
  if (!row) throw notFound();
  if (row.version !== expectedVersion)
    throw new Refusal(409, 'version_conflict', 'Somebody else changed it', { content: wire(row) });
  return row;
}

/** In the order in which they are asked. */
export async function readTriggers(tx: Tx, context: AgentContext): Promise<Trigger[]> {
  requireAdministrator(context);
  return (await allOf(tx, context)).map(wire);
}

/** An address without what may be secret in it. */
function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Writes down who lets a trigger tell whom of tickets. */
async function note(tx: Tx, context: AgentContext, { triggerId, version, active, actions }: TriggerRow): Promise<void> {
  const mails = actions.flatMap((action) => (action.kind === 'mail' ? action.to : []));
  const calls = actions.flatMap((action) => (action.kind === 'callback' ? [placeOf(action.url)] : []));
  await audit(tx, context, { kind: 'trigger_kept', data: { triggerId, version, active, mails, calls } });
}

/** `plain`: whether addresses without encryption may be called. */
export async function addTrigger(
  tx: Tx,
  context: AgentContext,
  values: TriggerValues,
  plain: boolean,
): Promise<Trigger> {
  requireAdministrator(context);
  await requireTrigger(tx, context, values, plain);
  await lockOrder(tx, context);
  const before = await allOf(tx, context);
  if (before.length >= mostTriggers) throw invalid('name', 'too_many', `At most ${mostTriggers} triggers`);
  const position = (before.at(-1)?.position ?? -1) + 1;
  const [row] = await tx
    .insert(triggers)
    .values({ serviceId: serviceOf(context), ...values, position })
    .returning();
  if (!row) throw new Error('An inserted trigger is there');
  await note(tx, context, row);
  return wire(row);
}

export async function changeTrigger(
  tx: Tx,
  context: AgentContext,
  { triggerId, expectedVersion, ...values }: TriggerVersion & TriggerValues,
  plain: boolean,
): Promise<Trigger> {
  requireAdministrator(context);
  const before = await lockTrigger(tx, context, { triggerId, expectedVersion });
  await requireTrigger(tx, context, values, plain);
  const [row] = await tx
    .update(triggers)
    .set({ ...values, version: before.version + 1 })
    .where(and(eq(triggers.serviceId, serviceOf(context)), eq(triggers.triggerId, triggerId)))
    .returning();
  if (!row) throw new Error('A locked trigger is there');
  await note(tx, context, row);
  return wire(row);
}

export async function removeTrigger(
  tx: Tx,
  context: AgentContext,
  args: TriggerVersion,
): Promise<{ triggerId: number }> {
  requireAdministrator(context);
  const { triggerId } = await lockTrigger(tx, context, args);
  await tx.delete(triggers).where(and(eq(triggers.serviceId, serviceOf(context)), eq(triggers.triggerId, triggerId)));
  await audit(tx, context, { kind: 'trigger_removed', data: { triggerId } });
  return { triggerId };
}

/** Puts all of them into an order. Refused where one was added or removed meanwhile. */
export async function orderTriggers(tx: Tx, context: AgentContext, triggerIds: readonly number[]): Promise<Trigger[]> {
  requireAdministrator(context);
  await lockOrder(tx, context);
  const before = await allOf(tx, context);
  const there = new Set(before.map(({ triggerId }) => triggerId));
  const told = new Set(triggerIds);
  const isWhole = told.size === triggerIds.length && told.size === there.size && [...told].every((id) => there.has(id));
  if (!isWhole)
    throw new Refusal(409, 'version_conflict', 'Somebody else changed the list', {
      content: { triggers: before.map(wire) },
    });
  // In one order, as they are held while a ticket comes in.
  for (const { triggerId, position } of before) {
    const place = triggerIds.indexOf(triggerId);
    if (place === position) continue;
    await tx
      .update(triggers)
      .set({ position: place })
      .where(and(eq(triggers.serviceId, serviceOf(context)), eq(triggers.triggerId, triggerId)));
  }
  await audit(tx, context, { kind: 'triggers_ordered', data: { triggers: triggerIds } });
  return (await allOf(tx, context)).map(wire);
}
