import type { Draft, DraftKind } from '../domain/types.js';
import { AgentGuard } from './agent-guard.js';
import type { DraftState, Hub } from './hub-context.js';
import { HubLink, type HubHost } from './hub-link.js';

type FormKind = Exclude<DraftKind, 'answer'>;

/** What a form asks of the hub, and hears from it. */
export interface FormDraftHost {
  /** The request that a text be kept; null gives it up. */
  change(ticketId: string, text: Omit<Draft, 'seq' | 'updatedAt'> | null, kind: FormKind): Event;
  /** The request to go on with one of two texts. */
  choose(ticketId: string, keep: 'mine' | 'other', kind: FormKind): Event;
  /** The hub has another text than the form: another window's was chosen, or something was masked in it. */
  onOther(draft: Draft): void;
}

/** What a form says, as it is kept: its text, its entries by name, and files that were uploaded for it. */
export type FormText = Pick<Draft, 'html' | 'values' | 'attachments'>;

/** How many of the latest texts are known again when the hub repeats them late. */
const remembered = 50;

function spell({ html, values, attachments = [] }: FormText): string {
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([html, entries, attachments.map(({ attachmentId }) => attachmentId)]);
}

/** Whether two forms say the same, in whatever order. */
export function isSameForm(a: FormText | null, b: FormText | null): boolean {
  return a === b || (a !== null && b !== null && spell(a) === spell(b));
}

/** Keeps what somebody begins in a form with the hub, which has it on the server: for a ticket, over reloads and windows. */
export class FormDraft {
  #hub?: Hub;
  #of?: { readonly kind: FormKind; readonly ticketId: string };
  #stop?: () => void;
  #state?: DraftState;
  #said: (string | null)[] = [];

  constructor(
    private readonly element: HubHost,
    private readonly host: FormDraftHost,
  ) {
    HubLink.of(element).listen((hub) => {
      this.#hub = hub;
      this.#listen();
    });
    new AgentGuard(element, () => (this.#said = []));
  }

  /** How what is kept stands, while a ticket is followed. */
  get state(): DraftState | undefined {
    return this.#state;
  }

  /** Follows what is kept of a ticket from now on, and answers with it. */
  async follow(kind: FormKind, ticketId: string): Promise<Draft | null> {
    this.#of = { kind, ticketId };
    this.#said = [];
    this.#listen();
    // A part of the kit may be late: the form can be written all the same.
    await this.#hub?.drafts.read(kind, ticketId).catch(() => undefined);
    const draft = this.#of.ticketId === ticketId ? (this.#state?.draft ?? null) : null;
    this.#said.push(draft && spell(draft));
    return draft;
  }

  /** The form says this now; null for nothing. */
  keep(text: FormText | null): void {
    if (!this.#of || this.#said.length === 0) return;
    const said = text && spell(text);
    if (said === this.#said.at(-1)) return;
    this.#said = [...this.#said.slice(1 - remembered), said];
    const { kind, ticketId } = this.#of;
    this.element.dispatchEvent(this.host.change(ticketId, text && { ...text, action: null }, kind));
  }

  /** Of two texts, the one to go on with. */
  choose(keep: 'mine' | 'other'): void {
    if (this.#of) this.element.dispatchEvent(this.host.choose(this.#of.ticketId, keep, this.#of.kind));
  }

  /** Nothing is followed any more; what is on its way to the server gets there. */
  stop(): void {
    this.#of = undefined;
    this.#listen();
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#state = undefined;
    const of = this.#of;
    if (!this.#hub || !of) return;
    this.#stop = this.#hub.drafts.of(of.kind).subscribe((state) => {
      this.#state = state?.ticketId === of.ticketId ? state : undefined;
      this.#look();
      this.element.requestUpdate();
    });
  }

  #look(): void {
    const { draft, state } = this.#state ?? {};
    if (!draft || state === 'conflict' || this.#said.length === 0) return;
    const said = spell(draft);
    if (this.#said.includes(said)) return;
    this.#said.push(said);
    this.host.onOther(draft);
  }
}
