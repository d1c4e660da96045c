import { and, asc, desc, eq, gt, gte, sql } from 'drizzle-orm';
import {
  outgrows,
  type BulkAgreement,
  type BulkIntent,
  type BulkTarget,
  type Job,
  type JobItem,
  type JobPage,
} from '../../../src/domain/bulk.js';
import { isAdministrator } from '../../../src/domain/permissions.js';
import type { Tx } from '../db/database.js';
import { jobItems, jobs, tickets } from '../db/schema.js';
import { randomHex } from '../random.js';
import { notFound, Refusal } from '../refusal.js';
import { audit } from './audit.js';
import { examine } from './bulk/check.js';
import { requireIntent } from './bulk/intent.js';
import { ticketsOf } from './bulk/target.js';
import { serviceOf, type AgentContext } from './context.js';
import { emit } from './events.js';

/** Channel that wakes the workers for a run. */
export const jobChannel = 'desk_jobs';

export type JobRecord = typeof jobs.$inferSelect;

/** How far back an agent is shown runs, and how many. */
const listedFor = 24 * 3_600_000;
const mostListed = 20;
/** Tickets of one page of results. */
const pageSize = 100;
/** Rows that are inserted at once. */
const batch = 2_000;

export function jobKey(serviceId: string, jobId: string) {
  return and(eq(jobs.serviceId, serviceId), eq(jobs.jobId, jobId));
}

export function itemsOf(serviceId: string, jobId: string) {
  return and(eq(jobItems.serviceId, serviceId), eq(jobItems.jobId, jobId));
}

function toJob(record: JobRecord): Job {
  const { jobId, requestId, action, state, total, succeeded, failed, mails, createdAt, finishedAt } = record;
  const by = { usercode: record.usercode, name: record.name };
  return { jobId, requestId, action, state, total, succeeded, failed, mails, by, createdAt, finishedAt };
}

/** Begins a run over tickets. Which ones is settled now; what is done to each is decided when its turn comes. */
export async function startJob(
  tx: Tx,
  context: AgentContext,
  target: BulkTarget,
  intent: BulkIntent,
  { key: requestId, agreed }: { readonly key: string; readonly agreed?: BulkAgreement },
): Promise<Job> {
  await requireIntent(tx, context, intent);
  const ids = agreed ? await agreedTickets(tx, context, target, intent, agreed) : await ticketsOf(tx, context, target);
  const serviceId = serviceOf(context);
  const jobId = randomHex(16);
  const { usercode, name } = context.session.agent;
  const [record] = await tx
    .insert(jobs)
    .values({
      serviceId,
      jobId,
      requestId,
      usercode,
      name,
      client: context.client,
      action: intent.action,
      intent,
      state: 'running',
      total: ids.length,
      createdAt: context.now,
    })
    .returning();
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    await tx
      .insert(jobItems)
      .values(some.map((ticketId, index) => ({ serviceId, jobId, position: start + index, ticketId })));
  }
  if (!record) throw new Error('An inserted run is there');
  await audit(tx, context, { kind: 'bulk_started', data: { jobId, action: intent.action, tickets: ids.length } });
  await wake(tx);
  await tellOwner(tx, context, record);
  return toJob(record);
}

/** The tickets that can be treated, as long as they are not more than the agent agreed to. */
async function agreedTickets(
  tx: Tx,
  context: AgentContext,
  target: BulkTarget,
  intent: BulkIntent,
  agreed: BulkAgreement,
): Promise<readonly string[]> {
  const { check, eligible } = await examine(tx, context, target, intent);
  if (!outgrows(check, agreed)) return eligible;
  if (check.eligible === 0)
    throw new Refusal(409, 'nothing_left', 'Nothing is left that could be done', { content: { check } });
  throw new Refusal(409, 'check_outgrown', 'More would be done than was agreed to', { content: { check } });
}

async function wake(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${jobChannel}, '')`);
}

async function tellOwner(tx: Tx, context: AgentContext, { jobId, usercode }: JobRecord): Promise<void> {
  await emit(tx, context, { topic: 'job', jobId, audience: usercode });
}

/** The agent's own runs of the last day, newest first. */
export async function listJobs(tx: Tx, context: AgentContext): Promise<Job[]> {
  const rows = await tx
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.serviceId, serviceOf(context)),
        eq(jobs.usercode, context.session.agent.usercode),
        gte(jobs.createdAt, context.now - listedFor),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.jobId))
    .limit(mostListed);
  return rows.map(toJob);
}

/** A run that this agent may see: an own one, or any for an administrator. Locked, nobody else changes it meanwhile. */
async function findJob(tx: Tx, context: AgentContext, jobId: string, lock: boolean): Promise<JobRecord> {
  const found = tx
    .select()
    .from(jobs)
    .where(jobKey(serviceOf(context), jobId))
    .$dynamic();
  const [record] = await (lock ? found.for('update') : found);
  const { agent } = context.session;
  if (!record || (record.usercode !== agent.usercode && !isAdministrator(agent))) throw notFound();
  return record;
}

export interface JobRequest {
  readonly jobId: string;
  readonly state?: JobItem['state'];
  /** Place of the last ticket of the page before. */
  readonly after?: number;
}

/** A run and a page of its tickets, in their order. */
export async function readJob(tx: Tx, context: AgentContext, { jobId, state, after }: JobRequest): Promise<JobPage> {
  const serviceId = serviceOf(context);
  const record = await findJob(tx, context, jobId, false);
  const rows = await tx
    .select({
      position: jobItems.position,
      ticketId: jobItems.ticketId,
      state: jobItems.state,
      code: jobItems.code,
      subject: tickets.subject,
    })
    .from(jobItems)
    .leftJoin(tickets, and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, jobItems.ticketId)))
    .where(
      and(
        itemsOf(serviceId, jobId),
        state && eq(jobItems.state, state),
        after === undefined ? undefined : gt(jobItems.position, after),
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    job: toJob(record),
    items: shown.map(({ ticketId, state, code, subject }) => ({ ticketId, subject: subject ?? '', state, code })),
    next: rows.length > pageSize ? String(shown.at(-1)?.position) : null,
  };
}

/** Lets the failed tickets of a run wait again. Those that are done stay done. */
export async function retryJob(tx: Tx, context: AgentContext, jobId: string): Promise<Job> {
  const record = await findJob(tx, context, jobId, true);
  // It goes on in the name of who began it: nobody else speaks to customers in that name.
  if (record.usercode !== context.session.agent.usercode)
    throw new Refusal(403, 'not_owner', 'The run is another agent’s');
  if (record.state === 'cancelled') throw new Refusal(409, 'cancelled', 'The run was cancelled');
  if (record.failed === 0) return toJob(record);
  const serviceId = serviceOf(context);
  await tx
    .update(jobItems)
    .set({ state: 'waiting', code: null })
    .where(and(itemsOf(serviceId, jobId), eq(jobItems.state, 'failed')));
  const again = { state: 'running', failed: 0, finishedAt: null } as const;
  const [after = record] = await tx.update(jobs).set(again).where(jobKey(serviceId, jobId)).returning();
  await audit(tx, context, { kind: 'bulk_retried', data: { jobId, action: record.action, tickets: record.failed } });
  await wake(tx);
  await tellOwner(tx, context, after);
  return toJob(after);
}

/** Ends a run: the ticket under way is finished, those that wait are not done. */
export async function cancelJob(tx: Tx, context: AgentContext, jobId: string): Promise<Job> {
  const record = await findJob(tx, context, jobId, true);
  if (record.state !== 'running') return toJob(record);
  const over = { state: 'cancelled', finishedAt: context.now, leaseOwner: null, leaseUntil: null } as const;
  const [after = record] = await tx
    .update(jobs)
    .set(over)
    .where(jobKey(serviceOf(context), jobId))
    .returning();
  const left = record.total - record.succeeded - record.failed;
  await audit(tx, context, { kind: 'bulk_cancelled', data: { jobId, action: record.action, tickets: left } });
  await tellOwner(tx, context, after);
  return toJob(after);
}
