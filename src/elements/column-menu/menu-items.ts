import { mostWidth, withMoved, withShown, withWidth } from '../../domain/column-changes.js';
import { leastWidth, mainColumn, type ColumnState } from '../../domain/columns.js';
import type { SortKey } from '../../domain/types.js';
import { ListArrangeRequest, ListSortRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** A column that can be shown, as a list knows it. */
export interface ColumnChoice {
  readonly id: string;
  readonly label: string;
  readonly sort?: SortKey;
  /** In pixels at a font size of 13 px. */
  readonly width: number;
  /** Shows a sign, whose width is what it is. */
  readonly isSign: boolean;
}

/** One line of the menu of a column. */
export interface MenuItem {
  readonly label: string;
  /** What is asked; undefined where nothing would change. */
  readonly request: Event | undefined;
  /** What is said when it is done. */
  readonly said?: string;
  /** The menu stays, for it may be wanted again. */
  readonly stays?: boolean;
}

/** Pixels by which one press widens a column. */
const step = 16;

/** What can be done to one column, in the order of the menu; where the page chose the columns, that they stay. */
export function menuItems(
  choice: ColumnChoice,
  columns: readonly ColumnState[],
  texts: MoreTexts['columns'],
  isFixed = false,
): readonly (readonly MenuItem[])[] {
  const { id, label, sort, width } = choice;
  const place = columns.findIndex((column) => column.id === id);
  const total = columns.length;
  const arrange = (changed: readonly ColumnState[]): Event => new ListArrangeRequest({ columns: changed });
  const sortBy = (descending: boolean): MenuItem[] =>
    sort
      ? [{ label: descending ? texts.descending : texts.ascending, request: new ListSortRequest(sort, descending) }]
      : [];
  const move = (to: number, text: string): MenuItem => ({
    label: text,
    request: to >= 0 && to < total ? arrange(withMoved(columns, id, to)) : undefined,
    said: texts.moved({ name: label, place: to + 1, total }),
    stays: true,
  });
  const resize = (to: number | null, text: string, isOther: boolean): MenuItem => ({
    label: text,
    request: isOther ? arrange(withWidth(columns, id, to)) : undefined,
    said: to === null ? `${label}: ${text}` : texts.width({ name: label, width: to }),
    stays: true,
  });
  const wider = Math.min(width + step, mostWidth);
  const narrower = Math.max(width - step, leastWidth);
  const isSized = !choice.isSign && id !== mainColumn;
  const sorts = [...sortBy(false), ...sortBy(true)];
  if (isFixed) return [sorts, [{ label: texts.fixedColumns, request: undefined }]].filter((group) => group.length > 0);
  return [
    sorts,
    [move(place - 1, texts.before), move(place + 1, texts.after)],
    isSized
      ? [
          resize(wider, texts.wider, wider !== width),
          resize(narrower, texts.narrower, narrower !== width),
          resize(null, texts.usual, columns[place]?.width !== null),
        ]
      : [],
    id === mainColumn
      ? []
      : [
          {
            label: texts.hide,
            request: arrange(withShown(columns, id, false)),
            said: texts.hidden({ name: label }),
          },
        ],
  ].filter((group) => group.length > 0);
}
