import type { ReadableAtom } from 'nanostores';
import type { Hub, Load, Task, TicketWindow } from '../../base/hub-context.js';
import { HubLink, type HubHost } from '../../base/hub-link.js';
import type { Session, TicketQuery } from '../../domain/types.js';
import { noTicks, type Ticks } from './ticks.js';

/** Hears of changed rows: their indexes, or null when all may differ. */
type RowListener = (changed: ReadonlySet<number> | null) => void;

/**
 * Everything the list reads of its hub, in one place. The host is rendered only for what stands around the rows; rows
 * are told to `onRows`, because rendering a template for each of a thousand changes a second would cost more than the
 * rows themselves.
 */
export class ListFeed {
  hub: Hub | undefined;
  window: TicketWindow | undefined;
  query: TicketQuery | undefined;
  session: Load<Session> = { status: 'idle' };
  ticks: Ticks = noTicks;
  currentId: string | null = null;
  /** The ticket that is open, or was before none was. */
  lastId: string | null = null;
  waiting = 0;
  tasks: readonly Task[] = [];
  clockOffset = 0;
  #stops: (() => void)[] = [];

  constructor(
    private readonly host: HubHost,
    private readonly onRows: RowListener,
  ) {
    HubLink.of(host).listen((hub) => this.#attach(hub));
  }

  #attach(hub: Hub | undefined): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.window?.hold(false);
    this.hub = hub;
    this.window = this.query = undefined;
    this.ticks = noTicks;
    this.currentId = this.lastId = null;
    this.waiting = 0;
    this.tasks = [];
    if (hub) this.#subscribe(hub);
    this.onRows(null);
    this.host.requestUpdate();
  }

  #subscribe(hub: Hub): void {
    const render = (): void => this.host.requestUpdate();
    const all = (): void => {
      this.onRows(null);
      this.host.requestUpdate();
    };
    this.#read(hub.tickets.$window, (window) => this.#onWindow(window));
    this.#read(hub.tickets.$query, (query) => (this.query = query), render);
    this.#read(hub.tickets.$waiting, (waiting) => (this.waiting = waiting), render);
    this.#read(hub.tickets.$currentId, (id) => (this.lastId = (this.currentId = id) ?? this.lastId), all);
    this.#read(hub.selection.$ticked, (ticks) => (this.ticks = ticks), all);
    this.#read(hub.work.$tasks, (tasks) => (this.tasks = tasks), all);
    this.#read(hub.session.$session, (session) => (this.session = session), all);
    this.#read(hub.session.$clockOffset, (offset) => (this.clockOffset = offset), all);
  }

  #read<T>(store: ReadableAtom<T>, keep: (value: T) => void, then?: () => void): void {
    this.#stops.push(
      store.subscribe((value) => {
        keep(value as T);
        then?.();
      }),
    );
  }

  #onWindow(window: TicketWindow): void {
    const before = this.window;
    this.window = window;
    this.onRows(before?.generation === window.generation ? window.changed : null);
    const isSame =
      before?.total === window.total &&
      before.status === window.status &&
      before.generation === window.generation &&
      before.error === window.error;
    if (!isSame) this.host.requestUpdate();
  }
}
