import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { branches } from '../../base/choice.js';
import { renderField } from '../../base/fields/field-control.js';
import type { IssueForm } from './issue-form.js';
import type { TransferView } from './transfer-view.js';

const valueOf = (event: Event): string => (event.currentTarget as HTMLElement & { value: string }).value;

/** The issue service, what the ticket is about there, and what is asked of such tickets. */
export function renderIssue(form: IssueForm, view: TransferView): TemplateResult {
  const { more, problem, change, set } = view;
  const { target, targets, definitions } = form;
  const services = targets.map(({ serviceId, name }) => ({ value: serviceId, label: name }));
  return html`<div class="grid">
    <div class="field broad" data-field="service">
      <tree-picker
        .label=${more.transferDialog.service}
        .choices=${services}
        .value=${live(form.service)}
        .problem=${problem('service')}
        required
        autofocus
        @change=${(event: Event) => {
          const service = valueOf(event);
          change(() => (form.service = service), 'service', 'categoryId');
        }}
      ></tree-picker>
    </div>
    ${
      target
        ? html`<div class="field broad" data-field="categoryId">
              <tree-picker
                .label=${more.field.category}
                .choices=${branches(target.submissionTypes)}
                .value=${live(form.categoryId)}
                .problem=${problem('categoryId')}
                required
                @change=${(event: Event) => set('categoryId', valueOf(event))}
              ></tree-picker>
            </div>
            ${definitions.map((definition) => renderField(definition, view))}`
        : nothing
    }
  </div>`;
}
