import { atom, computed, onMount, onNotify } from 'nanostores';
import type { Api } from '../api/api.js';
import type { DraftState, Hub, Insertion, ShownEntry } from '../base/hub-context.js';
import type { ColumnState } from '../domain/columns.js';
import type { HistoryEntry, Ticket, TicketQuery, TicketRow } from '../domain/types.js';
import { FrameBatch } from './frame.js';
import { newKey } from '../util/key.js';
import { createHandOver } from './hand-over.js';
import type { Live, LiveEvent, TicketNews } from './live.js';
import { contentsOf, nameOf } from './list-names.js';
import { createLateLoad } from './late-load.js';
import { createLoad } from './load.js';
import type { ListFacts } from './lists.js';
import { figurePace } from './pace.js';
import type { PreferenceStores } from './preferences.js';
import { RemoteWindow } from './remote-window.js';
import { SeenTickets } from './seen-tickets.js';
import type { createSelection } from './selection.js';

const firstQuery: TicketQuery = { view: 'all', sort: 'updatedAt', descending: true };

export type Tickets = ReturnType<typeof createTickets>;

export interface TicketsOptions {
  readonly api: Api;
  readonly live: Live;
  readonly lists: ListFacts;
  readonly preferences: PreferenceStores;
  readonly selection: ReturnType<typeof createSelection>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
}

/** The list, the ticket that is open, and what belongs to it. */
export function createTickets({ api, live, lists, preferences, selection, signal }: TicketsOptions) {
  const rows = new RemoteWindow(api, lists);
  const seenTickets = new SeenTickets();
  const $query = atom(firstQuery);
  const $currentId = atom<string | null>(null);
  const $draft = atom<DraftState | null>(null);
  const insertion = createHandOver<Insertion>($currentId);
  const shownEntry = createHandOver<ShownEntry>($currentId);
  const follow = () => live.on(onLive);

  const counts = createLoad((_, signal) => api.counts(signal), { interval: figurePace, whileMounted: follow });
  const savedCounts = createLateLoad(async () => {
    const { createSavedCounts } = await import('./saved-counts.js');
    return createSavedCounts(api, preferences.$preferences, follow);
  });
  const current = createLoad<Ticket, string>((id, signal) => api.ticket(id, signal), {
    $key: $currentId,
    whileMounted: follow,
    seed: (id) => seenTickets.ticket(id, rows.known(id)),
  });
  const history = createLoad<readonly HistoryEntry[], string>(
    async (id, signal) => {
      const version = known(id)?.version;
      const entries = await api.history(id, signal);
      if (version !== undefined) seenTickets.keepHistory(id, version, entries);
      return entries;
    },
    { $key: $currentId, whileMounted: follow, seed: (id) => seenTickets.history(id, rows.known(id)) },
  );
  const events = createLoad((id: string, signal) => api.events(id, signal), { $key: $currentId, whileMounted: follow });
  const ofTicket = [current, history, events];
  const allCounts = () => (savedCounts.made ? [counts, savedCounts.made] : [counts]);
  const $overlaid = atom(0);

  const $current = computed([current.$load, $overlaid], (load) =>
    'value' in load && load.value ? { ...load, value: rows.overlays.over(load.value) } : load,
  ) as Hub['tickets']['$current'];

  const batch = new FrameBatch<TicketNews>((heard) => {
    const changes = new Map<string, number>();
    for (const { ticketId, version } of heard) changes.set(ticketId, Math.max(version, changes.get(ticketId) ?? 0));
    rows.heard(changes);
    for (const [ticketId, version] of changes) seenTickets.forgetHistory(ticketId, version);
    for (const load of allCounts()) load.refresh();
    const version = changes.get($currentId.get() ?? '');
    if (version !== undefined && version > (current.value?.version ?? 0)) for (const load of ofTicket) load.refresh();
  });
  const seen = new WeakSet<LiveEvent>();

  function repaint(ticketId: string): void {
    rows.repaint(ticketId);
    $overlaid.set($overlaid.get() + 1);
  }

  function see(ticketId: string, version: number | null): void {
    rows.overlays.see(ticketId, version);
    repaint(ticketId);
  }

  /** The agent has the open ticket before the eyes: its news are none any more, here at once and on the server. */
  function look(): void {
    const ticket = current.value;
    if (!ticket?.unread || rows.overlays.hasSeen(ticket) || document.visibilityState === 'hidden') return;
    const { ticketId, version } = ticket;
    see(ticketId, version);
    api.markRead(ticketId, version, { key: newKey(), signal: signal() }).catch(() => see(ticketId, null));
  }
  onNotify(current.$load, () => {
    if (current.value) seenTickets.keep(current.value);
    look();
  });

  function onLive(event: LiveEvent): void {
    // Several stores follow the stream; each event counts once.
    if (seen.has(event)) return;
    seen.add(event);
    if (event.topic === 'ticket') batch.add(event);
    if (event.topic === 'seen') see(event.ticketId, event.version);
    if (event.topic === 'live' || event.topic === 'reset') {
      for (const load of [...allCounts(), ...ofTicket]) load.recover();
    }
    if (event.topic === 'reset') {
      rows.missed();
      seenTickets.forgetHistories();
      for (const load of [...allCounts(), ...ofTicket]) load.refresh();
    }
  }

  /** Reads again, unseen, what is shown of a ticket. */
  function refresh(ticketId: string): void {
    if (ticketId === $currentId.get()) for (const load of ofTicket) load.refresh();
  }

  /** What the server last said of a ticket. */
  function known(ticketId: string): TicketRow | undefined {
    const open = current.value?.ticketId === ticketId ? current.value : undefined;
    const row = rows.known(ticketId);
    return row && open ? (row.version > open.version ? row : open) : (open ?? row);
  }

  let isListening = false;
  let columns: readonly ColumnState[] = [];
  /** Another list is being opened, and asks for its own fields. */
  let isTurning = false;
  /** Which list is to be shown first is not known yet. */
  let isHeld = false;

  /** The same list with the fields of its columns. */
  function withFields({ fields: _fields, ...query }: TicketQuery): TicketQuery {
    const fields = columns.flatMap(({ id }) => (id.startsWith('f.') ? [id.slice('f.'.length)] : []));
    return fields.length > 0 ? { ...query, fields } : query;
  }

  /** The list is asked for at once; columns that are known later only bring the values of their fields. */
  function arrange(next: readonly ColumnState[]): void {
    columns = next;
    if (isTurning) return;
    const [query, before] = [withFields($query.get()), $query.get()];
    if (String(query.fields) === String(before.fields)) return;
    $query.set(query);
    if (isListening) rows.extend(query);
  }

  onMount(rows.$window, () => {
    const stopColumns = preferences.$columns.subscribe(arrange);
    if (!isListening && !isHeld) rows.open($query.get());
    isListening = true;
    rows.start();
    const stop = live.on(onLive);
    return () => {
      stop();
      stopColumns();
      rows.stop();
    };
  });

  /** Counts the lists that were chosen. */
  let choices = 0;

  /** Shows another list, of a saved view if it is one. */
  function show(query: TicketQuery, viewId: string | null): void {
    const before = $query.get();
    const [from, to] = [contentsOf(before), contentsOf(query)];
    selection.turn(from, to);
    // What was searched for and is a view from now on is in sight already, and may be worked on.
    const isKnown = !isHeld && rows.$window.get().status === 'ready' && nameOf(before) === nameOf(query);
    const isThere = isKnown && viewId !== preferences.$openView.get();
    isTurning = true;
    preferences.$openView.set(viewId);
    $query.set(withFields(query));
    isTurning = isHeld = false;
    if (isListening && !isThere) rows.open($query.get(), from === to);
    else if (isListening) rows.extend($query.get());
  }

  return {
    stores: {
      $query,
      $window: rows.$window,
      $waiting: rows.$waiting,
      $counts: counts.$load,
      $savedCounts: savedCounts.$load,
      $savedView: preferences.$savedView,
      $columns: preferences.$columns,
      $density: preferences.$density,
      $currentId,
      $current,
      $history: history.$load,
      $events: events.$load,
      $draft,
      $insertion: insertion.$waiting,
      $shownEntry: shownEntry.$waiting,
    } satisfies Partial<Hub['tickets']>,
    $query,
    $draft,
    $currentId,
    rows,
    look,
    known,
    show,
    /** A list is chosen that has to be looked up first. Tells whether it is still the one that was chosen last. */
    choose(): () => boolean {
      const own = ++choices;
      return () => own === choices;
    },
    reload: {
      ticket: current.reload,
      history: history.reload,
      events: events.reload,
      counts() {
        for (const load of allCounts()) load.reload();
      },
    },

    /** Waits with the first list until one is shown; false: the usual one it is. */
    hold(on: boolean): void {
      if (isHeld && !on) show($query.get(), null);
      isHeld = on;
    },

    /** Changes what is listed, or its order alone; only that leaves a saved view open. */
    open(change: Partial<TicketQuery>): void {
      const query = { ...$query.get(), ...change };
      const isSame = contentsOf(query) === contentsOf($query.get());
      if (!isSame) choices++;
      show(query, isSame ? preferences.$openView.get() : null);
    },

    /** Lays what the action `by` is expected to change over a ticket; null takes it away. */
    expect(ticketId: string, by: unknown, change: Partial<TicketRow> | null): void {
      rows.overlays.set(ticketId, by, change);
      repaint(ticketId);
    },

    /** A ticket as the server answered. */
    accept(ticket: Ticket): void {
      rows.accept(ticket);
      for (const load of allCounts()) load.refresh();
      if (ticket.ticketId !== $currentId.get() || ticket.version < (current.value?.version ?? 0)) return;
      current.set(ticket);
      history.refresh();
      events.refresh();
    },

    /** A message of a ticket as the server answered. What else is shown of the ticket is read again. */
    acceptEntry(ticketId: string, entry: HistoryEntry): void {
      seenTickets.forgetHistory(ticketId);
      if (ticketId !== $currentId.get()) return;
      const entries = history.value;
      const known = entries?.find(({ id }) => id === entry.id);
      if (known && known.bodyVersion <= entry.bodyVersion)
        history.set(entries?.map((each) => (each === known ? entry : each)) ?? []);
      refresh(ticketId);
    },

    refresh,

    /** Hands something to the editor of the open ticket. */
    insert(ticketId: string, html: string, how: Insertion['how'], attachments: Insertion['attachments']): void {
      insertion.give(ticketId, { ticketId, html, how, attachments });
    },

    /** Leads the reader of the open ticket to an entry of its history. */
    showEntry(ticketId: string, entryId: number): void {
      shownEntry.give(ticketId, { entryId });
    },

    drop(ticketId: string): void {
      rows.drop([ticketId]);
      for (const load of allCounts()) load.refresh();
      if ($currentId.get() === ticketId) $currentId.set(null);
    },

    /** Another agent: nothing of the former one stays. */
    clear(): void {
      choices++;
      rows.forget();
      seenTickets.clear();
      $currentId.set(null);
      for (const load of [counts, savedCounts]) load.clear();
      // What was searched for is the former agent's too.
      show(firstQuery, null);
    },
  };
}
