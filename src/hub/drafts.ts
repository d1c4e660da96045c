import type { DraftState } from '../base/hub-context.js';
import type { Draft } from '../domain/types.js';
import type { DraftChangeRequest } from '../events/requests.js';
import {
  answerRules,
  emptyText,
  isAtRisk,
  newEntry,
  usual,
  withChoice,
  type DraftRules,
  type DraftsOptions,
  type Entry,
  type Text,
} from './draft-entry.js';
import { sendText } from './draft-calls.js';
import { asDeskError } from './load.js';
import { takeMasks } from './masked-text.js';

export { formRules, type DraftsOptions } from './draft-entry.js';
/** Keeps what agents write: in memory at once, on the server within two seconds, nowhere else. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();
  readonly #stay = (event: Event): void => event.preventDefault();

  constructor(private readonly options: DraftsOptions) {}

  get #rules(): DraftRules {
    return this.options.rules ?? answerRules;
  }

  /** Shows the draft of the ticket that is open now. */
  show(ticketId: string | null): void {
    for (const entry of this.#entries.values()) {
      const isIdle = !entry.isDirty && !entry.saving && (entry.state === 'kept' || entry.state === 'unread');
      if (entry.ticketId === ticketId || !isIdle) continue;
      clearTimeout(entry.timer);
      this.#entries.delete(entry.ticketId);
    }
    if (ticketId) this.#publish(this.#entry(ticketId));
    else this.options.$draft.set(null);
  }

  /** What the server has of a ticket, as soon as that is known or cannot be known now. */
  async read(ticketId: string): Promise<void> {
    await this.#entry(ticketId).loading;
  }

  change({ ticketId, draft }: Pick<DraftChangeRequest, 'ticketId' | 'draft'>): void {
    const entry = this.#entry(ticketId);
    entry.text = draft;
    entry.updatedAt = this.options.serverNow();
    entry.hasEnded ||= this.#rules.isEmpty(draft);
    // Nothing but another try to load can be due now.
    if (!entry.isDirty) this.#cancel(entry);
    entry.isDirty = true;
    if (entry.state !== 'conflict') entry.state = 'dirty';
    this.#publish(entry);
    this.#schedule(entry, this.options.saveAfter ?? usual.saveAfter);
  }

  choose(ticketId: string, keep: 'mine' | 'other'): void {
    const entry = this.#entries.get(ticketId);
    if (!entry?.other) return;
    entry.seq = Math.max(entry.seq, entry.other.seq);
    if (keep === 'other') {
      entry.text = entry.other;
      entry.isDirty = false;
    }
    entry.other = undefined;
    entry.state = keep === 'other' ? 'kept' : 'dirty';
    this.#guard();
    this.#publish(entry);
    if (keep === 'mine') void this.#save(entry);
  }

  /** Tries again at once. */
  retry(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (!entry?.error) return;
    entry.error = undefined;
    this.#cancel(entry);
    if (entry.isDirty) void this.#save(entry);
    else this.#load(entry);
  }

  /**
   * The server has another text than was known. It is read; where something is written here, the agent chooses, unless
   * the server's counts for whatever it already has.
   */
  renew(ticketId: string, isTrusted = false): void {
    const entry = this.#entries.get(ticketId);
    if (entry) void this.#renew(entry, isTrusted);
  }

  /** The page may go: whatever is unsaved is sent now, and outlives it. Settles when that ended, well or not. */
  async flush(): Promise<void> {
    const save = async (entry: Entry): Promise<void> => {
      if (entry.saving) await entry.saving;
      await this.#save(entry, true);
    };
    await Promise.all([...this.#entries.values()].map(save));
  }

  /** Saves the text once more and not again while it is sent as an answer; gives the number of the last draft. */
  async rest(ticketId: string): Promise<number | undefined> {
    const entry = this.#entries.get(ticketId);
    if (!entry) return undefined;
    const save = async (): Promise<void> => {
      await entry.saving;
      await this.#save(entry);
    };
    await Promise.race([save(), new Promise((resolve) => setTimeout(resolve, usual.longestRest))]);
    entry.isResting = true;
    this.#cancel(entry);
    return entry.seq || undefined;
  }

  /** Whether a text came to its end since this was asked last: the same words are another answer then. */
  takeEnd(ticketId: string): boolean {
    const entry = this.#entries.get(ticketId);
    if (!entry?.hasEnded) return false;
    entry.hasEnded = false;
    return true;
  }

  /** The answer was not sent: the text is a draft again. */
  wake(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (!entry) return;
    entry.isResting = false;
    if (entry.isDirty) this.#schedule(entry, this.options.saveAfter ?? usual.saveAfter);
  }

  /** The text was sent: there is no draft any more. */
  end(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#entries.delete(ticketId);
    this.#guard();
    if (this.options.currentId() === ticketId) this.show(ticketId);
  }

  /** Another agent: drafts of the former one are neither shown nor sent. */
  clear(): void {
    for (const entry of this.#entries.values()) clearTimeout(entry.timer);
    this.#entries.clear();
    this.#guard();
    this.options.$draft.set(null);
  }

  #entry(ticketId: string): Entry {
    let entry = this.#entries.get(ticketId);
    if (!entry) {
      entry = newEntry(ticketId);
      this.#entries.set(ticketId, entry);
      this.#load(entry);
    }
    return entry;
  }

  #load(entry: Entry, isTrusted = false): void {
    const isPatient = entry.error?.kind === 'signed-out';
    entry.error = undefined;
    const signal = this.options.signal();
    const load = async (): Promise<void> => {
      try {
        const draft = await this.options.api.draft(entry.ticketId, signal, isPatient);
        entry.hasEnded ||= draft !== null && this.#rules.isEmpty(draft);
        entry.seq = draft?.seq ?? 0;
        if (draft && takeMasks(entry, draft)) return this.#publish(entry);
        const isWritten = entry.isDirty || (!isTrusted && !this.#rules.isEmpty(entry.text));
        // A step that was chosen before the text was here is chosen for that text.
        if (draft && entry.text && this.#rules.isEmpty(entry.text)) entry.text = withChoice(draft, entry.text);
        else if (isWritten && draft && !this.#rules.isEmpty(draft) && !this.#rules.isSame(draft, entry.text))
          this.#ask(entry, draft);
        else if (!entry.isDirty) this.#keep(entry, draft);
      } catch (error) {
        if (signal.aborted) return;
        entry.error = asDeskError(error);
        if (!entry.isDirty) this.#loadLater(entry);
      }
      this.#publish(entry);
    };
    entry.loading = load();
  }

  async #renew(entry: Entry, isTrusted: boolean): Promise<void> {
    await entry.loading;
    await entry.saving;
    // What is not saved yet meets the other text when it is.
    const isOurs = entry.isDirty || entry.isResting || entry.state === 'conflict';
    if (isOurs || this.#entries.get(entry.ticketId) !== entry) return;
    this.#cancel(entry);
    this.#load(entry, isTrusted);
  }

  #loadLater(entry: Entry): void {
    entry.state = 'unread';
    if (this.#entries.get(entry.ticketId) !== entry) return;
    entry.timer = setTimeout(() => {
      entry.timer = undefined;
      this.#load(entry);
    }, this.options.retryAfter ?? usual.retryAfter);
  }

  #keep(entry: Entry, draft: Draft | null): void {
    // What was sent or given up leaves an empty text with its number.
    entry.text = this.#rules.isEmpty(draft) ? null : draft;
    entry.kept = draft ?? undefined;
    entry.updatedAt = draft?.updatedAt ?? 0;
    entry.state = 'kept';
  }

  /** Two texts: neither goes before the agent chose. Ours is nowhere else now. */
  #ask(entry: Entry, other: Draft): void {
    entry.state = 'conflict';
    entry.isDirty = true;
    entry.other = other;
    this.#guard();
  }

  #schedule(entry: Entry, after: number): void {
    // The first change counts, so that who types without a pause is saved all the same.
    if (entry.isResting) return;
    entry.timer ??= setTimeout(() => void this.#save(entry), after);
  }

  #cancel(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = undefined;
  }

  /** The last save of a page is made even of a text that is on its way as an answer. */
  async #save(entry: Entry, isLast = false): Promise<void> {
    this.#cancel(entry);
    if (!entry.isDirty || entry.saving || (entry.isResting && !isLast) || entry.state === 'conflict') return;
    entry.saving = this.#send(entry, isLast);
    await entry.saving;
    entry.saving = undefined;
    if (entry.isDirty && this.#entries.get(entry.ticketId) === entry) {
      const { saveAfter = usual.saveAfter, retryAfter = usual.retryAfter } = this.options;
      this.#schedule(entry, entry.error ? retryAfter : saveAfter);
    }
  }

  async #send(entry: Entry, isLast: boolean): Promise<void> {
    await entry.loading;
    if ((entry.isResting && !isLast) || (entry.state as DraftState['state']) === 'conflict') return;
    const text = entry.text ?? emptyText;
    entry.isDirty = false;
    entry.state = 'saving';
    this.#publish(entry);
    const signal = this.options.signal();
    try {
      entry.seq = await sendText(this.options.api, entry, text, signal, isLast);
      entry.kept = text;
      entry.error = entry.doubtful = undefined;
      entry.state = entry.isDirty ? 'dirty' : 'kept';
    } catch (error) {
      if (signal.aborted) return;
      this.#refused(entry, asDeskError(error), text);
    }
    this.#publish(entry);
    this.#guard();
  }

  #refused(entry: Entry, error: NonNullable<Entry['error']>, text: Text): void {
    const other = error.details.content?.['other'] as Draft | null | undefined;
    if (error.kind === 'conflict' && typeof other?.seq === 'number') {
      entry.isDirty = true;
      if (takeMasks(entry, other)) return;
      entry.seq = Math.max(entry.seq, other.seq);
      // Our own save whose answer was lost is no conflict.
      const isOurs = this.#rules.isSame(other, entry.doubtful) || this.#rules.isSame(other, text);
      entry.error = undefined;
      entry.state = isOurs ? 'dirty' : 'conflict';
      entry.other = isOurs ? undefined : other;
      return;
    }
    entry.isDirty = true;
    entry.error = error;
    entry.doubtful = text;
    entry.state = 'unsaved';
  }

  /** While a text is in this page alone, the browser asks before the page goes. */
  #guard(): void {
    if ([...this.#entries.values()].some(isAtRisk)) addEventListener('beforeunload', this.#stay);
    else removeEventListener('beforeunload', this.#stay);
  }

  #publish(entry: Entry): void {
    if (this.options.currentId() !== entry.ticketId || this.#entries.get(entry.ticketId) !== entry) return;
    const { ticketId, text, seq, state, updatedAt, other, error } = entry;
    const draft = text && { ...text, seq, updatedAt };
    this.options.$draft.set({ ticketId, draft, state, other, error });
  }
}
