import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import type { SpamLimits } from '../../db/schema.js';
import { addressRange } from '../../http/address-range.js';
import { randomHex } from '../../random.js';
import { notFound, Refusal, type FieldProblem } from '../../refusal.js';
import { audit, type AuditEntry } from '../audit.js';
import { findService, serviceOf, type AgentContext, type ServiceRow } from '../context.js';
import { requireAdministrator, requireVersion } from './administrators.js';

/** What of a service is set for the Open API. All of it has one version. */
export type OpenSettings = Pick<ServiceRow, 'serviceKey' | 'allowList' | 'spamLimits' | 'hostOrigins' | 'openVersion'>;

/** A change of it, and what the access log says. */
export interface SettingsChange {
  readonly set: Partial<Omit<OpenSettings, 'openVersion'>>;
  readonly noted: AuditEntry;
}

export async function readOpenSettings(tx: Tx, context: AgentContext): Promise<OpenSettings> {
  requireAdministrator(context);
  const service = await findService(tx, serviceOf(context));
  if (!service) throw notFound();
  return service;
}

/**
 * Makes a change and writes it down, unless somebody made another one since `expectedVersion`. The role of requests cannot
 * change services: a function of the database does.
 */
export async function changeOpenSettings(
  tx: Tx,
  context: AgentContext,
  make: () => SettingsChange,
  { expectedVersion, wire }: { readonly expectedVersion?: number | undefined; wire(now: OpenSettings): object },
): Promise<OpenSettings> {
  const before = await readOpenSettings(tx, context);
  const { set, noted } = make();
  const expected = expectedVersion ?? before.openVersion;
  await audit(tx, context, noted);
  const { rows } = (await tx.execute(
    sql`select set_open_settings(${expected}::integer, ${JSON.stringify(set)}::jsonb) as version`,
  )) as unknown as { rows: readonly { readonly version: number | null }[] };
  const version = rows[0]?.version ?? null;
  if (version !== null) return { ...before, ...set, openVersion: version };
  const now = await readOpenSettings(tx, context);
  requireVersion({ version: now.openVersion }, expected, wire(now));
  throw new Error('A change of settings is made where its version is the one that is there');
}

/** The end of a key, by which people tell it from another. */
export function maskedKey(serviceKey: string | null): { readonly enabled: boolean; readonly masked: string | null } {
  return { enabled: serviceKey !== null, masked: serviceKey && `••••${serviceKey.slice(-4)}` };
}

/** The old key is refused as soon as the new one is there: whoever renews a key may do so because others know it. */
export function renewedKey(): SettingsChange & { readonly serviceKey: string } {
  const serviceKey = randomHex(16);
  return { serviceKey, set: { serviceKey }, noted: { kind: 'service_key_renewed' } };
}

export function removedKey(): SettingsChange {
  return { set: { serviceKey: null }, noted: { kind: 'service_key_removed' } };
}

function refusedEntries(fields: readonly FieldProblem[]): Refusal {
  return new Refusal(400, 'invalid', 'Invalid request', { fields });
}

/** `all`: an empty list is meant, and lets everybody call who has the key. */
export function changedAllowList(entries: readonly string[], all: boolean): SettingsChange {
  const problems = entries.flatMap((entry, index) =>
    addressRange(entry)
      ? []
      : [{ field: `entries.${index}`, code: 'invalid', message: `No address and no range: ${entry.slice(0, 60)}` }],
  );
  if (problems.length > 0) throw refusedEntries(problems);
  if (entries.length === 0 && !all)
    throw refusedEntries([
      { field: 'entries', code: 'allows_all', message: 'An empty list allows every address: say so with allowAll' },
    ]);
  const allowList = [...new Set(entries)];
  return { set: { allowList }, noted: { kind: 'open_api_changed', data: { allowList } } };
}

export function changedSpamLimits(spamLimits: SpamLimits): SettingsChange {
  return { set: { spamLimits }, noted: { kind: 'open_api_changed', data: { spamLimits } } };
}

/** Origins as browsers write them. */
export function changedHostOrigins(origins: readonly string[]): SettingsChange {
  const problems = origins.flatMap((origin, index) =>
    isOrigin(origin)
      ? []
      : [{ field: `origins.${index}`, code: 'invalid', message: `No origin of a page: ${origin.slice(0, 100)}` }],
  );
  if (problems.length > 0) throw refusedEntries(problems);
  const hostOrigins = [...new Set(origins)];
  return { set: { hostOrigins }, noted: { kind: 'open_api_changed', data: { hostOrigins } } };
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}
