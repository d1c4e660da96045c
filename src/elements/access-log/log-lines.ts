import { html, nothing, type TemplateResult } from 'lit';
import { fieldLabel, type SearchSource } from '../../base/search-source.js';
import { timeText } from '../../base/time-text.js';
import { auditServer, type AuditKind, type AuditRecord } from '../../domain/audit.js';
import type { MaskCategory } from '../../domain/types.js';
import { safeName } from '../../util/safe-name.js';
import type { LogForm } from './log-filter.js';

export interface LinesView {
  readonly records: readonly AuditRecord[];
  readonly source: SearchSource;
  readonly isBusy: boolean;
  /** Looks for what was like a line in one respect. */
  narrow(change: Partial<LogForm>): void;
}

/** The log as a table; in a narrow place each line becomes a card, and stays a row for who listens. */
export function renderLines(view: LinesView): TemplateResult {
  const { records, source, isBusy } = view;
  const words = source.more.accessLog;
  const heads = [words.at, words.who, words.what, words.whose, words.where, words.why];
  return html`<table class="lines" part="lines" role="table" aria-label=${words.label} aria-busy=${isBusy}>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${records.map((record) => renderLine(record, view))}
    </tbody>
  </table>`;
}

function renderLine(record: AuditRecord, view: LinesView): TemplateResult {
  const { source } = view;
  const { more, language, session } = source;
  const words = more.accessLog;
  const zone = session?.service.timeZone ?? 'UTC';
  const name = safeName(record.name) || record.usercode;
  const facts = factsOf(record, source);
  return html`<tr class="line ${record.kind.endsWith('_refused') ? 'refused' : ''}" role="row" data-id=${record.id}>
    <td role="cell" class="at">
      ${
        isTime(record.at)
          ? html`<time
              datetime=${new Date(record.at).toISOString()}
              title=${timeText(record.at, language, zone, 'exact')}
            >
              ${timeText(record.at, language, zone, 'dateTime')}
            </time>`
          : nothing
      }
    </td>
    <td role="cell" class="who">
      ${
        // What no agent of the service did, a server of the organisation did, or an agent of another service.
        record.usercode
          ? link(name, words.onlyAgent({ name }), () => view.narrow({ usercode: record.usercode }))
          : record.name === auditServer
            ? words.server
            : html`<bdi>${name}</bdi>`
      }
      <span class="quiet-line">${record.usercode}</span>
    </td>
    <td role="cell" class="what">
      <span class="did">${more.auditKind[record.kind] ?? record.kind}</span>
      ${facts.length > 0 ? html`<span class="quiet-line"><bdi>${facts.join(' · ')}</bdi></span>` : nothing}
    </td>
    <td role="cell" class="whose">${renderWhose(record, view)}</td>
    <td role="cell" class="where"><bdi>${record.client}</bdi></td>
    <td role="cell" class="why">${record.reason ? html`<bdi>${record.reason}</bdi>` : nothing}</td>
  </tr>`;
}

/** Whether there is such a moment: one line that has none does not take the whole log with it. */
const isTime = (at: number): boolean => !Number.isNaN(new Date(at).getTime());

function renderWhose({ customer, ticketId }: AuditRecord, { source, narrow }: LinesView): TemplateResult {
  const words = source.more.accessLog;
  const number = customer ? words.customerNumber({ id: String(customer.customerId) }) : '';
  const name = safeName(customer?.name ?? '') || number;
  const code = safeName(customer?.usercode ?? '') || (name === number ? '' : number);
  return html`${
    customer
      ? html`${link(name, words.onlyCustomer({ name }), () => narrow({ customer: String(customer.customerId) }))}
          <span class="quiet-line">${code}</span>`
      : nothing
  }
  ${ticketId ? link(ticketId, words.onlyTicket({ id: ticketId }), () => narrow({ ticketId }), 'id') : nothing}`;
}

function link(text: string, label: string, onClick: () => void, kind = ''): TemplateResult {
  return html`<button
    class="narrow ${kind}"
    type="button"
    dir="auto"
    aria-label=${label}
    title=${label}
    @click=${onClick}
  >
    ${text}
  </button>`;
}

/** Numbers of things and how many they were, in the words of the page. What is not there is not told. */
export function factsOf({ kind, data }: AuditRecord, source: SearchSource): readonly string[] {
  const { more, texts } = source;
  const words = more.accessLog;
  const number = (name: string, say: (count: number) => string): readonly string[] =>
    typeof data[name] === 'number' ? [say(data[name])] : [];
  const text = (name: string): string => (typeof data[name] === 'string' ? safeName(data[name]) : '');
  const id = data['id'] ?? data['templateId'] ?? data['triggerId'];
  const names = text('fields').split(',').filter(Boolean);
  const category = more.maskKinds[text('category') as MaskCategory];
  // Other moments are counted from that day, and say little without it.
  const [from, to] = ['from', 'to'].map((name) => (/^\d{4}-/.test(text(name)) ? text(name) : ''));
  return [
    ...(category ? [category] : []),
    ...thingsOf(kind, data, more.auditThings),
    ...(kind.startsWith('bulk') ? [texts.action[text('action') as 'resolve'] ?? ''] : []),
    ...(Array.isArray(data['patterns']) ? [words.patterns(data['patterns'].length)] : []),
    ...(data['what'] === 'forbidden_words'
      ? [words.words({ added: String(data['added']), removed: String(data['removed']) })]
      : []),
    ...number('tickets', words.tickets),
    ...number('rows', words.rows),
    ...(Array.isArray(data['columns']) ? [words.columns(data['columns'].length)] : []),
    ...(typeof id === 'number' ? [words.number({ id: String(id) })] : []),
    ...(names.length > 0 ? [words.fields({ names: names.map((name) => fieldLabel(name, source)).join(', ') })] : []),
    ...(kind.startsWith('audit') && (from || to) ? [words.period({ from: from ?? '', to: to ?? '' })] : []),
    ...(data['linked'] || data['origin'] ? [text('to') || text('from'), text('linked') || text('origin')] : []),
    ...(/^(?:audit|agent)_/.test(kind) ? [text('usercode')] : []),
  ].filter(Boolean);
}

type Things = SearchSource['more']['auditThings'];

/** What of the service was set. Other servers may know more of it than the page has words for. */
function thingsOf(kind: AuditKind, data: AuditRecord['data'], things: Things): readonly string[] {
  const isLabel = kind.startsWith('setup_') && data['what'] === 'faq';
  const names = kind === 'open_api_changed' ? Object.keys(data) : [isLabel ? 'faqLabel' : String(data['what'])];
  return names.map((name) => things[name as keyof Things]).filter((thing) => typeof thing === 'string');
}
