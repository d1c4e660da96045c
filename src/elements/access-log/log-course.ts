import type { ReactiveController } from 'lit';
import { AgentGuard } from '../../base/agent-guard.js';
import type { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { Loader } from '../../base/loader.js';
import type { AuditFilter, AuditPage, AuditRecord } from '../../domain/audit.js';

/** The lines that were read, page after page, for one filter. */
export class LogCourse implements ReactiveController {
  /** What the lines that are shown were asked for. */
  filter: AuditFilter = {};
  #records: readonly AuditRecord[] | undefined;
  #next: string | null = null;
  #total: number | null = null;
  #isMore = false;
  readonly #page: Loader<AuditPage>;

  constructor(private readonly host: HubHost) {
    this.#page = new Loader<AuditPage>(host);
    host.addController(this);
    new AgentGuard(host, () => this.#forget());
  }

  /** Undefined before anything was read. */
  get records(): readonly AuditRecord[] | undefined {
    return this.#records;
  }

  /** How many lines there are; null where they are too many to count. */
  get total(): number | null {
    return this.#total;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get isLoading(): boolean {
    return this.#page.isLoading;
  }

  /** Why the log could not be read, and whether its beginning is there. */
  get error(): DeskError | undefined {
    return this.#page.error;
  }

  get isMore(): boolean {
    return this.#isMore;
  }

  /** Reads from the beginning. Lines of another filter go only when there are others. */
  async read(hub: Hub, filter: AuditFilter): Promise<void> {
    this.#isMore = false;
    const page = await this.#page.start((signal) => hub.audit.page(filter, undefined, signal));
    if (!page) return;
    this.filter = filter;
    this.#records = page.records;
    this.#total = page.total;
    this.#next = page.next;
    this.host.requestUpdate();
  }

  /** Reads on where the last page ended. */
  async readMore(hub: Hub): Promise<void> {
    const { filter } = this;
    const cursor = this.#next;
    if (cursor === null || this.isLoading) return;
    this.#isMore = true;
    const page = await this.#page.start((signal) => hub.audit.page(filter, cursor, signal));
    if (!page) return;
    this.#records = [...(this.#records ?? []), ...page.records];
    this.#next = page.next;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.filter = {};
    this.#records = undefined;
    this.#next = this.#total = null;
    this.host.requestUpdate();
  }
}
