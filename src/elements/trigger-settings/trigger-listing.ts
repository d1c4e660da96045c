import { html, nothing, type TemplateResult } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { NamedTask } from '../../base/named-task.js';
import type { SettingsCourse } from '../../base/settings-course.js';
import type { Trigger } from '../../domain/triggers.js';
import { TaskDismissRequest, TriggerRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { newKey } from '../../util/key.js';
import { draftOf, formOf, type TriggerForm } from './trigger-form.js';

type Words = MoreTexts['triggerSettings'];

interface Change {
  readonly what: TriggerRequest['change'];
  /** What is said when it came to be, and when not. */
  said(words: Words): string;
  refused(words: Words, why: string): string;
}

/** Changes of the list itself: its order, and what is switched on. One after the other, so that the last wish counts. */
export class TriggerListing {
  /** The order that was asked for, until the server tells its own. */
  wanted?: readonly number[];
  readonly #task: NamedTask;
  #change?: Change;
  #next?: Change;
  #refused?: Error;

  constructor(
    private readonly host: HubHost,
    private readonly course: SettingsCourse<Trigger, TriggerForm>,
    private readonly say: (said: (words: Words) => string) => void,
  ) {
    this.#task = new NamedTask(
      host,
      () => void this.#onDone(),
      (taskId) => new TaskDismissRequest(taskId),
    );
  }

  get isRunning(): boolean {
    return this.#task.isRunning;
  }

  /** To be called before each update: what was refused did not come to be, and the list is as the server has it. */
  follow(): void {
    const { error } = this.#task;
    if (error && error !== this.#refused) {
      this.say(() => '');
      this.#settle();
      void this.course.read();
    }
    this.#refused = error;
  }

  render(texts: Texts, words: Words): TemplateResult | typeof nothing {
    const { error } = this.#task;
    if (!error || !this.#change) return nothing;
    return html`<p class="notice" role="alert">${this.#change.refused(words, texts.errors[error.kind])}</p>`;
  }

  order(ids: readonly number[], { name }: Trigger, place: number): void {
    this.wanted = ids;
    const change: Change = {
      what: { order: ids },
      said: (words) => words.moved({ name, place }),
      refused: (words, why) => words.notMoved({ why }),
    };
    if (this.isRunning) this.#next = change;
    else this.#send(change);
  }

  switch(trigger: Trigger, active: boolean): void {
    const { name, triggerId } = trigger;
    this.host.requestUpdate();
    if (this.isRunning) return;
    // With what else was typed about it, it is saved then.
    if (this.course.isChangedAt(triggerId)) {
      this.course.choose(triggerId);
      this.course.change({ active });
      return;
    }
    this.#send({
      what: { save: draftOf({ ...formOf(trigger), active }) },
      said: (words) => (active ? words.switchedOn({ name }) : words.switchedOff({ name })),
      refused: (words, why) => words.notSwitched({ name, why }),
    });
  }

  #send(change: Change): void {
    const id = newKey();
    this.#change = change;
    // A page that cancels it has taken the matter over.
    if (this.#task.start(id, new TriggerRequest(id, change.what))) this.say((words) => change.said(words));
    else this.#settle();
  }

  async #onDone(): Promise<void> {
    const next = this.#next;
    this.#next = undefined;
    if (next) return this.#send(next);
    await this.course.read();
    if (!this.isRunning) this.#settle();
  }

  #settle(): void {
    this.wanted = this.#next = undefined;
    this.host.requestUpdate();
  }
}
