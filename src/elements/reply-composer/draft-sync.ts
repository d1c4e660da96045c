import type { DraftState, Hub } from '../../base/hub-context.js';
import type { Draft } from '../../domain/types.js';

/**
 * Decides when the text in the editor gives way to what the hub keeps. The editor's text wins as long as the agent is
 * the one who changes it; it is replaced when another ticket is opened, when a draft arrives before the first key, and
 * when the hub's draft became something that this editor never said: another window's text was chosen, or it was sent.
 */
export class DraftSync {
  #hub?: Hub;
  #ticketId?: string;
  #loaded = false;
  #typed = false;
  /** The html that editor and hub last agreed on. */
  #agreed = '';

  /** The ticket whose text the editor holds. */
  get ticketId(): string | undefined {
    return this.#ticketId;
  }

  /** What the editor must show instead of its text, or undefined when it keeps it. Null is an empty editor. */
  take(hub: Hub, ticketId: string, state: DraftState | null | undefined): Draft | null | undefined {
    const moved = hub !== this.#hub || ticketId !== this.#ticketId;
    if (moved) this.#restart(hub, ticketId);
    const known = state?.ticketId === ticketId && state.state !== 'loading' ? state : undefined;
    if (!known) return moved ? null : undefined;
    if (!this.#loaded) {
      this.#loaded = true;
      if (!this.#typed) return this.#adopt(known.draft);
    }
    if (known.state === 'conflict' || (known.draft?.html ?? '') === this.#agreed) return undefined;
    return this.#adopt(known.draft);
  }

  /** The agent changed the text. */
  typed(html: string): void {
    this.#typed = true;
    this.#agreed = html;
  }

  #restart(hub: Hub, ticketId: string): void {
    this.#hub = hub;
    this.#ticketId = ticketId;
    this.#loaded = this.#typed = false;
    this.#agreed = '';
  }

  #adopt(draft: Draft | null): Draft | null {
    this.#agreed = draft?.html ?? '';
    return draft;
  }
}
