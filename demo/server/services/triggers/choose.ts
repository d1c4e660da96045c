import { and, asc, eq } from 'drizzle-orm';
import type { TriggerAction } from '../../../../src/domain/triggers.js';
import type { Group, Person } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { agentGroups, agents, groups, triggers } from '../../db/schema.js';

/** An action that gives a ticket to somebody. */
export type Giving = Extract<TriggerAction, { kind: 'agent' | 'random' | 'in_turn' }>;

export interface Chosen {
  readonly person: Person;
  readonly group: Group;
}

export async function findGroup(tx: Tx, serviceId: string, groupId: number): Promise<Group | null> {
  const [group] = await tx
    .select({ groupId: groups.groupId, name: groups.name })
    .from(groups)
    .where(and(eq(groups.serviceId, serviceId), eq(groups.groupId, groupId)));
  return group ?? null;
}

/** Who of a group tickets can be given to now, in one order. */
async function assignable(tx: Tx, serviceId: string, groupId: number): Promise<Person[]> {
  return tx
    .select({ usercode: agents.usercode, name: agents.name })
    .from(agentGroups)
    .innerJoin(agents, and(eq(agents.serviceId, agentGroups.serviceId), eq(agents.usercode, agentGroups.usercode)))
    .where(
      and(
        eq(agentGroups.serviceId, serviceId),
        eq(agentGroups.groupId, groupId),
        eq(agents.active, true),
        eq(agents.assignable, true),
      ),
    )
    .orderBy(asc(agents.usercode));
}

/** A whole number below another, each as likely. */
function randomBelow(most: number): number {
  const range = 2 ** 32;
  const fair = range - (range % most);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % most;
  }
}

/** The next in turn. Its trigger is held until the ticket is there, so that of two tickets at once each goes to another. */
async function nextInTurn(
  tx: Tx,
  serviceId: string,
  triggerId: number,
  candidates: readonly Person[],
): Promise<Person | undefined> {
  const own = and(eq(triggers.serviceId, serviceId), eq(triggers.triggerId, triggerId));
  const [row] = await tx.select({ turn: triggers.turn }).from(triggers).where(own).for('update');
  const last = row?.turn ?? '';
  // Whoever left the group meanwhile still has a place in the order.
  const next = candidates.find(({ usercode }) => usercode > last) ?? candidates[0];
  if (next) await tx.update(triggers).set({ turn: next.usercode }).where(own);
  return next;
}

/** Who gets the ticket, or null where nobody can. */
export async function choose(tx: Tx, serviceId: string, triggerId: number, action: Giving): Promise<Chosen | null> {
  const group = await findGroup(tx, serviceId, action.groupId);
  if (!group) return null;
  const candidates = await assignable(tx, serviceId, action.groupId);
  const person =
    action.kind === 'agent'
      ? candidates.find(({ usercode }) => usercode === action.usercode)
      : action.kind === 'random'
        ? candidates[randomBelow(Math.max(candidates.length, 1))]
        : await nextInTurn(tx, serviceId, triggerId, candidates);
  return person ? { person, group } : null;
}
