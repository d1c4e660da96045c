import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import { branches, type Choice } from '../../base/choice.js';
import { renderFact } from '../../base/fields/fact-field.js';
import { renderField } from '../../base/fields/field-control.js';
import { renderFileControl } from '../../base/fields/file-control.js';
import type { KnownCustomers } from '../../base/fields/known-customers.js';
import { customerFacts } from '../../domain/customer-info.js';
import { priorities, type Priority } from '../../domain/types.js';
import { renderWriting } from '../../editor/writing-parts.js';
import type { Writing } from '../../editor/writing.js';
import type { CreateTemplates } from './create-templates.js';
import type { CreateView } from './create-view.js';
import { longestTitle } from './new-ticket.js';

/** Parts that have a life of their own. */
export interface SectionParts {
  readonly customers: KnownCustomers;
  readonly templates: CreateTemplates;
  readonly text: Writing;
  /** Whether group and assignee can be told at once. */
  readonly allowAssign: boolean;
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLElement & { value: string }).value;

/** All that is asked for, part by part. */
export function renderSections(view: CreateView, parts: SectionParts): TemplateResult {
  const { ticket, texts, more, hub, definitions, category } = view;
  const take = (templateId: string, body?: string): void => {
    view.change({ templateId });
    if (body !== undefined) void parts.text.put(body);
  };
  const templates = { hub, texts, more, take, templateId: ticket.templateId, values: ticket.codeValues(category) };
  return html`<div class="grid first">${renderCategory(view)} ${renderPriority(view)}</div>
    <section aria-labelledby="whose">
      <h3 class="section-title" id="whose">${texts.ticketDetail.customer}</h3>
      <div class="grid">
        ${renderFacts(view, parts.customers)} ${parts.customers.render(more)}
        ${definitions.map((definition) => renderField(definition, view))}
      </div>
    </section>
    <section aria-labelledby="what">
      <h3 class="section-title" id="what">${more.createDialog.inquiry}</h3>
      <div class="grid">
        ${renderTitle(view)} ${parts.templates.render(templates)} ${renderText(view, parts.text)} ${renderFiles(view)}
      </div>
    </section>
    ${parts.allowAssign ? html`<div class="grid">${renderAssignment(view)}</div>` : nothing}`;
}

/** What the ticket is about: its fields follow from it. */
function renderCategory({ ticket, more, settings, problem, set }: CreateView): TemplateResult {
  return html`<div class="field" data-field="categoryId">
    <tree-picker
      .label=${more.field.category}
      .choices=${branches(settings?.categories ?? [])}
      .value=${live(ticket.text('categoryId'))}
      .problem=${problem('categoryId')}
      required
      autofocus
      @change=${(event: Event) => set('categoryId', valueOf(event))}
    ></tree-picker>
  </div>`;
}

/** Whose ticket it is, with known customers. */
function renderFacts(controls: CreateView, customers: KnownCustomers): readonly TemplateResult[] {
  const { name, id: usercode, email, phone } = controls.texts.ticketDetail;
  const labels = { name, usercode, email, phone };
  return customerFacts.map((fact) =>
    renderFact({
      fact,
      label: labels[fact],
      value: String(controls.value(`customer.${fact}`) ?? ''),
      problem: controls.problem(`customer.${fact}`),
      isLocked: controls.isLocked,
      customers,
      set: (value) => controls.set(`customer.${fact}`, value),
    }),
  );
}

function renderTitle({ ticket, texts, more, problem, change }: CreateView): TemplateResult {
  const wrong = problem('subject');
  return html`<div class="field broad" data-field="subject">
    <label class="label" for="subject"
      >${more.createDialog.subject}<span class="required">${texts.ticketDetail.required}</span></label
    >
    <input
      class="input"
      type="text"
      id="subject"
      dir="auto"
      autocomplete="off"
      aria-required="true"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'problem-subject' : nothing}
      .value=${live(ticket.subject)}
      @input=${(event: Event) => change({ subject: valueOf(event) })}
    />
    ${
      [...ticket.subject].length > longestTitle * 0.8
        ? html`<span class="count"
            >${more.fieldForm.count({ used: [...ticket.subject].length, length: longestTitle })}</span
          >`
        : nothing
    }
    ${wrong ? html`<p class="problem" id="problem-subject">${wrong}</p>` : nothing}
  </div>`;
}

function renderText({ ticket, texts, more, session, problem, change }: CreateView, text: Writing): TemplateResult {
  return renderWriting(
    {
      texts,
      more,
      label: more.createDialog.text,
      written: ticket.written,
      isRich: session?.service.editor === 'html',
      problem: problem('html'),
      change: (written) => change({ written }),
    },
    text,
  );
}

function renderPriority({ ticket, texts, change }: CreateView): TemplateResult {
  return html`<div class="field">
    <label class="label" for="priority">${texts.ticketDetail.priority}</label>
    <span class="select"
      ><select
        class="input"
        id="priority"
        @change=${(event: Event) => change({ priority: valueOf(event) as Priority })}
      >
        ${priorities.map(
          (one) =>
            html`<option value=${one} .selected=${live(one === ticket.priority)}>${texts.priority[one]}</option>`,
        )}</select
      >${icon('chevronDown')}</span
    >
  </div>`;
}

function renderFiles(view: CreateView): TemplateResult {
  const label = view.more.answerTools.files;
  const problem = view.problem('attachmentIds');
  return html`<fieldset class="field broad" data-field="attachmentIds">
    <legend class="label">${label}</legend>
    ${renderFileControl('attachmentIds', label, { required: false }, view)}
    ${problem ? html`<p class="problem">${problem}</p>` : nothing}
  </fieldset>`;
}

/** Who has it at once, where the page lets agents say so. Others get it from those alone who may forward. */
function renderAssignment({ ticket, more, settings, session, problem, change }: CreateView): TemplateResult {
  const agent = session?.agent;
  const groups = settings?.groups ?? [];
  const agents = groups.find(({ groupId }) => String(groupId) === ticket.groupId)?.agents ?? [];
  const inGroups: readonly Choice[] = groups.map(({ groupId, name }) => ({ value: String(groupId), label: name }));
  const people: readonly Choice[] = agents
    .filter(({ usercode, assignable }) => usercode === agent?.usercode || (assignable && agent?.permissions.forward))
    .map(({ usercode, name }) => ({ value: usercode, label: name }));
  return html`<div class="field" data-field="groupId">
      <tree-picker
        .label=${more.field.groups}
        .choices=${inGroups}
        .value=${live(ticket.groupId)}
        .problem=${problem('groupId')}
        @change=${(event: Event) => change({ groupId: valueOf(event), assignee: '' })}
      ></tree-picker>
    </div>
    <div class="field" data-field="assignee">
      <tree-picker
        .label=${more.field.assignee}
        .choices=${people}
        .value=${live(ticket.assignee)}
        .problem=${problem('assignee')}
        ?disabled=${ticket.groupId === ''}
        @change=${(event: Event) => change({ assignee: valueOf(event) })}
      ></tree-picker>
    </div>`;
}
