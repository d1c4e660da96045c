import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import type { SortField } from '../../domain/types.js';
import { ListOpenRequest, ListRefreshRequest, ListSortRequest, TaskDismissRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import { columns, startsDescending } from './columns.js';
import type { ListFeed } from './list-feed.js';
import { tickedCount } from './ticks.js';

type Ask = (request: Event) => void;

/** The line above the rows: the filter of important tickets, how many tickets there are, and how many are ticked. */
export function renderBar(feed: ListFeed, texts: Texts, language: string, hasCards: boolean, ask: Ask): TemplateResult {
  const { window, query } = feed;
  const isStarred = query?.starred === true;
  const ticked = tickedCount(feed.ticks, window?.total ?? 0);
  const isKnown = window !== undefined && (window.status === 'ready' || window.total > 0);
  return html`<div class="bar" part="bar">
    <button
      class="filter"
      type="button"
      aria-pressed=${isStarred ? 'true' : 'false'}
      title=${texts.ticketList.importantOnly}
      @click=${() => ask(new ListOpenRequest({ starred: isStarred ? undefined : true }))}
    >
      ${icon(isStarred ? 'starred' : 'star')}<span>${texts.ticketList.important}</span>
    </button>
    <span class="total">${isKnown ? texts.ticketList.total(window.total) : nothing}</span>
    <span class="ticked-count">${ticked > 0 ? texts.ticketList.ticked(ticked) : nothing}</span>
    ${hasCards ? renderSortChoice(feed, texts, ask) : nothing}
  </div>`;
}

/** Cards have no heads, so what they are sorted by is chosen here. */
function renderSortChoice(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult {
  const isDescending = feed.query?.descending ?? false;
  const now = feed.query?.sort;
  const onInput = (event: Event): void => {
    const sort = (event.target as HTMLSelectElement).value as SortField;
    ask(new ListSortRequest(sort, startsDescending(sort)));
  };
  const direction = isDescending ? texts.ticketList.descending : texts.ticketList.ascending;
  return html`<span class="sort-choice">
    <select class="select" aria-label=${texts.ticketList.sort} @input=${onInput}>
      ${columns.map(({ sort, label }) =>
        sort ? html`<option value=${sort} .selected=${sort === now}>${texts.ticketList[label]}</option>` : nothing,
      )}
    </select>
    <button
      class="direction"
      type="button"
      title=${direction}
      aria-label=${direction}
      @click=${() => now && ask(new ListSortRequest(now, !isDescending))}
    >
      ${icon(isDescending ? 'arrowDown' : 'arrowUp')}
    </button>
  </span>`;
}

/** Changes that wait, above the first row and without moving it. */
export function renderWaiting(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult | typeof nothing {
  if (feed.waiting === 0) return nothing;
  return html`<button
    class="waiting-bar"
    type="button"
    title=${texts.ticketList.waitingLong(feed.waiting)}
    @click=${() => ask(new ListRefreshRequest())}
  >
    ${icon('arrowUp')}<span>${texts.ticketList.waiting(feed.waiting)}</span>
  </button>`;
}

/** What stands where rows would be, or below them: nothing here, could not be loaded, was refused. */
export function renderMessage(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult | typeof nothing {
  const { window } = feed;
  const refusal = feed.tasks.filter(isOurs).find((task) => task.state === 'failed');
  const reload = () => ask(new ListRefreshRequest());
  if (window?.status === 'failed') {
    const why = window.error ? texts.errors[window.error.kind] : '';
    return html`<div class="instead" role="alert">
      <p><strong>${texts.ticketList.failed}</strong> ${why}</p>
      <button class="button" type="button" @click=${reload}>${texts.common.retry}</button>
    </div>`;
  }
  if (refusal) return renderRefusal(refusal, texts, ask);
  if (window?.status === 'ready' && window.total === 0) return renderEmpty(feed, texts, ask);
  return nothing;
}

type OurTask = Task & { readonly action: 'claim' | 'star' };

/** What is asked for at a row is answered at the list. */
function isOurs(task: Task): task is OurTask {
  return task.action === 'claim' || task.action === 'star';
}

function renderRefusal(task: OurTask, texts: Texts, ask: Ask): TemplateResult {
  const winner = task.error?.details.winner;
  const why = winner ? texts.claimDialog.winner({ name: winner }) : texts.errors[task.error?.kind ?? 'server'];
  return html`<div class="message" role="alert">
    <p>${texts.ticketList.refused({ action: texts.action[task.action], why })}</p>
    <button
      class="button quiet"
      type="button"
      aria-label=${texts.ticketList.dismiss}
      title=${texts.ticketList.dismiss}
      @click=${() => ask(new TaskDismissRequest(task.id))}
    >
      ${icon('close')}
    </button>
  </div>`;
}

function renderEmpty(feed: ListFeed, texts: Texts, ask: Ask): TemplateResult {
  const list = texts.ticketList;
  const isStarred = feed.query?.starred === true;
  return html`<div class="instead" role="status">
    <p>
      <strong>${isStarred ? list.emptyStarred : list.empty}</strong><br />${
        isStarred ? list.emptyStarredSense : list.emptySense
      }
    </p>
    ${
      isStarred
        ? html`<button class="button" type="button" @click=${() => ask(new ListOpenRequest({ starred: undefined }))}>
            ${list.showAll}
          </button>`
        : html`<button class="button" type="button" @click=${() => ask(new ListRefreshRequest())}>
            ${list.reload}
          </button>`
    }
  </div>`;
}
