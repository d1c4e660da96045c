import type { HubHost } from '../../base/hub-link.js';
import { HubLink } from '../../base/hub-link.js';
import type { DeskError } from '../../base/desk-error.js';
import { Loader } from '../../base/loader.js';
import type { RelatedPage } from '../../domain/related.js';
import type { TicketRow } from '../../domain/types.js';

/** The other tickets of a customer, as far as they were read. */
export class RelatedList {
  readonly #first: Loader<RelatedPage>;
  readonly #more: Loader<RelatedPage>;
  #pages: readonly RelatedPage[] = [];
  #asked: { readonly ticketId: string; readonly q: string } | null = null;

  constructor(private readonly host: HubHost) {
    this.#first = new Loader(host);
    this.#more = new Loader(host);
  }

  /** Undefined until the first page is there. A ticket that came in meanwhile moves others to the next page: each stands there once. */
  get tickets(): readonly TicketRow[] | undefined {
    const { value } = this.#first;
    if (!value) return undefined;
    const all = [value, ...this.#pages].flatMap(({ tickets }) => tickets);
    return [...new Map(all.map((ticket) => [ticket.ticketId, ticket])).values()];
  }

  get total(): number {
    return this.#first.value?.total ?? 0;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get isLoading(): boolean {
    return this.#first.isLoading;
  }

  get isLoadingMore(): boolean {
    return this.#more.isLoading;
  }

  get error(): DeskError | undefined {
    return this.#first.error;
  }

  get moreError(): DeskError | undefined {
    return this.#more.error;
  }

  /** Reads from the beginning. What is shown stays until the answer is there, unless it is of another ticket. */
  async read(ticketId: string, q: string): Promise<void> {
    const { hub } = HubLink.of(this.host);
    if (!hub) return;
    if (ticketId !== this.#asked?.ticketId) this.clear();
    this.#asked = { ticketId, q };
    this.#more.clear();
    const page = await this.#first.start((signal) => hub.customers.related(ticketId, { q }, signal));
    if (page) this.#pages = [];
  }

  async readMore(): Promise<void> {
    const { hub } = HubLink.of(this.host);
    const [asked, next] = [this.#asked, this.#next];
    if (!hub || !asked || next === null || this.#more.isLoading) return;
    const { ticketId, q } = asked;
    const page = await this.#more.start((signal) => hub.customers.related(ticketId, { q, page: next }, signal));
    if (page) this.#pages = [...this.#pages, page];
    this.host.requestUpdate();
  }

  clear(): void {
    this.#first.clear();
    this.#more.clear();
    this.#pages = [];
    this.#asked = null;
  }

  get #next(): string | null {
    return (this.#pages.at(-1) ?? this.#first.value)?.next ?? null;
  }
}
