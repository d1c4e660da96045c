import type { Hub } from './hub-context.js';

const told = new WeakMap<Hub, Set<string>>();

/** The refusal of this task is told where it was asked for, as long as that place is open. */
export function tellHere(hub: Hub, taskId: string): void {
  told.set(hub, (told.get(hub) ?? new Set()).add(taskId));
}

/** That place is gone: who else tells of refusals tells of this one. */
export function tellNoMore(hub: Hub, taskId: string): void {
  told.get(hub)?.delete(taskId);
}

/** Whether somebody else tells of the refusal of a task. */
export function isToldElsewhere(hub: Hub, taskId: string): boolean {
  return told.get(hub)?.has(taskId) ?? false;
}
