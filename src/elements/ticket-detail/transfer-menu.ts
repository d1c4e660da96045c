import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { PopupController } from '../../base/popup.js';
import type { TransferTargets } from '../../domain/transfer.js';
import type { Texts } from '../../strings/ko.js';
import type { TransferEntry } from './ticket-actions.js';

/** What the menu needs of its host. */
export interface TransferMenuHost {
  /** Where tickets can go now, asked for whenever the menu opens. */
  targets(): Promise<TransferTargets> | undefined;
  onChoose(kind: TransferEntry['kind']): void;
}

/** The button that hands the ticket over, with a menu of where to. */
export class TransferMenu {
  readonly #popup: PopupController;
  /** As it was told last: what is paused meanwhile goes when the menu opens again. */
  #targets?: TransferTargets;

  constructor(
    private readonly element: ReactiveControllerHost & HTMLElement,
    private readonly host: TransferMenuHost,
  ) {
    this.#popup = new PopupController(element, (panel) => {
      panel.querySelector<HTMLElement>('.item')?.focus();
      void this.#read(panel);
    });
  }

  render(entries: readonly TransferEntry[], { action, ticketDetail: words }: Texts): TemplateResult | typeof nothing {
    if (entries.length === 0) return nothing;
    const names = { issue: action.transfer_issue, dooray: action.transfer_dooray };
    const why = { issue: words.noTarget, dooray: words.doorayOff };
    return html`<button
        type="button"
        class="button"
        data-action="transfer"
        popovertarget="transfer-menu"
        aria-haspopup="menu"
        aria-expanded=${String(this.#popup.open)}
      >
        ${icon('transfer')}${words.transfer}${icon('chevronDown')}
      </button>
      <div
        class="popup"
        id="transfer-menu"
        popover
        role="menu"
        aria-label=${words.transfer}
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @keydown=${this.#onKeydown}
      >
        ${this.#popup.open ? offered(entries, this.#targets).map((entry) => this.#renderItem(entry, names[entry.kind], why[entry.kind])) : nothing}
      </div>`;
  }

  #renderItem({ kind, isLacking }: TransferEntry, name: string, why: string): TemplateResult {
    return html`<button
      type="button"
      class="item"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${isLacking ? 'true' : nothing}
      @click=${isLacking ? nothing : () => this.#choose(kind)}
    >
      ${name}${isLacking ? html`<span class="why">${why}</span>` : nothing}
    </button>`;
  }

  async #read(panel: HTMLElement): Promise<void> {
    try {
      this.#targets = await this.host.targets();
    } catch {
      // What stands against it is told by the dialog.
    }
    this.element.requestUpdate();
    await this.element.updateComplete;
    // The entry that had the keyboard may be gone.
    if (this.#popup.open && !panel.matches(':focus-within')) panel.querySelector<HTMLElement>('.item')?.focus();
  }

  /** The menu closes first, so that the dialog gives the focus back to the button that is still there. */
  #choose(kind: TransferEntry['kind']): void {
    this.#popup.close();
    this.host.onChoose(kind);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#popup.onKeydown(event);
    if (event.key === 'Tab') this.#popup.close();
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.item')];
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const to = {
      ArrowDown: items[(at + 1) % items.length],
      ArrowUp: items.at((at - 1) % items.length),
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  };
}

/** What is paused is no entry, where there is another. */
function offered(entries: readonly TransferEntry[], targets: TransferTargets | undefined): readonly TransferEntry[] {
  if (!targets) return entries;
  const told = entries.map((entry) => {
    const isLacking = entry.kind === 'issue' ? targets.issue.length === 0 : targets.dooray === null;
    return { ...entry, isLacking };
  });
  const without = told.filter(({ kind, isLacking }) => kind === 'issue' || !isLacking);
  return without.length > 0 ? without : told;
}
