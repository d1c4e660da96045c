import { KeptForAgent } from '../agent-guard.js';
import type { Hub } from '../hub-context.js';
import { FieldEdits } from './field-edits.js';

/** What an agent wrote into the fields of tickets, by ticket; it outlives the element that shows it. */
export class KeptEdits {
  readonly #kept = new KeptForAgent<Map<string, FieldEdits>>();

  of(hub: Hub, ticketId: string): FieldEdits {
    let all = this.#kept.get(hub);
    if (!all) this.#kept.set(hub, (all = new Map()));
    let edits = all.get(ticketId);
    if (!edits) {
      // Of a ticket that was only looked at there is nothing to keep.
      for (const [id, { isDirty, isSaving, uploads }] of all) {
        if (!isDirty && !isSaving && !uploads.isRunning) all.delete(id);
      }
      all.set(ticketId, (edits = new FieldEdits()));
    }
    return edits;
  }

  all(hub: Hub): readonly FieldEdits[] {
    return [...(this.#kept.get(hub)?.values() ?? [])];
  }
}
