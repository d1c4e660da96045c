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

/** Saves what the agent arranges: shown at once, one call at a time, the last word of each part counts. */
export class PreferenceSaver {
  #timer?: ReturnType<typeof setTimeout>;
  #saving?: Promise<void>;
  #isLast = false;

  constructor(private readonly options: SaverOptions) {}

  change(change: Partial<Preferences>): void {
    const { $changes, signal, saveAfter = usualSaveAfter } = this.options;
    $changes.set({ ...$changes.get(), ...change });
    clearTimeout(this.#timer);
    const own = signal();
    this.#timer = setTimeout(() => void this.#save(own), saveAfter);
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

  /** The page may go: what waits is sent now, and outlives it. */
  async flush(): Promise<void> {
    if (!this.#timer) return;
    this.#isLast = true;
    await this.#save(this.options.signal());
    this.#isLast = false;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = undefined;
    this.options.$changes.set({});
  }

  async #save(signal: AbortSignal): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (!signal.aborted && Object.keys(this.options.$changes.get()).length > 0) {
      if (this.#saving) {
        await this.#saving;
        continue;
      }
      const saving = (this.#saving = this.#send(signal));
      await saving;
      if (this.#saving === saving) this.#saving = undefined;
    }
  }

  /** Sends until the server took or refused what there is then. */
  async #send(signal: AbortSignal): Promise<void> {
    const { api, stored, $changes, pause = usualPause } = this.options;
    let sent: Partial<Preferences> = {};
    let key = '';
    let isPatient = false;
    for (let attempt = 0; !signal.aborted; attempt++) {
      if (sent !== $changes.get()) {
        sent = $changes.get();
        key = newKey();
      }
      try {
        const late = await api.late();
        const kept = await late.savePreferences(sent, { key, signal, isPatient, keepalive: this.#isLast });
        if (signal.aborted) return;
        stored.set(steady(stored.value && { ...stored.value, ...sent }, kept));
        this.#drop(sent);
        return;
      } catch (thrown) {
        if (signal.aborted) return;
        const error = asDeskError(thrown);
        isPatient = error.kind === 'signed-out';
        if (!isPatient && !isDoubtful(error)) {
          this.#drop(sent);
          this.#tell(error);
          stored.refresh();
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, error.details.retryAfter ?? pause(attempt)));
      }
    }
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
