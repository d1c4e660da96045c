import type { ReadableAtom } from 'nanostores';
import type { Hub, Load, Task, TicketWindow, Viewers } from '../../base/hub-context.js';
import { HubLink, type HubHost } from '../../base/hub-link.js';
import { isSameList } from '../../base/same-list.js';
import { usualColumns, type ColumnState, type Density } from '../../domain/columns.js';
import { noTicks, type Ticks } from '../../domain/ticks.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { Session, Settings, TicketQuery } from '../../domain/types.js';

/** Hears of what the rows show. */
export interface RowListener {
  /** Rows changed: their indexes, or null when all may differ. */
  onRows(changed: ReadonlySet<number> | null): void;
  /** Other rows are ticked, open or worked on; their tickets are the same. */
  onMarks(): void;
  /** This list is left for another; what is in sight is still its own. */
  onLeave(window: TicketWindow): void;
}

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
  /** Undefined until columns need them. */
  settings: Settings | undefined;
  columns: readonly ColumnState[] = usualColumns;
  density: Density = 'normal';
  ticks: Ticks = noTicks;
  currentId: string | null = null;
  /** The ticket that is open, or was before none was. */
  lastId: string | null = null;
  waiting = 0;
  tasks: readonly Task[] = [];
  /** Who else has tickets open, and its words as soon as anybody does. */
  viewers: Viewers = new Map();
  presence: MoreTexts['ticketPresence'] | undefined;
  clockOffset = 0;
  #stops: (() => void)[] = [];
  #hasSettings = false;
  #hasWords = false;

  constructor(
    private readonly host: HubHost,
    private readonly rows: RowListener,
  ) {
    HubLink.of(host).listen((hub) => this.#attach(hub));
  }

  #attach(hub: Hub | undefined): void {
    for (const stop of this.#stops.splice(0)) stop();
    if (this.window) this.rows.onLeave(this.window);
    this.window?.hold(false);
    this.hub = hub;
    this.window = this.query = this.settings = undefined;
    this.#hasSettings = this.#hasWords = false;
    this.viewers = new Map();
    this.columns = usualColumns;
    this.density = 'normal';
    this.ticks = noTicks;
    this.currentId = this.lastId = null;
    this.waiting = 0;
    this.tasks = [];
    if (hub) this.#subscribe(hub);
    this.rows.onRows(null);
    this.host.requestUpdate();
  }

  /** Reads the service's settings too; they are fetched for the first who reads them. */
  needSettings(): void {
    if (this.#hasSettings || !this.hub) return;
    this.#hasSettings = true;
    const keep = (settings: Load<Settings>): void => {
      this.settings = 'value' in settings ? settings.value : undefined;
    };
    this.#read(this.hub.session.$settings, keep, () => this.host.requestUpdate());
  }

  /** The words come late, with the first agent who is there. */
  #needWords(hub: Hub): void {
    if (this.#hasWords || this.viewers.size === 0) return;
    this.#hasWords = true;
    const keep = (more: MoreTexts | undefined): void => {
      this.presence = more?.ticketPresence;
    };
    this.#read(hub.text.$more, keep, () => this.rows.onMarks());
  }

  #subscribe(hub: Hub): void {
    const render = (): void => this.host.requestUpdate();
    const all = (): void => {
      this.rows.onRows(null);
      this.host.requestUpdate();
    };
    const marks = (): void => {
      this.rows.onMarks();
      this.host.requestUpdate();
    };
    this.#read(hub.tickets.$columns, (columns) => (this.columns = columns), render);
    this.#read(hub.tickets.$density, (density) => (this.density = density), render);
    this.#read(hub.tickets.$window, (window) => this.#onWindow(window));
    this.#read(hub.tickets.$query, (query) => (this.query = query), render);
    this.#read(hub.tickets.$waiting, (waiting) => (this.waiting = waiting), render);
    this.#read(hub.tickets.$currentId, (id) => (this.lastId = (this.currentId = id) ?? this.lastId), marks);
    this.#read(hub.selection.$ticked, (ticks) => (this.ticks = ticks), marks);
    this.#read(hub.work.$tasks, (tasks) => (this.tasks = tasks), marks);
    this.#read(
      hub.presence.$viewers,
      (viewers) => (this.viewers = viewers),
      () => {
        this.#needWords(hub);
        this.rows.onMarks();
      },
    );
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
    if (before && before.generation !== window.generation) this.rows.onLeave(before);
    this.window = window;
    this.rows.onRows(before?.generation === window.generation ? window.changed : null);
    if (!isSameList(before, window)) this.host.requestUpdate();
  }
}
