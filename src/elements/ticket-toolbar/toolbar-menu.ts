import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../base/icons.js';

/** Something that the menu does. */
export interface MenuItem {
  readonly name: string;
  readonly icon: IconName;
  readonly label: string;
  /** The bar shows it too where there is room; the menu then does not. */
  readonly folded?: 'clear' | 'info';
  /** Why it cannot be done now; empty where it can. */
  readonly why: string;
  act(): void;
}

/** The things to do, one below the other. */
export function renderItems(items: readonly MenuItem[], act: (item: MenuItem) => void): TemplateResult[] {
  return items.map(
    (item) =>
      html`<button
        class="item ${item.folded ? `folded ${item.folded}` : ''}"
        role="menuitem"
        type="button"
        tabindex="-1"
        title=${item.why || nothing}
        aria-disabled=${item.why ? 'true' : nothing}
        @click=${() => act(item)}
      >
        ${icon(item.icon)}${item.label}
      </button>`,
  );
}

/** Arrows, Home and End walk through the items that are shown, round and round. */
export function walkMenu(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.item')].filter(
    (item) => item.checkVisibility?.() ?? item.offsetParent !== null,
  );
  const at = items.indexOf(event.composedPath()[0] as HTMLElement);
  const last = items.length - 1;
  const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
}
