import type { Body } from './types.js';

/** A notice to the agents of a service that is pinned to the top. */
export interface Notice extends Pick<Body, 'html' | 'styles'> {
  readonly noticeId: number;
  readonly title: string;
  readonly pinned: boolean;
  readonly from: number;
  /** The first moment at which it is over; null for one that stays. */
  readonly until: number | null;
  readonly updatedAt: number;
  /** Whether this agent has read it since it was changed last. */
  readonly read: boolean;
}
