import type { AuditKind } from '../../../../src/domain/audit.js';
import type { Permissions } from '../../../../src/domain/types.js';
import { Refusal } from '../../refusal.js';
import { denied, type AuditEntry } from '../audit.js';
import type { AgentContext } from '../context.js';

export type MaskRight = keyof Pick<Permissions, 'mask' | 'reveal' | 'unmask' | 'purge'>;

const refusedAs: Readonly<Record<MaskRight, AuditKind>> = {
  mask: 'mask_refused',
  reveal: 'mask_reveal_refused',
  unmask: 'mask_unmask_refused',
  purge: 'mask_purge_refused',
};

/** Refuses who may not do it, the service before the agent; the access log tells of it. */
export function requireRight(
  { session: { agent, capabilities } }: AgentContext,
  right: MaskRight,
  about: Omit<AuditEntry, 'kind'>,
): void {
  const noted = { ...about, kind: refusedAs[right] };
  if (!capabilities.security) throw new Refusal(403, 'security_off', 'The service has no masking', { noted });
  if (!agent.permissions[right]) throw denied(noted);
}
