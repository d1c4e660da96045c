import { eq } from 'drizzle-orm';
import { readPattern, type PatternProblem } from '../../../../src/domain/personal-data/patterns.js';
import type { MaskPattern } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { services } from '../../db/schema.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import { requireAdministrator } from '../admin/administrators.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

/** What an administrator can do about a pattern that is refused. */
const remedies: Readonly<Record<PatternProblem, string>> = {
  pattern_empty: 'Write a pattern such as EMP-######, or leave it out',
  pattern_short: 'Give it at least four signs: shorter ones are found everywhere',
  pattern_long: 'Give it at most 32 signs',
  pattern_escape: 'Write the sign that the last backslash takes, or two backslashes for one',
  pattern_line: 'Write it on one line',
  pattern_vague: 'Add a letter or number that all of them have, or at least three digits (#)',
};

/** The service's own numbers that are looked for as personal data. */
export async function readMaskPatterns(
  tx: Tx,
  context: AgentContext | ServiceContext,
): Promise<readonly MaskPattern[]> {
  const [row] = await tx
    .select({ patterns: services.maskPatterns })
    .from(services)
    .where(eq(services.serviceId, serviceOf(context)));
  return row?.patterns ?? [];
}

/** The same, as they are looked for. */
export async function patternsOf(tx: Tx, context: AgentContext | ServiceContext): Promise<readonly string[]> {
  return (await readMaskPatterns(tx, context)).map(({ pattern }) => pattern);
}

export async function tellMaskPatterns(tx: Tx, context: AgentContext): Promise<readonly MaskPattern[]> {
  requireAdministrator(context);
  return readMaskPatterns(tx, context);
}

/** Keeps them all, in their order; or none, where one of them cannot be looked for. */
export async function keepMaskPatterns(
  tx: Tx,
  context: AgentContext,
  patterns: readonly MaskPattern[],
): Promise<readonly MaskPattern[]> {
  requireAdministrator(context);
  const fields = patterns.flatMap(({ pattern }, index): FieldProblem[] => {
    const read = readPattern(pattern);
    const field = `patterns.${index}.pattern`;
    return typeof read === 'string' ? [{ field, code: read, message: remedies[read] }] : [];
  });
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
  await tx
    .update(services)
    .set({ maskPatterns: patterns })
    .where(eq(services.serviceId, serviceOf(context)));
  await audit(tx, context, { kind: 'patterns_kept', data: { patterns: patterns.map(({ pattern }) => pattern) } });
  return patterns;
}
