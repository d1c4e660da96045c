import type { Api } from '../api.js';
import { adminFaqRoutes, adminNoticeRoutes } from './admin/articles.js';
import { adminCustomerInfoRoutes } from './admin/customer-info.js';
import { adminDoorayRoutes } from './admin/dooray.js';
import { adminLabelRoutes } from './admin/labels.js';
import { messagingRoutes } from './admin/messaging.js';
import { adminFieldRoutes, adminForbiddenWordRoutes, adminSubmissionTypeRoutes } from './admin/settings.js';
import { attachmentRoutes } from './attachments.js';
import { auditRoutes } from './audit.js';
import { boardRoutes } from './board.js';
import { bulkRoutes } from './bulk.js';
import { callRoutes } from './calls.js';
import { channelRoutes } from './channels.js';
import { chatRoutes } from './chat.js';
import { countsRoutes } from './counts.js';
import { customerInfoRoutes } from './customer-info.js';
import { doorayConversationRoutes } from './dooray-conversation.js';
import { doorayHookRoutes } from './dooray-hook.js';
import { draftRoutes } from './drafts.js';
import { exportRoutes } from './export.js';
import { guidanceRoutes } from './guidance.js';
import { healthRoutes } from './health.js';
import { inboundRoutes } from './inbound.js';
import { jobRoutes } from './jobs.js';
import { mailRoutes } from './mail.js';
import { maskPatternRoutes } from './mask-patterns.js';
import { maskRoutes } from './masks.js';
import { noticeRoutes } from './notices.js';
import { openSettingsRoutes } from './admin/open-settings.js';
import { openAgentRoutes } from './open/agents.js';
import { openFormRoutes } from './open/form.js';
import { helpCenterRoutes } from './open/help-center.js';
import { memberRoutes } from './open/members.js';
import { openTicketRoutes } from './open/tickets.js';
import { preferencesRoutes } from './preferences.js';
import { presenceRoutes } from './presence.js';
import { processRoutes } from './process.js';
import { relatedRoutes } from './related.js';
import { sessionRoutes } from './session.js';
import { settingsRoutes } from './settings.js';
import { smsRoutes } from './sms.js';
import { streamRoutes } from './stream.js';
import { templateRoutes } from './templates.js';
import { ticketRoutes } from './ticket.js';
import { ticketsRoutes } from './tickets.js';
import { tokenRoutes } from './token.js';
import { transferRoutes } from './transfer.js';
import { transferDoorayRoutes } from './transfer-dooray.js';
import { triggerRoutes } from './triggers.js';

/** Every route, each file with those of one resource. */
const resources: readonly ((api: Api) => void)[] = [
  healthRoutes,
  tokenRoutes,
  sessionRoutes,
  settingsRoutes,
  preferencesRoutes,
  streamRoutes,
  presenceRoutes,
  attachmentRoutes,
  inboundRoutes,
  ticketsRoutes,
  ticketRoutes,
  relatedRoutes,
  processRoutes,
  mailRoutes,
  transferRoutes,
  guidanceRoutes,
  transferDoorayRoutes,
  doorayConversationRoutes,
  doorayHookRoutes,
  smsRoutes,
  chatRoutes,
  draftRoutes,
  templateRoutes,
  noticeRoutes,
  adminNoticeRoutes,
  adminFaqRoutes,
  adminLabelRoutes,
  adminSubmissionTypeRoutes,
  adminFieldRoutes,
  adminForbiddenWordRoutes,
  helpCenterRoutes,
  openFormRoutes,
  openTicketRoutes,
  openAgentRoutes,
  memberRoutes,
  openSettingsRoutes,
  adminDoorayRoutes,
  messagingRoutes,
  adminCustomerInfoRoutes,
  triggerRoutes,
  boardRoutes,
  callRoutes,
  channelRoutes,
  countsRoutes,
  bulkRoutes,
  jobRoutes,
  exportRoutes,
  maskRoutes,
  maskPatternRoutes,
  auditRoutes,
  customerInfoRoutes,
];

export function registerRoutes(api: Api): void {
  for (const add of resources) add(api);
}
