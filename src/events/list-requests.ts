import type { BulkAgreement, BulkIntent, BulkTarget } from '../domain/bulk.js';
import type { ColumnState, Density } from '../domain/columns.js';
import type { Preferences } from '../domain/preferences.js';
import type { SortKey, TicketQuery } from '../domain/types.js';
import { DeskRequest } from './request.js';

/** Another list: a view, a figure of the board, a filter or an order. Fields left out keep their value. */
export class ListOpenRequest extends DeskRequest {
  static readonly type = 'desk-list-open-request';
  constructor(readonly change: Partial<TicketQuery>) {
    super(ListOpenRequest.type);
  }
}

/** Rows are to be sorted. */
export class ListSortRequest extends DeskRequest {
  static readonly type = 'desk-list-sort-request';
  constructor(
    readonly sort: SortKey,
    readonly descending: boolean,
  ) {
    super(ListSortRequest.type);
  }
}

/** Show what waits behind "3 new", or load again what failed. */
export class ListRefreshRequest extends DeskRequest {
  static readonly type = 'desk-list-refresh-request';
  constructor() {
    super(ListRefreshRequest.type);
  }
}

/** Rows ticked or unticked. With `all`, every ticket of the list but `ids`. */
export class TickRequest extends DeskRequest {
  static readonly type = 'desk-tick-request';
  constructor(readonly ticked: { readonly all: boolean; readonly ids: ReadonlySet<string> }) {
    super(TickRequest.type);
  }
}

/** The area of detailed conditions is to open or to close. */
export class SearchOpenRequest extends DeskRequest {
  static readonly type = 'desk-search-open-request';
  constructor(readonly open: boolean) {
    super(SearchOpenRequest.type);
  }
}

/** Columns and row height of the open list: kept with the saved view that is open, else as the agent's usual ones. */
export class ListArrangeRequest extends DeskRequest {
  static readonly type = 'desk-list-arrange-request';
  constructor(readonly change: { readonly columns?: readonly ColumnState[] | null; readonly density?: Density }) {
    super(ListArrangeRequest.type);
  }
}

/** A saved view is to be shown, with its columns and its order. */
export class SavedViewOpenRequest extends DeskRequest {
  static readonly type = 'desk-saved-view-open-request';
  constructor(readonly viewId: string) {
    super(SavedViewOpenRequest.type);
  }
}

/**
 * What the agent arranged changes; parts that are left out stay. With an id there is a task of that id until the server
 * has it, and afterwards if the server refused.
 */
export class PreferencesChangeRequest extends DeskRequest {
  static readonly type = 'desk-preferences-change-request';
  constructor(
    readonly change: Partial<Preferences>,
    readonly id?: string,
  ) {
    super(PreferencesChangeRequest.type);
  }
}

/** Something is to be done to many tickets. The task of that id ends when the run has begun, and its job names it. */
export class BulkRequest extends DeskRequest {
  static readonly type = 'desk-bulk-request';
  constructor(
    readonly id: string,
    readonly tickets: BulkTarget,
    readonly intent: BulkIntent,
    /** The numbers that the agent saw: a run that would do more does not begin. */
    readonly agreed?: BulkAgreement,
  ) {
    super(BulkRequest.type);
  }
}

/** What failed in a run is to be tried again, or what is left of it is not to be done. */
export class JobRequest extends DeskRequest {
  static readonly type = 'desk-job-request';
  constructor(
    readonly jobId: string,
    readonly what: 'retry' | 'cancel',
  ) {
    super(JobRequest.type);
  }
}

/** A list is to be saved as a file. The task of that id ends when the file is there. */
export class ExportRequest extends DeskRequest {
  static readonly type = 'desk-export-request';
  constructor(
    readonly id: string,
    readonly query: TicketQuery,
    /** Names of columns, in order. */
    readonly columns: readonly string[],
    /** Why the file is needed: it is written down. */
    readonly reason: string,
  ) {
    super(ExportRequest.type);
  }
}
