import type { Api } from '../api.js';
import { attachmentRoutes } from './attachments.js';
import { auditRoutes } from './audit.js';
import { boardRoutes } from './board.js';
import { bulkRoutes } from './bulk.js';
import { countsRoutes } from './counts.js';
import { customerInfoRoutes } from './customer-info.js';
import { draftRoutes } from './drafts.js';
import { exportRoutes } from './export.js';
import { healthRoutes } from './health.js';
import { inboundRoutes } from './inbound.js';
import { jobRoutes } from './jobs.js';
import { mailRoutes } from './mail.js';
import { maskRoutes } from './masks.js';
import { preferencesRoutes } from './preferences.js';
import { processRoutes } from './process.js';
import { sessionRoutes } from './session.js';
import { settingsRoutes } from './settings.js';
import { streamRoutes } from './stream.js';
import { templateRoutes } from './templates.js';
import { ticketRoutes } from './ticket.js';
import { ticketsRoutes } from './tickets.js';
import { tokenRoutes } from './token.js';
import { triggerRoutes } from './triggers.js';

/** Every route, each file with those of one resource. */
const resources: readonly ((api: Api) => void)[] = [
  healthRoutes,
  tokenRoutes,
  sessionRoutes,
  settingsRoutes,
  preferencesRoutes,
  streamRoutes,
  attachmentRoutes,
  inboundRoutes,
  ticketsRoutes,
  ticketRoutes,
  processRoutes,
  mailRoutes,
  draftRoutes,
  templateRoutes,
  triggerRoutes,
  boardRoutes,
  countsRoutes,
  bulkRoutes,
  jobRoutes,
  exportRoutes,
  maskRoutes,
  auditRoutes,
  customerInfoRoutes,
];

export function registerRoutes(api: Api): void {
  for (const add of resources) add(api);
}
