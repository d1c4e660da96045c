import { isAdministrator } from '../../../../src/domain/permissions.js';
import { Refusal } from '../../refusal.js';
import type { AgentContext } from '../context.js';

/** Refuses whoever may not change how the service is set up. */
export function requireAdministrator(context: AgentContext): void {
  if (!isAdministrator(context.session.agent)) throw new Refusal(403, 'needs_admin', 'Not permitted');
}

/** Refuses a change of what somebody else changed since; `current` is what it is now. */
export function requireVersion(row: { readonly version: number }, expected: number, current: object): void {
  if (row.version !== expected)
    throw new Refusal(409, 'version_conflict', 'Somebody else changed it', { content: current });
}

/** Refuses to remove what is used; `uses` says by how many of what. */
export function requireUnused(uses: Readonly<Record<string, number>>): void {
  const used = Object.entries(uses).filter(([, count]) => count > 0);
  if (used.length === 0) return;
  const told = used.map(([what, count]) => `${what}: ${count}`).join(', ');
  throw new Refusal(409, 'in_use', `Still used (${told}): change these first`, { content: Object.fromEntries(used) });
}
