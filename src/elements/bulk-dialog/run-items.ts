import type { LitElement } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import type { Hub, Load } from '../../base/hub-context.js';
import { known } from '../../base/known.js';
import type { Job, JobItem } from '../../domain/bulk.js';

/** Which tickets of a run are shown. */
export const filters = ['all', 'failed', 'done', 'waiting'] as const;
export type Filter = (typeof filters)[number];

/** How long a run that goes on may be ahead of its list. */
const pause = 1000;

export interface Items {
  readonly job: Job;
  readonly items: readonly JobItem[];
  readonly next: string | null;
}

/** The tickets of one run, page after page; while the run goes on they are read again now and then. */
export class RunItems {
  filter: Filter = 'all';
  #load: Load<Items> = { status: 'idle' };
  #jobId?: string;
  #seen = '';
  /** The run as it was last told. */
  #known?: Job;
  #abort?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: LitElement,
    private readonly hub: () => Hub | undefined,
  ) {}

  get load(): Load<Items> {
    return this.#load;
  }

  /** Shows a run's tickets: of one state, or all. */
  show(jobId: string, filter: Filter): void {
    if (jobId !== this.#jobId) this.stop();
    this.#jobId = jobId;
    this.filter = filter;
    this.#load = { status: 'loading' };
    void this.#read(1);
  }

  /** The run went on: its list follows, at once when it has ended. */
  follow(job: Job): void {
    if (job.jobId !== this.#jobId) return;
    // The run was read anew, so the server answers again.
    const isBack = this.#load.status === 'failed' && this.#known !== undefined && job !== this.#known;
    this.#known = job;
    if (isBack) this.#again();
    const seen = `${job.state} ${job.succeeded} ${job.failed}`;
    if (seen === this.#seen) return;
    const isFirst = this.#seen === '';
    this.#seen = seen;
    if (isFirst) return;
    if (job.state !== 'running') this.#again();
    else this.#timer ??= setTimeout(() => this.#again(), pause);
  }

  /** Reads what failed to come, or the tickets behind those that are here. */
  more(): void {
    const here = known(this.#load);
    void this.#read((here?.items.length ?? 0) + 1, here?.next === null);
  }

  stop(): void {
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#timer = this.#jobId = this.#known = undefined;
    this.#seen = '';
    this.#load = { status: 'idle' };
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#read(Math.max(1, known(this.#load)?.items.length ?? 0), true);
  }

  /** Reads on until so many tickets are here; afresh, from the first one. */
  async #read(least: number, afresh = false): Promise<void> {
    const hub = this.hub();
    const jobId = this.#jobId;
    if (!hub || jobId === undefined) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const before = known(this.#load);
    let read = afresh ? undefined : before;
    this.#load = { status: 'loading', value: before };
    this.host.requestUpdate();
    try {
      do {
        const state = this.filter === 'all' ? undefined : this.filter;
        const page = await hub.bulk.items(jobId, { state, cursor: read?.next ?? undefined }, signal);
        if (signal.aborted) return;
        read = { ...page, items: [...(read?.items ?? []), ...page.items] };
      } while (read.next !== null && read.items.length < least);
      this.#load = { status: 'ready', value: read };
    } catch (error) {
      if (signal.aborted) return;
      this.#load = { status: 'failed', error: error as DeskError, value: before };
    }
    this.host.requestUpdate();
  }
}
