import { newKey } from '../util/key.js';
import { AgentGuard } from './agent-guard.js';
import { isUncertain, type DeskError } from './desk-error.js';
import type { Connection } from './hub-context.js';
import { HubLink, type HubHost } from './hub-link.js';
import { Loader } from './loader.js';
import { NamedTask } from './named-task.js';
import type { SettingsKey, SettingsRules } from './settings-rules.js';
import { StoreReader } from './store-reader.js';

/** After this time somebody wonders what it waits for. */
const long = 4_000;

/**
 * The course of keeping things in order: which one is looked at, what was typed about each, what is being saved, and what
 * somebody else saved meanwhile. What is typed goes only when it was saved or discarded.
 */
export class SettingsCourse<Kept, Form extends { readonly base: Kept | null }> {
  current: SettingsKey | null = null;
  /** Whether the agent is asked before the current one is deleted. */
  isAsking = false;
  /** What is saved by now, where somebody else changed it; null where it is gone, undefined where nothing is known of that. */
  theirs?: Kept | null;
  readonly list: Loader<readonly Kept[]>;
  readonly #forms = new Map<SettingsKey, Form>();
  readonly #connection: StoreReader<Connection>;
  readonly #saving: NamedTask;
  readonly #removing: NamedTask;
  #sent?: { readonly key: SettingsKey; readonly id: string; readonly form: Form };
  #leaving?: Kept;
  /** The refusal for which the version of somebody else was fetched, or could not be. */
  #compared?: DeskError;
  /** The refusal that was seen. */
  #told?: DeskError;
  #isComparing = false;
  #startedAt = 0;

  constructor(
    private readonly host: HubHost,
    private readonly rules: SettingsRules<Kept, Form>,
  ) {
    this.list = new Loader(host);
    this.#connection = new StoreReader(host, (hub) => hub.session.$connection);
    this.#saving = new NamedTask(host, (taskId) => this.#onSaved(taskId), rules.dismiss);
    this.#removing = new NamedTask(host, () => void this.#onRemoved(), rules.dismiss);
    new AgentGuard(host, () => this.#forget());
  }

  get isSaving(): boolean {
    return this.#saving.isRunning;
  }

  /** Whether what is looked at is being deleted. */
  get isRemoving(): boolean {
    return this.#removing.isRunning && this.#leavingId === this.current;
  }

  /** Why something was not saved or deleted, where nobody has seen that: it was closed, or another one was looked at. */
  lateError(isShown: boolean): DeskError | undefined {
    const seen = isShown ? [this.#told, this.saveError, this.removeError] : [this.#told];
    return [this.#saving, this.#removing].find(({ error, isUnread }) => isUnread && !seen.includes(error))?.error;
  }

  /** Turns to what the unseen refusal is about. */
  lookAtLate(): void {
    const error = this.lateError(false);
    const key = error === this.#saving.error ? this.#sent?.key : this.#leavingId;
    if (key !== undefined) this.choose(key);
  }

  /** It was read. */
  forgetLate(): void {
    this.#told = this.lateError(false);
    this.host.requestUpdate();
  }

  /** Whether something takes long, or goes on as soon as there is a connection again. */
  get isWaiting(): boolean {
    const isRunning = this.#saving.isRunning || this.#removing.isRunning;
    const isCutOff = ['offline', 'stale'].includes(this.#connection.value ?? 'live');
    return isRunning && (isCutOff || Date.now() - this.#startedAt >= long);
  }

  /** Why what is looked at could not be saved. */
  get saveError(): DeskError | undefined {
    return this.#sent?.key === this.current ? this.#saving.error : undefined;
  }

  /** Why what is looked at could not be deleted. */
  get removeError(): DeskError | undefined {
    return this.#leavingId === this.current ? this.#removing.error : undefined;
  }

  /** What is looked at, with what was typed about it. */
  get form(): Form | undefined {
    return this.current === null ? undefined : this.formAt(this.current);
  }

  formAt(key: SettingsKey): Form | undefined {
    const own = this.#forms.get(key);
    if (own || key === 'new') return own ?? this.rules.formOf(null);
    const kept = this.#find(key);
    return kept && this.rules.formOf(kept);
  }

  /** What is being made and not saved. */
  get added(): readonly (readonly [SettingsKey, Form])[] {
    return [...this.#forms].filter(([, { base }]) => base === null);
  }

  /** Whether something was typed that is not saved. */
  isChanged(form: Form | undefined): boolean {
    return form !== undefined && !same(form, this.rules.formOf(form.base));
  }

  isChangedAt(key: SettingsKey): boolean {
    return this.isChanged(this.#forms.get(key));
  }

  async read(): Promise<void> {
    const { hub } = HubLink.of(this.host);
    if (hub) await this.list.start((signal) => this.rules.read(hub, signal));
  }

  choose(key: SettingsKey | null): void {
    if (key !== this.current) this.#turn(key);
  }

  change(change: Partial<Form>): void {
    const { form } = this;
    if (!form || this.current === null) return;
    const next = { ...form, ...change };
    // What is as it was begun goes along with what is saved.
    if (this.isChanged(next)) this.#forms.set(this.current, next);
    else this.#forms.delete(this.current);
    this.host.requestUpdate();
  }

  discard(): void {
    if (this.current === null) return;
    this.#forms.delete(this.current);
    this.#turn(this.current === 'new' ? null : this.current);
  }

  /** The same text under the same name, so that it is not kept twice where the first answer was lost. */
  save(): void {
    const { current: key, form } = this;
    if (key === null || !form || this.isSaving || this.isRemoving) return;
    const isSame = this.#sent?.key === key && same(this.#sent.form, form);
    const isOpen = this.saveError !== undefined && isUncertain(this.saveError.kind);
    if (this.removeError) this.#removing.forget();
    const id = isSame && isOpen && this.#sent ? this.#sent.id : newKey();
    this.#sent = { key, id, form };
    this.#start(this.#saving, id, this.rules.save(id, form));
  }

  remove(): void {
    const base = this.form?.base;
    this.isAsking = false;
    if (!base || this.#removing.isRunning) return;
    const id = newKey();
    if (this.saveError) this.#saving.forget();
    this.#leaving = base;
    this.#start(this.#removing, id, this.rules.remove(id, base));
  }

  /** To be called after each update: where somebody else changed it, what is saved now is fetched to stand beside ours. */
  follow(isShown: boolean): void {
    const error = this.saveError ?? this.removeError;
    if (isShown && error) this.#told = error;
    if (!error || error === this.#compared || this.#isComparing) return;
    if (error.kind === 'conflict' || error.kind === 'missing') void this.#compare(error);
  }

  /** One of two versions was chosen. */
  keep(which: 'mine' | 'theirs'): void {
    const { current: key, form, theirs } = this;
    if (key === null || !form || !theirs) return;
    if (which === 'mine') this.#forms.set(key, { ...form, base: theirs });
    else this.#forms.delete(key);
    this.#turn(key);
    if (which === 'mine') this.save();
  }

  #start(task: NamedTask, id: string, request: Event): void {
    this.#startedAt = Date.now();
    setTimeout(() => this.host.requestUpdate(), long);
    task.start(id, request);
  }

  #find(id: number): Kept | undefined {
    return this.list.value?.find((kept) => this.rules.idOf(kept) === id);
  }

  get #leavingId(): number | undefined {
    return this.#leaving && this.rules.idOf(this.#leaving);
  }

  /** From here on this one is looked at, from its beginning. What was told about the one before was read. */
  #turn(to: SettingsKey | null): void {
    if (this.saveError) this.#saving.forget();
    if (this.removeError) this.#removing.forget();
    this.current = to;
    this.theirs = this.#compared = undefined;
    this.isAsking = false;
    this.rules.onTurn();
    this.host.requestUpdate();
    void this.#keepKeyboard();
  }

  /** A button that goes with what it did leaves the keyboard in the form, or in the list where there is none. */
  async #keepKeyboard(): Promise<void> {
    const root = this.host.shadowRoot;
    const had = root?.activeElement;
    await this.host.updateComplete;
    if (!had || had.isConnected) return;
    const next =
      root.querySelector<HTMLElement>('.form [name=name]') ?? root.querySelector<HTMLElement>('.list-head > .button');
    next?.focus();
  }

  /** What was sent stays in sight until the server has told what it made of it, which takes its place. */
  #onSaved(taskId: string): void {
    const sent = this.#sent;
    this.#sent = undefined;
    if (!sent) return;
    const told = HubLink.of(this.host).hub?.work.$saved.get();
    const saved = told?.taskId === taskId ? this.rules.savedIn(told) : undefined;
    const typed = this.#forms.get(sent.key);
    const isLeft = typed !== undefined && !same(typed, sent.form);
    if (!isLeft) this.#forms.delete(sent.key);
    if (saved) this.#take(saved, sent.key, isLeft ? typed : undefined);
    // The caret stays where it is in a text that was saved as it stands there.
    const isAsSent = saved && same({ ...this.rules.formOf(saved), base: null }, { ...sent.form, base: null });
    if (this.current === (saved ? this.rules.idOf(saved) : sent.key) && !isLeft && !isAsSent) this.rules.onTurn();
    this.rules.onSaved(sent.form);
    void this.read();
    this.host.requestUpdate();
  }

  /** Puts it into the list. What was typed since is based on it. */
  #take(saved: Kept, key: SettingsKey, typed: Form | undefined): void {
    const id = this.rules.idOf(saved);
    const others = (this.list.value ?? []).map((kept) => (this.rules.idOf(kept) === id ? saved : kept));
    this.list.put(others.includes(saved) ? others : [...others, saved]);
    this.#forms.delete(key);
    if (typed) this.#forms.set(id, { ...typed, base: saved });
    if (this.current === key) this.current = id;
  }

  async #onRemoved(): Promise<void> {
    const kept = this.#leaving;
    if (!kept) return;
    const id = this.rules.idOf(kept);
    const wasShown = this.current === id;
    this.#forms.delete(id);
    if (wasShown) this.#turn(null);
    await this.read();
    this.rules.onRemoved(kept, wasShown);
  }

  async #compare(error: DeskError): Promise<void> {
    const { current: key, form } = this;
    if (key === null || key === 'new' || !form) return;
    this.#isComparing = true;
    this.#compared = error;
    await this.host.updateComplete;
    // Kept before the list is read anew, so that it stays based on what the agent saw.
    if (this.isChanged(form)) this.#forms.set(key, form);
    await this.read();
    this.#isComparing = false;
    this.host.requestUpdate();
    if (key !== this.current || this.list.error) return;
    const now = this.#find(key);
    const leaving = this.removeError === error ? this.#leaving : undefined;
    this.theirs = now ?? null;
    if (!now && this.isChanged(form)) {
      // What is gone is made anew of what was typed, beside another that is being made.
      this.#forms.delete(key);
      const free = this.#forms.has('new') ? key : 'new';
      this.#forms.set(free, { ...form, base: null });
      this.#saving.forget();
      this.current = free;
    } else if (!now) this.choose(null);
    else if (!this.isChanged(form)) this.#turn(key);
    if (leaving) this.rules.onKept(leaving, !now);
  }

  /** What one agent wrote is never shown to another. */
  #forget(): void {
    this.#forms.clear();
    this.#sent = this.#leaving = undefined;
    this.#turn(null);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
