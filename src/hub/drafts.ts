import type { WritableAtom } from 'nanostores';
import type { Api, DraftValues } from '../api/api.js';
import { DeskError } from '../base/desk-error.js';
import type { DraftState } from '../base/hub-context.js';
import type { Draft } from '../domain/types.js';
import type { DraftChangeRequest } from '../events/requests.js';
import { newKey } from './key.js';
import { asDeskError } from './load.js';

type Text = Omit<DraftValues, 'seq'>;

/** The unsent text of one ticket. */
interface Entry {
  readonly ticketId: string;
  text: Text | null;
  /** Number of the draft that the server has. */
  seq: number;
  state: DraftState['state'];
  updatedAt: number;
  other?: Draft;
  error?: DraftState['error'];
  loading: Promise<void>;
  saving?: Promise<void>;
  /** What was sent without an answer; the server may have it. */
  doubtful?: Text;
  timer?: ReturnType<typeof setTimeout>;
  isResting: boolean;
  isDirty: boolean;
}

export interface DraftsOptions {
  readonly api: Pick<Api, 'draft' | 'saveDraft' | 'dropDraft'>;
  readonly $draft: WritableAtom<DraftState | null>;
  currentId(): string | null;
  serverNow(): number;
  signal(): AbortSignal;
  /** Milliseconds from a change to its save, and between tries after a failure. */
  readonly saveAfter?: number;
  readonly retryAfter?: number;
}

const usualSaveAfter = 2_000;
const usualRetryAfter = 5_000;
/** A browser lets no more than 64 kB in all outlive the page. */
const mostKeepalive = 30_000;
const empty: Text = { html: '', action: null, values: {} };

function isGivenUp({ html, values }: Text): boolean {
  return html === '' && Object.keys(values).length === 0;
}

/** Keeps what agents write: in memory at once, on the server within two seconds, nowhere else. */
export class Drafts {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly options: DraftsOptions) {}

  /** Shows the draft of the ticket that is open now. */
  show(ticketId: string | null): void {
    for (const entry of this.#entries.values()) {
      if (entry.ticketId !== ticketId && !entry.isDirty && !entry.saving && entry.state === 'kept') {
        this.#entries.delete(entry.ticketId);
      }
    }
    if (ticketId) this.#publish(this.#entry(ticketId));
    else this.options.$draft.set(null);
  }

  change({ ticketId, draft }: DraftChangeRequest): void {
    const entry = this.#entry(ticketId);
    entry.text = draft;
    entry.updatedAt = this.options.serverNow();
    entry.isDirty = true;
    if (entry.state !== 'conflict') entry.state = 'dirty';
    this.#publish(entry);
    this.#schedule(entry, this.options.saveAfter ?? usualSaveAfter);
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
    this.#publish(entry);
    if (keep === 'mine') void this.#save(entry);
  }

  /** Tries again at once. */
  retry(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (entry?.state === 'unsaved') void this.#save(entry);
    else if (entry?.error) this.#load(entry);
  }

  /** The page may go: whatever is unsaved is sent now, and outlives it. */
  flush(): void {
    for (const entry of this.#entries.values()) if (entry.isDirty) void this.#save(entry);
  }

  /** Stops saving while the text is sent as an answer; gives the number of the last draft. */
  async rest(ticketId: string): Promise<number | undefined> {
    const entry = this.#entries.get(ticketId);
    if (!entry) return undefined;
    entry.isResting = true;
    clearTimeout(entry.timer);
    entry.timer = undefined;
    await entry.saving;
    return entry.seq || undefined;
  }

  /** The answer was not sent: the text is a draft again. */
  wake(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (!entry) return;
    entry.isResting = false;
    if (entry.isDirty) this.#schedule(entry, this.options.saveAfter ?? usualSaveAfter);
  }

  /** The text was sent: there is no draft any more. */
  end(ticketId: string): void {
    const entry = this.#entries.get(ticketId);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#entries.delete(ticketId);
    if (this.options.currentId() === ticketId) this.show(ticketId);
  }

  /** Another agent: drafts of the former one are neither shown nor sent. */
  clear(): void {
    for (const entry of this.#entries.values()) clearTimeout(entry.timer);
    this.#entries.clear();
    this.options.$draft.set(null);
  }

  #entry(ticketId: string): Entry {
    let entry = this.#entries.get(ticketId);
    if (!entry) {
      entry = {
        ticketId,
        text: null,
        seq: 0,
        state: 'loading',
        updatedAt: 0,
        loading: Promise.resolve(),
        isResting: false,
        isDirty: false,
      };
      this.#entries.set(ticketId, entry);
      this.#load(entry);
    }
    return entry;
  }

  #load(entry: Entry): void {
    entry.error = undefined;
    const load = async (): Promise<void> => {
      try {
        const draft = await this.options.api.draft(entry.ticketId, this.options.signal());
        entry.seq = draft?.seq ?? 0;
        if (!entry.isDirty) this.#keep(entry, draft);
        else if (draft?.html && draft.html !== entry.text?.html) {
          entry.state = 'conflict';
          entry.other = draft;
        }
      } catch (error) {
        entry.error = asDeskError(error);
        if (!entry.isDirty) entry.state = 'unsaved';
      }
      this.#publish(entry);
    };
    entry.loading = load();
  }

  #keep(entry: Entry, draft: Draft | null): void {
    // What was sent or given up leaves an empty text with its number.
    entry.text = draft?.html ? draft : null;
    entry.updatedAt = draft?.updatedAt ?? 0;
    entry.state = 'kept';
  }

  #schedule(entry: Entry, after: number): void {
    // The first change counts, so that who types without a pause is saved all the same.
    if (entry.isResting) return;
    entry.timer ??= setTimeout(() => void this.#save(entry), after);
  }

  async #save(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (!entry.isDirty || entry.saving || entry.isResting || entry.state === 'conflict') return;
    entry.saving = this.#send(entry);
    await entry.saving;
    entry.saving = undefined;
    if (entry.isDirty && this.#entries.get(entry.ticketId) === entry) {
      const { saveAfter = usualSaveAfter, retryAfter = usualRetryAfter } = this.options;
      this.#schedule(entry, entry.error ? retryAfter : saveAfter);
    }
  }

  async #send(entry: Entry): Promise<void> {
    await entry.loading;
    if (entry.isResting || (entry.state as DraftState['state']) === 'conflict') return;
    const text = entry.text ?? empty;
    entry.isDirty = false;
    entry.state = 'saving';
    this.#publish(entry);
    const signal = this.options.signal();
    try {
      entry.seq = isGivenUp(text) ? await this.#drop(entry, signal) : await this.#put(entry, text, signal);
      entry.error = entry.doubtful = undefined;
      entry.state = entry.isDirty ? 'dirty' : 'kept';
    } catch (error) {
      if (signal.aborted) return;
      this.#refused(entry, asDeskError(error), text);
    }
    this.#publish(entry);
  }

  async #put({ ticketId, seq }: Entry, { html, action, values }: Text, signal: AbortSignal): Promise<number> {
    const by = { key: newKey(), signal, keepalive: html.length < mostKeepalive };
    return (await this.options.api.saveDraft(ticketId, { html, action, values, seq }, by)).seq;
  }

  /** Only the text that was seen here is given up, not one that another tab wrote meanwhile. */
  async #drop({ ticketId, seq }: Entry, signal: AbortSignal): Promise<number> {
    const { api } = this.options;
    const other = await api.draft(ticketId, signal);
    if (!other?.html) return other?.seq ?? seq;
    if (other.seq !== seq) throw new DeskError('conflict', 'Another tab wrote.', { content: { other } });
    return (await api.dropDraft(ticketId, { key: newKey(), signal }))?.seq ?? seq;
  }

  #refused(entry: Entry, error: NonNullable<Entry['error']>, text: Text): void {
    const other = error.details.content?.['other'] as Draft | null | undefined;
    if (error.kind === 'conflict' && typeof other?.seq === 'number') {
      entry.seq = Math.max(entry.seq, other.seq);
      // Our own save whose answer was lost is no conflict.
      const isOurs = other.html === entry.doubtful?.html || other.html === text.html;
      entry.isDirty = true;
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

  #publish(entry: Entry): void {
    if (this.options.currentId() !== entry.ticketId || this.#entries.get(entry.ticketId) !== entry) return;
    const { ticketId, text, seq, state, updatedAt, other, error } = entry;
    const draft = text && { html: text.html, action: text.action, values: text.values, seq, updatedAt };
    this.options.$draft.set({ ticketId, draft, state, other, error });
  }
}
