import { sql, type SQL } from 'drizzle-orm';
import type { Condition } from '../../../../src/domain/conditions.js';
import { figureConditions, handledConditions, handlingRate } from '../../../../src/domain/board.js';
import { views, type Board, type Figure, type View } from '../../../../src/domain/types.js';
import { viewConditions } from '../../../../src/domain/views.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { viewerOf, whereOf } from './conditions-sql.js';

/**
 * Counts several lists in one statement. Each has a select of its own, so that each can use the index made for it: a
 * single pass would read every ticket.
 */
async function countEach<Name extends string>(
  tx: Tx,
  context: AgentContext,
  lists: Readonly<Record<Name, readonly Condition[]>>,
): Promise<Record<Name, number>> {
  const viewer = viewerOf(context);
  const names = Object.keys(lists) as Name[];
  const columns = names.map((name): SQL => {
    const where = whereOf(tx, serviceOf(context), lists[name], viewer);
    return sql`(select count(*)::int from ${tickets} where ${where}) as ${sql.identifier(name)}`;
  });
  const result = await tx.execute(sql`select ${sql.join(columns, sql`, `)}`);
  const [row] = (result as unknown as { rows: Record<Name, number>[] }).rows;
  return Object.fromEntries(names.map((name) => [name, row?.[name] ?? 0])) as Record<Name, number>;
}

/** How many tickets each view holds for this agent. */
export async function countViews(tx: Tx, context: AgentContext): Promise<Record<View, number>> {
  const lists = Object.fromEntries(views.map((view) => [view, viewConditions[view]])) as Record<
    View,
    readonly Condition[]
  >;
  return countEach(tx, context, lists);
}

/** The figures of the board, each the length of the list that it opens. */
export async function readBoard(tx: Tx, context: AgentContext): Promise<Board> {
  const lists: Record<Figure | 'handled', readonly Condition[]> = { ...figureConditions, handled: handledConditions };
  const count = await countEach(tx, context, lists);
  return {
    all: {
      receivedToday: count['all.receivedToday'],
      resolvedToday: count['all.resolvedToday'],
      processing: count['all.processing'],
      pending: count['all.pending'],
      unassigned: count['all.unassigned'],
      handlingRate: handlingRate(count.handled, count['all.handlingRate']),
    },
    my: {
      resolvedToday: count['my.resolvedToday'],
      processing: count['my.processing'],
      pending: count['my.pending'],
      transferring: count['my.transferring'],
      promisedCalls: count['my.promisedCalls'],
      promisedCallsDue: count['my.promisedCallsDue'],
      customerGuidance: count['my.customerGuidance'],
    },
  };
}
