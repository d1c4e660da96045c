/** Every class, event, type and helper of the kit. Nothing is registered; `all.ts` does that. */
export { commandNames, keyOf, keyText, usualKeys, type CommandName } from './base/commands.js';
export { DeskError, type DeskErrorKind, type FieldProblem } from './base/desk-error.js';
export { DeskElement } from './base/desk-element.js';
export { hubKey } from './base/hub-context.js';
export type {
  Connection,
  DraftState,
  Hub,
  Insertion,
  ListPlace,
  Load,
  Task,
  TicketWindow,
  TransferSource,
} from './base/hub-context.js';
export { StoreReader } from './base/store-reader.js';
export { version } from './base/version.js';
export type { AgentToken, GetToken, TokenReason } from './api/token-source.js';
export * from './domain/audit.js';
export * from './domain/bulk.js';
export * from './domain/chat.js';
export * from './domain/columns.js';
export * from './domain/customer-info.js';
export * from './domain/fields.js';
export * from './domain/preferences.js';
export * from './domain/related.js';
export * from './domain/search.js';
export * from './domain/side-tools.js';
export * from './domain/mail-preview.js';
export * from './domain/board-items.js';
export * from './domain/calls.js';
export * from './domain/channel-board.js';
export * from './domain/notices.js';
export * from './domain/sms.js';
export * from './domain/templates.js';
export * from './domain/transfer.js';
export * from './domain/triggers.js';
export * from './domain/types.js';
export * from './events/console-layout.js';
export * from './events/job-show.js';
export * from './events/list-collapse.js';
export * from './events/notices.js';
export * from './events/requests.js';
export * from './events/template-insert.js';
export * from './events/tool-show.js';
export { DeskHub } from './hub/desk-hub.js';
export { MemoryWindow } from './hub/memory-window.js';
export { AccessLog } from './elements/access-log/access-log.js';
export { AgentFields } from './elements/agent-fields/agent-fields.js';
export { BulkDialog } from './elements/bulk-dialog/bulk-dialog.js';
export { ChoicePicker } from './elements/choice-picker/choice-picker.js';
export { ClaimDialog } from './elements/claim-dialog/claim-dialog.js';
export { ColumnMenu } from './elements/column-menu/column-menu.js';
export { CommandList } from './elements/command-list/command-list.js';
export { ConditionDialog } from './elements/condition-dialog/condition-dialog.js';
export { DraftVersions } from './elements/draft-versions/draft-versions.js';
export { CreateDialog } from './elements/create-dialog/create-dialog.js';
export { CustomerFields } from './elements/customer-fields/customer-fields.js';
export { CustomerInfoPanel } from './elements/customer-info/customer-info.js';
export { DoorayConversationPanel } from './elements/dooray-conversation/dooray-conversation.js';
export { ExportDialog } from './elements/export-dialog/export-dialog.js';
export { ForwardDialog } from './elements/forward-dialog/forward-dialog.js';
export { InfoSearch } from './elements/info-search/info-search.js';
export { InquiryHistory } from './elements/inquiry-history/inquiry-history.js';
export { JobStatus } from './elements/job-status/job-status.js';
export { MaskDialog } from './elements/mask-dialog/mask-dialog.js';
export { BoardSettings } from './elements/board-settings/board-settings.js';
export { CallButton } from './elements/call-button/call-button.js';
export { CallDialog } from './elements/call-dialog/call-dialog.js';
export { CallNotice } from './elements/call-notice/call-notice.js';
export { PromisedCalls } from './elements/promised-calls/promised-calls.js';
export { MiniBoard } from './elements/mini-board/mini-board.js';
export { ChannelBoard } from './elements/channel-board/channel-board.js';
export { ChatTranscriptPanel } from './elements/chat-transcript/chat-transcript.js';
export { AssignmentNotice } from './elements/assignment-notice/assignment-notice.js';
export { NoticeBar } from './elements/notice-bar/notice-bar.js';
export { TicketPresence } from './elements/ticket-presence/ticket-presence.js';
export { PreviewDialog } from './elements/preview-dialog/preview-dialog.js';
export { PrintList } from './elements/print-list/print-list.js';
export { ReplyComposer } from './elements/reply-composer/reply-composer.js';
export { SideTools } from './elements/side-tools/side-tools.js';
export { SmsPanel } from './elements/sms-panel/sms-panel.js';
export { TemplateList } from './elements/template-list/template-list.js';
export { TemplateSettings } from './elements/template-settings/template-settings.js';
export { TicketConsole } from './elements/ticket-console/ticket-console.js';
export { TicketEvents } from './elements/ticket-events/ticket-events.js';
export { TicketDetail } from './elements/ticket-detail/ticket-detail.js';
export { TicketHistory } from './elements/ticket-history/ticket-history.js';
export { TicketInfo } from './elements/ticket-info/ticket-info.js';
export { TicketList } from './elements/ticket-list/ticket-list.js';
export { TicketSearch } from './elements/ticket-search/ticket-search.js';
export { TicketToolbar } from './elements/ticket-toolbar/ticket-toolbar.js';
export { TransferDialog } from './elements/transfer-dialog/transfer-dialog.js';
export { TransferNotice } from './elements/transfer-notice/transfer-notice.js';
export { TreePicker } from './elements/tree-picker/tree-picker.js';
export { TriggerSettings } from './elements/trigger-settings/trigger-settings.js';
export { ViewDialog } from './elements/view-dialog/view-dialog.js';
export { ViewMenu } from './elements/view-menu/view-menu.js';
