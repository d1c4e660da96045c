import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Job } from '../../domain/bulk.js';
import { JobShowNotice } from '../../events/job-show.js';
import { styles } from './job-status.styles.js';

/**
 * One line about the bulk run that goes on, or that ended while this line was there: how far it is, and the way to its
 * results. Without one it shows nothing.
 *
 * @element job-status
 * @fires {JobShowNotice} desk-job-show - The agent wants to see the results. Does not bubble.
 * @csspart button - The line.
 */
export class JobStatus extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** The run that the line is about, once it was seen going on. */
  @state() private jobId: string | null = null;
  @state() private said = '';

  /** A run that went on before this line was there is no news. */
  #knewJobs = false;
  readonly #jobs = new StoreReader(
    this,
    (hub) => hub.bulk.$jobs,
    (load) => this.#follow(known(load)),
  );

  override render() {
    if (!this.hub) return this.renderDetached();
    const job = this.#job;
    return html`<div class="root" lang=${this.language} ?hidden=${!job && !this.said}>
      ${job ? this.#renderJob(job) : nothing}
      <span class="visually-hidden" role="status">${this.said}</span>
    </div>`;
  }

  #renderJob(job: Job): TemplateResult {
    const words = this.more.jobStatus;
    const isOver = job.state !== 'running';
    const isBad = isOver && job.failed > 0;
    const count = job.succeeded + job.failed;
    const text = !isOver
      ? words.running({ count, total: job.total })
      : isBad
        ? words.endedBadly(job.failed)
        : words.ended(job.succeeded);
    const long = isOver ? this.#ending(job) : words.runningLong({ action: this.#action(job), count, total: job.total });
    return html`<button
        type="button"
        class="button quiet line ${isBad ? 'bad' : ''}"
        part="button"
        title=${long}
        @click=${() => this.#onShow(job)}
      >
        ${icon(isBad ? 'warning' : isOver ? 'check' : 'clock')}${text}
      </button>
      ${
        isOver
          ? html`<button
              type="button"
              class="button quiet"
              aria-label=${words.dismiss}
              title=${words.dismiss}
              @click=${this.#dismiss}
            >
              ${icon('close')}
            </button>`
          : nothing
      }`;
  }

  get #job(): Job | undefined {
    return known(this.#jobs.value)?.find(({ jobId }) => jobId === this.jobId);
  }

  #action({ action }: Job): string {
    return this.texts.action[action];
  }

  #beginning(job: Job): string {
    return this.more.jobStatus.started({ action: this.#action(job), count: job.total });
  }

  #ending(job: Job): string {
    return this.more.jobStatus.endedLong({ action: this.#action(job), done: job.succeeded, failed: job.failed });
  }

  /** Follows the newest run that goes on; only beginning and end are said aloud, not each ticket. */
  #follow(jobs: readonly Job[] | undefined): void {
    const isNews = this.#knewJobs;
    this.#knewJobs = jobs !== undefined;
    if (!jobs) {
      this.#dismiss();
      return;
    }
    const running = jobs.find((job) => job.state === 'running');
    if (running && running.jobId !== this.jobId) {
      this.jobId = running.jobId;
      if (isNews && this.hub) this.said = this.#beginning(running);
      return;
    }
    const job = jobs.find(({ jobId }) => jobId === this.jobId);
    if (job && job.state !== 'running' && this.hub) this.said = this.#ending(job);
  }

  #onShow(job: Job): void {
    this.dispatchEvent(new JobShowNotice(job.jobId));
    if (job.state !== 'running') this.#dismiss();
  }

  readonly #dismiss = (): void => {
    this.jobId = null;
    this.said = '';
  };
}
