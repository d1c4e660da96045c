import { z } from '@hono/zod-openapi';
import { bulkActions, jobItemStates, jobStates } from '../../../src/domain/bulk.js';
import { refusalReasons } from '../../../src/domain/rules.js';
import { fieldValues, maxHtml, person, priority, reason, ticketId, time } from './common.js';

/** Longest search string. */
export const searchString = z.string().max(8_000).openapi({
  description: 'A list, as `tickets.json` has it as its query: `view=all&status=processing&sort=updatedAt:desc`',
});

const bulkAction = z.enum(bulkActions).openapi('BulkAction');
const bulkCode = z
  .enum([
    ...refusalReasons,
    'confirm_needed',
    'needs_handling_type',
    'needs_fields',
    'forbidden_word',
    'code_left',
    'gone',
    'conflict',
    'invalid',
    'failed',
  ])
  .openapi('BulkCode');

export const bulkBody = z
  .strictObject({
    /** Either these tickets … */
    ids: z.array(ticketId).max(100_000).optional(),
    /** … or those of a list … */
    query: searchString.optional(),
    /** … but these. */
    except: z.array(ticketId).max(10_000).default([]),
    action: bulkAction,
    html: z.string().max(maxHtml).optional(),
    reason: reason.optional(),
    groupId: z.int32().optional(),
    usercode: z.string().min(1).max(50).optional(),
    handlingTypeId: z.int32().nullable().optional(),
    priority: priority.optional(),
    starred: z.boolean().optional(),
    values: fieldValues.optional(),
    confirmed: z.boolean().optional(),
    /** With `ids`: the list in which they were ticked. The check names those that it no longer has. */
    list: searchString.optional(),
    /**
     * The numbers of the check that the agent saw. The run then leaves out what a check leaves out, and does not begin
     * where it would do more: it is refused with the code `check_outgrown` and the `check` of this moment.
     */
    agreed: z.strictObject({ eligible: z.int().min(0), mails: z.int().min(0) }).optional(),
    /** Only tells what would be done; answers with 200 and needs no idempotency key. */
    dryRun: z.boolean().default(false),
  })
  .openapi('BulkRequest');

const refusal = z.object({ ticketId, subject: z.string(), code: bulkCode });

export const bulkCheck = z
  .object({
    total: z.int(),
    eligible: z.int(),
    mails: z.int(),
    withoutAddress: z.int(),
    codes: z.partialRecord(bulkCode, z.int()),
    refused: z.array(refusal),
    absent: z.array(ticketId),
  })
  .openapi('BulkCheck');

const jobId = z.string().regex(/^[0-9a-f]{32}$/);

export const job = z
  .object({
    jobId,
    requestId: z.string(),
    action: bulkAction,
    state: z.enum(jobStates),
    total: z.int(),
    succeeded: z.int(),
    failed: z.int(),
    mails: z.int(),
    by: person,
    createdAt: time,
    finishedAt: time.nullable(),
  })
  .openapi('Job');

/** Path of a route below one run. */
export const jobPath = z.object({ jobId });

const itemState = z.enum(jobItemStates);

export const jobQuery = z.strictObject({
  state: itemState.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

export const jobPage = z
  .object({
    job,
    items: z.array(z.object({ ticketId, subject: z.string(), state: itemState, code: bulkCode.nullable() })),
    next: z.string().nullable(),
  })
  .openapi('JobPage');
