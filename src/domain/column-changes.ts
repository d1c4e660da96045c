import { leastWidth, mainColumn, type ColumnState } from './columns.js';

/** Widest column, in pixels at a font size of 13 px. */
export const mostWidth = 640;

/** The columns with one of them in another place; places count from 0. */
export function withMoved(columns: readonly ColumnState[], id: string, place: number): readonly ColumnState[] {
  const column = columns.find((each) => each.id === id);
  if (!column) return columns;
  const others = columns.filter((each) => each !== column);
  others.splice(Math.min(Math.max(place, 0), others.length), 0, column);
  return others;
}

/** The columns with one of another width; null for its usual one. */
export function withWidth(columns: readonly ColumnState[], id: string, width: number | null): readonly ColumnState[] {
  const fitting = width === null ? null : Math.round(Math.min(Math.max(width, leastWidth), mostWidth));
  return columns.map((column) => (column.id === id ? { id, width: fitting } : column));
}

/** The columns with one shown, behind the others, or hidden. The main column cannot be hidden. */
export function withShown(columns: readonly ColumnState[], id: string, on: boolean): readonly ColumnState[] {
  const others = columns.filter((column) => column.id !== id);
  if (on) return others.length < columns.length ? columns : [...columns, { id, width: null }];
  return id === mainColumn ? columns : others;
}
