import type { Hub, SavedSetting } from './hub-context.js';

/** One of the things that are kept, by its number, or the one that is being made. */
export type SettingsKey = number | 'new';

/** What kind of thing is kept. */
export interface SettingsRules<Kept, Form> {
  idOf(kept: Kept): number;
  formOf(base: Kept | null): Form;
  read(hub: Hub, signal: AbortSignal): Promise<readonly Kept[]>;
  /** The request that saves what is in a form. */
  save(taskId: string, form: Form): Event;
  remove(taskId: string, kept: Kept): Event;
  dismiss(taskId: string): Event;
  /** What was saved, where it is of this kind. */
  savedIn(saved: SavedSetting): Kept | undefined;
  onSaved(form: Form): void;
  /** It is gone; `wasShown` tells whether it was looked at. */
  onRemoved(kept: Kept, wasShown: boolean): void;
  /** It was not deleted, because somebody else has changed it, or it is gone without us. */
  onKept(kept: Kept, isGone: boolean): void;
  /** Another one is looked at, or the same from its beginning. */
  onTurn(): void;
}
