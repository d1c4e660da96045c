import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Customer } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { customers } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { auditOnce } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';

const leastCharacters = 2;
const most = 10;

/** Customers whose name, address, usercode or number begins so: the shortest first. */
export async function findCustomers(tx: Tx, context: AgentContext, start: string): Promise<Customer[]> {
  const needle = start.normalize('NFKC').trim();
  if ([...needle].length < leastCharacters) throw invalid('q', 'too_short', `At least ${leastCharacters} characters`);
  const rows = await tx
    .select({ id: sql<number>`found.customer_id` })
    .from(sql`find_customers(${needle}) as found`)
    .orderBy(sql`length(found.form), found.kind, found.form, found.customer_id`);
  const ids = [...new Set(rows.map(({ id }) => Number(id)))].slice(0, most);
  if (ids.length === 0) return [];
  const { customerId, usercode, name, email, phone } = customers;
  const known = await tx
    .select({ customerId, usercode, name, email, phone })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), inArray(customers.customerId, ids)));
  // A word that is typed to its end shows the same ones again and again.
  await auditOnce(tx, context, { kind: 'customers_found', customers: ids });
  return ids.flatMap((id) => known.find((customer) => customer.customerId === id) ?? []);
}
