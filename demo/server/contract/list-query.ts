import { z } from '@hono/zod-openapi';
import type { ConditionKind } from '../../../src/domain/fields.js';
import { leastText, mostMonths, mostText, searchFields, type SearchField } from '../../../src/domain/search.js';
import { figures, sortFields, views } from '../../../src/domain/types.js';

const longest = 4_000;

const customerNumber = `The number of the customer. As in every search, of the tickets of ${mostMonths} months: \`from\` and \`to\` reach others`;

function condition(kind: ConditionKind, field: string): z.ZodOptional<z.ZodString> {
  const description = {
    text: 'A part of it',
    choice: 'Any of some values, with commas between them',
    period: 'Two moments with ~ between them; one may be missing',
    flag: 'true or false',
  }[kind];
  const whole = field === 'customerId' ? customerNumber : description;
  return z.string().max(longest).optional().openapi({ description: whole });
}

const conditions = Object.fromEntries(
  Object.entries(searchFields)
    .filter(([field]) => field !== 'created')
    .map(([field, kind]) => [field, condition(kind, field)]),
) as Readonly<Record<Exclude<SearchField, 'created'>, z.ZodOptional<z.ZodString>>>;

const moments = '`2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`';

/** Query of the list. All values arrive as strings; what they mean is read by the rules that the page uses too. */
export const listQuery = z
  .object({
    view: z.enum(views).optional().openapi({ description: '`all` unless told' }),
    group: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    transfer: z.enum(['issue', 'dooray']).optional(),
    starred: z.enum(['true', 'false']).optional(),
    unread: z.enum(['true', 'false']).optional(),
    figure: z.enum(figures).optional(),
    q: z
      .string()
      .max(longest)
      .optional()
      .openapi({
        description: `Free text of ${leastText} to ${mostText} characters: a part of the subject, of a message, of the ticket id, or of the customer's name, usercode, address or number`,
      }),
    from: z
      .string()
      .max(longest)
      .optional()
      .openapi({
        description: `Tickets created since: ${moments}. A search covers ${mostMonths} months at most, and as many unless told`,
      }),
    to: z
      .string()
      .max(longest)
      .optional()
      .openapi({ description: `Tickets created until: ${moments}` }),
    ...conditions,
    fields: z.string().max(longest).optional().openapi({
      description:
        'Codes of own fields whose values come with the rows. The fields are also conditions: `f.CODE` for a part of a text, `f.CODE.in` for values, `f.CODE.during` for a period, `f.CODE.is` for true or false',
    }),
    ids: z
      .string()
      .max(200 * 20)
      .optional()
      .openapi({ description: 'Up to 200 ticket ids, joined by commas' }),
    sort: z
      .string()
      .max(100)
      .optional()
      .openapi({
        description: `\`field:asc\` or \`field:desc\`, of ${sortFields.join(', ')} or \`f.CODE\`; \`updatedAt:desc\` unless told`,
      }),
    cursor: z.string().max(6_000).optional(),
    at: z
      .string()
      .regex(/^(0(\.\d+)?|1(\.0+)?)$/)
      .optional()
      .openapi({ description: 'Share of the list to jump to, 0 to 1' }),
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .optional()
      .openapi({ description: '1 to 200, 50 unless told' }),
  })
  .catchall(z.string().max(longest))
  .openapi('TicketListQuery');
