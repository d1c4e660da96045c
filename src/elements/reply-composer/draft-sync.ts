import type { DraftState, Hub } from '../../base/hub-context.js';
import type { Draft } from '../../domain/types.js';

/** How many of the latest texts are known again when the hub repeats them late. */
const remembered = 50;

/** A draft as far as it is the agent's: its text, and the files beside it. */
export type Words = Pick<Draft, 'html' | 'attachments'>;

/**
 * Decides when the text in the editor gives way to what the hub keeps. The editor's text wins as long as the agent is
 * the one who changes it, also when nobody keeps it. It is replaced when another ticket is opened or none, when another
 * agent is at work, when a draft arrives before the first key, and when the hub's draft changes into something that this editor never said: another window's
 * text was chosen, or the text was sent.
 */
export class DraftSync {
  #hub?: Hub;
  #ticketId: string | null = null;
  #usercode?: string;
  #loaded = false;
  /** What the editor has; null before the first key and after it was emptied from outside. */
  #own: string | null = null;
  /** What the hub had last, and what this editor has said lately. */
  #seen: string | null = null;
  #said: string[] = [];

  /** `spell` writes html as the editor would, so that two spellings of one text count as the same. */
  constructor(private readonly spell: (html: string) => string = (html) => html) {}

  /** The ticket whose text the editor holds. */
  get ticketId(): string | null {
    return this.#ticketId;
  }

  /** Whose text it is from now on. Tells whether it was another's: then nothing of the former one may stay. */
  moves(hub: Hub, ticketId: string | null, usercode: string | undefined): boolean {
    const isOther = usercode !== undefined && this.#usercode !== undefined && usercode !== this.#usercode;
    this.#usercode = usercode ?? this.#usercode;
    if (hub === this.#hub && ticketId === this.#ticketId && !isOther) return false;
    this.#hub = hub;
    this.#ticketId = ticketId;
    this.#loaded = false;
    this.#seen = null;
    this.yield();
    return true;
  }

  /** What the editor must show instead of its text, or undefined when it keeps it. Null is an empty editor. */
  take(state: DraftState | null | undefined): Draft | null | undefined {
    if (!state || state.ticketId !== this.#ticketId || state.state === 'loading') return undefined;
    const { draft } = state;
    const before = this.#seen;
    this.#seen = draft && this.#key(draft);
    if (!this.#loaded) {
      this.#loaded = true;
      return this.#own === null ? this.#adopt(draft) : undefined;
    }
    if (this.#seen === before || state.state === 'conflict') return undefined;
    if (draft === null) return this.#own === before ? this.#adopt(null) : undefined;
    const spelt = this.#key({ ...draft, html: this.spell(draft.html) });
    const isOurs = [this.#seen, spelt].some((key) => key === this.#own || (key !== null && this.#said.includes(key)));
    return isOurs ? undefined : this.#adopt(draft);
  }

  /** The agent changed the text. */
  typed(words: Words): void {
    this.#own = this.#key(words);
    this.#said.push(this.#own);
    if (this.#said.length > remembered) this.#said.shift();
  }

  /** The agent gave this text up: whatever the hub has next counts. */
  yield(): void {
    this.#said = [];
    this.#own = null;
  }

  #adopt(draft: Draft | null): Draft | null {
    this.#said = [];
    this.#own = draft && this.#key(draft);
    return draft;
  }

  #key({ html, attachments = [] }: Words): string {
    return [html, ...attachments.map(({ attachmentId }) => attachmentId)].join('\n');
  }
}
