import type { ListActions } from './list-keys.js';
import type { RowPool } from './row-pool.js';

/** A press of the pointer on a row, or on what stands in it. */
export function pressRow(event: MouseEvent, pool: RowPool | undefined, actions: ListActions): void {
  const path = event.composedPath();
  const slot = pool?.slotOf(path);
  const row = slot?.row;
  if (!slot || !row) return;
  const isOn = (name: string): boolean =>
    path.some((node) => node instanceof HTMLElement && node.classList.contains(name));
  if (isOn('tick')) {
    if (event.shiftKey) actions.tickTo(slot.index);
    else actions.toggleTick(slot.index);
    slot.resetBox();
  } else if (isOn('star')) actions.star(row);
  else if (isOn('claim')) actions.claim(row, slot.index);
  else if (event.shiftKey) actions.tickTo(slot.index);
  else if (event.ctrlKey || event.metaKey) actions.toggleTick(slot.index);
  else {
    actions.touch(slot.index);
    actions.open(row);
  }
}
