import { html, nothing, type TemplateResult } from 'lit';
import type { InfoAnswer } from '../../base/customer-info/look-up.js';
import { icon } from '../../base/icons.js';
import type { CustomerInfo } from '../../domain/customer-info.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Whether the agent may not look anybody up: asking again would end alike. */
export function isDenied(answer: InfoAnswer): boolean {
  return answer.is === 'refused' && answer.error.kind === 'denied';
}

/** How a look-up ended, in one line. */
export interface Told {
  readonly looks: 'ok' | 'none' | 'bad';
  readonly text: string;
  /** What the agent can do about it; null where there is nothing to do. */
  readonly sense: string | null;
}

/** What was told of the customer, also while it is asked for once more. */
export function infoOf(answer: InfoAnswer): CustomerInfo | null {
  if (answer.is === 'told') return answer.info;
  return answer.is === 'running' ? answer.before : null;
}

/** An answer in the words that the link documents, or why there is none; null while nothing was answered. */
export function toldOf(answer: InfoAnswer, texts: Texts, more: MoreTexts): Told | null {
  const { infoSearch, customerInfoPanel: words } = more;
  if (answer.is === 'refused') {
    const sense = isDenied(answer) ? words.askRight : words.later;
    return { looks: 'bad', text: texts.errors[answer.error.kind], sense };
  }
  if (answer.is !== 'told') return null;
  const { outcome } = answer.info;
  const sense = {
    found: null,
    none: words.noneSense,
    denied: infoSearch.deniedSense,
    unreachable: words.later,
    failed: words.later,
  };
  const looks = outcome === 'found' ? 'ok' : outcome === 'none' ? 'none' : 'bad';
  return { looks, text: infoSearch[outcome], sense: sense[outcome] };
}

/** The line above the answer: what a screen reader says, once, and everybody sees. */
export function renderTold(told: Told | null, said: string | null, label: string): TemplateResult {
  const looks = said ? 'copied' : told?.looks;
  const sign = { ok: 'check', copied: 'copy', none: 'info', bad: 'warning' } as const;
  return html`<p class="outcome ${looks ?? ''}" role="status">
    ${looks ? icon(sign[looks]) : nothing}
    ${said ?? (told ? html`<span><span class="visually-hidden">${label}: </span>${told.text}</span>` : nothing)}
  </p>`;
}

/** Grey rows where the answer will be; `said` is what a screen reader finds there, unless words beside them say it. */
export function renderSkeleton(said?: string): TemplateResult {
  const row = html`<div class="item"><span class="skeleton"></span><span class="skeleton"></span></div>`;
  return html`${said ? html`<span class="visually-hidden" role="status">${said}</span>` : nothing}
    <div class="items" aria-hidden="true">${[row, row, row, row]}</div>`;
}
