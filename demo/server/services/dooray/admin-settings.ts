import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { dooraySettings } from '../../db/schema.js';
import { addressRange } from '../../http/address-range.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import { requireAdministrator, requireVersion } from '../admin/administrators.js';
import { tellEverybody } from '../admin/everybody.js';
import { audit } from '../audit.js';
import { findService, serviceOf, type AgentContext } from '../context.js';
import { readDooraySettings, type DooraySettings } from './config.js';

/** How a service works with Dooray!. */
export interface DoorayAdministration extends DooraySettings {
  readonly enabled: boolean;
}

export async function readAdministration(tx: Tx, context: AgentContext): Promise<DoorayAdministration> {
  requireAdministrator(context);
  const service = await findService(tx, serviceOf(context));
  const { paused, ticketAddress, sweepSeconds, hookAddresses, version } = await readDooraySettings(tx, context);
  const enabled = service?.capabilities.dooray === true;
  return { enabled, paused, ticketAddress, sweepSeconds, hookAddresses, version };
}

export type AdministrationChange = Omit<DoorayAdministration, 'version'> & {
  readonly expectedVersion?: number | undefined;
};

/** Changes how a service works with Dooray!; every page of the service hears that its rights may be others now. */
export async function changeAdministration(
  tx: Tx,
  context: AgentContext,
  { expectedVersion, enabled, ...told }: AdministrationChange,
): Promise<DoorayAdministration> {
  const before = await readAdministration(tx, context);
  if (expectedVersion !== undefined) requireVersion(before, expectedVersion, before);
  requireAddresses(told);
  const serviceId = serviceOf(context);
  const set = { ...told, version: before.version + 1 };
  const written = await tx
    .insert(dooraySettings)
    .values({ serviceId, ...set })
    .onConflictDoUpdate({ target: dooraySettings.serviceId, set, setWhere: eq(dooraySettings.version, before.version) })
    .returning({ version: dooraySettings.version });
  if (written.length === 0) {
    const now = await readAdministration(tx, context);
    requireVersion(now, before.version, now);
  }
  await tx.execute(sql`select set_dooray(${enabled}::boolean)`);
  await audit(tx, context, { kind: 'dooray_changed', data: { enabled, ...set } });
  if (enabled !== before.enabled || told.paused !== before.paused) await tellEverybody(tx, context);
  return { ...told, enabled, version: set.version };
}

function requireAddresses({
  hookAddresses,
  ticketAddress,
}: Pick<DooraySettings, 'hookAddresses' | 'ticketAddress'>): void {
  const fields: FieldProblem[] = hookAddresses.flatMap((entry, index) =>
    addressRange(entry)
      ? []
      : [
          {
            field: `hookAddresses.${index}`,
            code: 'invalid',
            message: `No address and no range: ${entry.slice(0, 60)}`,
          },
        ],
  );
  if (
    ticketAddress !== null &&
    !(isPage(ticketAddress.replaceAll('{ticketId}', 'T1')) && ticketAddress.includes('{ticketId}'))
  )
    fields.push({ field: 'ticketAddress', code: 'invalid', message: 'The address of a page with {ticketId} in it' });
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}

/** Whether people can open an address in a browser. */
export function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
