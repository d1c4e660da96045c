/** What a run made on the server and has to take away again, in the order in which it was made. */
export class Ledger {
  readonly tickets = new Set<string>();
  /** What goes away by a step of its own. */
  readonly #steps = new Map<string, () => Promise<void>>();
  /** What can not be taken away by any call. */
  readonly #stays = new Set<string>();

  ticket(ticketId: string): void {
    this.tickets.add(ticketId);
  }

  /** Something that this step takes away. */
  undoneBy(what: string, step: () => Promise<void>): void {
    this.#steps.set(what, step);
  }

  gone(what: string): void {
    this.#steps.delete(what);
  }

  stays(what: string): void {
    this.#stays.add(what);
  }

  get steps(): readonly (readonly [what: string, step: () => Promise<void>])[] {
    return [...this.#steps].reverse();
  }

  get staying(): readonly string[] {
    return [...this.#stays];
  }
}
