import { columnLabel } from '../../base/column-label.js';
import { timeText } from '../../base/time-text.js';
import { possibleColumns, shownColumns, type ColumnName, type ColumnState } from '../../domain/columns.js';
import { pathOf } from '../../domain/tree.js';
import type { FieldValue, Language, Session, Settings, TicketRow } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What the words of a cell depend on. */
export interface CellSource {
  readonly texts: Texts;
  readonly language: string;
  readonly session: Session;
  readonly settings: Settings | undefined;
}

/** A column on paper. */
export interface PrintColumn {
  readonly id: string;
  readonly label: string;
  /** Subjects take the room that there is, times and numbers stay in one line. */
  readonly kind: 'wide' | 'whole' | 'usual';
}

const whole: ReadonlySet<string> = new Set<ColumnName>(['updatedAt', 'createdAt', 'resolvedAt', 'ticketId', 'phone']);

/** The columns of the list, in their order. */
export function printColumns(arranged: readonly ColumnState[], source: CellSource): readonly PrintColumn[] {
  const { texts, language, session, settings } = source;
  const fields = settings?.fields ?? [];
  const words = { texts, language: language as Language, serviceLanguage: session.service.language, fields };
  return shownColumns(arranged, possibleColumns(fields)).map(({ id }) => ({
    id,
    label: columnLabel(id, words),
    kind: id === 'subject' ? 'wide' : whole.has(id) ? 'whole' : 'usual',
  }));
}

type Cell = (row: TicketRow, source: CellSource) => string | null | undefined;

const moment = (at: number | null, { language, session }: CellSource): string =>
  at === null ? '' : timeText(at, language, session.service.timeZone, 'dateTime');

/** On paper every sign is a word, and every time is exact. */
const cells: Readonly<Record<ColumnName, Cell>> = {
  priority: ({ priority }, { texts }) => texts.priority[priority],
  status: (row, { texts }) => statusText(row, texts),
  subject: ({ subject }, { texts }) => subject || texts.ticketInfo.noSubject,
  transfer: ({ transfer }, { texts }) =>
    transfer && texts.action[transfer.kind === 'dooray' ? 'transfer_dooray' : 'transfer_issue'],
  customer: ({ customer }) => customer?.name,
  assignee: ({ assignee }) => assignee?.name,
  channel: ({ channel }, { texts }) => texts.channel[channel],
  group: ({ group }) => group?.name,
  updatedAt: ({ updatedAt }, source) => moment(updatedAt, source),
  createdAt: ({ createdAt }, source) => moment(createdAt, source),
  resolvedAt: ({ resolvedAt }, source) => moment(resolvedAt, source),
  ticketId: ({ ticketId }) => ticketId,
  category: ({ categoryId }, { settings }) => pathOf(settings?.categories ?? [], categoryId),
  handlingType: ({ handlingTypeId }, { settings }) => pathOf(settings?.handlingTypes ?? [], handlingTypeId),
  language: ({ language }, { texts }) => texts.language[language],
  creator: ({ creator }) => creator?.name,
  reason: ({ reason }, { texts }) => reason && texts.reason[reason],
  email: ({ customer }) => customer?.email,
  phone: ({ customer }) => customer?.phone,
  usercode: ({ customer }) => customer?.usercode,
};

function statusText(row: TicketRow, texts: Texts): string {
  if (row.spam) return texts.reason.spam;
  if (row.status === 'resolved' && row.resolution === 'internal') return texts.action.internal;
  return texts.status[row.status];
}

function fieldText(value: FieldValue | undefined, isPeriod: boolean, texts: Texts): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return texts.ticketHistory[value ? 'yes' : 'no'];
  return typeof value === 'string' ? value : value.join(isPeriod ? ' – ' : ', ');
}

/** What a ticket says in a column. */
export function printText(row: TicketRow, id: string, source: CellSource): string {
  const own = Object.hasOwn(cells, id) ? cells[id as ColumnName] : undefined;
  if (own) return safeName(own(row, source) ?? '');
  const field = source.settings?.fields.find(({ code }) => id === `f.${code}`);
  if (!field) return '';
  return safeName(fieldText(row.fields?.[field.code], field.type.endsWith('_period'), source.texts));
}
