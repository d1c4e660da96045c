import { html, nothing, type TemplateResult } from 'lit';
import { keyAria, keyText } from '../../base/commands.js';
import { icon, type IconName } from '../../base/icons.js';
import { toolKeys, tools, type Tool, type ToolState } from '../../editor/tools.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Buttons of the toolbar: the tools of the text, and what goes with it. */
export type ToolButton = Tool | 'image' | 'attach';

const icons: Readonly<Record<ToolButton, IconName>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  link: 'link',
  bullets: 'bullets',
  numbers: 'numbers',
  quote: 'quote',
  code: 'code',
  undo: 'undo',
  redo: 'redo',
  image: 'image',
  attach: 'clip',
};

/** Buttons that stay together where the bar has more than one line. */
const groups: readonly (readonly ToolButton[])[] = [
  ['bold', 'italic', 'underline', 'strike'],
  ['link', 'bullets', 'numbers', 'quote', 'code'],
  ['undo', 'redo'],
  ['image', 'attach'],
];
const switches: ReadonlySet<ToolButton> = new Set(tools.filter((tool) => !['link', 'undo', 'redo'].includes(tool)));

export interface ToolbarState {
  /** A text without formats has only what goes with it. */
  readonly isRich: boolean;
  readonly isLocked: boolean;
  /** Undefined until the editor is there; then nothing holds and all can be had. */
  readonly tools: ToolState | undefined;
  /** What other parts of the composer add at the end, buttons with the class `tool` in a `tools` of their own. */
  readonly extras: unknown;
}

/** The buttons above the text: one stop for the Tab key, arrows between them. */
export function renderToolbar(
  { isRich, isLocked, tools: held, extras }: ToolbarState,
  more: MoreTexts,
  onPress: (button: ToolButton) => void,
): TemplateResult {
  const words = more.answerTools;
  const shown: typeof groups = isRich ? groups : [['attach']];
  const of = (name: ToolButton): TemplateResult => {
    const key = name in toolKeys ? toolKeys[name as Tool] : '';
    const isOff = isLocked || held?.off.has(name as Tool);
    return html`<button
      type="button"
      class="button quiet tool"
      data-tool=${name}
      tabindex=${name === shown[0]?.[0] ? '0' : '-1'}
      aria-label=${words[name]}
      aria-pressed=${switches.has(name) ? String(held?.on.has(name as Tool) ?? false) : nothing}
      aria-keyshortcuts=${key ? keyAria(key) : nothing}
      aria-disabled=${isOff ? 'true' : nothing}
      title=${key ? `${words[name]} (${keyText(key)})` : words[name]}
      @mousedown=${keepFocus}
      @click=${() => !isOff && onPress(name)}
    >
      ${icon(icons[name])}
    </button>`;
  };
  return html`<div class="toolbar" role="toolbar" aria-label=${words.label} @keydown=${onKeydown} @focusin=${onFocus}>
    ${shown.map((group) => html`<span class="tools">${group.map(of)}</span>`)} ${extras}
  </div>`;
}

/** The caret and what is selected stay where they are. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function reach(bar: HTMLElement, button: HTMLElement | undefined): void {
  if (!button) return;
  for (const one of bar.querySelectorAll<HTMLElement>('.tool')) one.tabIndex = one === button ? 0 : -1;
}

function onFocus(event: FocusEvent): void {
  const button = (event.target as HTMLElement).closest<HTMLElement>('.tool');
  if (button) reach(event.currentTarget as HTMLElement, button);
}

function onKeydown(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll<HTMLElement>('.tool')];
  const at = buttons.indexOf((event.target as HTMLElement).closest<HTMLElement>('.tool')!);
  const step = getComputedStyle(bar).direction === 'rtl' ? -1 : 1;
  const to = {
    ArrowRight: buttons.at((at + step + buttons.length) % buttons.length),
    ArrowLeft: buttons.at((at - step + buttons.length) % buttons.length),
    Home: buttons[0],
    End: buttons.at(-1),
  }[event.key];
  if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}
