import type { TicketWindow } from './hub-context.js';

/** Whether two windows differ at most in their rows: what stands around a list looks the same for both. */
export function isSameList(before: TicketWindow | undefined, now: TicketWindow): boolean {
  return (
    before?.total === now.total &&
    before.isEstimate === now.isEstimate &&
    before.status === now.status &&
    before.generation === now.generation &&
    before.error === now.error
  );
}
