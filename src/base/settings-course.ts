import { newKey } from '../util/key.js';
import { AgentGuard } from './agent-guard.js';
import { isUncertain, type DeskError } from './desk-error.js';
import type { Hub } from './hub-context.js';
import { HubLink, type HubHost } from './hub-link.js';
import { Loader } from './loader.js';
import { NamedTask } from './named-task.js';

/** One of the things that are kept, by its number, or the one that is being made. */
export type SettingsKey = number | 'new';

/** What kind of thing is kept. */
export interface SettingsRules<Kept, Form> {
  idOf(kept: Kept): number;
  formOf(base: Kept | null): Form;
  read(hub: Hub, signal: AbortSignal): Promise<readonly Kept[]>;
  /** The request that saves what is in a form. */
  save(taskId: string, form: Form): Event;
  remove(taskId: string, kept: Kept): Event;
  dismiss(taskId: string): Event;
  /** Whether this is what was made of a form. */
  isMade(kept: Kept, form: Form): boolean;
  onSaved(form: Form): void;
  onRemoved(kept: Kept): void;
  /** Another one is looked at, or the same from its beginning. */
  onTurn(): void;
}

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
  readonly #saving: NamedTask;
  readonly #removing: NamedTask;
  #sent?: { readonly key: SettingsKey; readonly id: string; readonly form: Form };
  #leaving?: Kept;
  #before: ReadonlySet<number> = new Set();
  #isComparing = false;

  constructor(
    private readonly host: HubHost,
    private readonly rules: SettingsRules<Kept, Form>,
  ) {
    this.list = new Loader(host);
    this.#saving = new NamedTask(host, () => void this.#onSaved(), rules.dismiss);
    this.#removing = new NamedTask(host, () => void this.#onRemoved(), rules.dismiss);
    new AgentGuard(host, () => this.#forget());
  }

  get isSaving(): boolean {
    return this.#saving.isRunning;
  }

  get saveError(): DeskError | undefined {
    return this.#saving.error;
  }

  get removeError(): DeskError | undefined {
    return this.#removing.error;
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
  get added(): Form | undefined {
    return this.#forms.get('new');
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
    if (key === this.current) return;
    this.current = key;
    this.#leave();
  }

  change(change: Partial<Form>): void {
    const { form } = this;
    if (!form || this.current === null) return;
    this.#forms.set(this.current, { ...form, ...change });
    this.host.requestUpdate();
  }

  discard(): void {
    if (this.current === null) return;
    this.#forms.delete(this.current);
    if (this.current === 'new') this.current = null;
    this.#leave();
  }

  /** The same text under the same name, so that it is not kept twice where the first answer was lost. */
  save(): void {
    const { current: key, form } = this;
    if (key === null || !form || this.isSaving) return;
    const isSame = this.#sent?.key === key && same(this.#sent.form, form);
    const isOpen = this.saveError !== undefined && isUncertain(this.saveError.kind);
    const id = isSame && isOpen && this.#sent ? this.#sent.id : newKey();
    this.#sent = { key, id, form };
    this.#before = new Set(this.list.value?.map((kept) => this.rules.idOf(kept)));
    this.#removing.forget();
    this.#saving.start(id, this.rules.save(id, form));
  }

  remove(): void {
    const base = this.form?.base;
    this.isAsking = false;
    if (!base || this.#removing.isRunning) return;
    const id = newKey();
    this.#leaving = base;
    this.#saving.forget();
    this.#removing.start(id, this.rules.remove(id, base));
  }

  /** To be called after each update: where somebody else changed it, what is saved now is fetched to stand beside ours. */
  follow(): void {
    const error = this.saveError ?? this.removeError;
    if (error?.kind === 'conflict' || error?.kind === 'missing') void this.#compare();
  }

  /** One of two versions was chosen. */
  keep(which: 'mine' | 'theirs'): void {
    const { current: key, form, theirs } = this;
    if (key === null || !form || !theirs) return;
    if (which === 'mine') this.#forms.set(key, { ...form, base: theirs });
    else this.#forms.delete(key);
    this.#leave();
    if (which === 'mine') this.save();
  }

  #find(id: number): Kept | undefined {
    return this.list.value?.find((kept) => this.rules.idOf(kept) === id);
  }

  /** Nothing that was told about one is told of another. */
  #leave(): void {
    if (!this.#saving.isRunning) this.#saving.forget();
    if (!this.#removing.isRunning) this.#removing.forget();
    this.theirs = undefined;
    this.isAsking = false;
    this.rules.onTurn();
    this.host.requestUpdate();
  }

  async #onSaved(): Promise<void> {
    const sent = this.#sent;
    this.#sent = undefined;
    if (!sent) return;
    const isLeft = this.isChangedAt(sent.key) && !same(this.#forms.get(sent.key), sent.form);
    if (!isLeft) this.#forms.delete(sent.key);
    await this.read();
    const made = this.list.value?.find(
      (kept) => !this.#before.has(this.rules.idOf(kept)) && this.rules.isMade(kept, sent.form),
    );
    const saved = sent.key === 'new' ? made : this.#find(sent.key);
    const left = isLeft ? this.#forms.get(sent.key) : undefined;
    if (sent.key === 'new' && saved) {
      this.#forms.delete('new');
      if (this.current === 'new') this.current = this.rules.idOf(saved);
    }
    // What was typed since is based on what was saved now.
    if (left && saved) this.#forms.set(this.rules.idOf(saved), { ...left, base: saved });
    else this.rules.onTurn();
    this.rules.onSaved(sent.form);
    this.host.requestUpdate();
  }

  async #onRemoved(): Promise<void> {
    const kept = this.#leaving;
    if (!kept) return;
    this.#forms.delete(this.rules.idOf(kept));
    this.current = null;
    this.#leave();
    await this.read();
    this.rules.onRemoved(kept);
  }

  async #compare(): Promise<void> {
    const { current: key, form } = this;
    if (key === null || key === 'new' || !form || this.theirs !== undefined || this.#isComparing) return;
    this.#isComparing = true;
    await this.host.updateComplete;
    // Kept before the list is read anew, so that it stays based on what the agent saw.
    if (this.isChanged(form)) this.#forms.set(key, form);
    await this.read();
    this.#isComparing = false;
    if (key !== this.current || this.list.error) return;
    const now = this.#find(key);
    this.theirs = now ?? null;
    if (!now && this.isChanged(form)) {
      this.#forms.delete(key);
      this.#forms.set('new', { ...form, base: null });
      this.#saving.forget();
      this.current = 'new';
    } else if (!now) this.choose(null);
    else if (!this.isChanged(form)) this.#leave();
    this.host.requestUpdate();
  }

  /** What one agent wrote is never shown to another. */
  #forget(): void {
    this.#forms.clear();
    this.#sent = this.#leaving = undefined;
    this.current = null;
    this.#leave();
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
