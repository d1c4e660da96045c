import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../base/choice.js';
import { codeName } from '../../base/code-name.js';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { Loader } from '../../base/loader.js';
import type { CodeValues, FilledTemplate, Template } from '../../domain/templates.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What templates need of the dialog as it is now. */
export interface TemplatesView {
  readonly hub: Hub;
  readonly texts: Texts;
  readonly more: MoreTexts;
  /** The template that was taken last; empty for none. */
  readonly templateId: string;
  /** What stands for the codes so far. */
  readonly values: CodeValues;
  /** A template was chosen: its text goes in; without one the choice alone is forgotten. */
  take(templateId: string, html?: string): void;
}

/** The template with which a text begins, found by typing its name or its code. */
export class CreateTemplates {
  readonly #all: Loader<readonly Template[]>;
  readonly #filled: Loader<FilledTemplate>;
  #name = '';

  constructor(element: HubHost) {
    this.#all = new Loader(element);
    this.#filled = new Loader(element);
  }

  /** The dialog opens. */
  read(hub: Hub): void {
    this.#filled.clear();
    void this.#all.start((signal) => hub.answers.templates(signal));
  }

  /** The dialog closed: what is on its way has no place to go. */
  stop(): void {
    this.#filled.clear();
  }

  render(view: TemplatesView): TemplateResult {
    const onChange = (event: Event): void =>
      void this.#choose((event.currentTarget as HTMLElement & { value: string }).value, view);
    return html`<div class="field broad" data-field="template">
      <tree-picker
        .label=${view.more.templates.label}
        .choices=${this.#choices}
        .value=${live(view.templateId)}
        @change=${onChange}
      ></tree-picker>
      ${this.#renderSaid(view)}
    </div>`;
  }

  get #choices(): readonly Choice[] {
    return (this.#all.value ?? []).map(({ templateId, name, code }) => ({
      value: String(templateId),
      label: code ? `${name} /${code}` : name,
    }));
  }

  #renderSaid({ texts, more, templateId }: TemplatesView): TemplateResult | typeof nothing {
    const { error, value } = this.#filled;
    const problem = error ?? this.#all.error;
    if (problem) {
      const why = texts.errors[problem.kind];
      const said = error ? more.templates.notInserted({ why }) : `${more.templates.failed} ${why}`;
      return html`<p class="problem" role="alert">${said}</p>`;
    }
    if (!value || templateId === '') return nothing;
    const codes = value.missing.map((code) => codeName(code, more)).join(', ');
    const said = codes ? more.createDialog.missing({ codes }) : more.templates.inserted({ name: this.#name });
    return html`<p class=${codes ? 'aside' : 'visually-hidden'} role="status">${said}</p>`;
  }

  async #choose(templateId: string, { hub, values, take }: TemplatesView): Promise<void> {
    const template = this.#all.value?.find((one) => String(one.templateId) === templateId);
    if (!template) return take('');
    this.#name = template.name;
    const filled = await this.#filled.start((signal) => hub.answers.filled(template.templateId, values, signal));
    if (filled) take(templateId, filled.html);
  }
}
