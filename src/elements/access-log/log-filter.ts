import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../base/choice.js';
import { icon } from '../../base/icons.js';
import { auditKinds, mostAuditWords, type AuditFilter, type AuditKind } from '../../domain/audit.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What was typed and chosen, before it is asked for. */
export interface LogForm {
  /** Calendar days, `2026-11-22`; empty where the period is open. */
  readonly from: string;
  readonly to: string;
  readonly usercode: string;
  /** A kind, the name of a group of kinds, or nothing. */
  readonly kind: string;
  readonly customer: string;
  readonly ticketId: string;
  readonly q: string;
}

export type LogProblem = 'turned' | 'badTicket';

type GroupName = 'read' | 'mask' | 'file' | 'change' | 'log';

const groupNames: readonly GroupName[] = ['read', 'mask', 'file', 'change', 'log'];

function groupOf(kind: AuditKind): GroupName {
  if (kind.startsWith('mask')) return 'mask';
  if (kind.startsWith('export')) return 'file';
  if (kind.startsWith('audit')) return 'log';
  return /^(?:ticket_read|file_read|related_read|customers_found|customer_looked_up|customer_answered)$/.test(kind)
    ? 'read'
    : 'change';
}

const groups: Readonly<Record<GroupName, readonly AuditKind[]>> = Object.fromEntries(
  groupNames.map((name) => [name, auditKinds.filter((kind) => groupOf(kind) === name)]),
) as Record<GroupName, AuditKind[]>;

export const emptyForm: LogForm = { from: '', to: '', usercode: '', kind: '', customer: '', ticketId: '', q: '' };

/** What of a form cannot be asked for. */
export function problemOf({ from, to, ticketId }: LogForm): LogProblem | null {
  if (from && to && from > to) return 'turned';
  return ticketId.trim() && !/^T\d{13}[A-Za-z0-9]{5}$/.test(ticketId.trim()) ? 'badTicket' : null;
}

export function filterOf({ kind, ...form }: LogForm): AuditFilter {
  const told = Object.entries(form).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()] as const] : []));
  const kinds = groups[kind as GroupName] ?? (kind ? [kind as AuditKind] : undefined);
  return { ...Object.fromEntries(told), ...(kinds && { kinds }) };
}

export interface FilterView {
  readonly form: LogForm;
  readonly people: readonly Choice[];
  readonly more: MoreTexts;
  readonly problem: LogProblem | null;
  change(change: Partial<LogForm>): void;
  search(): void;
  reset(): void;
}

/** The conditions, above the log. */
export function renderFilter(view: FilterView): TemplateResult {
  const { problem, more } = view;
  const words = more.accessLog;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    view.search();
  };
  return html`<form class="filter" aria-label=${words.filter} novalidate @submit=${onSubmit}>
    ${renderInput(view, 'from', words.from, 'date')} ${renderInput(view, 'to', words.to, 'date')} ${renderPeople(view)}
    ${renderKinds(view)} ${renderInput(view, 'customer', words.customer, 'search', words.customerExample)}
    ${renderInput(view, 'ticketId', words.ticket, 'search')} ${renderInput(view, 'q', words.reason, 'search')}
    <div class="filter-foot">
      <button class="button quiet reset" type="button" @click=${() => view.reset()}>${words.reset}</button>
      <button class="button primary" type="submit">${icon('search')}${words.search}</button>
    </div>
    ${problem ? html`<span class="problem" role="alert" id="problem">${words[problem]}</span>` : nothing}
  </form>`;
}

type TextName = Exclude<keyof LogForm, 'kind' | 'usercode'>;

function renderInput(
  { form, problem, change }: FilterView,
  name: TextName,
  label: string,
  type: 'date' | 'search',
  example?: string,
): TemplateResult {
  const isWrong = problem === 'badTicket' ? name === 'ticketId' : problem === 'turned' && name === 'to';
  return html`<label class="field ${name}">
    <span class="label">${label}</span>
    <input
      class="input"
      name=${name}
      type=${type}
      autocomplete="off"
      dir=${type === 'search' ? 'auto' : nothing}
      maxlength=${mostAuditWords}
      placeholder=${example ?? nothing}
      title=${example ?? nothing}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? 'problem' : nothing}
      .value=${live(form[name])}
      @input=${(event: Event) => change({ [name]: (event.currentTarget as HTMLInputElement).value })}
    />
  </label>`;
}

/** Agents there are; one who is looked for and is none of them any more stays among them. */
function renderPeople({ form, people, more, change }: FilterView): TemplateResult {
  const words = more.accessLog;
  const { usercode } = form;
  const isKnown = !usercode || people.some(({ value }) => value === usercode);
  const all = isKnown ? people : [...people, { value: usercode, label: usercode }];
  return renderSelect(
    'usercode',
    words.agent,
    html`<option value="" ?selected=${!usercode}>${words.allAgents}</option>
      ${all.map(({ value, label }) => html`<option value=${value} ?selected=${value === usercode}>${label}</option>`)}`,
    (value) => change({ usercode: value }),
  );
}

function renderKinds({ form, more, change }: FilterView): TemplateResult {
  const { accessLog: words, auditKind } = more;
  const option = (value: string, label: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === form.kind}>${label}</option>`;
  return renderSelect(
    'kind',
    words.kind,
    html`${option('', words.allKinds)}
    ${groupNames.map(
      (name) =>
        html`<optgroup label=${words[name]}>
          ${option(name, words.whole({ name: words[name] }))}
          ${groups[name].map((kind) => option(kind, auditKind[kind]))}
        </optgroup>`,
    )}`,
    (value) => change({ kind: value }),
  );
}

function renderSelect(
  name: string,
  label: string,
  options: TemplateResult,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<label class="field ${name}">
    <span class="label">${label}</span>
    <span class="select">
      <select
        class="input"
        name=${name}
        @change=${(event: Event) => onChange((event.currentTarget as HTMLSelectElement).value)}
      >
        ${options}
      </select>
      ${icon('chevronDown')}
    </span>
  </label>`;
}
