import { z } from '@hono/zod-openapi';
import { customerFacts } from '../../../src/domain/customer-info.js';
import { fieldTypes } from '../../../src/domain/fields.js';
import { channel, group, language, person, reason, time } from './common.js';

export const tokenBody = z.strictObject({ usercode: z.string().min(1).max(50) }).openapi('TokenRequest');
export const token = z.object({ token: z.string(), expiresAt: time }).openapi('Token');

export const session = z
  .object({
    agent: z.object({
      usercode: z.string(),
      name: z.string(),
      role: z.enum(['admin', 'agent']),
      groups: z.array(group),
      permissions: z.object({
        forward: z.boolean(),
        mask: z.boolean(),
        reveal: z.boolean(),
        unmask: z.boolean(),
        purge: z.boolean(),
        audit: z.boolean(),
        export: z.boolean(),
      }),
    }),
    service: z.object({
      serviceId: z.string(),
      name: z.string(),
      kind: z.enum(['consultation', 'issue']),
      timeZone: z.string(),
      language,
      languages: z.array(language),
      editor: z.enum(['html', 'text']),
    }),
    capabilities: z.object({
      phone: z.boolean(),
      chat: z.boolean(),
      sms: z.boolean(),
      security: z.boolean(),
      dooray: z.boolean(),
      issueTransfer: z.boolean(),
      customerInfo: z.boolean(),
    }),
  })
  .openapi('Session');

export const node = z.object({ id: z.int(), parent: z.int(), name: z.string() }).openapi('TreeNode');

const byLanguage = z.object({ ko: z.string(), ja: z.string(), en: z.string() }).partial();

export const fieldDefinition = z
  .object({
    code: z.string(),
    owner: z.enum(['customer', 'agent']),
    type: z.enum(fieldTypes),
    names: byLanguage,
    /** HTML, sanitised. */
    hints: byLanguage.optional(),
    placeholders: byLanguage.optional(),
    options: z.array(z.string()).nullable(),
    required: z.boolean(),
    encrypted: z.boolean(),
    length: z.int(),
    categories: z.array(z.int()).nullable(),
  })
  .openapi('FieldDefinition');

const inquiryItem = z
  .object({
    key: z.string(),
    label: z.string(),
    options: z.array(z.string()).nullable(),
    required: z.boolean(),
    length: z.int(),
    fact: z.enum(customerFacts).nullable(),
  })
  .openapi('InquiryItem');

export const maskPattern = z.object({ label: z.string(), pattern: z.string() }).openapi('MaskPattern');

export const settings = z
  .object({
    categories: z.array(node),
    handlingTypes: z.array(node),
    handlingTypeRequired: z.boolean(),
    groups: z.array(group.extend({ agents: z.array(person.extend({ assignable: z.boolean(), open: z.int() })) })),
    reasons: z.array(reason),
    undoSeconds: z.int(),
    fields: z.array(fieldDefinition),
    conditions: z.array(z.string()),
    inquiryItems: z.array(inquiryItem),
    autoLookUp: z
      .array(channel)
      .openapi({ description: 'Channels whose tickets have their customer looked up as they open' }),
    bulkLimit: z.int(),
    forbiddenWords: z.array(z.string()),
    maskPatterns: z.array(maskPattern),
  })
  .openapi('Settings');
