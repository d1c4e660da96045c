import { eq } from 'drizzle-orm';
import type { InquiryItem } from '../../../../src/domain/customer-info.js';
import type { Settings } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { customerInfoLinks } from '../../db/schema.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';

export type Link = typeof customerInfoLinks.$inferSelect;

async function findLink(tx: Tx, context: AgentContext): Promise<Link | undefined> {
  if (!context.session.capabilities.customerInfo) return undefined;
  const [link] = await tx
    .select()
    .from(customerInfoLinks)
    .where(eq(customerInfoLinks.serviceId, serviceOf(context)));
  return link;
}

/** What the link of the service can be asked for, and when it is; nothing where it has none. */
export async function linkSettingsOf(
  tx: Tx,
  context: AgentContext,
): Promise<Pick<Settings, 'inquiryItems' | 'autoLookUp'>> {
  const { inquiryItems = [], autoLookUp = [] } = (await findLink(tx, context)) ?? {};
  return { inquiryItems, autoLookUp };
}

export async function requireLink(tx: Tx, context: AgentContext): Promise<Link> {
  const link = await findLink(tx, context);
  if (!link) throw new Refusal(403, 'switched_off', 'The service has no customer-information link');
  return link;
}

/** What is asked: the values that were told, as the items want them. Says of each value what is wrong with it. */
export function checkedValues(
  items: readonly InquiryItem[],
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const fields: FieldProblem[] = [];
  const bad = (key: string, code: string, message: string) => fields.push({ field: `values.${key}`, code, message });
  for (const key of Object.keys(given)) {
    if (!items.some((item) => item.key === key)) bad(key, 'unknown', 'The link does not ask for this');
  }
  for (const { key, required, length, options } of items) {
    const value = Object.hasOwn(given, key) ? (given[key] ?? '').trim() : '';
    if (value !== '') values.set(key, value);
    if (value === '' && required) bad(key, 'required', 'A value is needed');
    else if (length > 0 && value.length > length) bad(key, 'too_long', `At most ${length} characters`);
    else if (value !== '' && options && !options.includes(value)) bad(key, 'unknown', 'Not one of the choices');
  }
  if (fields.length === 0 && values.size === 0)
    fields.push({ field: 'values', code: 'required', message: 'Nothing is asked for' });
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
  return values;
}
