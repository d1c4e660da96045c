import { atom, computed, onMount, onNotify } from 'nanostores';
import type { Api } from '../api/api.js';
import type { DraftState, Hub } from '../base/hub-context.js';
import type { Ticket, TicketQuery, TicketRow } from '../domain/types.js';
import { FrameBatch } from './frame.js';
import { newKey } from './key.js';
import type { Live, LiveEvent, TicketNews } from './live.js';
import { createLoad } from './load.js';
import type { ListFacts } from './lists.js';
import { RemoteWindow } from './remote-window.js';

const firstQuery: TicketQuery = { view: 'all', sort: 'updatedAt', descending: true };
/** How often the counts of the views follow what happens, in milliseconds. */
const countInterval = 1_000;

export type Tickets = ReturnType<typeof createTickets>;

/** The list, the ticket that is open, and what belongs to it. */
export function createTickets(api: Api, live: Live, lists: ListFacts, signal: () => AbortSignal) {
  const rows = new RemoteWindow(api, lists);
  const $query = atom(firstQuery);
  const $currentId = atom<string | null>(null);
  const $draft = atom<DraftState | null>(null);
  const follow = () => live.on(onLive);

  const counts = createLoad((_, signal) => api.counts(signal), { interval: countInterval, whileMounted: follow });
  const current = createLoad<Ticket, string>((id, signal) => api.ticket(id, signal), {
    $key: $currentId,
    whileMounted: follow,
    seed: (id) => {
      const row = rows.known(id);
      return row && { ...row, fields: {} };
    },
  });
  const history = createLoad((id: string, signal) => api.history(id, signal), {
    $key: $currentId,
    whileMounted: follow,
  });
  const events = createLoad((id: string, signal) => api.events(id, signal), { $key: $currentId, whileMounted: follow });
  const ofTicket = [current, history, events];
  const $overlaid = atom(0);

  const $current = computed([current.$load, $overlaid], (load) =>
    'value' in load && load.value ? { ...load, value: rows.overlays.over(load.value) } : load,
  ) as Hub['tickets']['$current'];

  let isListening = false;
  const batch = new FrameBatch<TicketNews>((heard) => {
    const changes = new Map<string, number>();
    for (const { ticketId, version } of heard) changes.set(ticketId, Math.max(version, changes.get(ticketId) ?? 0));
    rows.heard(changes);
    counts.refresh();
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
    api.markRead(ticketId, { key: newKey(), signal: signal() }).catch(() => see(ticketId, null));
  }
  onNotify(current.$load, look);

  function onLive(event: LiveEvent): void {
    // Several stores follow the stream; each event counts once.
    if (seen.has(event)) return;
    seen.add(event);
    if (event.topic === 'ticket') batch.add(event);
    if (event.topic === 'seen') see(event.ticketId, event.version);
    if (event.topic === 'live' || event.topic === 'reset') {
      for (const load of [counts, ...ofTicket]) load.recover();
    }
    if (event.topic === 'reset') {
      rows.missed();
      for (const load of [counts, ...ofTicket]) load.refresh();
    }
  }

  onMount(rows.$window, () => {
    if (!isListening) rows.open($query.get());
    isListening = true;
    rows.start();
    const stop = live.on(onLive);
    return () => {
      stop();
      rows.stop();
    };
  });

  return {
    stores: {
      $query,
      $window: rows.$window,
      $waiting: rows.$waiting,
      $counts: counts.$load,
      $currentId,
      $current,
      $history: history.$load,
      $events: events.$load,
      $draft,
    } satisfies Partial<Hub['tickets']>,
    $draft,
    $currentId,
    rows,
    look,
    reload: { ticket: current.reload, history: history.reload, counts: counts.reload },

    open(change: Partial<TicketQuery>): void {
      $query.set({ ...$query.get(), ...change });
      if (isListening) rows.open($query.get());
    },

    /** What the server last said of a ticket. */
    known(ticketId: string): TicketRow | undefined {
      const open = current.value?.ticketId === ticketId ? current.value : undefined;
      const row = rows.known(ticketId);
      return row && open ? (row.version > open.version ? row : open) : (open ?? row);
    },

    /** Lays an expected change over a ticket; null takes it away. */
    expect(ticketId: string, change: Partial<TicketRow> | null): void {
      if (change) rows.overlays.set(ticketId, change);
      else rows.overlays.delete(ticketId);
      repaint(ticketId);
    },

    /** A ticket as the server answered. */
    accept(ticket: Ticket): void {
      rows.accept(ticket);
      counts.refresh();
      if (ticket.ticketId !== $currentId.get() || ticket.version < (current.value?.version ?? 0)) return;
      current.set(ticket);
      history.refresh();
      events.refresh();
    },

    drop(ticketId: string): void {
      rows.drop(ticketId);
      counts.refresh();
      if ($currentId.get() === ticketId) $currentId.set(null);
    },

    /** Another agent: nothing of the former one stays. */
    clear(): void {
      rows.overlays.clear();
      $currentId.set(null);
      counts.clear();
      if (isListening) rows.open($query.get());
    },
  };
}
