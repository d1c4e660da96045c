import type { BoardChannel, ToldFigures } from '../domain/channel-board.js';
import type { Viewer } from '../domain/presence.js';
import type { Template } from '../domain/templates.js';
import type { Trigger } from '../domain/triggers.js';
import type { Action, Draft, HistoryEntry, Ticket, TicketRow } from '../domain/types.js';
import type { DeskError } from './desk-error.js';

/** Something that is fetched. `value` of a loading or failed one is the last that was known. */
export type Load<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: DeskError; readonly value?: T };

/** Agents who have tickets open, by ticket. */
export type Viewers = ReadonlyMap<string, readonly Viewer[]>;

/** A ticket that was given to the agent. */
export interface Assignment {
  readonly ticketId: string;
  readonly subject: string;
}

/** Where an agent was in a list. */
export interface ListPlace {
  /** The first row in sight. */
  readonly ticketId: string;
  readonly index: number;
  /** How much of that row is out of sight above it, in pixels. */
  readonly offset: number;
  /** The ticket whose row had the focus, or had it last. */
  readonly focusId: string | null;
}

/** The rows of the current list. A new object for every change, so that a reader can compare by identity. */
export interface TicketWindow {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error?: DeskError;
  /** Number of rows of the whole list. */
  readonly total: number;
  /** `total` is about how many there are: the list is too long to count. */
  readonly isEstimate: boolean;
  /** Another number means another list: forget the scroll position. */
  readonly generation: number;
  /** Indexes whose row differs from the window before; null when all may. */
  readonly changed: ReadonlySet<number> | null;
  /** The row at an index, or undefined while it is on its way. */
  row(index: number): TicketRow | undefined;
  /** Index of a ticket among the rows that are here, or -1. */
  indexOf(ticketId: string): number;
  /** Says which rows are in sight (`to` excluded); the hub fetches what is missing. */
  want(from: number, to: number): void;
  /** While held, changes that would move rows wait and are counted in `tickets.$waiting`. */
  hold(on: boolean): void;
  /**
   * Where the agent was when this list was left; null where it begins at its top. The rows there are here already. It
   * counts when the generation changes, and not afterwards.
   */
  readonly place: ListPlace | null;
  /** Keeps where the agent is in this list: said to the window before when the generation changes. */
  leave(place: ListPlace): void;
}

/** An action under way, or one that was refused and waits for the agent to read why. */
export interface Task {
  readonly id: string;
  /** Empty for what is not about one ticket. */
  readonly ticketId: string;
  readonly action:
    | Action
    | 'priority'
    | 'handling_type'
    | 'fields'
    | 'download'
    | 'customer'
    | 'bulk'
    | 'export'
    | 'preferences'
    | 'create'
    | 'mail_retry'
    | 'template'
    | 'trigger'
    | 'notice'
    | 'transfer_retry'
    | 'transfer_withdraw'
    | 'dooray_retry'
    | 'guidance_ask'
    | 'guidance_done'
    | 'mask'
    | 'unmask'
    | 'purge'
    | 'call'
    | 'sms'
    | 'sms_step';
  readonly state: 'running' | 'failed';
  readonly error?: DeskError;
}

/** A ticket that was made by hand, and the task that made it. */
export interface MadeTicket {
  readonly taskId: string;
  readonly ticketId: string;
}

/** A ticket that is to be handed over: what its dialog begins with. */
export interface TransferSource {
  readonly ticket: Ticket;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** A template or a trigger as the server has it now, and the task that saved it. */
export interface SavedSetting {
  readonly taskId: string;
  readonly template?: Template;
  readonly trigger?: Trigger;
}

export type Connection = 'idle' | 'connecting' | 'live' | 'stale' | 'offline' | 'signed-out';

/** The agent's unsent text for one ticket. */
export interface DraftState {
  readonly ticketId: string;
  readonly draft: Draft | null;
  /** `kept`: as the server has it. `unread`: what the server has is not known. `conflict`: another tab wrote; both texts are here. */
  readonly state: 'loading' | 'unread' | 'kept' | 'dirty' | 'saving' | 'unsaved' | 'conflict';
  readonly other?: Draft;
  readonly error?: DeskError;
}

/** What a channel was told last; times as `performance.now()` tells them. */
export interface LiveChannel {
  readonly figures: ToldFigures;
  readonly toldAt: number;
  /** From then on the figures are old. */
  readonly staleAt: number;
}

/** Null for a channel that the service does not have, or of which nothing was told yet. */
export type LiveChannels = Readonly<Record<BoardChannel, LiveChannel | null>>;
