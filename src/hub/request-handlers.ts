import type { WritableAtom } from 'nanostores';
import { DeskError } from '../base/desk-error.js';
import type { Hub, Task } from '../base/hub-context.js';
import type { MaskRange } from '../domain/masks.js';
import type { DraftKind } from '../domain/types.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import type { Actions } from './actions.js';
import type { Beside } from './beside.js';
import type { Drafts } from './drafts.js';
import type { LateHandlers } from './late-handlers.js';
import type { Live } from './live.js';
import type { Loaded } from './load.js';
import type { Masks } from './masks.js';
import { plainOf } from './overlays.js';
import type { PreferenceStores } from './preferences.js';
import type { createSelection } from './selection.js';
import type { SessionStores } from './session.js';
import type { Tickets } from './tickets.js';
import type { Work } from './work.js';

/** What the handlers work on. Drafts, actions and what no first screen asks for are fetched when first needed. */
export interface HandlerParts {
  readonly tickets: Tickets;
  readonly session: SessionStores;
  readonly board: Pick<Loaded<unknown>, 'reload'>;
  readonly work: Work;
  readonly preferences: Pick<PreferenceStores, 'reload'>;
  readonly jobs: Pick<Loaded<unknown>, 'reload'>;
  readonly channels: Pick<Loaded<unknown>, 'reload'>;
  readonly notices: Pick<Loaded<unknown>, 'reload'>;
  readonly calls: Pick<Loaded<unknown>, 'reload'>;
  readonly sms: Pick<Loaded<unknown>, 'reload'>;
  readonly chat: Pick<Loaded<unknown>, 'reload'>;
  readonly conversation: Pick<Loaded<unknown>, 'reload'>;
  readonly selection: ReturnType<typeof createSelection>;
  readonly masks: Pick<Masks, '$selection'>;
  readonly keepFindings: (ranges: readonly MaskRange[]) => void;
  readonly $isSearchOpen: WritableAtom<boolean>;
  readonly live: Live;
  readonly beside: Pick<Beside, 'typed' | 'dismiss'>;
  drafts(kind?: DraftKind): Promise<Drafts>;
  actions(): Promise<Actions>;
  late(): Promise<LateHandlers>;
  signal(): AbortSignal;
}

/** A request that the actions of a ticket answer. */
interface AboutTicket {
  readonly ticketId: string;
  readonly options?: { readonly id?: string };
}

type Handlers = Readonly<Record<string, (event: never) => void>>;

/** What the hub does for each request, by the name of its event. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { tickets, session, board, work, selection, $isSearchOpen, live } = parts;
  const failed = (id: string, ticketId: string, action: Task['action'], cause: unknown): void => {
    work.begin(id, ticketId, action);
    work.fail(id, new DeskError('offline', 'A part of the kit could not be loaded.', { cause }));
  };
  const act = (event: AboutTicket, action: Task['action'], start: (actions: Actions) => void): void => {
    const signal = parts.signal();
    const startOwn = (actions: Actions): void => {
      if (!signal.aborted) start(actions);
    };
    parts.actions().then(startOwn, (cause: unknown) => {
      tickets.expect(event.ticketId, event, null);
      failed(event.options?.id ?? newKey(), event.ticketId, action, cause);
    });
  };
  const late =
    (action: Task['action']) =>
    (
      event: requests.DeskRequest & { readonly id?: string; readonly ticketId?: string },
      isWanted = () => true,
    ): void => {
      const signal = parts.signal();
      const handle = async (): Promise<void> => {
        const handlers = await parts.late();
        if (!signal.aborted) await handlers[event.type]?.(event as never, isWanted);
      };
      handle().catch((cause: unknown) => {
        if (!signal.aborted) failed(event.id ?? newKey(), event.ticketId ?? '', action, cause);
      });
    };
  const draft = (change: (drafts: Drafts) => void, kind: DraftKind = 'answer', signal = parts.signal()): void => {
    const changeOwn = (drafts: Drafts): void => {
      if (!signal.aborted) change(drafts);
    };
    // A text is never given up because a part of the kit is late.
    parts.drafts(kind).then(changeOwn, () => setTimeout(() => draft(change, kind, signal), 1000));
  };
  const reload: Readonly<Record<requests.RetryRequest['what'], () => void>> = {
    session: () => {
      session.session.reload();
      live.hurry();
    },
    settings: session.settings.reload,
    board: board.reload,
    ...tickets.reload,
    preferences: parts.preferences.reload,
    jobs: parts.jobs.reload,
    channels: parts.channels.reload,
    notices: parts.notices.reload,
    calls: parts.calls.reload,
    sms: parts.sms.reload,
    chat: parts.chat.reload,
    conversation: parts.conversation.reload,
    draft: () => draft((drafts) => drafts.retry(tickets.$currentId.get() ?? '')),
  };

  return {
    [requests.TicketSelectRequest.type]: ({ ticketId }: requests.TicketSelectRequest) =>
      tickets.$currentId.set(ticketId),
    [requests.TicketClaimRequest.type]: (event: requests.TicketClaimRequest) =>
      act(event, 'claim', (actions) => actions.claim(event)),
    [requests.TicketForwardRequest.type]: (event: requests.TicketForwardRequest) =>
      act(event, 'forward', (actions) => actions.forward(event)),
    [requests.TicketStarRequest.type]: (event: requests.TicketStarRequest) =>
      act(event, 'star', (actions) => actions.star(event)),
    [requests.TicketEditRequest.type]: (event: requests.TicketEditRequest) => {
      // At once, so that what is chosen counts for whoever presses Process right after it.
      tickets.expect(event.ticketId, event, plainOf(event.change));
      act(event, 'edit', (actions) => actions.edit(event));
    },
    [requests.TicketProcessRequest.type]: (event: requests.TicketProcessRequest) =>
      act(event, event.intent.action, (actions) => actions.process(event)),
    [requests.TicketAdminRequest.type]: (event: requests.TicketAdminRequest) =>
      act(event, event.action, (actions) => actions.administer(event)),
    [requests.DraftChangeRequest.type]: (event: requests.DraftChangeRequest) => {
      parts.beside.typed(event.ticketId);
      draft((drafts) => drafts.change(event), event.kind);
    },
    [requests.DraftChooseRequest.type]: ({ ticketId, keep, kind }: requests.DraftChooseRequest) =>
      draft((drafts) => drafts.choose(ticketId, keep), kind),
    [requests.AnswerInsertRequest.type]: ({ ticketId, html, how, attachments }: requests.AnswerInsertRequest) =>
      tickets.insert(ticketId, html, how, attachments),
    [requests.EntryShowRequest.type]: ({ ticketId, entryId }: requests.EntryShowRequest) =>
      tickets.showEntry(ticketId, entryId),
    [requests.ListOpenRequest.type]: ({ change }: requests.ListOpenRequest) => tickets.open(change),
    [requests.ListSortRequest.type]: ({ sort, descending }: requests.ListSortRequest) =>
      tickets.open({ sort, descending }),
    [requests.ListRefreshRequest.type]: () => tickets.rows.refresh(),
    [requests.TickRequest.type]: ({ ticked }: requests.TickRequest) => selection.$ticked.set(ticked),
    [requests.MaskSelectRequest.type]: ({ selection: words }: requests.MaskSelectRequest) =>
      parts.masks.$selection.set(words),
    [requests.MaskKeepRequest.type]: ({ ranges }: requests.MaskKeepRequest) => parts.keepFindings(ranges),
    [requests.MaskRequest.type]: late('mask'),
    [requests.MaskRemoveRequest.type]: (event: requests.MaskRemoveRequest) => late(event.how)(event),
    [requests.SearchOpenRequest.type]: ({ open }: requests.SearchOpenRequest) => $isSearchOpen.set(open),
    [requests.PreferencesChangeRequest.type]: late('preferences'),
    [requests.ListArrangeRequest.type]: late('preferences'),
    [requests.SavedViewOpenRequest.type]: (event: requests.SavedViewOpenRequest) =>
      late('preferences')(event, tickets.choose()),
    [requests.BulkRequest.type]: late('bulk'),
    [requests.JobRequest.type]: late('bulk'),
    [requests.ExportRequest.type]: late('export'),
    [requests.AuditExportRequest.type]: late('export'),
    [requests.AttachmentOpenRequest.type]: late('download'),
    [requests.TicketCreateRequest.type]: late('create'),
    [requests.MailRequest.type]: (event: requests.MailRequest) =>
      late(event.what === 'undo' ? 'undo_mail' : 'mail_retry')(event),
    [requests.TemplateRequest.type]: late('template'),
    [requests.TriggerRequest.type]: late('trigger'),
    [requests.NoticeReadRequest.type]: late('notice'),
    [requests.CallRequest.type]: late('call'),
    [requests.SmsSendRequest.type]: late('sms'),
    [requests.SmsStepRequest.type]: late('sms_step'),
    [requests.TicketTransferRequest.type]: (event: requests.TicketTransferRequest) =>
      late('issue' in event.transfer ? 'transfer_issue' : 'transfer_dooray')(event),
    [requests.DoorayCommentRequest.type]: late('dooray_comment'),
    [requests.DoorayRetryRequest.type]: late('dooray_retry'),
    [requests.TransferMendRequest.type]: (event: requests.TransferMendRequest) =>
      late(event.what === 'retry' ? 'transfer_retry' : 'transfer_withdraw')(event),
    [requests.GuidanceAskRequest.type]: late('guidance_ask'),
    [requests.GuidanceDoneRequest.type]: late('guidance_done'),
    [requests.AssignmentDismissRequest.type]: ({ ticketIds }: requests.AssignmentDismissRequest) =>
      parts.beside.dismiss(ticketIds),
    [requests.RetryRequest.type]: ({ what }: requests.RetryRequest) => reload[what](),
    [requests.TaskDismissRequest.type]: ({ taskId }: requests.TaskDismissRequest) => work.end(taskId),
  };
}

const taken = Symbol.for('deskparts/taken');

/**
 * Lets the handlers hear the requests of elements. A request is done when its dispatch is over, so that everybody on
 * its way can cancel it. The nearest hub takes it; one farther out, even of another copy of the kit, leaves it alone.
 */
export function hearRequests(handlers: Handlers): Hub['join'] {
  function hear(event: Event): void {
    const marked = event as Event & { [taken]?: boolean };
    if (marked[taken]) return;
    marked[taken] = true;
    queueMicrotask(() => {
      if (!event.defaultPrevented) handlers[event.type]?.(event as never);
    });
  }
  return (element) => {
    for (const type of Object.keys(handlers)) element.addEventListener(type, hear);
    return () => {
      for (const type of Object.keys(handlers)) element.removeEventListener(type, hear);
    };
  };
}
