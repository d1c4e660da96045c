import { createContext } from '@lit/context';
import type { ReadableAtom } from 'nanostores';
import type { AuditFilter, AuditPage, AuditRecord } from '../domain/audit.js';
import type { BulkCheck, BulkIntent, BulkTarget, Job, JobPage } from '../domain/bulk.js';
import type { ColumnState, Density } from '../domain/columns.js';
import type { ChatTranscript } from '../domain/chat.js';
import type { CustomerInfo } from '../domain/customer-info.js';
import type { MailPreview } from '../domain/mail-preview.js';
import type { Finding, Found, MaskOutcome, MaskSelection, Revealed } from '../domain/masks.js';
import type { Notice } from '../domain/notices.js';
import type { PromisedCall } from '../domain/calls.js';
import type { Preferences } from '../domain/preferences.js';
import type { RelatedAsk, RelatedPage } from '../domain/related.js';
import type { SmsThread } from '../domain/sms.js';
import type { CodeValues, FilledTemplate, Template } from '../domain/templates.js';
import type { DoorayConversation, DoorayProject, DoorayTemplate, TransferTargets } from '../domain/transfer.js';
import type { Trigger } from '../domain/triggers.js';
import type {
  Attachment,
  Board,
  Customer,
  DraftKind,
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
import type { SavedCount } from './tally.js';
import type { Insertion, ShownEntry } from './taken-once.js';
import type {
  Load,
  Assignment,
  Viewers,
  TicketWindow,
  Task,
  MadeTicket,
  TransferSource,
  SavedSetting,
  Connection,
  DraftState,
  LiveChannels,
} from './hub-values.js';

export * from './hub-values.js';
export type { Insertion, ShownEntry };

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
  readonly presence: {
    /** Other agents who have tickets open, by ticket. */
    readonly $viewers: ReadableAtom<Viewers>;
  };
  readonly assignments: {
    /** Tickets that somebody gave to this agent and that were neither opened nor put aside, the newest first. */
    readonly $assigned: ReadableAtom<readonly Assignment[]>;
  };
  readonly board: {
    readonly $board: ReadableAtom<Load<Board>>;
  };
  readonly calls: {
    /** Calls that this agent promised and has not made, in the order of their times. */
    readonly $calls: ReadableAtom<Load<readonly PromisedCall[]>>;
    /** The open call of a ticket, whoever has it; null where there is none. Rejects with a DeskError. */
    of(ticketId: string, signal: AbortSignal): Promise<PromisedCall | null>;
  };
  readonly channels: {
    /** Figures of telephone and chat. */
    readonly $channels: ReadableAtom<Load<LiveChannels>>;
  };
  readonly notices: {
    /** What the service tells its agents at the moment, pinned, in the hub's language, the newest first. */
    readonly $notices: ReadableAtom<Load<readonly Notice[]>>;
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
    /** A page of the other tickets of a ticket's customer, the newest first. Rejects with a DeskError. */
    related(ticketId: string, ask: RelatedAsk, signal: AbortSignal): Promise<RelatedPage>;
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
  readonly drafts: {
    /** What this agent began of a kind for the ticket that was read last, and has not sent: kept on the server. */
    of(kind: DraftKind): ReadableAtom<DraftState | null>;
    /** Reads what is kept of a ticket; settles when that is known, or cannot be known now. */
    read(kind: Exclude<DraftKind, 'answer'>, ticketId: string): Promise<void>;
  };
  readonly masks: {
    /** What is selected in the history of the open ticket: offsets only. */
    readonly $selection: ReadableAtom<MaskSelection | null>;
    /** What became of the last mask, until another ticket is opened. */
    readonly $outcome: ReadableAtom<MaskOutcome | null>;
    /**
     * What looks like personal data in the open ticket and is neither masked nor left as it is: where and of what kind,
     * never what. It is looked for while anybody reads this, for an agent who may mask.
     */
    readonly $found: ReadableAtom<readonly Found[]>;
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
    /** What happened to a mask of a ticket, newest first. Rejects with a DeskError. */
    ofMask(ticketId: string, maskId: string, signal: AbortSignal): Promise<readonly AuditRecord[]>;
  };
  readonly dooray: {
    /** The task of the open ticket at Dooray! and what was said about it; idle for a ticket that was never transferred. */
    readonly $conversation: ReadableAtom<Load<DoorayConversation>>;
  };
  readonly sms: {
    /** The text messages of the open ticket; idle where the service sends none. */
    readonly $thread: ReadableAtom<Load<SmsThread>>;
  };
  readonly chat: {
    /** What was said in the chat of the open ticket; idle for one that did not come in by chat. */
    readonly $transcript: ReadableAtom<Load<ChatTranscript>>;
  };
  readonly transfer: {
    /** The ticket as it is now, with masks where they are. Rejects with a DeskError. */
    source(ticketId: string, signal: AbortSignal): Promise<TransferSource>;
    /** Where tickets can go from here. Rejects with a DeskError. */
    targets(signal: AbortSignal): Promise<TransferTargets>;
    /** What a project of Dooray! offers for a new task. Rejects with a DeskError. */
    project(organizationId: string, projectId: string, signal: AbortSignal): Promise<DoorayProject>;
    /** A template of a project, read for a new task. Rejects with a DeskError. */
    template(
      place: { readonly organizationId: string; readonly projectId: string; readonly templateId: string },
      signal: AbortSignal,
    ): Promise<DoorayTemplate>;
  };
  readonly triggers: {
    /** The triggers of the service in their order, for administrators. Rejects with a DeskError. */
    all(signal: AbortSignal): Promise<readonly Trigger[]>;
  };
  /** Hears the requests of an element that stands elsewhere on the page; the answer ends that. */
  join(element: HTMLElement): () => void;
}

export const hubKey = createContext<Hub>(Symbol.for('deskparts/hub/v1'));
