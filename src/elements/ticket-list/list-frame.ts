import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../base/hub-context.js';
import { icon, type SignName } from '../../base/signs.js';
import { ListOpenRequest, ListRefreshRequest, TaskDismissRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { ListFeed } from './list-feed.js';

type Ask = (request: Event) => void;

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

function renderEmpty({ query }: ListFeed, { ticketList: list }: Texts, ask: Ask): TemplateResult {
  const [title, sense, label, request] = query?.starred
    ? [list.emptyStarred, list.emptyStarredSense, list.showAll, new ListOpenRequest({ starred: undefined })]
    : query?.unread
      ? [list.emptyUnread, list.emptyUnreadSense, list.showRead, new ListOpenRequest({ unread: undefined })]
      : [list.empty, list.emptySense, list.reload, new ListRefreshRequest()];
  return html`<div class="instead" role="status">
    <p><strong>${title}</strong><br />${sense}</p>
    <button class="button" type="button" @click=${() => ask(request)}>${label}</button>
  </div>`;
}

/** A button that is pressed as long as the list shows only some of its tickets. */
export function renderFilter(
  name: 'starred' | 'unread',
  sign: SignName,
  word: string,
  title: string,
  feed: ListFeed,
  ask: Ask,
): TemplateResult {
  const isOn = feed.query?.[name] === true;
  return html`<button
    class="filter ${name}-filter"
    type="button"
    aria-pressed=${isOn ? 'true' : 'false'}
    title=${title}
    @click=${() => ask(new ListOpenRequest({ [name]: isOn ? undefined : true }))}
  >
    ${icon(sign)}<span>${word}</span>
  </button>`;
}
