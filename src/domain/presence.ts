/** An agent who has a ticket open. */
export interface Viewer {
  readonly usercode: string;
  readonly name: string;
  /** Whether the agent is writing an answer to it. */
  readonly typing: boolean;
}

/** Who has a ticket open at the moment. */
export interface TicketPresence {
  readonly ticketId: string;
  readonly viewers: readonly Viewer[];
}

/** What a page tells of itself. */
export interface Beat {
  /** The ticket that is open; null where there is none, or the page is going away. */
  readonly ticketId: string | null;
  readonly typing: boolean;
  /** One for each page: an agent may have several. */
  readonly pageId: string;
}

/** How often a page in sight tells what it shows, in milliseconds. */
export const beatInterval = 5_000;
/** After so many milliseconds without a word a page counts as closed. */
export const beatLifetime = 12_000;
