import { html, nothing, type TemplateResult } from 'lit';
import { codeName, withCodeNames } from '../../base/code-name.js';
import type { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import { safely } from '../../base/safe-text.js';
import type { ReplacementCode, Template } from '../../domain/templates.js';
import { pathOf } from '../../domain/tree.js';
import type { Settings } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What a line of the list needs. */
export interface LineView {
  readonly words: MoreTexts['templates'];
  readonly tree: Settings['handlingTypes'];
  look(template: Template): void;
  insert(template: Template): void;
}

/** The keyboard stays in the field; a press of the pointer looks at a template, a second one takes it. */
export function renderTemplate(template: Template, isActive: boolean, view: LineView): TemplateResult {
  const { words, tree } = view;
  const { templateId, name, code, owner, used, handlingTypeId } = template;
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the field above
  return html`<li
    class="template"
    role="option"
    id=${`template-${templateId}`}
    aria-selected=${isActive ? 'true' : 'false'}
    @click=${() => view.look(template)}
    @dblclick=${() => view.insert(template)}
  >
    <span class="name">${name} ${code ? html`<span class="code">/${code}</span>` : nothing}</span>
    <span class="about">
      <span>${owner === null ? words.shared : words.own}</span>
      <span>${pathOf(tree, handlingTypeId) ?? words.typeNone}</span>
      <span>${words.used(used)}</span>
    </span>
  </li>`;
}

/** Where a key leads in the list; undefined for keys that lead nowhere. */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  const last = Math.max(count - 1, 0);
  return {
    ArrowDown: place < last ? place + 1 : 0,
    ArrowUp: place > 0 ? place - 1 : last,
    PageDown: Math.min(place + 8, last),
    PageUp: Math.max(place - 8, 0),
  }[key];
}

/** The list, and beside or below it the text of the template that is looked at. */
export function renderPanes(
  list: TemplateResult,
  active: Template | undefined,
  more: MoreTexts,
  hub: Hub | undefined,
): TemplateResult {
  return html`<div class="panes ${active ? '' : 'none'}">${list} ${renderPreview(active, more, hub)}</div>`;
}

function renderPreview(active: Template | undefined, more: MoreTexts, hub: Hub | undefined): TemplateResult {
  const words = more.templates;
  if (!active) return html`<div class="preview" part="preview"></div>`;
  const label = words.preview({ name: active.name });
  return html`<section class="preview" part="preview" tabindex="0" aria-label=${label}>
    <h3 class="preview-title">${label}</h3>
    <div class="message-body" dir="auto">${safely(withCodeNames(active.html, more), words.unsafe, hub)}</div>
  </section>`;
}

/** Why nothing was put in, or what the agent must know of what was. */
export function renderTold(
  error: DeskError | undefined,
  missing: readonly ReplacementCode[] | undefined,
  texts: Texts,
  more: MoreTexts,
): TemplateResult | typeof nothing {
  const words = more.templates;
  if (error) {
    const said = words.notInserted({ why: texts.errors[error.kind] });
    return html`<p class="notice told" role="alert">${said}</p>`;
  }
  if (!missing) return nothing;
  const codes = missing.map((code) => codeName(code, more)).join(', ');
  return html`<p class="notice calm told" role="alert">${words.missing({ codes })}</p>`;
}
