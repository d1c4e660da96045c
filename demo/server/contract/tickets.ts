import { z } from '@hono/zod-openapi';
import { smsStates } from '../../../src/domain/sms.js';
import { bodyNotes, entryKinds, maskCategories, transferProblems, transferStates } from '../../../src/domain/types.js';
import {
  action,
  attachment,
  attachmentIds,
  channel,
  fieldValues,
  group,
  language,
  maxHtml,
  person,
  priority,
  reason,
  status,
  ticketId,
  time,
  view,
} from './common.js';

export const customer = z
  .object({
    customerId: z.int(),
    usercode: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .openapi('Customer');

export const ticketRow = z
  .object({
    ticketId,
    version: z.int(),
    status,
    spam: z.boolean(),
    resolution: z.enum(['customer', 'internal']).nullable(),
    reason: reason.nullable(),
    subject: z.string(),
    priority,
    channel,
    language,
    categoryId: z.int().nullable(),
    handlingTypeId: z.int().nullable(),
    group: group.nullable(),
    assignee: person.nullable(),
    creator: person.nullable(),
    customer: customer.nullable(),
    starred: z.boolean(),
    unread: z.boolean(),
    transfer: z
      .object({
        kind: z.enum(['issue', 'dooray']),
        linkedId: z.string().nullable(),
        taskId: z.string().nullable(),
        to: z.string(),
        url: z.string().nullable(),
        state: z.enum(transferStates),
        problem: z.enum(transferProblems).nullable(),
        at: time,
        by: person,
      })
      .nullable(),
    origin: z
      .object({
        service: z.string(),
        ticketId,
        guidance: z.object({ text: z.string(), by: z.string(), at: time, doneAt: time.nullable() }).nullable(),
      })
      .nullable(),
    guidance: z.object({ text: z.string(), by: z.string(), at: time }).nullable(),
    createdAt: time,
    updatedAt: time,
    resolvedAt: time.nullable(),
    actions: z.array(action),
    fields: fieldValues.optional(),
  })
  .openapi('TicketRow');

export const ticket = ticketRow
  .extend({
    fields: fieldValues,
    /** Files that its file fields name. */
    files: z.array(attachment).optional(),
  })
  .openapi('Ticket');

/** Path of a route below one ticket. */
export const ticketPath = z.object({ ticketId });

export const counts = z.record(view, z.int()).openapi('ViewCounts');

const nodeStyle = z.object({ node: z.int(), props: z.array(z.tuple([z.string(), z.string()])) });

export const historyEntry = z
  .object({
    id: z.int(),
    kind: z.enum(entryKinds),
    author: z.object({
      role: z.enum(['customer', 'agent', 'system']),
      usercode: z.string().nullable(),
      name: z.string(),
    }),
    at: time,
    bodyVersion: z.int(),
    html: z.string(),
    text: z.string(),
    styles: z.array(nodeStyle),
    blocked: z.array(z.object({ node: z.int(), url: z.string() })),
    notes: z.array(z.enum(bodyNotes)),
    masks: z.array(
      z.object({
        id: z.string(),
        start: z.int(),
        length: z.int(),
        category: z.enum(maskCategories).nullable(),
        state: z.enum(['masked', 'purged']),
        by: person,
        at: time,
      }),
    ),
    attachments: z.array(attachment),
    values: fieldValues,
    mail: z
      .object({
        mailId: z.string(),
        to: z.string(),
        state: z.enum(['queued', 'sent', 'failed', 'withdrawn']),
        until: time.nullable(),
        answer: z.string().nullable(),
      })
      .nullable(),
    sms: z.object({ smsId: z.string(), to: z.string(), at: time.nullable(), state: z.enum(smsStates) }).optional(),
  })
  .openapi('HistoryEntry');

export const ticketEvent = z
  .object({
    id: z.int(),
    kind: z.string(),
    at: time,
    actor: person.nullable(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi('TicketEvent');

const expectedVersion = z.int().min(1);

export const claimBody = z.strictObject({ expectedVersion, groupId: z.int32().optional() }).openapi('ClaimRequest');

export const forwardBody = z
  .strictObject({ expectedVersion, groupId: z.int32(), usercode: z.string().min(1).max(50) })
  .openapi('ForwardRequest');

export const processBody = z
  .strictObject({
    action: z.enum(['resolve', 'hold', 'comment', 'internal']),
    /** Required but for a comment that sets nothing. */
    expectedVersion: expectedVersion.optional(),
    reason: reason.optional(),
    html: z.string().max(maxHtml).default(''),
    handlingTypeId: z.int32().nullable().optional(),
    priority: priority.optional(),
    values: fieldValues.optional(),
    /** Number of the draft that this answer was; the same transaction ends it. */
    draftSeq: z.int().optional(),
    attachmentIds: attachmentIds.optional(),
    /** Says that the agent confirmed resolving a ticket that is still with the other side. */
    confirmed: z.boolean().optional(),
    /** What is masked in the copy that stays here; the customer gets the text. Needs the permission to mask. */
    maskCopy: z.array(z.enum(maskCategories)).max(maskCategories.length).optional(),
  })
  .openapi('ProcessRequest');

export const processed = z.object({ ticket, entry: historyEntry }).openapi('Processed');

export const seenBody = z
  .strictObject({
    /** The version that the agent saw; without it, the one there is. */
    version: expectedVersion,
  })
  .openapi('SeenRequest')
  .optional();

export const patchBody = z
  .strictObject({
    /** Not needed for the star. */
    expectedVersion: expectedVersion.optional(),
    starred: z.boolean().optional(),
    priority: priority.optional(),
    handlingTypeId: z.int32().nullable().optional(),
    categoryId: z.int32().optional(),
    /** Values of own fields by code; null takes one away. Refused as `f.` and the code. */
    fields: fieldValues.optional(),
    /** Facts of the customer; null takes one away. An address of another known customer makes it that one's ticket. */
    customer: z
      .strictObject({
        name: z.string().max(100).nullable(),
        usercode: z.string().max(50).nullable(),
        email: z.string().max(254).nullable(),
        phone: z.string().max(30).nullable(),
      })
      .partial()
      .optional(),
  })
  .openapi('TicketPatch');

export const newTicketBody = z
  .strictObject({
    categoryId: z.int32(),
    /** At most 255 characters. */
    subject: z.string().max(1_000),
    html: z.string().max(maxHtml),
    /** At least a name, an address, a number or a usercode. */
    endUser: z.strictObject({
      usercode: z.string().max(50).nullable(),
      name: z.string().max(100),
      email: z.string().max(254).nullable(),
      phone: z.string().max(30).nullable(),
    }),
    /** Values of own fields by code. Refused as `f.` and the code. */
    fields: fieldValues.default({}),
    attachmentIds: attachmentIds.default([]),
    priority: priority.optional(),
    groupId: z.int32().optional(),
    /** Who has it at once; an agent of the group. */
    assignee: z.string().min(1).max(50).optional(),
  })
  .openapi('NewTicket');

export const customersQuery = z.object({ q: z.string().max(100) });

export const versionBody = z.strictObject({ expectedVersion }).openapi('VersionRequest');

export const deleted = z.object({ ticketId }).openapi('DeletedTicket');
