import { beatLifetime, type Beat, type TicketPresence, type Viewer } from '../../../../src/domain/presence.js';

/** A beat, and whose it is. */
export interface AgentBeat extends Beat {
  readonly usercode: string;
  readonly name: string;
}

interface Page extends AgentBeat {
  readonly ticketId: string;
  readonly heardAt: number;
}

/** Most pages of one agent that count; of more the longest unheard is forgotten. */
const mostPages = 20;

/** Who has which ticket of one service open. It remembers pages and tells agents. */
export class PresenceBook {
  /** Longest unheard first. */
  readonly #pages = new Map<string, Page>();
  readonly #byTicket = new Map<string, Set<Page>>();

  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Tickets of which something else is to be shown now. */
  hear(beat: AgentBeat, now: number): readonly string[] {
    // An agent cannot speak for the page of another.
    const key = JSON.stringify([beat.usercode, beat.pageId]);
    const before = this.#pages.get(key);
    const { ticketId } = beat;
    const displaced = before || ticketId === null ? [] : this.#tooMany(beat.usercode);
    const left = displaced.map((one) => this.#pages.get(one)?.ticketId);
    const touched = [...new Set([before?.ticketId, ...left, ticketId])].filter((id) => typeof id === 'string');
    return this.#changed(touched, () => {
      for (const one of [key, ...displaced]) this.#forget(one);
      if (ticketId === null) return;
      const page: Page = { ...beat, ticketId, heardAt: now };
      this.#pages.set(key, page);
      const there = this.#byTicket.get(ticketId) ?? new Set();
      this.#byTicket.set(ticketId, there.add(page));
    });
  }

  /** Forgets pages of which nothing was heard; tells their tickets. */
  sweep(now: number): readonly string[] {
    const over = [...this.#pages].filter(([, { heardAt }]) => now - heardAt >= beatLifetime);
    if (over.length === 0) return [];
    const touched = new Set(over.map(([, { ticketId }]) => ticketId));
    return this.#changed([...touched], () => {
      for (const [key] of over) this.#forget(key);
    });
  }

  of(ticketId: string): TicketPresence {
    const viewers = new Map<string, Viewer>();
    for (const { usercode, name, typing } of this.#byTicket.get(ticketId) ?? []) {
      viewers.set(usercode, { usercode, name, typing: typing || (viewers.get(usercode)?.typing ?? false) });
    }
    const sorted = [...viewers.values()].sort((one, other) => (one.usercode < other.usercode ? -1 : 1));
    return { ticketId, viewers: sorted };
  }

  all(): readonly TicketPresence[] {
    return [...this.#byTicket.keys()].map((ticketId) => this.of(ticketId));
  }

  #changed(ticketIds: readonly string[], change: () => void): readonly string[] {
    const said = (): readonly string[] => ticketIds.map((ticketId) => JSON.stringify(this.of(ticketId)));
    const before = said();
    change();
    const after = said();
    return ticketIds.filter((_, place) => before[place] !== after[place]);
  }

  /** Pages of an agent that count no more when another one comes. */
  #tooMany(usercode: string): readonly string[] {
    const own = [...this.#pages].filter(([, page]) => page.usercode === usercode);
    return own.slice(0, Math.max(0, own.length + 1 - mostPages)).map(([key]) => key);
  }

  #forget(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    const there = this.#byTicket.get(page.ticketId);
    there?.delete(page);
    if (there?.size === 0) this.#byTicket.delete(page.ticketId);
  }
}
