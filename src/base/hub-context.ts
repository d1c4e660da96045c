import { createContext } from '@lit/context';
import type { ReadableAtom } from 'nanostores';
import type { AuditFilter, AuditPage, AuditRecord } from '../domain/audit.js';
import type { BulkCheck, BulkIntent, BulkTarget, Job, JobPage } from '../domain/bulk.js';
import type { ColumnState, Density } from '../domain/columns.js';
import type { CustomerInfo } from '../domain/customer-info.js';
import type { MailPreview } from '../domain/mail-preview.js';
import type { Finding, MaskOutcome, MaskSelection, Revealed } from '../domain/masks.js';
import type { Preferences } from '../domain/preferences.js';
import type { CodeValues, FilledTemplate, Template } from '../domain/templates.js';
import type { Trigger } from '../domain/triggers.js';
import type {
  Action,
  Attachment,
  Board,
  Customer,
  Draft,
  DraftVersion,
  HistoryEntry,
  Language,
  Session,
  Settings,
  Ticket,
  TicketEvent,
  TicketQuery,
  TicketRow,
  View,
} from '../domain/types.js';
import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import type { DeskError } from './desk-error.js';
import type { SavedCount } from './tally.js';

/** Something that is fetched. `value` of a loading or failed one is the last that was known. */
export type Load<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: DeskError; readonly value?: T };

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
    | 'mask'
    | 'unmask'
    | 'purge';
  readonly state: 'running' | 'failed';
  readonly error?: DeskError;
}

/** A ticket that was made by hand, and the task that made it. */
export interface MadeTicket {
  readonly taskId: string;
  readonly ticketId: string;
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

/** What waits to go into the answer to a ticket. */
export interface Insertion {
  readonly ticketId: string;
  /** Not sanitised. */
  readonly html: string;
  readonly how: 'insert' | 'replace';
  /** Files that go with it. */
  readonly attachments?: readonly Attachment[];
  /** True for the first that asks, who then puts it in; the store is empty afterwards. */
  take(): boolean;
}

/** An entry to which the reader of the open ticket is to be led. */
export interface ShownEntry {
  readonly entryId: number;
  /** True for the first that asks, who then shows it; the store is empty afterwards. */
  take(): boolean;
}

/**
 * What elements share. One object for the life of a hub: the stores inside it change, it never does.
 * Its shape is public: change it, change the number in `hubKey`.
 */
export interface Hub {
  readonly session: {
    readonly $session: ReadableAtom<Load<Session>>;
    readonly $settings: ReadableAtom<Load<Settings>>;
    readonly $connection: ReadableAtom<Connection>;
    /** The server's time minus this machine's, in milliseconds. */
    readonly $clockOffset: ReadableAtom<number>;
    /** What becomes of controls that the agent may not use; null leaves it to the reason. */
    readonly $unavailable: ReadableAtom<'hide' | 'disable' | null>;
  };
  readonly text: {
    readonly $language: ReadableAtom<Language>;
    /** Undefined until the first language is there; elements count a hub as present only from then on. */
    readonly $texts: ReadableAtom<Texts | undefined>;
    /** Texts of what opens late: dialogs, the search area. Loaded for the first element that reads them. */
    readonly $more: ReadableAtom<MoreTexts | undefined>;
  };
  readonly tickets: {
    readonly $query: ReadableAtom<TicketQuery>;
    readonly $window: ReadableAtom<TicketWindow>;
    /** Changes that wait until the agent looks. */
    readonly $waiting: ReadableAtom<number>;
    readonly $counts: ReadableAtom<Load<Readonly<Record<View, number>>>>;
    /** How long each saved view is, by its id. */
    readonly $savedCounts: ReadableAtom<Load<Readonly<Record<string, SavedCount>>>>;
    /** The saved view whose list is open; null when it is another list. */
    readonly $savedView: ReadableAtom<string | null>;
    /** Columns of the open list: the saved view's, else the agent's, else the usual ones. */
    readonly $columns: ReadableAtom<readonly ColumnState[]>;
    readonly $density: ReadableAtom<Density>;
    /** Whether the area of detailed conditions is open. */
    readonly $isSearchOpen: ReadableAtom<boolean>;
    readonly $currentId: ReadableAtom<string | null>;
    readonly $current: ReadableAtom<Load<Ticket>>;
    readonly $history: ReadableAtom<Load<readonly HistoryEntry[]>>;
    readonly $events: ReadableAtom<Load<readonly TicketEvent[]>>;
    readonly $draft: ReadableAtom<DraftState | null>;
    /** What is to go into the answer to the open ticket, until the editor took it or another ticket is opened. */
    readonly $insertion: ReadableAtom<Insertion | null>;
    /** The entry of the open ticket's history that is to be looked at, until a history took it. */
    readonly $shownEntry: ReadableAtom<ShownEntry | null>;
  };
  readonly selection: {
    /** Ticked rows. `all` means every ticket of the list but `ids`. */
    readonly $ticked: ReadableAtom<{ readonly all: boolean; readonly ids: ReadonlySet<string> }>;
  };
  readonly board: {
    readonly $board: ReadableAtom<Load<Board>>;
  };
  readonly work: {
    readonly $tasks: ReadableAtom<readonly Task[]>;
    /** The ticket that was made last; who asked for it decides whether it opens. */
    readonly $made: ReadableAtom<MadeTicket | null>;
    /** What was saved last of templates and triggers. */
    readonly $saved: ReadableAtom<SavedSetting | null>;
  };
  readonly preferences: {
    readonly $preferences: ReadableAtom<Load<Preferences>>;
  };
  readonly bulk: {
    /** This agent's runs of the last day, newest first. */
    readonly $jobs: ReadableAtom<Load<readonly Job[]>>;
    /** What a run would do. Rejects with a DeskError. */
    check(target: BulkTarget, intent: BulkIntent, signal: AbortSignal): Promise<BulkCheck>;
    /** The tickets of a run, those of one state if it is named. Rejects with a DeskError. */
    items(
      jobId: string,
      which: { readonly state?: JobPage['items'][number]['state']; readonly cursor?: string },
      signal: AbortSignal,
    ): Promise<JobPage>;
  };
  readonly customers: {
    /** Asks the customer-information link. Rejects with a DeskError where the call itself failed. */
    lookUp(values: Readonly<Record<string, string>>, signal: AbortSignal): Promise<CustomerInfo>;
    /** Known customers whose name, address, number or usercode begins so, at most ten. Rejects with a DeskError. */
    find(start: string, signal: AbortSignal): Promise<readonly Customer[]>;
  };
  readonly lists: {
    /** Rows of a list, for printing: from its beginning, as many as are asked for. Rejects with a DeskError. */
    rows(query: TicketQuery, most: number, signal: AbortSignal): Promise<readonly TicketRow[]>;
  };
  readonly files: {
    /** A `blob:` address of a stored part; the caller revokes it. Rejects with a DeskError. */
    part(attachmentId: string, signal: AbortSignal): Promise<string>;
    /**
     * Stores a file for an answer or a new ticket. `onProgress` hears the share that was sent; nothing where the page has
     * a `fetch` of its own, which cannot tell. Rejects with a DeskError.
     */
    upload(
      file: File,
      options: { readonly inline: boolean; readonly onProgress?: (share: number) => void },
      signal: AbortSignal,
    ): Promise<Attachment>;
  };
  readonly answers: {
    /** Texts of this agent for a ticket that were kept along the way, newest first. Rejects with a DeskError. */
    versions(ticketId: string, signal: AbortSignal): Promise<readonly DraftVersion[]>;
    /** The mail that the customer would get, and what may not be sent. Rejects with a DeskError. */
    preview(
      ticketId: string,
      answer: {
        readonly action: 'resolve' | 'hold';
        readonly html: string;
        readonly attachmentIds?: readonly string[];
      },
      signal: AbortSignal,
    ): Promise<MailPreview>;
    /** Own and shared templates, whole. Rejects with a DeskError. */
    templates(signal: AbortSignal): Promise<readonly Template[]>;
    /** A template with the values of a ticket, or of one that is being written; counted as used. Rejects with a DeskError. */
    filled(templateId: number, of: string | CodeValues, signal: AbortSignal): Promise<FilledTemplate>;
  };
  readonly masks: {
    /** What is selected in the history of the open ticket: offsets only. */
    readonly $selection: ReadableAtom<MaskSelection | null>;
    /** What became of the last mask, until another ticket is opened. */
    readonly $outcome: ReadableAtom<MaskOutcome | null>;
    /**
     * Shows this agent what a mask hides. The answer is for the eye only: no store, attribute, event or draft may hold
     * it. Rejects with a DeskError.
     */
    reveal(maskId: string, purpose: string, signal: AbortSignal): Promise<Revealed>;
    /** Personal data in a text, found without leaving the page. Never rejects but by its signal. */
    find(text: string, signal: AbortSignal): Promise<readonly Finding[]>;
  };
  readonly audit: {
    /** One page of the access log, newest first, for those who may read it: each reading is written down. Rejects with a DeskError. */
    page(filter: AuditFilter, cursor: string | undefined, signal: AbortSignal): Promise<AuditPage>;
    /** What happened to the masks of a ticket, newest first. Rejects with a DeskError. */
    ofMasks(ticketId: string, signal: AbortSignal): Promise<readonly AuditRecord[]>;
  };
  readonly triggers: {
    /** The triggers of the service in their order, for administrators. Rejects with a DeskError. */
    all(signal: AbortSignal): Promise<readonly Trigger[]>;
  };
  /** Hears the requests of an element that stands elsewhere on the page; the answer ends that. */
  join(element: HTMLElement): () => void;
}

export const hubKey = createContext<Hub>(Symbol.for('deskparts/hub/v1'));
