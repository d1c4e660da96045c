import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { codeName } from '../../base/code-name.js';
import { icon, type IconName } from '../../base/icons.js';
import { replacementCodes, templateLimits, type ReplacementCode } from '../../domain/templates.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import type { TreeNode } from '../../domain/types.js';
import { toolKeys, type Tool } from '../../editor/tools.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { TemplateForm, TemplateProblems } from './template-form.js';
import type { TemplateText } from './template-text.js';

/** What the fields of a template are shown from, and whom they tell. */
export interface FormView {
  readonly more: MoreTexts;
  readonly tree: readonly TreeNode[];
  readonly problems: TemplateProblems;
  readonly isAdmin: boolean;
  readonly isLocked: boolean;
  readonly text: TemplateText;
  change(change: Partial<TemplateForm>): void;
}

const tools: readonly (Tool & IconName)[] = ['bold', 'italic', 'underline', 'bullets', 'numbers', 'undo', 'redo'];

/** Everything that can be said of a template. */
export function renderFields(form: TemplateForm, view: FormView): TemplateResult {
  return html`${renderName(form, view)} ${renderSort(form, view)} ${renderText(form, view)}`;
}

function renderName(form: TemplateForm, view: FormView): TemplateResult {
  const words = view.more.templateSettings;
  const line = (field: 'name' | 'code', label: string, hint: string): TemplateResult => {
    const problem = view.problems[field];
    return html`<div class="field">
      <label class="label" for=${`field-${field}`}>${label}</label>
      <input
        class="input"
        id=${`field-${field}`}
        name=${field}
        autocomplete="off"
        ?readonly=${view.isLocked}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem || hint ? `about-${field}` : nothing}
        .value=${live(form[field])}
        @input=${(event: Event) => view.change({ [field]: (event.target as HTMLInputElement).value })}
      />
      <span id=${`about-${field}`} class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : nothing}
        >${problem ?? hint}</span
      >
    </div>`;
  };
  return html`${line('name', words.name, '')} ${line('code', words.code, words.codeHint(templateLimits.code))}`;
}

function renderSort(form: TemplateForm, view: FormView): TemplateResult {
  const words = view.more.templateSettings;
  const whose = (shared: boolean, label: string, hint: string): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="whose"
        ?disabled=${view.isLocked || (shared && !view.isAdmin)}
        .checked=${live(form.shared === shared)}
        @change=${() => view.change({ shared })}
      />
      <span>${label} <span class="hint">${hint}</span></span>
    </label>`;
  const onType = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    view.change({ handlingTypeId: value ? Number(value) : null });
  };
  return html`<div class="pair">
    <label class="field">
      <span class="label">${words.type}</span>
      <span class="select">
        <select class="input" ?disabled=${view.isLocked} @change=${onType}>
          <option value="" .selected=${form.handlingTypeId === null}>${words.typeAny}</option>
          ${inTreeOrder(view.tree).map(
            ({ id }) =>
              html`<option value=${id} .selected=${id === form.handlingTypeId}>${pathOf(view.tree, id)}</option>`,
          )}
        </select>
        ${icon('chevronDown')}
      </span>
    </label>
    <fieldset class="field">
      <legend class="label">${words.whose}</legend>
      ${whose(false, words.own, words.ownHint)} ${whose(true, words.shared, words.sharedHint)}
    </fieldset>
  </div>`;
}

function renderText(form: TemplateForm, view: FormView): TemplateResult {
  const words = view.more.templateSettings;
  const { hasFailed } = view.text;
  const problem = view.problems.html;
  const onSource = (event: Event): void => view.change({ html: (event.target as HTMLTextAreaElement).value });
  return html`<div class="field">
      <span class="label">${words.text}</span>
      ${
        hasFailed
          ? html`<p class="hint">${words.plain}</p>
              <textarea
                class="input source"
                rows="8"
                aria-label=${words.text}
                ?readonly=${view.isLocked}
                .value=${live(form.html)}
                @input=${onSource}
              ></textarea>`
          : html`<div>
              ${renderTools(view)}
              <div class="rich" @keydown=${onTextKey}></div>
            </div>`
      }
      ${problem ? html`<span class="problem" role="alert">${problem}</span>` : nothing}
    </div>
    <fieldset class="field">
      <legend class="label">${words.codes}</legend>
      <p class="hint">${words.codesHint}</p>
      <div class="codes">${replacementCodes.map((code) => renderCode(code, view))}</div>
    </fieldset>`;
}

function renderTools(view: FormView): TemplateResult {
  const words = view.more.answerTools;
  const held = view.text.editor?.tools;
  return html`<div class="toolbar" role="group" aria-label=${words.label}>
    ${tools.map(
      (tool) =>
        html`<button
          type="button"
          class="button quiet tool"
          aria-label=${words[tool]}
          title=${words[tool]}
          aria-pressed=${tool === 'undo' || tool === 'redo' ? nothing : String(held?.on.has(tool) ?? false)}
          aria-keyshortcuts=${toolKeys[tool].replace('Mod', 'Control')}
          aria-disabled=${view.isLocked || held?.off.has(tool) ? 'true' : nothing}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => view.isLocked || view.text.editor?.run(tool)}
        >
          ${icon(tool)}
        </button>`,
    )}
  </div>`;
}

function renderCode(code: ReplacementCode, view: FormView): TemplateResult {
  return html`<button
    type="button"
    class="button"
    title=${`{{${code}}}`}
    aria-disabled=${view.isLocked ? 'true' : nothing}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${() => view.isLocked || view.text.insert(`{{${code}}}`)}
  >
    ${codeName(code, view.more)}
  </button>`;
}

/** What is typed into the text is no key of the page. */
function onTextKey(event: KeyboardEvent): void {
  if (event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
}
