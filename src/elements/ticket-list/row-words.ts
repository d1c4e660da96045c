import { relativeTime, timeText } from '../../base/time-text.js';
import type { FieldDefinition } from '../../domain/fields.js';
import type { TicketRow, TreeNode } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
/** As long as month and day leave no doubt of the year. */
const season = 26 * week;
const quarter = 15 * minute;
const mostKept = 2000;

/** Names that only the service's settings know. */
export interface ServiceNames {
  readonly categories: readonly TreeNode[];
  readonly handlingTypes: readonly TreeNode[];
  readonly fields: readonly FieldDefinition[];
}

export const noNames: ServiceNames = { categories: [], handlingTypes: [], fields: [] };

/** The words of a row in one language. Another language is another object, so that rows can compare by identity. */
export class RowWords {
  /** The server's time for which relative times are told. */
  now = 0;
  readonly #times = new Map<number, string>();
  readonly #categories: ReadonlyMap<number, string>;
  readonly #handlingTypes: ReadonlyMap<number, string>;

  constructor(
    readonly texts: Texts,
    readonly language: string,
    readonly timeZone: string,
    readonly names: ServiceNames = noNames,
  ) {
    this.#categories = new Map(names.categories.map(({ id, name }) => [id, name]));
    this.#handlingTypes = new Map(names.handlingTypes.map(({ id, name }) => [id, name]));
  }

  priority(row: TicketRow): string {
    return row.priority === 'normal' ? '' : this.texts.priority[row.priority];
  }

  category(row: TicketRow): string {
    return row.categoryId === null ? '' : (this.#categories.get(row.categoryId) ?? '');
  }

  handlingType(row: TicketRow): string {
    return row.handlingTypeId === null ? '' : (this.#handlingTypes.get(row.handlingTypeId) ?? '');
  }

  /** How long ago something was. All tickets of the same age share one text, which keeps plural rules out of scrolling. */
  ago(at: number): string {
    const age = Math.max(0, this.now - at);
    // No zone changes its date between two quarters of an hour.
    const key = age < week ? Math.floor(age / minute) : -Math.floor(at / quarter);
    let text = this.#times.get(key);
    if (text === undefined) {
      if (this.#times.size >= mostKept) this.#times.clear();
      text =
        age < week
          ? relativeTime(at, this.now, this.texts.time, this.language, this.timeZone)
          : timeText(at, this.language, this.timeZone, age < season ? 'monthDay' : 'shortDate');
      this.#times.set(key, text);
    }
    return text;
  }

  exact(at: number): string {
    return timeText(at, this.language, this.timeZone);
  }
}
