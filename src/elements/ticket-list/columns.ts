import { columnLabel, type ColumnWords } from '../../base/column-label.js';
import {
  leastWidth,
  mainColumn,
  possibleColumns,
  shownColumns,
  sortOf,
  type ColumnState,
} from '../../domain/columns.js';
import type { SortKey } from '../../domain/types.js';

export type { ColumnWords } from '../../base/column-label.js';

/** A column as the list shows it. */
export interface ListColumn {
  readonly id: string;
  /** Class of its cells. */
  readonly name: string;
  /** What its head says. */
  readonly label: string;
  /** What its head sorts by. */
  readonly sort?: SortKey;
  /** In pixels at a font size of 13 px. */
  readonly width: number;
  /** Shows a sign, whose width is what it is. */
  readonly isSign: boolean;
}

/** The columns that stand at the start of every list. */
export const leading = ['tick', 'star'] as const;

const usualWidths: Readonly<Partial<Record<string, number>>> = {
  priority: 24,
  status: 132,
  subject: 154,
  transfer: 24,
  customer: 88,
  channel: 72,
  updatedAt: 72,
  createdAt: 72,
  resolvedAt: 72,
  language: 64,
  ticketId: 164,
  email: 160,
  phone: 112,
};
const widthOfWords = 92;
/** English names of statuses are the longest. */
const statusInEnglish = 164;

export function usualWidth(id: string, language: string): number {
  if (id === 'status' && language === 'en') return statusInEnglish;
  return usualWidths[id] ?? widthOfWords;
}

export function isTime(id: string): id is 'updatedAt' | 'createdAt' | 'resolvedAt' {
  return id === 'updatedAt' || id === 'createdAt' || id === 'resolvedAt';
}

/** The columns of an arrangement, those that there are. */
export function columnsOf(arranged: readonly ColumnState[], words: ColumnWords): readonly ListColumn[] {
  return shownColumns(arranged, possibleColumns(words.fields)).map(({ id, width }) => {
    const isSign = id === 'priority' || id === 'transfer';
    const usual = usualWidth(id, words.language);
    return {
      id,
      name: id.replace('.', '-'),
      label: columnLabel(id, words),
      sort: sortOf(id, words.fields),
      width: isSign || width === null ? usual : Math.max(width, id === mainColumn ? usual : leastWidth),
      isSign,
    };
  });
}

/** Everything that a list can be sorted by, shown or not. */
export function sortsOf(words: ColumnWords): readonly { readonly sort: SortKey; readonly label: string }[] {
  return possibleColumns(words.fields).flatMap((id) => {
    const sort = sortOf(id, words.fields);
    return sort ? [{ sort, label: columnLabel(id, words) }] : [];
  });
}

/** Whether an arrangement shows what only the service's settings can name. */
export function needsSettings(arranged: readonly ColumnState[], sort: string | undefined): boolean {
  const isNamed = (id: string): boolean => id.startsWith('f.') || id === 'category' || id === 'handlingType';
  return arranged.some(({ id }) => isNamed(id)) || (sort !== undefined && isNamed(sort));
}
