import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskElement } from '../../base/desk-element.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { numberText } from '../../base/number-text.js';
import { StoreReader } from '../../base/store-reader.js';
import { ListOpenRequest, ListRefreshRequest, RetryRequest } from '../../events/requests.js';
import { menuItems, type MenuItem } from './menu-items.js';
import { styles } from './view-menu.styles.js';

/**
 * The nine views of the ticket list, each with the number of its tickets as it is now. Groups and kinds of transfer
 * stand below their view while it is open. In a narrow place the menu shows signs and numbers only.
 *
 * @element view-menu
 * @fires {ListOpenRequest} desk-list-open-request - The agent chose another list. Cancelable.
 * @fires {ListRefreshRequest} desk-list-refresh-request - The agent chose the list that is open already. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The numbers are to be loaded again. Cancelable.
 * @csspart item - One line.
 * @csspart count - Number of tickets of a line.
 */
export class ViewMenu extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** `horizontal` puts the signs side by side, for a place that is one line high. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /** The line that Tab reaches; the list that is open, until the agent moved away from it. */
  @state() private focused = '';

  // Three readers: which list is open, how long each is, and which parts this agent has.
  readonly #query = new StoreReader(this, (hub) => hub.tickets.$query);
  readonly #counts = new StoreReader(this, (hub) => hub.tickets.$counts);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);

  override render() {
    if (!this.hub) return this.renderDetached();
    const items = this.#items;
    const reached = items.find((item) => item.key === this.focused) ?? items.find((item) => item.isCurrent) ?? items[0];
    return html`<div class="root" lang=${this.language}>
      <nav aria-label=${this.texts.viewMenu.label}>
        <ul @keydown=${this.#onKeydown} @focusout=${this.#onFocusout}>
          ${repeat(
            items,
            (item) => item.key,
            (item) => this.#renderItem(item, item === reached),
          )}
        </ul>
      </nav>
      ${this.#renderFailure()}
    </div>`;
  }

  #renderItem(item: MenuItem, isReached: boolean): TemplateResult {
    const count = item.isPart ? undefined : this.#count(item);
    return html`<li class=${item.isPart ? 'part' : 'whole'}>
      <button
        class="item"
        part="item"
        type="button"
        data-key=${item.key}
        tabindex=${isReached ? 0 : -1}
        aria-current=${item.isCurrent ? 'page' : nothing}
        title=${item.isCurrent ? `${item.label} – ${this.texts.viewMenu.reload}` : item.label}
        @click=${() => this.#onClick(item)}
        @focus=${() => (this.focused = item.key)}
      >
        ${item.icon ? icon(item.icon) : html`<span class="initial" aria-hidden="true">${[...item.label][0]}</span>`}
        <span class="label">${item.label}</span>
        ${count === undefined ? nothing : html`<span class="visually-hidden">${this.texts.viewMenu.count(count)}</span>`}
        ${item.isPart ? nothing : this.#renderCount(count)}
      </button>
    </li>`;
  }

  #renderCount(count: number | undefined): TemplateResult {
    if (count !== undefined) {
      const all = numberText(count, this.language);
      return html`<span class="count" part="count" aria-hidden="true">
        <span class="exact">${all}</span><span class="short">${count > 999 ? '999+' : count}</span>
      </span>`;
    }
    return this.#counts.value?.status === 'failed'
      ? html`<span class="count" part="count" aria-hidden="true">–</span>`
      : html`<span class="count" part="count" aria-hidden="true"><span class="skeleton"></span></span>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const counts = this.#counts.value;
    if (counts?.status !== 'failed') return nothing;
    return html`<div class="failure">
      <span class="why" role="status">${this.texts.viewMenu.failed} ${this.texts.errors[counts.error.kind]}</span>
      <button class="button" type="button" title=${this.texts.viewMenu.failed} @click=${this.#onRetry}>
        ${icon('refresh')}<span class="label">${this.texts.common.retry}</span>
      </button>
    </div>`;
  }

  get #items(): MenuItem[] {
    return menuItems(this.#query.value, known(this.#session.value), this.texts);
  }

  #count(item: MenuItem): number | undefined {
    return known(this.#counts.value)?.[item.view];
  }

  #onClick(item: MenuItem): void {
    if (item.isCurrent) {
      this.ask(new ListRefreshRequest());
      return;
    }
    const { view, group, transfer } = item;
    this.ask(new ListOpenRequest({ view, group, transfer, figure: undefined, starred: undefined }));
  }

  readonly #onRetry = (): void => {
    this.ask(new RetryRequest('counts'));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item')];
    const at = buttons.indexOf(event.composedPath()[0] as HTMLButtonElement);
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const [back, on] = isRightToLeft ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    const isAcross = this.orientation === 'horizontal';
    const last = buttons.length - 1;
    const targets: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      ...(isAcross ? { [back as string]: at - 1, [on as string]: at + 1 } : {}),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    buttons[Math.min(Math.max(target, 0), last)]?.focus();
  };

  readonly #onFocusout = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget))) this.focused = '';
  };
}
