/** Widths of the console's regions in pixels of the 13 px base, as data that a page can keep and set again. */
export interface ConsoleLayout {
  /** Null: as wide as the names of the views in this language need. */
  readonly menu: number | null;
  readonly list: number;
  readonly detail: number;
  readonly isListFolded: boolean;
}

/** The agent arranged the console anew. Tells of this console alone, so it does not bubble. */
export class ConsoleLayoutNotice extends Event {
  static readonly type = 'desk-console-layout';
  constructor(readonly layout: ConsoleLayout) {
    super(ConsoleLayoutNotice.type);
  }
}
