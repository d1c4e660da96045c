/** Handing a ticket to issue management or to Dooray!, and what comes back. */

import type { FieldDefinition } from './fields.js';
import type { Attachment, Body, FieldValue, TransferProblem, TreeNode } from './types.js';

export { transferProblems, type TransferProblem } from './types.js';

/** Most characters of a transfer's subject. */
export const maxTransferSubject = 255;

/** Most characters of what issue management asks to be told to the customer. */
export const maxGuidance = 2_000;

/** Where tickets can go from here. */
export interface TransferTargets {
  /** Empty where the service may transfer but no service takes its tickets. */
  readonly issue: readonly IssueTarget[];
  /** Null while Dooray! is switched off or paused. */
  readonly dooray: readonly DoorayOrganization[] | null;
}

/** A service that takes tickets of this one. */
export interface IssueTarget {
  readonly serviceId: string;
  readonly name: string;
  readonly submissionTypes: readonly TreeNode[];
  /** Its customer fields, in order. */
  readonly customerFields: readonly FieldDefinition[];
}

export interface DoorayOrganization {
  readonly organizationId: string;
  readonly name: string;
  readonly projects: readonly { readonly projectId: string; readonly name: string }[];
}

export interface DoorayTag {
  readonly tagId: string;
  readonly name: string;
  /** `#` and six hex digits. */
  readonly color: string | null;
}

export interface DoorayTagGroup {
  /** Null for the tags that belong to no group. */
  readonly groupId: string | null;
  readonly name: string;
  /** A task must have one of its tags. */
  readonly mandatory: boolean;
  /** A task can have only one of its tags. */
  readonly selectOne: boolean;
  readonly tags: readonly DoorayTag[];
}

/** What a project offers for a new task. */
export interface DoorayProject {
  readonly projectId: string;
  readonly name: string;
  readonly templates: readonly { readonly templateId: string; readonly name: string; readonly isDefault: boolean }[];
  readonly tagGroups: readonly DoorayTagGroup[];
  readonly members: readonly { readonly memberId: string; readonly name: string }[];
}

/** A template of a project, read for a new task. */
export interface DoorayTemplate {
  readonly templateId: string;
  readonly subject: string;
  readonly html: string;
  readonly tagIds: readonly string[];
  /** Member ids. */
  readonly assignees: readonly string[];
}

/** Classes that Dooray! sorts the states of a project into. */
export const doorayClasses = ['backlog', 'registered', 'working', 'closed'] as const;
export type DoorayClass = (typeof doorayClasses)[number];

export interface DoorayTask {
  /** Null until it is there. */
  readonly taskId: string | null;
  /** Its number in the project, as people call it. */
  readonly number: string | null;
  readonly subject: string;
  /** Address of the task for people. */
  readonly url: string | null;
  /** Organisation and project. */
  readonly to: string;
  readonly at: number;
  readonly workflow: { readonly class: DoorayClass; readonly name: string } | null;
  readonly body: Body;
  readonly attachments: readonly Attachment[];
}

export interface DoorayComment {
  readonly id: string;
  /** It was written here. */
  readonly own: boolean;
  readonly author: string;
  readonly at: number;
  readonly body: Body;
  readonly attachments: readonly Attachment[];
  /** Those of Dooray! are always `sent`. */
  readonly state: 'sending' | 'sent' | 'failed';
  readonly problem: TransferProblem | null;
}

/** The task of a ticket, and what was said about it on both sides. */
export interface DoorayConversation {
  readonly task: DoorayTask | null;
  /** Oldest first. */
  readonly comments: readonly DoorayComment[];
  /** When Dooray! was last read. */
  readonly readAt: number | null;
  /** Dooray! does not answer now. */
  readonly stale: boolean;
}

/** What the dialog of an issue transfer hands over. Nothing else of the ticket leaves the service. */
export interface IssueTransfer {
  readonly service: string;
  readonly categoryId: number;
  readonly subject: string;
  readonly content: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Ids of uploaded files, or of files of this ticket. */
  readonly attachments: readonly string[];
}

/** What the dialog of a Dooray! transfer hands over. */
export interface DoorayTransfer {
  readonly organizationId: string;
  readonly projectId: string;
  readonly templateId?: string;
  readonly subject: string;
  readonly content: string;
  readonly tagIds: readonly string[];
  /** Member ids. */
  readonly assignees: readonly string[];
  /** Ids of uploaded files, or of files of this ticket. */
  readonly attachments: readonly string[];
}
