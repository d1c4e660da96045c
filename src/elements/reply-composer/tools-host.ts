import type { ReactiveElement } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import type { Attachment, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { AnswerText } from './answer-text.js';
import type { CopyChoice } from './copy-choice.js';
import type { Choice, Missing } from './process-choice.js';

/** How things are in the composer now. */
export interface ToolsState {
  readonly hub: Hub | undefined;
  /** Only where there is a hub. */
  readonly texts: Texts;
  readonly language: string;
  readonly isRich: boolean;
  readonly isLocked: boolean;
  /** Words that may not be sent with the step that is chosen. */
  readonly forbidden: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly ticket: Ticket | undefined;
  /** The step that is chosen. */
  readonly choice: Choice | null;
  /** What becomes of personal data in our copy, and whether the agent may decide it. */
  readonly copy: CopyChoice;
  readonly mayMask: boolean;
  /** Whose answer it is. */
  readonly usercode: string | undefined;
  /** The server refused it, for the ticket is another than it was. */
  readonly isOutdated: boolean;
}

/** What the tools of an answer need of the composer. */
export interface ToolsHost {
  readonly element: HubHost & ReactiveElement;
  readonly answer: AnswerText;
  readonly state: ToolsState;
  /** These files go with the answer now. */
  attach(attachments: readonly Attachment[]): void;
  process(): void;
  /** Begins to send what is written, unless something is missing: that is told instead. Tells whether it began. */
  begin(missing: Missing | Hindrance | null): boolean;
  /** Something was decided about our copy. */
  decided(): void;
  /** Leads to what may not be sent. */
  correct(): void;
}

/** Why an answer cannot be processed yet, as far as the tools know. */
export type Hindrance = 'forbidden' | 'uploading' | 'notUploaded' | 'changed';
