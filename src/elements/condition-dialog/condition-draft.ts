import { KeptForAgent } from '../../base/agent-guard.js';

/** Fields in order; `isUsual` for those of the service, which then follow its changes. */
export interface ConditionDraft {
  readonly fields: readonly string[];
  readonly isUsual: boolean;
}

/** What the agent changed and did not save: it outlives the dialog, and goes with the page or with the agent. */
export const drafts = new KeptForAgent<ConditionDraft>();

export function isSame(one: ConditionDraft, other: ConditionDraft): boolean {
  return one.isUsual === other.isUsual && one.fields.join() === other.fields.join();
}

/** The list with one of its fields at another place. */
export function moved(fields: readonly string[], field: string, to: number): readonly string[] {
  const rest = fields.filter((one) => one !== field);
  return [...rest.slice(0, to), field, ...rest.slice(to)];
}
