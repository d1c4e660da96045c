import type { ColumnState, Density } from './columns.js';
import { usualRail, type RailState } from './side-tools.js';

/** A search with its columns and its order, kept under a name. */
export interface SavedView {
  /** 1 to 40 letters, digits and hyphens. */
  readonly id: string;
  /** 1 to 60 characters. */
  readonly name: string;
  /** As `searchText` writes it: view, conditions and order. */
  readonly query: string;
  /** Null for the agent's usual columns. */
  readonly columns: readonly ColumnState[] | null;
}

/** How an agent wants figures and promised calls told; what is not there is as usual. */
export interface BoardPreferences {
  readonly orientation?: 'horizontal' | 'vertical';
  /** Names of the figures in their order: those of the board, and `phone.` or `chat.` and theirs. What is missing is hidden. */
  readonly items?: readonly string[];
  /** A sound when a promised call is due. */
  readonly sound?: boolean;
  /** A notification of the browser when a promised call is due. */
  readonly notify?: boolean;
}

/** What an agent arranged. Kept on the server, so that it follows the agent to another machine. */
export interface Preferences {
  readonly list: {
    /** Null until the agent changed them. */
    readonly columns: readonly ColumnState[] | null;
    readonly density: Density | null;
    readonly isCollapsed: boolean;
  };
  /** Fields that the search area offers, in order: names of `searchFields`, or `f.` and a code. Null for the service's. */
  readonly conditions: readonly string[] | null;
  /** In the order of the menu. */
  readonly views: readonly SavedView[];
  readonly shortcuts: {
    readonly isOn: boolean;
    /** Keys by command, where they differ from the usual ones; empty for none. */
    readonly keys: Readonly<Record<string, string>>;
  };
  /** Widths of the console's regions, as its layout notice tells them. */
  readonly layout: Readonly<Record<string, number | boolean | null>> | null;
  readonly board: BoardPreferences;
  /** The tools beside a ticket. */
  readonly rail: RailState;
}

export const usualPreferences: Preferences = {
  list: { columns: null, density: null, isCollapsed: false },
  conditions: null,
  views: [],
  shortcuts: { isOn: true, keys: {} },
  layout: null,
  board: {},
  rail: usualRail,
};

/** Most saved views of an agent. */
export const mostViews = 50;
