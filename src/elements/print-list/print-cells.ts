import { columnLabel } from '../../base/column-label.js';
import { fieldText, rowTexts, type PlainColumn } from '../../base/row-text.js';
import { timeText } from '../../base/time-text.js';
import { possibleColumns, shownColumns, type ColumnName, type ColumnState } from '../../domain/columns.js';
import { pathOf } from '../../domain/tree.js';
import type { Language, Session, Settings, TicketRow } from '../../domain/types.js';
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

/** What is told otherwise than on the screen: on paper every sign is a word, every time exact and every path whole. */
const cells: Readonly<Record<Exclude<ColumnName, PlainColumn>, Cell>> = {
  priority: ({ priority }, { texts }) => texts.priority[priority],
  updatedAt: ({ updatedAt }, source) => moment(updatedAt, source),
  createdAt: ({ createdAt }, source) => moment(createdAt, source),
  resolvedAt: ({ resolvedAt }, source) => moment(resolvedAt, source),
  category: ({ categoryId }, { settings }) => pathOf(settings?.categories ?? [], categoryId),
  handlingType: ({ handlingTypeId }, { settings }) => pathOf(settings?.handlingTypes ?? [], handlingTypeId),
};

/** What a ticket says in a column. */
export function printText(row: TicketRow, id: string, source: CellSource): string {
  if (Object.hasOwn(rowTexts, id)) return safeName(rowTexts[id as PlainColumn](row, source.texts));
  if (Object.hasOwn(cells, id)) return safeName(cells[id as keyof typeof cells](row, source) ?? '');
  const field = source.settings?.fields.find(({ code }) => id === `f.${code}`);
  if (!field) return '';
  return safeName(fieldText(row.fields?.[field.code], field.type.endsWith('_period'), source.texts));
}
