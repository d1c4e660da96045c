import { eq } from 'drizzle-orm';
import { conditionKind, type FieldDefinition } from '../../../../src/domain/fields.js';
import type { TriggerAction, TriggerCondition } from '../../../../src/domain/triggers.js';
import { channels, languages, priorities } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { agentGroups, agents, categories, groups } from '../../db/schema.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import { isCallable } from '../../ports/callback.js';
import { findService, serviceOf, type AgentContext } from '../context.js';
import { readFields } from '../fields.js';

/** What the conditions and actions of a trigger may name. */
interface Known {
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly categories: ReadonlySet<number>;
  readonly groups: ReadonlySet<number>;
  /** Agents that tickets can be given to, each with the groups. */
  readonly members: ReadonlySet<string>;
  readonly agents: ReadonlyMap<string, { readonly active: boolean; readonly assignable: boolean }>;
  readonly ownAddress: string;
}

async function knownIn(tx: Tx, context: AgentContext): Promise<Known> {
  const serviceId = serviceOf(context);
  const service = await findService(tx, serviceId);
  const types = await tx.select().from(categories).where(eq(categories.serviceId, serviceId));
  const allGroups = await tx.select().from(groups).where(eq(groups.serviceId, serviceId));
  const people = await tx.select().from(agents).where(eq(agents.serviceId, serviceId));
  const members = await tx.select().from(agentGroups).where(eq(agentGroups.serviceId, serviceId));
  return {
    fields: new Map((await readFields(tx, context)).map((field) => [field.code, field])),
    categories: new Set(types.map(({ categoryId }) => categoryId)),
    groups: new Set(allGroups.map(({ groupId }) => groupId)),
    members: new Set(members.map(({ groupId, usercode }) => `${groupId}/${usercode}`)),
    agents: new Map(people.map((agent) => [agent.usercode, agent])),
    ownAddress: service?.mail.senderAddress.toLowerCase() ?? '',
  };
}

/** The values that a fact can have; null where it is any text, undefined where it can be no condition. */
function choicesOf(fact: TriggerCondition['fact'], known: Known): readonly string[] | null | undefined {
  switch (fact) {
    case 'category':
      return [...known.categories].map(String);
    case 'channel':
      return channels;
    case 'priority':
      return priorities;
    case 'language':
      return languages;
    case 'subject':
    case 'content':
    case 'name':
    case 'email':
    case 'usercode':
      return null;
    default: {
      const field = known.fields.get(fact.slice(2));
      const kind = field && conditionKind(field);
      if (!kind) return undefined;
      if (kind === 'flag') return ['true', 'false'];
      return kind === 'choice' ? (field.options ?? []) : null;
    }
  }
}

/** Facts that every ticket has a value for. */
const always: ReadonlySet<string> = new Set(['channel', 'priority', 'language']);

function conditionProblems({ fact, test, values }: TriggerCondition, at: string, known: Known): FieldProblem[] {
  const choices = choicesOf(fact, known);
  if (choices === undefined) return [problem(`${at}.fact`, 'unknown', 'There is no such field, or none to ask for')];
  const isExact = test === 'is' || test === 'is_not';
  if (!isExact && choices !== null) return [problem(`${at}.test`, 'unsupported', 'This can only be or not be a value')];
  return values.flatMap((value, index) => {
    const isEmpty = value.trim() === '';
    if (isEmpty && isExact && !always.has(fact)) return [];
    if (isEmpty) return [problem(`${at}.values.${index}`, 'required', 'A value is needed')];
    if (choices !== null && !choices.includes(value))
      return [problem(`${at}.values.${index}`, 'unknown', 'Not one of the values')];
    return [];
  });
}

function actionProblems(action: TriggerAction, at: string, known: Known, plain: boolean): FieldProblem[] {
  const isGroup = 'groupId' in action && !known.groups.has(action.groupId);
  if (isGroup) return [problem(`${at}.groupId`, 'unknown', 'There is no such group')];
  switch (action.kind) {
    case 'agent': {
      const agent = known.agents.get(action.usercode);
      if (!agent?.active) return [problem(`${at}.usercode`, 'unknown', 'There is no such agent')];
      if (!agent.assignable)
        return [problem(`${at}.usercode`, 'not_assignable', 'Tickets are not assigned to this agent')];
      return known.members.has(`${action.groupId}/${action.usercode}`)
        ? []
        : [problem(`${at}.usercode`, 'not_a_member', 'The agent is not in this group')];
    }
    case 'category':
      return known.categories.has(action.categoryId)
        ? []
        : [problem(`${at}.categoryId`, 'unknown', 'There is no such type')];
    case 'mail':
      return action.to.flatMap((address, index) =>
        address.toLowerCase() === known.ownAddress
          ? [problem(`${at}.to.${index}`, 'own_address', 'The service would write to itself')]
          : [],
      );
    case 'callback':
      return isCallable(action.url, plain) ? [] : [problem(`${at}.url`, 'invalid', 'An https address is needed')];
    default:
      return [];
  }
}

const problem = (field: string, code: string, message: string): FieldProblem => ({ field, code, message });

const giving: ReadonlySet<string> = new Set(['agent', 'random', 'in_turn']);

/** Refuses what the service has no such thing for, naming every place. */
export async function requireTrigger(
  tx: Tx,
  context: AgentContext,
  {
    conditions,
    actions,
  }: { readonly conditions: readonly TriggerCondition[]; readonly actions: readonly TriggerAction[] },
  plain: boolean,
): Promise<void> {
  const known = await knownIn(tx, context);
  const fields = [
    ...conditions.flatMap((condition, index) => conditionProblems(condition, `conditions.${index}`, known)),
    ...actions.flatMap((action, index) => actionProblems(action, `actions.${index}`, known, plain)),
  ];
  const second = actions.findIndex(
    ({ kind }, index) => giving.has(kind) && actions.slice(0, index).some((before) => giving.has(before.kind)),
  );
  if (second >= 0) fields.push(problem(`actions.${second}.kind`, 'too_many', 'A ticket is given to one agent'));
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}
