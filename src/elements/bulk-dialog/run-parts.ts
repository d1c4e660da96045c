import { html, nothing, type TemplateResult } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import type { Load } from '../../base/hub-context.js';
import { icon, type IconName } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { numberText } from '../../base/number-text.js';
import type { Job, JobItem } from '../../domain/bulk.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { filters, type Filter, type Items } from './run-items.js';

/** What a run is shown with. */
export interface RunState {
  readonly job: Job;
  readonly load: Load<Items>;
  readonly filter: Filter;
  readonly error: DeskError | undefined;
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  choose(filter: Filter): void;
  readOn(): void;
  open(ticketId: string): void;
}

/** How far a run is, and what became of each ticket. */
export function renderRun(state: RunState): TemplateResult {
  const { texts, more, error } = state;
  return html`${renderProgress(state)} ${renderFilters(state)} ${renderItems(state)}
  ${
    error
      ? html`<p class="notice" role="alert">${more.bulkDialog.runRefused({ why: texts.errors[error.kind] })}</p>`
      : nothing
  }`;
}

/** Tickets of a run that nothing has happened to yet. */
function leftOf({ total, succeeded, failed }: Job): number {
  return Math.max(0, total - succeeded - failed);
}

function renderProgress({ job, more }: RunState): TemplateResult {
  const { bulkDialog: words } = more;
  const count = job.succeeded + job.failed;
  const text = words.progressText({ total: job.total, count });
  return html`<div class="progress">
    <div
      class="bar"
      role="progressbar"
      aria-label=${words.progress}
      aria-valuemin="0"
      aria-valuemax=${job.total}
      aria-valuenow=${count}
      aria-valuetext=${text}
    >
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="done" width=${share(job.succeeded, job)} height="4"></rect>
        <rect class="failed" x=${share(job.succeeded, job)} width=${share(job.failed, job)} height="4"></rect>
      </svg>
    </div>
    <p class="figures">
      <span>${text}</span>
      ${job.mails > 0 ? html`<span class="fact">${icon('mail')}${words.queued(job.mails)}</span>` : nothing}
    </p>
    <p role="status">${standing(job, more)}</p>
  </div>`;
}

function share(part: number, { total }: Job): number {
  return total === 0 ? 0 : (100 * part) / total;
}

function standing(job: Job, { bulkDialog: words }: MoreTexts): string {
  const { succeeded: done, failed } = job;
  if (job.state === 'running') return words.goesOn;
  return job.state === 'done' ? words.ended({ done, failed }) : words.cancelled({ done, failed, left: leftOf(job) });
}

function renderFilters({ job, filter, more, language, choose }: RunState): TemplateResult {
  const { bulkDialog: words } = more;
  const counts: Readonly<Record<Filter, number>> = {
    all: job.total,
    done: job.succeeded,
    failed: job.failed,
    waiting: leftOf(job),
  };
  return html`<div class="filters" role="group" aria-label=${words.show}>
    ${filters.map(
      (one) =>
        html`<button
          type="button"
          class="button filter"
          aria-pressed=${one === filter}
          ?autofocus=${one === filter}
          data-filter=${one}
          @click=${() => choose(one)}
        >
          ${one === 'waiting' && job.state === 'cancelled' ? words.notDone : words[one]}
          <span class="count">${numberText(counts[one], language)}</span>
        </button>`,
    )}
  </div>`;
}

function renderItems(state: RunState): TemplateResult {
  const { load, texts, more, readOn } = state;
  const words = more.bulkDialog;
  const page = known(load);
  if (!page && load.status === 'failed') {
    return html`<div class="notice" role="alert">
      <span>${words.itemsFailed({ why: texts.errors[load.error.kind] })}</span>
      <button type="button" class="button" @click=${readOn}>${texts.common.retry}</button>
    </div>`;
  }
  if (!page) return html`<p class="hint">${texts.common.loading}</p>`;
  if (page.items.length === 0) return html`<p class="hint">${words.noItems}</p>`;
  const failed = load.status === 'failed' ? words.itemsFailed({ why: texts.errors[load.error.kind] }) : '';
  return html`<ul class="items" role="list" tabindex="0" aria-label=${words.show}>
      ${page.items.map((item) => renderItem(item, state))}
    </ul>
    ${failed ? html`<p class="notice" role="alert">${failed}</p>` : nothing}
    ${
      page.next !== null || failed
        ? html`<button type="button" class="button more" aria-disabled=${load.status === 'loading'} @click=${readOn}>
            ${load.status === 'loading' ? texts.common.loading : failed ? texts.common.retry : words.more}
          </button>`
        : nothing
    }`;
}

const signs: Readonly<Record<JobItem['state'], IconName>> = { waiting: 'clock', done: 'check', failed: 'warning' };

function renderItem({ ticketId, subject, state, code }: JobItem, { job, more, open }: RunState): TemplateResult {
  const words = more.bulkDialog;
  const isCancelled = state === 'waiting' && job.state === 'cancelled';
  const word = isCancelled ? words.notDone : words[state];
  return html`<li class="item ${state}">
    ${icon(isCancelled ? 'close' : signs[state])}
    <span class="what">
      <button type="button" class="link" dir="auto" @click=${() => open(ticketId)}>
        ${safeName(subject) || words.noSubject}
      </button>
      <span class="id">${ticketId}</span>
    </span>
    <span class="outcome">${state === 'failed' && code ? more.bulkCode[code] : word}</span>
  </li>`;
}
