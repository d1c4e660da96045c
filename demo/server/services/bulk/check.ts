import { and, eq, inArray } from 'drizzle-orm';
import {
  bulkRefusal,
  bulkRule,
  mostRefusals,
  type BulkCheck,
  type BulkCode,
  type BulkIntent,
  type BulkRefusal,
  type BulkTarget,
} from '../../../../src/domain/bulk.js';
import { mailFollows } from '../../../../src/domain/processing.js';
import type { Tx } from '../../db/database.js';
import { customers, tickets } from '../../db/schema.js';
import { findService, serviceOf, type AgentContext } from '../context.js';
import { assigneeOf, rulesOf } from '../tickets/wire.js';
import { requireIntent } from './intent.js';
import { absentOf, ticketsOf } from './target.js';

/** Tickets that are read at once. */
const batch = 1_000;

/** What a run would do now. */
export async function checkBulk(
  tx: Tx,
  context: AgentContext,
  target: BulkTarget,
  intent: BulkIntent,
): Promise<BulkCheck> {
  await requireIntent(tx, context, intent, 'check');
  return (await examine(tx, context, target, intent)).check;
}

/** What a run would do now, and to which tickets in which order. */
export async function examine(
  tx: Tx,
  context: AgentContext,
  target: BulkTarget,
  intent: BulkIntent,
): Promise<{ readonly check: BulkCheck; readonly eligible: readonly string[] }> {
  const ids = await ticketsOf(tx, context, target);
  const { session } = context;
  const service = await findService(tx, serviceOf(context));
  const rules = { ...rulesOf(session), handlingTypeRequired: service?.handlingTypeRequired ?? false };
  const count = new Count(ids.length, intent, await absentOf(tx, context, target));
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    const found = await factsOf(tx, serviceOf(context), some);
    for (const ticketId of some) {
      const facts = found.get(ticketId);
      if (!facts) count.refuse(ticketId, '', 'gone');
      else
        count.take(
          ticketId,
          facts,
          bulkRefusal({ ...facts, assignee: assigneeOf(facts) }, intent, session.agent, rules),
        );
    }
  }
  return count;
}

type Facts = Awaited<ReturnType<typeof factsOf>> extends ReadonlyMap<string, infer F> ? F : never;

async function factsOf(tx: Tx, serviceId: string, ids: readonly string[]) {
  const rows = await tx
    .select({
      ticketId: tickets.ticketId,
      subject: tickets.subject,
      status: tickets.status,
      spam: tickets.spam,
      origin: tickets.originTicketId,
      assignee: tickets.assignee,
      assigneeName: tickets.assigneeName,
      handlingTypeId: tickets.handlingTypeId,
      channel: tickets.channel,
      answerTo: tickets.answerTo,
      email: customers.email,
      customerId: tickets.customerId,
    })
    .from(tickets)
    .leftJoin(customers, and(eq(customers.serviceId, serviceId), eq(customers.customerId, tickets.customerId)))
    .where(and(eq(tickets.serviceId, serviceId), inArray(tickets.ticketId, [...ids])));
  return new Map(rows.map((row) => [row.ticketId, row]));
}

/** Adds up what the tickets of a run would become. */
class Count {
  #total: number;
  #intent: BulkIntent;
  #absent: readonly string[];
  readonly eligible: string[] = [];
  #mails = 0;
  #withoutAddress = 0;
  #codes: Partial<Record<BulkCode, number>> = {};
  #refused: BulkRefusal[] = [];

  constructor(total: number, intent: BulkIntent, absent: readonly string[]) {
    this.#total = total;
    this.#intent = intent;
    this.#absent = absent;
  }

  get check(): BulkCheck {
    return {
      total: this.#total,
      eligible: this.eligible.length,
      mails: this.#mails,
      withoutAddress: this.#withoutAddress,
      codes: this.#codes,
      refused: this.#refused,
      absent: this.#absent,
    };
  }

  take(ticketId: string, facts: Facts, code: BulkCode | null): void {
    if (code !== null) return this.refuse(ticketId, facts.subject, code);
    this.eligible.push(ticketId);
    if (!mailFollows(bulkRule[this.#intent.action], facts)) return;
    if (facts.customerId !== null && (facts.answerTo ?? facts.email)) this.#mails++;
    else this.#withoutAddress++;
  }

  refuse(ticketId: string, subject: string, code: BulkCode): void {
    this.#codes[code] = (this.#codes[code] ?? 0) + 1;
    if (this.#refused.length < mostRefusals) this.#refused.push({ ticketId, subject, code });
  }
}
