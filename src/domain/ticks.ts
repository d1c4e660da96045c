/** Ticked tickets. With `all`, every ticket of the list but `ids`, so that a million cost as much as one. */
export interface Ticks {
  readonly all: boolean;
  readonly ids: ReadonlySet<string>;
}

export const noTicks: Ticks = { all: false, ids: new Set() };
export const allTicks: Ticks = { all: true, ids: new Set() };

export function isTicked(ticks: Ticks, ticketId: string): boolean {
  return ticks.ids.has(ticketId) !== ticks.all;
}

/** How many of a list of `total` are ticked. */
export function tickedCount(ticks: Ticks, total: number): number {
  return ticks.all ? Math.max(0, total - ticks.ids.size) : ticks.ids.size;
}

/** The same ticks with some tickets ticked or unticked. */
export function withTicks(ticks: Ticks, ticketIds: Iterable<string>, on: boolean): Ticks {
  const ids = new Set(ticks.ids);
  for (const ticketId of ticketIds) {
    if (on === ticks.all) ids.delete(ticketId);
    else ids.add(ticketId);
  }
  return { all: ticks.all, ids };
}

/** The same ticks with one ticket the other way round. */
export function toggled(ticks: Ticks, ticketId: string): Ticks {
  return withTicks(ticks, [ticketId], !isTicked(ticks, ticketId));
}
