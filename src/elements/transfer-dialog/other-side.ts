import { html, nothing, type TemplateResult } from 'lit';
import { valueText } from '../../base/fields/value-text.js';
import { ownName } from '../../base/fields/field-edits.js';
import { icon } from '../../base/icons.js';
import { sizeText } from '../../base/size-text.js';
import { isEmptyValue } from '../../domain/field-values.js';
import { fieldName } from '../../domain/fields.js';
import { pathOf } from '../../domain/tree.js';
import { safeName } from '../../util/safe-name.js';
import { dot } from './dooray-parts.js';
import type { DoorayForm } from './dooray-form.js';
import type { IssueForm } from './issue-form.js';
import type { ShownText } from './shown-text.js';
import type { TransferView } from './transfer-view.js';

/** What the other side will see, before it goes: this, and nothing else of the ticket. */
export function renderOtherSide(view: TransferView, shown: ShownText): TemplateResult {
  const { form, more } = view;
  const words = more.transferDialog;
  shown.show(form.html);
  const subject = safeName(form.subject);
  return html`<section class="other-side" aria-labelledby="other-side">
    <h3 class="section-title" id="other-side">${words.otherSide}</h3>
    <div class="card">
      <p class="to" dir="auto">${placeOf(view) || words.nowhereYet}</p>
      <p class="shown-subject" dir="auto">${subject || html`<span class="none">${words.noSubject}</span>`}</p>
      ${renderFacts(view)} ${form.html === '' ? html`<p class="none">${words.noText}</p>` : shown.box}
      ${renderFiles(view)}
    </div>
    <ul class="kept">
      ${hasMasks(form) ? html`<li>${icon('mask')}<span>${words.masked}</span></li>` : nothing}
      <li>${icon('lock')}<span>${words.notCrossing}</span></li>
    </ul>
  </section>`;
}

/** Where it goes, in one line; empty while that is not chosen. */
export function placeOf({ form }: Pick<TransferView, 'form'>): string {
  if (form.kind === 'issue') {
    const path = pathOf(form.target?.submissionTypes ?? [], form.categoryId ? Number(form.categoryId) : null);
    return [form.target?.name, path].filter(Boolean).join(' · ');
  }
  const project = form.organization?.projects.find(({ projectId }) => projectId === form.projectId);
  return [form.organization?.name, project?.name].filter(Boolean).join(' / ');
}

function hasMasks({ source, subject, html: text }: IssueForm | DoorayForm): boolean {
  if (!`${subject} ${text}`.includes('*')) return false;
  return source?.history.some(({ kind, masks }) => kind === 'inquiry' && masks.length > 0) ?? false;
}

function renderFacts(view: TransferView): TemplateResult | typeof nothing {
  const facts = view.form.kind === 'issue' ? fieldsOf(view.form, view) : choicesOf(view.form, view);
  if (facts.length === 0) return nothing;
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<div class="pair">
          <dt>${name}</dt>
          <dd dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

type Fact = readonly [name: string, value: TemplateResult | string];

function fieldsOf(form: IssueForm, { language, serviceLanguage, texts }: TransferView): readonly Fact[] {
  return form.definitions.flatMap((definition) => {
    const value = form.value(ownName(definition.code));
    if (isEmptyValue(value) && value !== false) return [];
    const said = valueText(definition, value, form.uploads.all, texts);
    return [[fieldName(definition, language, serviceLanguage), said] as const];
  });
}

function choicesOf({ project, choices }: DoorayForm, { more }: TransferView): readonly Fact[] {
  const tags = (project?.tagGroups ?? [])
    .flatMap((group) => group.tags)
    .filter(({ tagId }) => choices.tagIds.has(tagId));
  const people = (project?.members ?? []).filter(({ memberId }) => choices.assignees.includes(memberId));
  const words = more.transferDialog;
  return [
    ...(tags.length > 0
      ? [[words.tags, html`${tags.map((tag) => html`<span class="chip">${dot(tag)}${tag.name}</span>`)}`] as const]
      : []),
    ...(people.length > 0 ? [[words.assignees, people.map(({ name }) => name).join(', ')] as const] : []),
  ];
}

function renderFiles({ form, more, language }: TransferView): TemplateResult | typeof nothing {
  const { files } = form;
  if (files.length === 0) return nothing;
  return html`<ul class="files" aria-label=${more.answerTools.files}>
    ${files.map(
      ({ fileName, size }) =>
        html`<li class="file">
          ${icon('clip')}<span class="file-name" dir="auto">${safeName(fileName) || more.fieldForm.someFile}</span
          ><span class="aside">${sizeText(size, language)}</span>
        </li>`,
    )}
  </ul>`;
}
