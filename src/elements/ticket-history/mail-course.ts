import { html, nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { secondsToUndo } from '../../base/mail-undo.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import { standsAs } from '../../domain/permissions.js';
import type { HistoryEntry, MailState } from '../../domain/types.js';
import { MailRequest, TaskDismissRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import type { MailSteps } from './entry-context.js';

/** What the steps need of the history. */
export interface MailCourseHost {
  readonly element: HubHost;
  /** What is told of a mail changed: entries with one are to be told again. */
  tick(): void;
  /** Something is to be said once. */
  say(text: string): void;
}

type Step = 'undo' | 'retry';

const actions = { undo: 'undo_mail', retry: 'mail_retry' } as const;

/** Takes mails back while that can be done, with the seconds that are left, and sends failed ones again. */
export class MailCourse implements MailSteps {
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #watches: Readonly<Record<Step, TaskWatch>>;
  readonly #told = new Set<string>();
  readonly #mailIds: Record<Step, string> = { undo: '', retry: '' };
  #pressed: HTMLElement | null = null;
  #entries: readonly HistoryEntry[] = [];
  #timer?: ReturnType<typeof setInterval>;

  constructor(private readonly host: MailCourseHost) {
    this.#more = new StoreReader<MoreTexts | undefined>(host.element, (hub) => hub.text.$more);
    const watch = (step: Step): TaskWatch =>
      new TaskWatch(
        host.element,
        actions[step],
        () => this.#onDone(step),
        (taskId) => new TaskDismissRequest(taskId),
      );
    this.#watches = { undo: watch('undo'), retry: watch('retry') };
  }

  /** The history as it is now. */
  follow(entries: readonly HistoryEntry[]): void {
    this.#entries = entries;
    const words = this.#more.value?.mailCourse;
    const open = entries.filter((entry) => this.#left(entry) > 0);
    for (const entry of words ? open : []) {
      const { mail } = entry;
      if (!mail || this.#told.has(mail.mailId)) continue;
      this.#told.add(mail.mailId);
      this.host.say(words?.told({ to: safeName(mail.to), count: this.#left(entry) }) ?? '');
    }
    if (open.length > 0) this.#timer ??= setInterval(() => this.#tick(), 1000);
    else this.stop();
    this.host.tick();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  render(entry: HistoryEntry): TemplateResult | null {
    const { mail } = entry;
    const words = this.#more.value?.mailCourse;
    if (!mail || !words) return null;
    const left = this.#left(entry);
    if (left > 0) return this.#renderUndo(mail, left, words);
    if (mail.state === 'failed' && this.#mayRetry(entry)) return this.#renderRetry(mail, words);
    return this.#errorOf('undo', mail) ? html`${this.#renderRefusal('undo', mail, words)}` : null;
  }

  #renderUndo(mail: MailState, left: number, words: MoreTexts['mailCourse']): TemplateResult {
    const isRunning = this.#watches.undo.isRunning && this.#mailIds.undo === mail.mailId;
    return html`<div class="mail-steps">
        <span class="left">${words.left(left)}</span>
        <button
          type="button"
          class="button"
          aria-disabled=${isRunning ? 'true' : nothing}
          @click=${(event: Event) => this.#start('undo', mail, event)}
        >
          ${icon('restore')}${isRunning ? words.undoing : words.undo}
        </button>
      </div>
      ${this.#renderRefusal('undo', mail, words)}`;
  }

  #renderRetry(mail: MailState, words: MoreTexts['mailCourse']): TemplateResult {
    const isRunning = this.#watches.retry.isRunning && this.#mailIds.retry === mail.mailId;
    return html`<div class="mail-steps">
        <button
          type="button"
          class="button"
          aria-disabled=${isRunning ? 'true' : nothing}
          @click=${(event: Event) => this.#start('retry', mail, event)}
        >
          ${icon('refresh')}${isRunning ? words.retrying : words.retry}
        </button>
      </div>
      ${this.#renderRefusal('retry', mail, words)}`;
  }

  #renderRefusal(step: Step, mail: MailState, words: MoreTexts['mailCourse']): TemplateResult | typeof nothing {
    const error = this.#errorOf(step, mail);
    const texts = this.#hub?.text.$texts.get();
    if (!error || !texts) return nothing;
    const why = step === 'undo' && error.kind === 'conflict' ? words.tooLate : texts.errors[error.kind];
    const said = step === 'undo' ? words.notUndone({ why }) : words.notRetried({ why });
    return html`<p class="mail failed" role="alert">${icon('warning')}<span>${said}</span></p>`;
  }

  get #hub(): Hub | undefined {
    return this.#more.hub;
  }

  /** Whole seconds in which the agent can take a mail back. */
  #left(entry: HistoryEntry): number {
    return this.#hub ? secondsToUndo(entry, this.#hub) : 0;
  }

  #mayRetry({ author }: HistoryEntry): boolean {
    const ticket = this.#hub && known(this.#hub.tickets.$current.get());
    const agent = this.#hub && known(this.#hub.session.$session.get())?.agent;
    return Boolean(ticket && agent && (author.usercode === agent.usercode || standsAs('assignee', ticket, agent)));
  }

  #errorOf(step: Step, { mailId }: MailState): DeskError | undefined {
    return this.#mailIds[step] === mailId ? this.#watches[step].error : undefined;
  }

  #start(step: Step, { mailId }: MailState, event: Event): void {
    const ticketId = this.#hub?.tickets.$currentId.get();
    if (!ticketId || this.#watches[step].isRunning) return;
    this.#pressed = (event.currentTarget as HTMLElement).closest<HTMLElement>('.entry');
    this.#mailIds[step] = mailId;
    this.#watches[step].start(ticketId, new MailRequest(ticketId, mailId, step));
    this.host.tick();
  }

  /** The button is gone: the keyboard stays with its entry. */
  #onDone(step: Step): void {
    if (step === 'undo') this.host.say(this.#more.value?.mailCourse.undone ?? '');
    if (this.#pressed?.isConnected) this.#pressed.focus({ preventScroll: true });
    this.#pressed = null;
    this.host.tick();
  }

  #tick(): void {
    if (this.#entries.every((entry) => this.#left(entry) === 0)) this.stop();
    this.host.tick();
  }
}
