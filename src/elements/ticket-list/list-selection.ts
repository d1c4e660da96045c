import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import { TickRequest } from '../../events/requests.js';
import type { ListFeed } from './list-feed.js';
import { allTicks, noTicks, toggled, withTicks, type Ticks } from '../../domain/ticks.js';

/** What became of a range whose rows were not all here. */
export type RangeState = 'running' | 'far' | DeskError;

interface Anchor {
  readonly ticketId: string;
  readonly index: number;
  /** Of the list in which it stood: no range begins in another. */
  readonly generation: number;
}

/**
 * Ticks rows as the agent points: one, a range from the row touched last, or all. A range grows and shrinks as long as
 * it is drawn from the same row. What it covers and is not here yet is fetched, so that no row of it is left out.
 */
export class ListSelection implements ReactiveController {
  range: RangeState | undefined;
  #anchor: Anchor | undefined;
  /** What was ticked before the range began. */
  #before: Ticks = noTicks;
  /** What the range drawn last made of it. */
  #ranged: Ticks | undefined;
  #call: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly feed: ListFeed,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#anchor = undefined;
    this.#stop();
  }

  /** Ranges begin here from now on. */
  touch(index: number): void {
    const { window } = this.feed;
    const row = window?.row(index);
    this.#anchor = window && row && { ticketId: row.ticketId, index, generation: window.generation };
    this.#ranged = undefined;
  }

  toggle(index: number): void {
    const row = this.feed.window?.row(index);
    if (!row) return;
    this.touch(index);
    this.#ask(toggled(this.feed.ticks, row.ticketId));
  }

  all(): void {
    this.#ask(allTicks);
  }

  none(): void {
    this.#ask(noTicks);
  }

  /** Ticks everything from the row touched last to this one; `from` is that row if none was. */
  rangeTo(index: number, from: number): void {
    const { window, ticks } = this.feed;
    if (this.#anchor?.generation !== window?.generation) this.touch(from);
    const target = window?.row(index);
    if (!window || !target || !this.#anchor) return;
    if (ticks !== this.#ranged) this.#before = ticks;
    const known = window.indexOf(this.#anchor.ticketId);
    const start = known >= 0 ? known : this.#anchor.index;
    const ids: string[] = [];
    for (let at = Math.min(start, index); at <= Math.max(start, index); at++) {
      const row = window.row(at);
      if (!row) {
        void this.#fetch(this.#anchor.ticketId, target.ticketId, Math.max(start, index));
        return;
      }
      ids.push(row.ticketId);
    }
    this.#tick(ids);
  }

  /** The rows from one ticket to another in the order of the server, whichever comes first. */
  async #fetch(from: string, to: string, last: number): Promise<void> {
    this.#stop();
    const { hub, query, window } = this.feed;
    if (!hub || !query) return;
    const call = (this.#call = new AbortController());
    this.#tell('running');
    const { idsBetween } = await import('./far-range.js');
    const found = await idsBetween(hub.lists, query, from, to, last, call.signal);
    if (call.signal.aborted) return;
    // What was meant is in a list that is not open any more.
    if (this.feed.window?.generation !== window?.generation) this.#stop();
    else if (Array.isArray(found)) this.#tick(found);
    else this.#tell(found as RangeState);
  }

  #tick(ids: readonly string[]): void {
    const ticks = withTicks(this.#before, ids, true);
    this.#ranged = ticks;
    this.#ask(ticks);
  }

  #ask(ticks: Ticks): void {
    this.#stop();
    this.host.dispatchEvent(new TickRequest(ticks));
  }

  #stop(): void {
    this.#call?.abort();
    this.#call = undefined;
    this.#tell(undefined);
  }

  #tell(range: RangeState | undefined): void {
    if (range === this.range) return;
    this.range = range;
    this.host.requestUpdate();
  }
}
