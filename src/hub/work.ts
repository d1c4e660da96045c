import { atom } from 'nanostores';
import type { MadeTicket, SavedSetting, Task } from '../base/hub-context.js';
import { DeskError } from '../base/desk-error.js';

export type Work = ReturnType<typeof createWork>;

/** The actions under way, and those that were refused and not read yet. */
export function createWork() {
  const $tasks = atom<readonly Task[]>([]);
  const $made = atom<MadeTicket | null>(null);
  const $saved = atom<SavedSetting | null>(null);
  const without = (id: string) => $tasks.get().filter((task) => task.id !== id);
  return {
    $tasks,
    $made,
    $saved,
    isRunning: (ticketId: string, action: Task['action']) =>
      $tasks.get().some((task) => task.ticketId === ticketId && task.action === action && task.state === 'running'),
    /** Begins an action; refusals of the same action before are forgotten, what still runs is not. */
    begin(id: string, ticketId: string, action: Task['action']): void {
      const isOver = (task: Task) => task.ticketId === ticketId && task.action === action && task.state === 'failed';
      const others = $tasks.get().filter((task) => !isOver(task));
      $tasks.set([...others, { id, ticketId, action, state: 'running' }]);
    },
    fail(id: string, error: DeskError): void {
      $tasks.set($tasks.get().map((task) => (task.id === id ? { ...task, state: 'failed', error } : task)));
    },
    end: (id: string) => $tasks.set(without(id)),
    /** Another agent: what runs has not gone well because it is gone. */
    clear(): void {
      const error = new DeskError('signed-out', 'Another agent took over.');
      $tasks.set($tasks.get().map((task) => (task.state === 'running' ? { ...task, state: 'failed', error } : task)));
      $tasks.set([]);
      $made.set(null);
      $saved.set(null);
    },
  };
}
