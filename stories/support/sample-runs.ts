import type { BulkCheck, BulkCode, BulkIntent, Job, JobItem, JobPage } from '../../src/domain/bulk.js';
import type { Language } from '../../src/domain/types.js';
import { sampleRows } from './sample-tickets.js';
import { sampleSession } from './samples.js';

const why: readonly BulkCode[] = ['not_assignee', 'wrong_status', 'not_assignee', 'confirm_needed'];

/** What a run over so many tickets would do, if so many of them are left out. */
export function sampleCheck(
  total: number,
  leftOut: number,
  language: Language = 'ko',
  change: Partial<BulkCheck> = {},
): BulkCheck {
  const refused = sampleRows(Math.min(leftOut, 200), language).map(({ ticketId, subject }, index) => ({
    ticketId,
    subject,
    code: why[index % why.length] ?? 'failed',
  }));
  const codes: Partial<Record<BulkCode, number>> = {};
  for (let index = 0; index < leftOut; index++) {
    const code = why[index % why.length] ?? 'failed';
    codes[code] = (codes[code] ?? 0) + 1;
  }
  const eligible = total - leftOut;
  return { total, eligible, mails: eligible, withoutAddress: 0, codes, refused, absent: [], ...change };
}

/** Only what answers a customer sends mails. */
export function mailsOf(check: BulkCheck, { action }: BulkIntent): BulkCheck {
  return action === 'resolve' || action === 'hold' ? check : { ...check, mails: 0, withoutAddress: 0 };
}

export function sampleJob(change: Partial<Job> = {}, language: Language = 'ko'): Job {
  const { agent } = sampleSession(language);
  return {
    jobId: 'job-1',
    requestId: 'request-1',
    action: 'resolve',
    state: 'running',
    total: 300,
    succeeded: 118,
    failed: 2,
    mails: 115,
    by: { usercode: agent.usercode, name: agent.name },
    createdAt: Date.now() - 40_000,
    finishedAt: null,
    ...change,
  };
}

const failures: readonly BulkCode[] = ['conflict', 'not_assignee', 'gone', 'failed'];

/** The tickets of a run in their order: the failed ones stand among those that are done. */
export function sampleItems(job: Job, language: Language = 'ko'): JobItem[] {
  const over = job.succeeded + job.failed;
  const each = job.failed === 0 ? Infinity : Math.floor(over / job.failed);
  let failed = 0;
  return sampleRows(job.total, language).map(({ ticketId, subject }, index) => {
    if (index >= over) return { ticketId, subject, state: 'waiting', code: null };
    const isFailed = failed < job.failed && (index + 1) % each === 0;
    if (!isFailed) return { ticketId, subject, state: 'done', code: null };
    return { ticketId, subject, state: 'failed', code: failures[failed++ % failures.length] ?? 'failed' };
  });
}

/** Answers as the server does: the tickets of one state, fifty at a time. */
export function pageOf(
  job: Job,
  which: { readonly state?: JobItem['state']; readonly cursor?: string },
  language: Language = 'ko',
): JobPage {
  const items = sampleItems(job, language).filter((item) => !which.state || item.state === which.state);
  const from = Number(which.cursor ?? 0);
  const to = from + 50;
  return { job, items: items.slice(from, to), next: to < items.length ? String(to) : null };
}
