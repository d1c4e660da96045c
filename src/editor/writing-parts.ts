import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keyAria, keyText } from '../base/commands.js';
import { icon } from '../base/icons.js';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import { toolKeys, type Tool } from './tools.js';
import type { Writing, Written } from './writing.js';

const offered: readonly Tool[] = ['bold', 'italic', 'underline', 'bullets', 'numbers', 'quote', 'undo', 'redo'];

/** A text that must be written, as its dialog has it. */
export interface WritingView {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly label: string;
  readonly written: Written;
  /** Whether it is written with formats. */
  readonly isRich: boolean;
  /** What is wrong, in words; empty for nothing. */
  readonly problem: string;
  change(written: Written): void;
}

/** What stands on the field with formats, as on the plain one. */
export function writingAttributes(label: string, isWrong: boolean): Readonly<Record<string, string>> {
  return {
    'aria-label': label,
    'aria-required': 'true',
    ...(isWrong && { 'aria-invalid': 'true', 'aria-describedby': 'problem-html' }),
  };
}

/** The text, plain or with formats; both fields are there, of which one is seen. */
export function renderWriting(view: WritingView, text: Writing): TemplateResult {
  const { texts, more, label, written, isRich, problem: wrong, change } = view;
  const onInput = (event: Event): void =>
    change({ text: (event.currentTarget as HTMLTextAreaElement).value, isHtml: false });
  // What was written with formats waits for its editor.
  const isHidden = isRich && (text.editor !== undefined || written.isHtml);
  return html`<div class="field broad" data-field="html">
    <label class="label" for="text">${label}<span class="required">${texts.ticketDetail.required}</span></label>
    <div class="writing">
      ${isRich ? renderTools(text, more) : nothing} ${isRich ? html`<div class="rich"></div>` : nothing}
      <textarea
        class="input text"
        id="text"
        rows="6"
        dir="auto"
        aria-required="true"
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'problem-html' : nothing}
        ?hidden=${isHidden}
        .value=${live(written.isHtml ? '' : written.text)}
        @input=${onInput}
        @compositionstart=${text.onComposition}
        @compositionend=${text.onComposition}
      ></textarea>
    </div>
    ${wrong ? html`<p class="problem" id="problem-html">${wrong}</p>` : nothing}
  </div>`;
}

/** The tools of the text: one stop for the Tab key, arrows between them. */
function renderTools(text: Writing, more: MoreTexts): TemplateResult {
  const held = text.editor?.tools;
  return html`<div class="tools" role="toolbar" aria-label=${more.answerTools.label} @keydown=${walk}>
    ${offered.map((tool, place) => {
      const name = more.answerTools[tool];
      const isStep = tool === 'undo' || tool === 'redo';
      const isOff = !held || held.off.has(tool);
      return html`<button
        class="button quiet"
        type="button"
        tabindex=${place === 0 ? '0' : '-1'}
        aria-label=${name}
        title="${name} (${keyText(toolKeys[tool])})"
        aria-keyshortcuts=${keyAria(toolKeys[tool])}
        aria-pressed=${isStep ? nothing : String(held?.on.has(tool) ?? false)}
        aria-disabled=${isOff ? 'true' : nothing}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => isOff || text.run(tool)}
      >
        ${icon(tool)}
      </button>`;
    })}
  </div>`;
}

function walk(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const all = [...bar.querySelectorAll<HTMLElement>('button')];
  const step = getComputedStyle(bar).direction === 'rtl' ? -1 : 1;
  const at = all.indexOf(event.target as HTMLElement);
  const to = {
    ArrowRight: all.at((at + step) % all.length),
    ArrowLeft: all.at((at - step) % all.length),
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  if (!to) return;
  event.preventDefault();
  for (const one of all) one.tabIndex = one === to ? 0 : -1;
  to.focus();
}
