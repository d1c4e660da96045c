import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskWatch } from '../../base/task-watch.js';
import type { Job } from '../../domain/bulk.js';
import { JobRequest, RetryRequest, TaskDismissRequest, TicketSelectRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { RunItems } from './run-items.js';
import { renderRun } from './run-parts.js';

interface Words {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
}

/** One run in its dialog: how far it is, what became of each ticket, and what can still be done about it. */
export class BulkRun {
  #jobId?: string;
  #requestId?: string;
  readonly #jobs;
  readonly #items: RunItems;
  readonly #request: TaskWatch;

  constructor(
    private readonly host: HubHost & LitElement,
    hub: () => Hub | undefined,
    private readonly onOpened: () => void,
  ) {
    this.#jobs = new StoreReader(host, (each: Hub) => each.bulk.$jobs);
    this.#items = new RunItems(host, hub);
    this.#request = new TaskWatch(
      host,
      'bulk',
      () => undefined,
      (taskId) => new TaskDismissRequest(taskId),
    );
  }

  /** Whether a run is shown, or one that is about to begin. */
  get isShown(): boolean {
    return this.#jobId !== undefined || this.#requestId !== undefined;
  }

  get job(): Job | undefined {
    const mine = (job: Job) => (this.#jobId ? job.jobId === this.#jobId : job.requestId === this.#requestId);
    const listed = this.isShown ? known(this.#jobs.value)?.find(mine) : undefined;
    return listed ?? known(this.#items.load)?.job;
  }

  /** Whether the run of a request is known to have begun. */
  hasBegun(requestId: string): boolean {
    return known(this.#jobs.value)?.some((job) => job.requestId === requestId) ?? false;
  }

  /** Shows the run that a request began, as soon as it is known. */
  showRequest(requestId: string): void {
    this.stop();
    this.#requestId = requestId;
    this.host.requestUpdate();
  }

  /** Shows a run; of one that has ended, what went wrong comes first. */
  showJob(jobId: string): void {
    this.stop();
    this.#jobId = jobId;
    const { job } = this;
    const isOver = job !== undefined && job.state !== 'running';
    this.#items.show(jobId, isOver && job.failed > 0 ? 'failed' : 'all');
  }

  /** Takes what is known now; call it before each render. */
  follow(): void {
    const { job } = this;
    if (!job) return;
    if (this.#jobId === undefined) {
      this.#jobId = job.jobId;
      this.#items.show(job.jobId, 'all');
    }
    this.#items.follow(job);
  }

  stop(): void {
    this.#jobId = this.#requestId = undefined;
    this.#items.stop();
    this.#request.forget();
  }

  renderBody({ texts, more, language }: Words): TemplateResult {
    const words = more.bulkDialog;
    const { job } = this;
    const { load } = this.#items;
    if (!job && load.status === 'failed') {
      const isGone = load.error.kind === 'missing' || load.error.kind === 'gone';
      return html`<p class="notice" role="alert">
        ${isGone ? words.runGone : words.itemsFailed({ why: texts.errors[load.error.kind] })}
      </p>`;
    }
    const jobs = this.#jobs.value;
    if (!job && jobs?.status === 'failed') {
      const retry = (): void => void this.host.dispatchEvent(new RetryRequest('jobs'));
      return html`<div class="notice" role="alert">
        <span>${words.itemsFailed({ why: texts.errors[jobs.error.kind] })}</span>
        <button type="button" class="button" @click=${retry}>${texts.common.retry}</button>
      </div>`;
    }
    if (!job) return html`<p role="status">${this.#requestId ? words.starting : texts.common.loading}</p>`;
    return renderRun({
      job,
      load,
      filter: this.#items.filter,
      error: this.#request.error,
      texts,
      more,
      language,
      choose: (filter) => this.#items.show(job.jobId, filter),
      readOn: () => this.#items.more(),
      open: (ticketId) => {
        this.host.dispatchEvent(new TicketSelectRequest(ticketId));
        this.onOpened();
      },
    });
  }

  renderButtons({ more }: Words): TemplateResult | typeof nothing {
    const words = more.bulkDialog;
    const { job } = this;
    if (!job) return nothing;
    const button = (what: JobRequest['what'], kind: string, label: string) =>
      html`<button
        type="button"
        class="button ${kind}"
        aria-disabled=${this.#request.isRunning ? 'true' : nothing}
        @click=${() => this.#ask(job, what)}
      >
        ${label}
      </button>`;
    if (job.state === 'running') return button('cancel', 'danger', words.cancelRest);
    return job.failed > 0 ? button('retry', 'primary', words.retry(job.failed)) : nothing;
  }

  #ask({ jobId }: Job, what: JobRequest['what']): void {
    if (!this.#request.isRunning) this.#request.start('', new JobRequest(jobId, what));
  }
}
