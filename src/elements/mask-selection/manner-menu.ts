import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { maskCategories, maskStyles, type MaskCategory, type MaskStyle } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What can be chosen, and what follows. */
export interface Manner {
  readonly style: MaskStyle;
  /** Why nothing can be masked now; empty where it can. */
  readonly why: string;
  chooseStyle(style: MaskStyle): void;
  maskAs(category: MaskCategory): void;
}

/** How long the asterisks are from now on, and the kinds as which the selection can be masked at once. */
export function renderManner(manner: Manner, more: MoreTexts): TemplateResult {
  const { maskSelection: words, maskKinds } = more;
  const names: Readonly<Record<MaskStyle, string>> = { 'per-character': words.perCharacter, fixed: words.fixed };
  return html`<div role="group" aria-labelledby="style">
      <p class="group-name" id="style" role="presentation">${words.style}</p>
      ${maskStyles.map(
        (style) =>
          html`<button
            type="button"
            class="item"
            role="menuitemradio"
            tabindex="-1"
            aria-checked=${String(style === manner.style)}
            @click=${() => manner.chooseStyle(style)}
          >
            <span class="tick">${style === manner.style ? icon('check') : nothing}</span>${names[style]}
          </button>`,
      )}
    </div>
    <div role="group" aria-labelledby="kinds">
      <p class="group-name" id="kinds" role="presentation">${words.as}</p>
      ${maskCategories.map(
        (category) =>
          html`<button
            type="button"
            class="item"
            role="menuitem"
            tabindex="-1"
            title=${manner.why || nothing}
            aria-disabled=${manner.why ? 'true' : nothing}
            @click=${manner.why ? nothing : () => manner.maskAs(category)}
          >
            <span class="tick"></span>${maskKinds[category]}
          </button>`,
      )}
    </div>`;
}

/** Arrows, Home and End walk through the items, round and round. */
export function walkManner(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.item')];
  const at = items.indexOf(event.composedPath()[0] as HTMLElement);
  const last = items.length - 1;
  // A page may have given every object members of its own.
  const steps = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last };
  if (!Object.hasOwn(steps, event.key)) return;
  const next = steps[event.key as keyof typeof steps];
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
}
