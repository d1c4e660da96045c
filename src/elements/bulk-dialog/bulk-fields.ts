import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../base/icons.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import { priorities, type Priority, type Reason, type Settings } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import {
  hasText,
  isAnswer,
  takesHandlingType,
  wantsHandlingType,
  type BulkForm,
  type Missing,
  type Offer,
} from './bulk-form.js';

/** What the fields show. */
export interface FieldState {
  readonly form: BulkForm;
  readonly offers: readonly Offer[];
  readonly settings: Settings | undefined;
  readonly missing: Missing | null;
  readonly isRunning: boolean;
  readonly texts: Texts;
  readonly more: MoreTexts;
  change(change: Partial<BulkForm>): void;
}

/** What to do, and the values it is done with. */
export function renderFields(state: FieldState): TemplateResult {
  return html`<fieldset class="field" ?disabled=${state.isRunning}>
      <legend class="label">${state.more.bulkDialog.action}</legend>
      <div class="actions">${state.offers.map((offer) => renderOffer(offer, state))}</div>
      ${
        state.offers.some((offer) => offer.isDenied)
          ? html`<span class="hint" id="denied">${state.texts.forwardDialog.denied}</span>`
          : nothing
      }
    </fieldset>
    ${renderValues(state)}`;
}

function renderOffer({ action, isDenied }: Offer, { form, texts, change }: FieldState): TemplateResult {
  const isFirst = form.action === null ? action === 'comment' : action === form.action;
  return html`<label class="choice">
    <input
      type="radio"
      name="action"
      ?autofocus=${isFirst}
      .checked=${live(form.action === action)}
      ?disabled=${isDenied}
      aria-describedby=${isDenied ? 'denied' : nothing}
      @change=${() => change({ action })}
    />
    <span>${texts.action[action]}</span>
  </label>`;
}

function renderValues(state: FieldState): TemplateResult | typeof nothing {
  const { form, settings } = state;
  switch (form.action) {
    case null:
      return nothing;
    case 'forward':
      return html`<div class="pair">${renderGroup(state)} ${renderAgent(state)}</div>`;
    case 'handling_type':
      return renderType(state);
    case 'priority':
      return renderPriority(state);
    case 'star':
      return renderStar(state);
    default:
      return html`${form.action === 'internal' ? renderReason(state) : nothing} ${renderText(state)}
      ${takesHandlingType(form.action, settings) ? renderType(state) : nothing}`;
  }
}

function renderText({ form, missing, isRunning, texts, more, change }: FieldState): TemplateResult | typeof nothing {
  if (!hasText(form.action)) return nothing;
  const words = texts.replyComposer;
  const isMissing = missing === 'needText';
  const placeholder =
    form.action === 'internal'
      ? words.internalPlaceholder
      : isAnswer(form.action)
        ? words.placeholder
        : words.commentPlaceholder;
  return html`<label class="field">
    <span class="label">${isAnswer(form.action) ? words.text : words.comment}</span>
    <textarea
      class="input text"
      id="text"
      rows="4"
      dir="auto"
      spellcheck="false"
      autocomplete="off"
      placeholder=${placeholder}
      aria-invalid=${isMissing ? 'true' : nothing}
      ?readonly=${isRunning}
      .value=${live(form.text)}
      @input=${(event: Event) => change({ text: (event.currentTarget as HTMLTextAreaElement).value })}
    ></textarea>
    ${isMissing ? renderProblem(more.bulkDialog.needText) : nothing}
  </label>`;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isMissing: boolean;
  readonly problem: string;
  readonly options: readonly (readonly [value: string, text: string, isChosen: boolean])[];
}

function renderSelect(
  { id, label, isMissing, problem, options }: Choice,
  isRunning: boolean,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="field">
    <span class="label">${label}</span>
    <span class="select">
      <select
        class="input"
        id=${id}
        aria-invalid=${isMissing ? 'true' : nothing}
        ?disabled=${isRunning}
        @input=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
      >
        ${options.map(
          ([value, text, isChosen]) => html`<option value=${value} .selected=${isChosen}>${text}</option>`,
        )}</select
      >${icon('chevronDown')}
    </span>
    ${isMissing ? renderProblem(problem) : nothing}
  </label>`;
}

function renderReason({ form, settings, missing, isRunning, texts, more, change }: FieldState): TemplateResult {
  const isChosen = (reason: Reason) => reason === form.reason;
  const choice: Choice = {
    id: 'reason',
    label: texts.replyComposer.reason,
    isMissing: missing === 'needReason',
    problem: more.bulkDialog.needReason,
    options: [
      ['', texts.replyComposer.chooseReason, form.reason === null],
      ...(settings?.reasons ?? []).map((one) => [one, texts.reason[one], isChosen(one)] as const),
    ],
  };
  return renderSelect(choice, isRunning, (value) => change({ reason: (value as Reason) || null }));
}

function renderGroup({ form, settings, isRunning, texts, change }: FieldState): TemplateResult {
  const choice: Choice = {
    id: 'group',
    label: texts.forwardDialog.group,
    isMissing: false,
    problem: '',
    options: (settings?.groups ?? []).map(({ groupId, name }) => [String(groupId), name, groupId === form.groupId]),
  };
  return renderSelect(choice, isRunning, (value) => change({ groupId: Number(value), usercode: '' }));
}

/** Only who is given tickets can be chosen. */
function renderAgent({ form, settings, missing, isRunning, texts, more, change }: FieldState): TemplateResult {
  const group = settings?.groups.find(({ groupId }) => groupId === form.groupId);
  const agents = group?.agents.filter((agent) => agent.assignable) ?? [];
  if (agents.length === 0) return html`<p class="notice calm" role="status">${texts.forwardDialog.noAgents}</p>`;
  const choice: Choice = {
    id: 'agent',
    label: texts.forwardDialog.agent,
    isMissing: missing === 'needAgent',
    problem: more.bulkDialog.needAgent,
    options: [
      ['', more.bulkDialog.choose, form.usercode === ''],
      ...agents.map(({ usercode, name, open }) => {
        const text = more.bulkDialog.load({ name, count: open });
        return [usercode, text, usercode === form.usercode] as const;
      }),
    ],
  };
  return renderSelect(choice, isRunning, (usercode) => change({ usercode }));
}

const leave = 'leave';
const none = 'none';

function renderType({ form, settings, missing, isRunning, texts, more, change }: FieldState): TemplateResult {
  const words = more.bulkDialog;
  const tree = settings?.handlingTypes ?? [];
  const isBeside = form.action !== 'handling_type';
  const isRequired = wantsHandlingType(form.action, settings);
  const choice: Choice = {
    id: 'type',
    label: isBeside && !isRequired ? words.handlingTypeOf : more.field.handlingType,
    isMissing: missing === 'needHandlingType',
    problem: words.needHandlingType,
    options: [
      [leave, isBeside ? words.keepType : words.choose, form.handlingTypeId == null],
      ...(isBeside ? [] : [[none, words.unset, form.handlingTypeId === null] as const]),
      ...inTreeOrder(tree).map(
        ({ id }) => [String(id), pathOf(tree, id) ?? texts.common.none, id === form.handlingTypeId] as const,
      ),
    ],
  };
  const idOf = (value: string) => (value === leave ? undefined : value === none ? null : Number(value));
  return renderSelect(choice, isRunning, (value) => change({ handlingTypeId: idOf(value) }));
}

function renderPriority({ form, missing, isRunning, texts, more, change }: FieldState): TemplateResult {
  const choice: Choice = {
    id: 'priority',
    label: more.field.priority,
    isMissing: missing === 'needPriority',
    problem: more.bulkDialog.needPriority,
    options: [
      ['', more.bulkDialog.choose, form.priority === null],
      ...[...priorities].reverse().map((one) => [one, texts.priority[one], one === form.priority] as const),
    ],
  };
  return renderSelect(choice, isRunning, (value) => change({ priority: (value as Priority) || null }));
}

function renderStar({ form, isRunning, texts, more, change }: FieldState): TemplateResult {
  const one = (starred: boolean, text: string) =>
    html`<label class="check">
      <input
        type="radio"
        name="starred"
        ?disabled=${isRunning}
        .checked=${live(form.starred === starred)}
        @change=${() => change({ starred })}
      />
      <span>${text}</span>
    </label>`;
  return html`<fieldset class="field">
    <legend class="label">${texts.action.star}</legend>
    ${one(true, more.bulkDialog.star)} ${one(false, more.bulkDialog.unstar)}
  </fieldset>`;
}

export function renderProblem(text: string): TemplateResult {
  return html`<span class="problem" role="alert">${text}</span>`;
}
