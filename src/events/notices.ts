import type { SearchProblem } from '../domain/search.js';

/** The hub knows its agent and its texts; what stands in it can be used. It does not bubble: pages may nest. */
export class HubReady extends Event {
  static readonly type = 'desk-hub-ready';
  constructor() {
    super(HubReady.type);
  }
}

/** The page's callback gave the hub no token. Unsent text is kept meanwhile. */
export class HubSignedOut extends Event {
  static readonly type = 'desk-hub-signed-out';
  constructor() {
    super(HubSignedOut.type);
  }
}

/** Another list is open, whoever opened it: the page may keep it in its address. It does not bubble: pages may nest. */
export class SearchChange extends Event {
  static readonly type = 'desk-search-change';
  constructor(
    /** The list as the hub's `search` says it. */
    readonly search: string,
    /** What of a string that the page set cannot be used; the rest of it is open. */
    readonly problems: readonly SearchProblem[] = [],
  ) {
    super(SearchChange.type);
  }
}
