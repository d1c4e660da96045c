import { z } from '@hono/zod-openapi';
import { maxGuidance } from '../../../src/domain/transfer.js';
import { attachmentIds, fieldValues, maxHtml } from './common.js';
import { fieldDefinition, node } from './session.js';

const issueTarget = z
  .object({
    serviceId: z.string(),
    name: z.string(),
    submissionTypes: z.array(node),
    customerFields: z.array(fieldDefinition),
  })
  .openapi('IssueTarget');

const doorayOrganization = z
  .object({
    organizationId: z.string(),
    name: z.string(),
    projects: z.array(z.object({ projectId: z.string(), name: z.string() })),
  })
  .openapi('DoorayOrganization');

export const transferTargets = z
  .object({
    issue: z.array(issueTarget),
    /** Null while Dooray! is switched off or paused. */
    dooray: z.array(doorayOrganization).nullable(),
  })
  .openapi('TransferTargets');

export const issueTransferBody = z
  .strictObject({
    /** The version that was seen. */
    version: z.int().min(1).optional(),
    /** The service that is to take it. */
    service: z.string().min(1).max(100),
    /** One of its submission types. */
    categoryId: z.int32(),
    /** At most 255 characters. */
    subject: z.string().max(1_000),
    /** HTML. */
    content: z.string().max(maxHtml),
    /** Values of its customer fields by code. Refused as `f.` and the code. */
    fields: fieldValues.default({}),
    /** Files of the ticket, and files that this agent uploaded; those inside the content go in any case. */
    attachments: attachmentIds.default([]),
  })
  .openapi('IssueTransfer');

export const guidanceBody = z
  .strictObject({
    /** What the customer is to be told, at most 2,000 characters. */
    text: z.string().max(2 * maxGuidance),
  })
  .openapi('GuidanceRequest');
