import { replacementCodes, type ReplacementCode } from '../domain/templates.js';
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

const codes: readonly string[] = replacementCodes;

/** A text whose codes are written as what they stand for. Those inside of tags, such as in addresses, stay. */
export function withCodeNames(html: string, more: MoreTexts): string {
  return html.replace(/<[^>]*>|\{\{\s*([\w.]+)\s*\}\}/g, (whole, code?: string) =>
    code && codes.includes(code) ? `<code>${codeName(code as ReplacementCode, more)}</code>` : whole,
  );
}
