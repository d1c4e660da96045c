import { sql, type SQL } from 'drizzle-orm';
import type { Service } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import type { ServiceRow } from '../context.js';

/** Whether a service could be called so. Nothing else gets as far as the database. */
export function isServiceName(text: string): boolean {
  return /^[\w-]{1,50}$/.test(text);
}

/** What of a service every call of the Open API needs. */
export type OpenService = Pick<ServiceRow, keyof Service | 'organizationId' | 'serviceKey' | 'allowList'>;

/** To be run alone or inside another query. */
export function openServiceQuery(wanted: string): SQL {
  return sql`select service_id as "serviceId", organization_id as "organizationId", name, kind,
    time_zone as "timeZone", language, languages, editor, service_key as "serviceKey", allow_list as "allowList"
    from services where service_id = ${wanted}`;
}

/** Every call of a customer begins with it. Written out: putting it together takes longer than running it. */
export async function findOpenService(tx: Tx, wanted: string): Promise<OpenService | undefined> {
  const { rows } = (await tx.execute(openServiceQuery(wanted))) as unknown as { rows: readonly OpenService[] };
  return rows[0];
}
