import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../strings/ko.js';

export type Tab = 'history' | 'detail';

const tabs: readonly Tab[] = ['history', 'detail'];

/** The pair of tabs that stands for history and details where they do not fit beside each other. */
export function renderTabs(chosen: Tab, texts: Texts['ticketConsole'], choose: (tab: Tab) => void): TemplateResult {
  return html`<div class="tabs" role="tablist" aria-label=${texts.label} @keydown=${walk}>
    ${tabs.map(
      (tab) =>
        html`<button
          class="tab"
          type="button"
          role="tab"
          aria-controls=${tab}
          aria-selected=${tab === chosen ? 'true' : 'false'}
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => choose(tab)}
          @focus=${() => choose(tab)}
        >
          ${texts[tab]}
        </button>`,
    )}
  </div>`;
}

/** Of two tabs every arrow leads to the other one. */
function walk(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const list = event.currentTarget as HTMLElement;
  const [first, last] = [list.firstElementChild, list.lastElementChild] as HTMLElement[];
  const other = event.composedPath()[0] === first ? last : first;
  const target = { ArrowLeft: other, ArrowRight: other, Home: first, End: last }[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
