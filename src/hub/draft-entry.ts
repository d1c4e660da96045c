import type { DraftValues } from '../api/work-api.js';
import type { DraftState } from '../base/hub-context.js';
import type { Draft } from '../domain/types.js';

export type Text = Omit<DraftValues, 'seq'>;

/** The unsent text of one ticket. */
export interface Entry {
  readonly ticketId: string;
  text: Text | null;
  /** Number of the draft that the server has. */
  seq: number;
  state: DraftState['state'];
  updatedAt: number;
  other?: Draft;
  error?: DraftState['error'];
  loading: Promise<void>;
  saving?: Promise<void>;
  /** What was sent without an answer; the server may have it. */
  doubtful?: Text;
  timer?: ReturnType<typeof setTimeout>;
  isResting: boolean;
  isDirty: boolean;
  /** A text came to its end here: it was given up, or became an answer. */
  hasEnded: boolean;
}

export const emptyText: Text = { html: '', action: null, values: {} };

export function isGivenUp({ html, values }: Text): boolean {
  return html === '' && Object.keys(values).length === 0;
}

export function newEntry(ticketId: string): Entry {
  return {
    ticketId,
    text: null,
    seq: 0,
    state: 'loading',
    updatedAt: 0,
    loading: Promise.resolve(),
    isResting: false,
    isDirty: false,
    hasEnded: false,
  };
}
