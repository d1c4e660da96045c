import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../../strings/ko.js';
import { renderTabs, type Tab } from './console-tabs.js';

/** What the open ticket needs of the console. */
export interface TicketPlace {
  readonly texts: Texts['ticketConsole'];
  readonly isOpen: boolean;
  /** Of history and details one at a time is seen. */
  readonly hasTabs: boolean;
  readonly tab: Tab;
  chooseTab(tab: Tab): void;
  readonly back: TemplateResult | typeof nothing;
  /** What a press on a mask offers; null leaves it to the history. */
  readonly unmaskMode: string | null;
}

/** Facts, masking and history, details with the answer. */
export function renderTicket(place: TicketPlace): TemplateResult {
  const { texts, hasTabs, tab: chosen } = place;
  const panel = (tab: Tab) => ({ role: hasTabs ? 'tabpanel' : nothing, hidden: hasTabs && tab !== chosen });
  const [history, detail] = [panel('history'), panel('detail')];
  return html`<div class="ticket" ?hidden=${!place.isOpen}>
    <div class="region info">
      ${place.back}
      <slot name="info"><ticket-info></ticket-info></slot>
    </div>
    ${hasTabs ? renderTabs(chosen, texts, (tab) => place.chooseTab(tab)) : nothing}
    <div
      class="region history"
      id="history"
      role=${history.role}
      aria-label=${hasTabs ? texts.history : nothing}
      ?hidden=${history.hidden}
    >
      <slot name="masking"><mask-selection class="masking"></mask-selection></slot>
      <slot name="history">
        <ticket-history class="messages" unmask-mode=${place.unmaskMode ?? nothing}></ticket-history>
      </slot>
    </div>
    <div
      class="region detail"
      id="detail"
      role=${detail.role}
      aria-label=${hasTabs ? texts.detail : nothing}
      ?hidden=${detail.hidden}
    >
      <slot name="detail"><ticket-detail></ticket-detail></slot>
    </div>
  </div>`;
}
