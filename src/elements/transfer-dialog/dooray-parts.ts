import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { DeskError } from '../../base/desk-error.js';
import { sentences } from '../../base/sentences.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import type { DoorayProject, DoorayTag, DoorayTagGroup } from '../../domain/transfer.js';
import { tagsName, type DoorayForm } from './dooray-form.js';
import type { TransferView } from './transfer-view.js';

/** How what Dooray! is asked for stands. */
export interface DoorayState {
  readonly isLoading: boolean;
  readonly error: DeskError | undefined;
  /** Why the chosen template could not be taken. */
  readonly templateError: DeskError | undefined;
  /** The template that is on its way. */
  readonly coming: string | undefined;
  retry(): void;
  chooseOrganization(organizationId: string): void;
  chooseProject(projectId: string): void;
  chooseTemplate(templateId: string): void;
}

const valueOf = <T = string>(event: Event): T => (event.currentTarget as HTMLElement & { value: T }).value;

/** The organisation and the project, and what a new task has there beside its words. */
export function renderDooray(form: DoorayForm, view: TransferView, state: DoorayState): TemplateResult {
  const { more, problem } = view;
  const words = more.transferDialog;
  const organizations = form.organizations.map(({ organizationId, name }) => ({ value: organizationId, label: name }));
  const projects = (form.organization?.projects ?? []).map(({ projectId, name }) => ({
    value: projectId,
    label: name,
  }));
  return html`<div class="grid pairs">
      <div class="field" data-field="organizationId">
        <tree-picker
          .label=${words.organization}
          .choices=${organizations}
          .value=${live(form.organizationId)}
          .problem=${problem('organizationId')}
          required
          autofocus
          @change=${(event: Event) => state.chooseOrganization(valueOf(event))}
        ></tree-picker>
      </div>
      <div class="field" data-field="projectId">
        <tree-picker
          .label=${words.project}
          .choices=${projects}
          .value=${live(form.projectId)}
          .problem=${problem('projectId')}
          required
          ?disabled=${!form.organization}
          @change=${(event: Event) => state.chooseProject(valueOf(event))}
        ></tree-picker>
      </div>
    </div>
    ${renderOffer(form, view, state)}`;
}

function renderOffer(form: DoorayForm, view: TransferView, state: DoorayState): TemplateResult | typeof nothing {
  const { texts, more } = view;
  if (form.project) return renderProject(form.project, form, view, state);
  if (state.error) {
    return html`<div class="notice" role="alert">
      <span
        >${more.transferDialog.projectFailed}
        ${transferRefusal(state.error, 'read', more) ?? texts.errors[state.error.kind]}</span
      >
      <button class="button" type="button" @click=${() => state.retry()}>${texts.common.retry}</button>
    </div>`;
  }
  return state.isLoading ? html`<p class="waiting" role="status">${more.transferDialog.projectLoading}</p>` : nothing;
}

function renderProject(
  project: DoorayProject,
  form: DoorayForm,
  view: TransferView,
  state: DoorayState,
): TemplateResult {
  return html`<div class="grid pairs">
      ${project.templates.length > 0 ? renderTemplate(project, form, view, state) : nothing}
      ${project.members.length > 0 ? renderMembers(project, form, view) : nothing}
    </div>
    ${project.tagGroups.filter(({ tags }) => tags.length > 0).map((group) => renderTags(group, form, view))}`;
}

function renderTemplate(
  { templates }: DoorayProject,
  form: DoorayForm,
  { texts, more, problem }: TransferView,
  { templateError, coming, chooseTemplate }: DoorayState,
): TemplateResult {
  const words = more.transferDialog;
  return html`<div class="field" data-field="templateId">
    <tree-picker
      .label=${words.template}
      .choices=${templates.map(({ templateId, name }) => ({ value: templateId, label: name }))}
      .value=${live(coming ?? form.choices.template?.templateId ?? '')}
      .problem=${problem('templateId')}
      @change=${(event: Event) => chooseTemplate(valueOf(event))}
    ></tree-picker>
    ${
      templateError
        ? html`<p class="problem" role="alert">
            ${sentences(words.templateFailed, transferRefusal(templateError, 'read', more) ?? texts.errors[templateError.kind])}
          </p>`
        : nothing
    }${coming ? html`<p class="waiting" role="status">${words.templateLoading}</p>` : nothing}
  </div>`;
}

function renderMembers({ members }: DoorayProject, form: DoorayForm, view: TransferView): TemplateResult {
  const words = view.more.transferDialog;
  return html`<div class="field" data-field="assignees">
    <choice-picker
      .label=${words.assignees}
      .none=${words.noAssignee}
      .choices=${members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      .value=${form.choices.assignees}
      .problem=${view.problem('assignees')}
      @change=${(event: Event) => {
        const chosen = valueOf<readonly string[]>(event);
        view.change(() => form.chooseAssignees(chosen));
      }}
    ></choice-picker>
  </div>`;
}

/** The tags of a group, of which a task may have one, or must have one. */
function renderTags(group: DoorayTagGroup, form: DoorayForm, view: TransferView): TemplateResult {
  const { texts, more, problem, change } = view;
  const words = more.transferDialog;
  const name = tagsName(group);
  const wrong = problem(name);
  const choose = (tagId: string, isOn: boolean): void => change(() => form.chooseTag(group, tagId, isOn));
  const isNone = !group.tags.some(({ tagId }) => form.choices.tagIds.has(tagId));
  const box = (tag: DoorayTag | null): TemplateResult =>
    html`<label class="check tag"
      ><input
        type=${group.selectOne ? 'radio' : 'checkbox'}
        name=${name}
        aria-invalid=${wrong ? 'true' : nothing}
        .checked=${live(tag ? form.choices.tagIds.has(tag.tagId) : isNone)}
        @change=${(event: Event) => {
          if (tag) choose(tag.tagId, (event.currentTarget as HTMLInputElement).checked);
          else for (const { tagId } of group.tags) choose(tagId, false);
        }}
      />${tag ? dot(tag) : nothing}<span dir="auto">${tag ? tag.name : more.fieldForm.noChoice}</span></label
    >`;
  return html`<fieldset class="field tags" data-field=${name} aria-describedby=${wrong ? `problem-${name}` : nothing}>
    <legend class="label">
      ${group.groupId === null ? words.otherTags : `${words.tags} · ${group.name}`}${
        group.mandatory ? html`<span class="required">${texts.ticketDetail.required}</span>` : nothing
      }${group.selectOne ? html`<span class="aside"> ${words.pickOne}</span>` : nothing}
    </legend>
    <div class="checks">
      ${group.selectOne && !group.mandatory ? box(null) : nothing}${group.tags.map((tag) => box(tag))}
    </div>
    ${wrong ? html`<p class="problem" id="problem-${name}">${wrong}</p>` : nothing}
  </fieldset>`;
}

/** The colour by which people at Dooray! know the tag. */
export function dot({ color }: DoorayTag): TemplateResult | typeof nothing {
  if (!color) return nothing;
  const paint = (element?: Element): void => (element as HTMLElement | undefined)?.style.setProperty('--tag', color);
  return html`<span class="dot" aria-hidden="true" ${ref(paint)}></span>`;
}
