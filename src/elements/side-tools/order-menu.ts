import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../base/icons.js';
import { PopupController } from '../../base/popup.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { Tool } from './tool-panels.js';

/** What the menu needs of the rail. */
export interface OrderMenuHost {
  readonly element: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };
  /** Puts a tool at a place among those that are shown. */
  move(tool: Tool, to: number): void;
  /** Puts all tools where they stood at first. */
  restore(tool: Tool): void;
}

/** A menu that says where a tool is to stand. */
export class OrderMenu {
  #tool: Tool | null = null;
  #opener: HTMLElement | null = null;
  readonly #popup: PopupController;

  constructor(private readonly host: OrderMenuHost) {
    this.#popup = new PopupController(
      host.element,
      (panel) => itemsOf(panel)[0]?.focus(),
      () => this.#opener,
    );
  }

  get isOpen(): boolean {
    return this.#popup.open;
  }

  /** Opens it beside what was pressed. */
  async open(tool: Tool, opener: HTMLElement): Promise<void> {
    this.#tool = tool;
    this.#opener = opener;
    this.host.element.requestUpdate();
    await this.host.element.updateComplete;
    this.host.element.renderRoot.querySelector<HTMLElement>('.order')?.showPopover();
  }

  render(tools: readonly Tool[], words: MoreTexts['sideTools']): TemplateResult {
    const tool = this.#tool;
    const at = tools.findIndex(({ id }) => id === tool?.id);
    const last = tools.length - 1;
    const line = (label: string, sign: IconName, isOff: boolean, act: (tool: Tool) => void): TemplateResult =>
      html`<button
        class="item"
        type="button"
        role="menuitem"
        tabindex="-1"
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${isOff || !tool ? nothing : () => this.#choose(() => act(tool))}
      >
        ${icon(sign)}<span>${label}</span>
      </button>`;
    return html`<div
      class="popup order"
      popover
      role="menu"
      aria-label=${words.order({ name: tool?.name ?? '' })}
      @beforetoggle=${this.#popup.onBeforeToggle}
      @toggle=${this.#popup.onToggle}
      @keydown=${this.#onKeydown}
    >
      ${
        this.#popup.open && tool
          ? html`${line(words.back, 'arrowUp', at <= 0, (one) => this.host.move(one, at - 1))}
            ${line(words.on, 'arrowDown', at === last, (one) => this.host.move(one, at + 1))}
            ${line(words.first, 'chevronUp', at <= 0, (one) => this.host.move(one, 0))}
            ${line(words.last, 'chevronDown', at === last, (one) => this.host.move(one, last))}
            ${line(words.usual, 'restore', false, (one) => this.host.restore(one))}`
          : nothing
      }
    </div>`;
  }

  /** The menu closes first, so that the keyboard is where the tool is taken from. */
  #choose(act: () => void): void {
    this.#popup.close();
    act();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#popup.onKeydown(event);
    if (event.key === 'Tab') this.#popup.close();
    const items = itemsOf(event.currentTarget as HTMLElement);
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const to = {
      ArrowDown: items[(at + 1) % items.length],
      ArrowUp: items.at((at - 1) % items.length),
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    // Keys of an open menu are nobody else's.
    event.stopPropagation();
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}
