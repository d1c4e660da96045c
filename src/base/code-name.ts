import type { ReplacementCode } from '../domain/templates.js';
import type { MoreTexts } from '../strings/more/ko.js';

const keys = {
  'customer.name': 'customerName',
  'customer.email': 'customerEmail',
  'customer.phone': 'customerPhone',
  'customer.usercode': 'customerUsercode',
  'ticket.id': 'ticketId',
  'ticket.subject': 'ticketSubject',
  'ticket.category': 'ticketCategory',
  'ticket.createdAt': 'ticketCreatedAt',
  'agent.name': 'agentName',
  'agent.group': 'agentGroup',
  'service.name': 'serviceName',
} as const satisfies Record<ReplacementCode, keyof MoreTexts['templateSettings']>;

/** What a replacement code stands for, in words. */
export function codeName(code: ReplacementCode, { templateSettings: words }: MoreTexts): string {
  return words[keys[code]];
}
