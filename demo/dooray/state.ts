import type { Identifiers } from './identifiers.js';

export const workflowClasses = ['backlog', 'registered', 'working', 'closed'] as const;
/** What a state means; projects name their states as they like. */
export type WorkflowClass = (typeof workflowClasses)[number];

export const hookEvents = [
  'postCreated',
  'postTagChanged',
  'postWorkflowChanged',
  'postDueDateChanged',
  'postCommentCreated',
  'postSubjectChanged',
  'postBodyChanged',
  'postUserChanged',
  'postMilestoneChanged',
  'postParentChanged',
  'postMoved',
] as const;
export type HookEvent = (typeof hookEvents)[number];

export interface Localised {
  readonly locale: string;
  readonly name: string;
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly names: readonly Localised[];
  readonly class: WorkflowClass;
}

export interface TagGroup {
  readonly id: string;
  readonly name: string;
  /** A task needs a tag of this group. */
  readonly mandatory: boolean;
  /** A task has at most one tag of this group. */
  readonly selectOne: boolean;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly tagGroup: TagGroup | null;
}

export interface TextBody {
  readonly mimeType: string;
  readonly content: string;
}

export interface TaskTemplate {
  readonly id: string;
  readonly templateName: string;
  readonly subject: string;
  readonly body: TextBody;
  readonly guide: TextBody;
  readonly tagIds: readonly string[];
  readonly to: readonly string[];
  readonly isDefault: boolean;
}

export interface Member {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly userCode: string;
  readonly email: string;
}

export interface Hook {
  readonly id: string;
  readonly url: string;
  readonly type: 'task' | 'project';
  readonly sendEvents: readonly HookEvent[];
}

export interface Project {
  readonly id: string;
  readonly organizationId: string;
  readonly code: string;
  readonly description: string;
  readonly members: string[];
  readonly workflows: Workflow[];
  readonly tags: Tag[];
  readonly templates: TaskTemplate[];
  readonly hooks: Hook[];
  /** Number of the newest task. */
  lastNumber: number;
}

/** Somebody who wrote: a member, or somebody who is known by an address only. */
export type Author =
  | { readonly type: 'member'; readonly memberId: string }
  | { readonly type: 'emailUser'; readonly emailAddress: string; readonly name: string };

export interface Task {
  readonly id: string;
  readonly projectId: string;
  readonly number: number;
  subject: string;
  body: TextBody;
  readonly createdAt: number;
  updatedAt: number;
  readonly from: Author;
  to: readonly string[];
  cc: readonly string[];
  tagIds: readonly string[];
  workflowId: string;
  priority: string;
  dueDate: string | null;
  version: number;
}

export interface Log {
  readonly id: string;
  readonly taskId: string;
  readonly type: 'comment' | 'event';
  readonly subtype: 'general' | 'from_email' | 'sent_email';
  readonly createdAt: number;
  modifiedAt: number;
  readonly creator: Author;
  body: TextBody;
  readonly fileIds: readonly string[];
}

export interface KeptFile {
  readonly id: string;
  readonly taskId: string;
  readonly name: string;
  readonly type: string;
  readonly createdAt: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A token acts for one member, or for the whole organisation. */
export interface Token {
  readonly token: string;
  readonly organizationId: string;
  /** For whom it acts; of an organisation's token: in whose name it writes unless the call names another member. */
  readonly memberId: string;
  readonly wholeOrganization: boolean;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** The first part of its address for people. */
  readonly domain: string;
}

/** Everything that the service keeps. */
export interface DoorayState {
  readonly ids: Identifiers;
  readonly organizations: Organization[];
  readonly tokens: Token[];
  readonly members: Map<string, Member>;
  readonly projects: Map<string, Project>;
  readonly tasks: Map<string, Task>;
  readonly logs: Map<string, Log>;
  readonly files: Map<string, KeptFile>;
}

/** The comments and events of a task, oldest first. */
export const logsOf = (state: DoorayState, taskId: string): Log[] =>
  [...state.logs.values()].filter((log) => log.taskId === taskId);

export const filesOf = (state: DoorayState, taskId: string): KeptFile[] =>
  [...state.files.values()].filter((file) => file.taskId === taskId);

export function workflowOf(state: DoorayState, task: Task): Workflow {
  const workflow = state.projects.get(task.projectId)?.workflows.find(({ id }) => id === task.workflowId);
  if (!workflow) throw new Error(`Task ${task.id} has no state.`);
  return workflow;
}
