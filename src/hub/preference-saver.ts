import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { DeskError } from '../base/desk-error.js';
import type { Load } from '../base/hub-context.js';
import type { Preferences } from '../domain/preferences.js';
import type { ListArrangeRequest } from '../events/requests.js';
import { newKey } from '../util/key.js';
import { isDoubtful, usualPause } from './insist.js';
import { asDeskError, type Loaded } from './load.js';
import { steady, type PreferencesOptions } from './preferences.js';

export interface SaverOptions extends PreferencesOptions {
  readonly stored: Loaded<Preferences>;
  readonly $preferences: ReadableAtom<Load<Preferences>>;
  /** What the server does not have yet. */
  readonly $changes: WritableAtom<Partial<Preferences>>;
  readonly $savedView: ReadableAtom<string | null>;
}

/** Milliseconds from a change to its save, so that a dragged edge is one call. */
const usualSaveAfter = 300;

/** Bytes. A browser lets no more than 64 kB in all outlive the page. */
const mostKeepalive = 60_000;

/** Who asked by name for a change to be kept, and for which parts. */
interface Asked {
  readonly id: string;
  readonly change: Partial<Preferences>;
}

/** Saves what the agent arranges: shown at once, one call at a time, the last word of each part counts. */
export class PreferenceSaver {
  #timer?: ReturnType<typeof setTimeout>;
  /** The tries under way; never more than one at a time. */
  #course?: AbortController;
  #asked: readonly Asked[] = [];
  /** Nobody is there any more for whom it would be tried again. */
  #isLeft = false;

  constructor(private readonly options: SaverOptions) {}

  change(change: Partial<Preferences>, id?: string): void {
    const { $changes, signal, work, saveAfter = usualSaveAfter } = this.options;
    if (id !== undefined) {
      work.begin(id, '', 'preferences');
      this.#asked = [...this.#asked.filter((one) => one.id !== id), { id, change }];
    }
    $changes.set({ ...$changes.get(), ...change });
    clearTimeout(this.#timer);
    const own = signal();
    // Whoever asked by name waits for it.
    this.#timer = setTimeout(() => void this.#save(own), id === undefined ? saveAfter : 0);
  }

  /** Columns belong to the saved view that is open, the height of rows to the agent. */
  async arrange({ change: { columns, density } }: ListArrangeRequest): Promise<void> {
    const openView = this.options.$savedView.get();
    const now = await this.known();
    if (!now) return;
    const isOfView = columns !== undefined && now.views.some(({ id }) => id === openView);
    const list = {
      ...now.list,
      ...(columns !== undefined && !isOfView ? { columns } : {}),
      ...(density === undefined ? {} : { density }),
    };
    this.change({
      ...(columns === undefined || density !== undefined || !isOfView ? { list } : {}),
      ...(isOfView && { views: now.views.map((view) => (view.id === openView ? { ...view, columns } : view)) }),
    });
  }

  /** What the agent arranged, once it is there; undefined when it cannot be read, or another agent took over. */
  known(): Promise<Preferences | undefined> {
    const { $preferences, signal } = this.options;
    const own = signal();
    return new Promise((resolve) => {
      let stop = (): void => undefined;
      let isOver = false;
      const end = (value?: Preferences): void => {
        isOver = true;
        resolve(own.aborted ? undefined : value);
        stop();
      };
      own.addEventListener('abort', () => end(), { once: true });
      stop = $preferences.subscribe((load) => {
        if (isOver) return;
        if ('value' in load && load.value) end(load.value);
        else if (load.status === 'failed') {
          this.#tell(load.error);
          end();
        }
      });
      if (isOver) stop();
    });
  }

  /**
   * The page, or the hub's part of it, may go: what the server does not have is sent once, at once, in a call that
   * outlives the page. What was under way is not waited for. Where the hub left, nothing is tried afterwards.
   */
  async flush(isLeft: boolean): Promise<void> {
    this.#isLeft = isLeft;
    if (!this.#isWaiting) return;
    this.#cancel();
    const own = this.options.signal();
    const signal = this.#begin(own);
    await this.#send(signal, newKey(), { keepalive: true, isPatient: true });
    this.#end(signal);
    if (!this.#isLeft) void this.#save(own);
  }

  /** The hub is back where somebody sees it: what could not be saved is tried again. */
  resume(): void {
    this.#isLeft = false;
    if (this.#isWaiting && !this.#timer) void this.#save(this.options.signal());
  }

  clear(): void {
    this.#cancel();
    this.#asked = [];
    this.options.$changes.set({});
  }

  get #isWaiting(): boolean {
    return Object.keys(this.options.$changes.get()).length > 0;
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#course?.abort();
    this.#course = undefined;
  }

  #begin(own: AbortSignal): AbortSignal {
    this.#course = new AbortController();
    return AbortSignal.any([own, this.#course.signal]);
  }

  #end(signal: AbortSignal): void {
    if (!signal.aborted) this.#course = undefined;
  }

  /** Sends until the server took or refused everything. */
  async #save(own: AbortSignal): Promise<void> {
    const { $changes, pause = usualPause } = this.options;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // What runs takes along what changed meanwhile.
    if (own.aborted || this.#course) return;
    const signal = this.#begin(own);
    let sent: Partial<Preferences> | undefined;
    let key = '';
    let attempt = 0;
    let isPatient = false;
    while (!signal.aborted && this.#isWaiting && !this.#timer) {
      if (sent !== $changes.get()) {
        sent = $changes.get();
        key = newKey();
      }
      const error = await this.#send(signal, key, { isPatient, keepalive: this.#isLeft });
      isPatient = error?.kind === 'signed-out';
      if (error && this.#isLeft) break;
      if (error) await new Promise((go) => setTimeout(go, error.details.retryAfter ?? pause(attempt)));
      attempt = error ? attempt + 1 : 0;
    }
    this.#end(signal);
  }

  /** One try. Gives why it is not known whether the server took it, and nothing where it is. */
  async #send(
    signal: AbortSignal,
    key: string,
    { keepalive, isPatient }: { readonly keepalive: boolean; readonly isPatient: boolean },
  ): Promise<DeskError | undefined> {
    const { api, stored, $changes } = this.options;
    const [sent, asked] = [$changes.get(), this.#asked];
    const isSmall = () => new TextEncoder().encode(JSON.stringify(sent)).length < mostKeepalive;
    try {
      const late = await api.late();
      const kept = await late.savePreferences(sent, { key, signal, isPatient, keepalive: keepalive && isSmall() });
      if (signal.aborted) return undefined;
      stored.set(steady(stored.value && { ...stored.value, ...sent }, kept));
      this.#settle(sent, asked);
    } catch (thrown) {
      if (signal.aborted) return undefined;
      const error = asDeskError(thrown);
      if (error.kind === 'signed-out' || isDoubtful(error)) return error;
      this.#settle(sent, asked, error);
      stored.refresh();
    }
    return undefined;
  }

  /** What was sent is over; not so what changed since. */
  #settle(sent: Partial<Preferences>, asked: readonly Asked[], error?: DeskError): void {
    const { work } = this.options;
    this.#drop(sent);
    this.#asked = this.#asked.filter((one) => !asked.includes(one));
    if (!error) for (const { id } of asked) work.end(id);
    else if (asked.length > 0) for (const { id } of asked) work.fail(id, error);
    else this.#tell(error);
  }

  /** Takes away what was sent, but not what changed since. */
  #drop(sent: Partial<Preferences>): void {
    const { $changes } = this.options;
    const left = Object.entries($changes.get()).filter(([part, value]) => sent[part as keyof Preferences] !== value);
    $changes.set(Object.fromEntries(left));
  }

  #tell(error: DeskError): void {
    const id = newKey();
    this.options.work.begin(id, '', 'preferences');
    this.options.work.fail(id, error);
  }
}
