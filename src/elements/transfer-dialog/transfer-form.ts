import type { DeskError } from '../../base/desk-error.js';
import { filesIn, type EditProblem, type FieldName } from '../../base/fields/field-edits.js';
import { FieldUploads } from '../../base/fields/field-uploads.js';
import type { Hub, TransferSource } from '../../base/hub-context.js';
import { fileLimits } from '../../domain/files.js';
import { maxTransferSubject } from '../../domain/transfer.js';
import type { Attachment, FieldValue, HistoryEntry, Ticket } from '../../domain/types.js';
import type { Written } from '../../editor/writing.js';
import type { TransferIntent } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { textToHtml } from '../../util/text-html.js';

export type TransferKind = 'issue' | 'dooray';

/** Names what is asked for, so that what is wrong stands at its place. */
export type PartName =
  | FieldName
  | 'service'
  | 'organizationId'
  | 'projectId'
  | 'templateId'
  | `tags.${string}`
  | 'assignees'
  | 'subject'
  | 'html';

export type PartProblem = EditProblem | 'count';

/** What a form is filled with before anybody wrote. */
interface Beginning {
  readonly subject: string;
  readonly written: Written;
  /** What the ticket itself was called then. */
  readonly title?: string;
  /** The message that the text is of, as it was then. */
  readonly entry: Pick<HistoryEntry, 'id' | 'bodyVersion'> | null;
}

/** How what was sent stands. */
export interface Sent {
  readonly id: string;
  readonly hub: Hub | undefined;
  /** Whether the hub has it among its tasks, or had it. */
  isSeen: boolean;
}

/** A ticket on its way to somewhere else, as it is being written. What an agent wrote outlives the dialog. */
export abstract class TransferForm {
  abstract readonly kind: TransferKind;
  readonly problems = new Map<PartName, PartProblem>();
  readonly uploads = new FieldUploads((name, { attachmentId }) =>
    this.set(name, [...filesIn(this.value(name)), attachmentId]),
  );
  subject = '';
  written: Written = { text: '', isHtml: false };
  /** Files of the ticket that go along. */
  chosen: ReadonlySet<string> = new Set();
  /** The ticket as it is now, or was when the dialog was open last. */
  source?: TransferSource;
  sent?: Sent;
  /** When what stands here was kept, where it comes from before. */
  restoredAt?: number;
  /** Why it was refused, until the next try or until it was read. */
  error?: DeskError;
  /** The task that was refused. */
  refusedId?: string;
  #uploaded: readonly string[] = [];
  #begun: Beginning = { subject: '', written: this.written, entry: null };
  /** What the agent had written before it was filled in from the ticket again. */
  #former?: { readonly subject: string; readonly written: Written; readonly begun: Beginning };
  #attempt?: string;

  constructor(readonly ticketId: string) {}

  /** Looks at all that is to be sent; tells whether it is fine. */
  abstract check(unfinished: readonly FieldName[], isWritten: boolean): boolean;
  abstract intent(): TransferIntent;
  /** What was entered beside title, text and files, by name. */
  abstract readonly entries: Readonly<Record<string, FieldValue>>;
  /** Takes entries up that were kept; `isWritten` where there is a text too. */
  abstract enter(entries: Readonly<Record<string, FieldValue>>, isWritten: boolean): void;
  /** Whether anything but the text was entered. */
  protected abstract readonly hasEntries: boolean;
  /** The place of what the server found wrong. */
  protected abstract placeOf(field: string): string;

  value(name: FieldName): FieldValue {
    return name === 'attachmentIds' ? this.#uploaded : null;
  }

  set(name: FieldName, value: FieldValue): void {
    if (name === 'attachmentIds') this.#uploaded = filesIn(value);
    this.problems.delete(name);
  }

  /** Whether an agent entered anything. */
  get isTouched(): boolean {
    const hasFiles = this.chosen.size + this.#uploaded.length > 0 || this.uploads.isUnfinished;
    return this.isWritten || hasFiles || this.hasEntries;
  }

  /** Whether an agent wrote title or text. */
  get isWritten(): boolean {
    return this.isTextTouched || this.isSubjectTouched;
  }

  get isTextTouched(): boolean {
    return this.written !== this.#begun.written;
  }

  get isSubjectTouched(): boolean {
    return this.subject !== this.#begun.subject;
  }

  /** Title or message are not as they were when they were taken over: something was masked there, or shown again. */
  get isOutdated(): boolean {
    const { source } = this;
    const { entry, title } = this.#begun;
    if (!source || title === undefined) return false;
    if (source.ticket.subject !== title) return true;
    const now = inquiryOf(source.history);
    return entry !== null && now?.id === entry.id && now.bodyVersion !== entry.bodyVersion;
  }

  /** What it was filled in with before anybody wrote. */
  get begun(): Readonly<Beginning> {
    return this.#begun;
  }

  /** Takes up what was entered before the page was loaded anew, or in another window. */
  restore({ subject, written, title, entry }: Partial<Beginning>): void {
    this.subject = subject ?? this.#begun.subject;
    this.written = written ?? this.#begun.written;
    if (title !== undefined) this.#begun = { ...this.#begun, title, entry: entry ?? null };
    this.#former = undefined;
    this.problems.clear();
  }

  /** Fills it in from the ticket. What the agent wrote counts more. */
  begin(source: TransferSource, isRich: boolean): void {
    this.source = source;
    if (!this.isWritten) this.renew(isRich);
  }

  /** The ticket is another now. Tells whether title and text were taken from it anew, for nobody had written any. */
  follow(source: TransferSource, isRich: boolean): boolean {
    this.source = source;
    if (this.isWritten || !this.isOutdated) return false;
    this.renew(isRich);
    return true;
  }

  /** The agent wants what the ticket says now, in the place of what was written. */
  fillAgain(isRich: boolean): void {
    this.#former = { subject: this.subject, written: this.written, begun: this.#begun };
    this.renew(isRich);
  }

  /** Whether what was written before is still to be had. */
  get canUndo(): boolean {
    return this.#former !== undefined && !this.isWritten;
  }

  /** What was written stands there again, and so does what was to be said of it. */
  undo(): void {
    if (!this.#former) return;
    const { subject, written, begun } = this.#former;
    Object.assign(this, { subject, written });
    this.#begun = begun;
    this.#former = undefined;
  }

  /** Takes title and text from the ticket as it is now; masked words are asterisks there. */
  renew(isRich: boolean): void {
    if (!this.source) return;
    const entry = inquiryOf(this.source.history);
    this.fill({ subject: this.source.ticket.subject, written: textOf(entry, isRich) });
    const { subject: title } = this.source.ticket;
    this.#begun = { ...this.#begun, title, entry: entry && { id: entry.id, bodyVersion: entry.bodyVersion } };
  }

  /** Something else than the agent wrote title and text, such as a template. */
  protected fill({ subject, written }: Pick<Beginning, 'subject' | 'written'>): void {
    this.subject = cut(subject);
    this.written = written;
    this.#begun = { ...this.#begun, subject: this.subject, written };
    this.problems.delete('subject');
    this.problems.delete('html');
  }

  /** Whether something that goes along is not there yet. */
  get isWaiting(): boolean {
    return this.uploads.isUnfinished;
  }

  /** The text as it is sent. */
  get html(): string {
    const { text, isHtml } = this.written;
    return isHtml ? text : textToHtml(text);
  }

  /** The ticket's own files that may go along. */
  get ticketFiles(): readonly Attachment[] {
    const { ticket, history = [] } = this.source ?? {};
    const all = [...history.flatMap(({ attachments }) => attachments), ...(ticket?.files ?? [])];
    return [...new Map(all.filter(({ inline }) => !inline).map((file) => [file.attachmentId, file])).values()];
  }

  /** Files that go along, beside the images inside the text. */
  get files(): readonly Attachment[] {
    const uploaded = this.#uploaded.map((id) => this.uploads.stored(id)).filter((file) => file !== undefined);
    return [...this.ticketFiles.filter(({ attachmentId }) => this.chosen.has(attachmentId)), ...uploaded];
  }

  protected get attachmentIds(): readonly string[] {
    const inside = [...this.html.matchAll(/<img\b[^>]*?\bsrc="cid:([0-9a-f]{32})"/g)].map(([, id]) => id ?? '');
    return [...new Set([...this.files.map(({ attachmentId }) => attachmentId), ...inside])];
  }

  protected checkText(isWritten: boolean): void {
    const { problems } = this;
    const subject = this.subject.trim();
    if (subject === '') problems.set('subject', 'required');
    else if ([...subject].length > maxTransferSubject) problems.set('subject', 'length');
    if (!isWritten) problems.set('html', 'required');
    if (this.files.length > fileLimits.count) problems.set('attachmentIds', 'count');
  }

  /**
   * The name under which it is sent: the same until the server has said what became of it, also when something was changed
   * meanwhile. So the ticket goes once.
   */
  get attempt(): string {
    return (this.#attempt ??= newKey());
  }

  /** The server has answered, perhaps with the ticket as it is now: what is sent next is another matter. */
  settle(answer: unknown): void {
    this.#attempt = undefined;
    const ticket = answer as Ticket | undefined;
    const isTicket = ticket?.ticketId === this.ticketId && typeof ticket.version === 'number';
    if (isTicket && this.source) this.source = { ...this.source, ticket };
  }

  /** What the server found wrong, as far as it is about something that is asked for. */
  refuse(
    fields: readonly { readonly field: string; readonly code: string }[],
    isAsked: (name: string) => boolean,
  ): void {
    for (const { field, code } of fields) {
      const name = this.placeOf(field);
      const isKnown = code === 'required' || code === 'length' || code === 'invalid';
      if (isAsked(name)) this.problems.set(name as PartName, isKnown ? code : 'refused');
    }
  }
}

/** What the customer first said. */
function inquiryOf(history: readonly HistoryEntry[]): HistoryEntry | null {
  return history.find(({ kind }) => kind === 'inquiry') ?? null;
}

/** Images that were not loaded here are nobody's to be handed on. */
const foreignImages = /<img\b(?![^>]*\bsrc="cid:)[^>]*>/gi;

function textOf(entry: HistoryEntry | null, isRich: boolean): Written {
  if (!entry) return { text: '', isHtml: false };
  if (isRich) return { text: entry.html.replace(foreignImages, ''), isHtml: true };
  return { text: entry.text.replaceAll('\ufffc', '').trim(), isHtml: false };
}

function cut(subject: string): string {
  return [...subject].slice(0, maxTransferSubject).join('');
}
