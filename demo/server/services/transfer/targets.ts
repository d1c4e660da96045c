import type { IssueTarget } from '../../../../src/domain/transfer.js';
import type { Tx } from '../../db/database.js';
import type { AgentContext } from '../context.js';
import { readFields } from '../fields.js';
import { submissionTypes } from '../settings.js';
import { inService, targetsOf } from './partner.js';

/** The services that take tickets, with what they ask of a new one and nothing else of theirs. */
export async function issueTargets(tx: Tx, context: AgentContext): Promise<readonly IssueTarget[]> {
  const targets: IssueTarget[] = [];
  for (const { serviceId, name } of await targetsOf(tx)) {
    const asked = await inService(tx, context, serviceId, async (inner, partner) => ({
      submissionTypes: await submissionTypes(inner, partner),
      customerFields: (await readFields(inner, partner)).filter(({ owner }) => owner === 'customer'),
    }));
    targets.push({ serviceId, name, ...asked });
  }
  return targets;
}
