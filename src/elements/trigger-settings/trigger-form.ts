import type { DeskError } from '../../base/desk-error.js';
import type {
  Trigger,
  TriggerAction,
  TriggerActionKind,
  TriggerCondition,
  TriggerDraft,
  TriggerFact,
  TriggerTest,
} from '../../domain/triggers.js';
import type { Priority } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';

export const actionKinds: readonly TriggerActionKind[] = [
  'agent',
  'random',
  'in_turn',
  'group',
  'category',
  'priority',
  'mail',
  'callback',
];

const longestName = 100;

export interface ConditionForm {
  readonly fact: TriggerFact;
  readonly test: TriggerTest;
  readonly values: readonly string[];
}

/** An action with what was entered for any kind of it, so that another kind loses nothing. */
export interface ActionForm {
  readonly kind: TriggerActionKind;
  readonly groupId: number | null;
  readonly usercode: string;
  readonly categoryId: number | null;
  readonly priority: Priority;
  /** One address a line. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly url: string;
}

/** What is typed about one trigger; `base` is the one it was begun from, null for a new one. */
export interface TriggerForm {
  readonly base: Trigger | null;
  readonly name: string;
  readonly active: boolean;
  readonly match: 'all' | 'any';
  readonly conditions: readonly ConditionForm[];
  readonly actions: readonly ActionForm[];
  readonly last: boolean;
}

/** What is wrong, by the place in the trigger: `name`, `conditions.0.values`, `actions.1.groupId`. */
export type TriggerProblems = Readonly<Record<string, string>>;

export const newCondition: ConditionForm = { fact: 'subject', test: 'contains', values: [] };

export const newAction: ActionForm = {
  kind: 'group',
  groupId: null,
  usercode: '',
  categoryId: null,
  priority: 'high',
  to: '',
  subject: '',
  text: '',
  url: '',
};

function actionForm(action: TriggerAction): ActionForm {
  if (action.kind !== 'mail') return { ...newAction, ...action };
  return { ...newAction, ...action, to: action.to.join('\n') };
}

export function formOf(base: Trigger | null): TriggerForm {
  return {
    base,
    name: base?.name ?? '',
    active: base?.active ?? true,
    match: base?.match ?? 'all',
    conditions: base?.conditions ?? [],
    actions: base?.actions.map(actionForm) ?? [],
    last: base?.last ?? false,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function actionOf({ kind, ...values }: ActionForm): TriggerAction {
  const groupId = values.groupId ?? 0;
  switch (kind) {
    case 'agent':
      return { kind, groupId, usercode: values.usercode };
    case 'category':
      return { kind, categoryId: values.categoryId ?? 0 };
    case 'priority':
      return { kind, priority: values.priority };
    case 'mail':
      return { kind, to: linesOf(values.to), subject: values.subject.trim(), text: values.text.trim() };
    case 'callback':
      return { kind, url: values.url.trim() };
    default:
      return { kind, groupId };
  }
}

/** Values that were typed one a line stand in the form as they were typed. */
function conditionOf({ fact, test, values }: ConditionForm): TriggerCondition {
  return { fact, test, values: values.map((value) => value.trim()).filter(Boolean) };
}

export function draftOf({ base, name, active, match, conditions, actions, last }: TriggerForm): TriggerDraft {
  return {
    triggerId: base?.triggerId ?? null,
    version: base?.version ?? null,
    name: name.trim().normalize('NFC'),
    active,
    match,
    conditions: conditions.map(conditionOf),
    actions: actions.map(actionOf),
    last,
  };
}

/** Fields of an action that must be filled. */
const needed: Readonly<Record<TriggerActionKind, readonly (keyof ActionForm)[]>> = {
  agent: ['groupId', 'usercode'],
  random: ['groupId'],
  in_turn: ['groupId'],
  group: ['groupId'],
  category: ['categoryId'],
  priority: [],
  mail: ['to', 'subject', 'text'],
  callback: ['url'],
};

const giving: readonly TriggerActionKind[] = ['agent', 'random', 'in_turn'];

/** What the administrator can put right before anybody is asked. */
export function problemsOf(form: TriggerForm, words: MoreTexts['triggerSettings']): TriggerProblems {
  const problems: Record<string, string> = {};
  const name = form.name.trim();
  if (!name) problems['name'] = words.needName;
  else if ([...name].length > longestName) problems['name'] = words.nameLength(longestName);
  form.conditions.forEach((condition, index) => {
    if (conditionOf(condition).values.length === 0) problems[`conditions.${index}.values`] = words.required;
  });
  if (form.actions.length === 0) problems['actions'] = words.needAction;
  form.actions.forEach((action, index) => {
    for (const field of needed[action.kind]) {
      const value = action[field];
      if (value === null || String(value).trim() === '') problems[`actions.${index}.${field}`] = words.required;
    }
    const isSecond = giving.includes(action.kind) && form.actions.findIndex((one) => giving.includes(one.kind)) < index;
    if (isSecond) problems[`actions.${index}.kind`] = words.too_many;
  });
  return problems;
}

const said = [
  'required',
  'unknown',
  'unsupported',
  'not_assignable',
  'not_a_member',
  'own_address',
  'too_many',
] as const;

/** What the server found wrong, by place. */
export function refusedFields(error: DeskError | undefined, words: MoreTexts['triggerSettings']): TriggerProblems {
  const problems: Record<string, string> = {};
  for (const { field, code } of error?.kind === 'invalid' ? (error.details.fields ?? []) : []) {
    // Of a list of values the whole is one field here.
    const place = /^(?:name|actions)$|^(?:conditions|actions)\.\d+\.\w+/.exec(field)?.[0];
    if (!place) continue;
    const known = said.find((one) => one === code);
    if (place === 'name') problems[place] = code === 'too_many' ? words.tooManyTriggers : words.needName;
    else if (place.endsWith('.url')) problems[place] = words.invalidUrl;
    else problems[place] = known ? words[known] : words.invalid;
  }
  return problems;
}
