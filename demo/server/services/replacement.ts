import { and, eq } from 'drizzle-orm';
import { replacementCodes, type CodeValues, type ReplacementCode } from '../../../src/domain/templates.js';
import type { Language } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { customers } from '../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';
import type { TicketRecord } from './tickets/wire.js';

const locales: Readonly<Record<Language, string>> = { ko: 'ko-KR', ja: 'ja-JP', en: 'en-GB' };

/** A time as customers read it: in their language, in the zone of the service. */
function timeIn(language: Language, timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}

/** What a ticket, and the agent who writes, put in the place of the codes. */
export async function codeValues(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticket: TicketRecord,
): Promise<CodeValues> {
  const { service } = 'session' in context ? context.session : context;
  const agent = 'session' in context ? context.session.agent : undefined;
  const [customer] =
    ticket.customerId === null
      ? []
      : await tx
          .select()
          .from(customers)
          .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.customerId, ticket.customerId)));
  const group = agent?.groups.find(({ groupId }) => groupId === ticket.groupId) ?? agent?.groups[0];
  const all: Readonly<Record<ReplacementCode, string | null | undefined>> = {
    'customer.name': customer?.name,
    'customer.email': customer && (ticket.answerTo ?? customer.email),
    'customer.phone': customer?.phone,
    'customer.usercode': customer?.usercode,
    'ticket.id': ticket.ticketId,
    'ticket.subject': ticket.subject,
    'ticket.category': ticket.categoryName,
    'ticket.createdAt': timeIn(ticket.language, service.timeZone, ticket.createdAt),
    'agent.name': agent?.name,
    'agent.group': group?.name,
    'service.name': service.name,
  };
  return onOneLine(all);
}

/** The same for a ticket that an agent is writing. */
export function newCodeValues({ session: { agent, service } }: AgentContext, told: CodeValues): CodeValues {
  return onOneLine({
    ...told,
    'ticket.id': undefined,
    'ticket.createdAt': undefined,
    'agent.name': agent.name,
    'agent.group': agent.groups[0]?.name,
    'service.name': service.name,
  });
}

/** Whatever customers call themselves. */
function onOneLine(values: Readonly<Partial<Record<ReplacementCode, string | null | undefined>>>): CodeValues {
  const told = Object.entries(values).map(([code, value]) => [code, value?.replace(/\s+/g, ' ').trim()]);
  return Object.fromEntries(told.filter(([, value]) => value));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (found) => entities[found] ?? '');
}

const known: ReadonlySet<string> = new Set(replacementCodes);
/** Tags are passed over: a value never becomes part of one. */
const tagOrCode = /<[^<>]*>|\{\{\s*([a-zA-Z.]{1,40})\s*\}\}/g;

/** The codes that stand in a text, each as often as it does. */
export function codesIn(text: string): readonly ReplacementCode[] {
  const found = [...text.matchAll(/\{\{\s*([a-zA-Z.]{1,40})\s*\}\}/g)].map(([, code = '']) => code);
  return found.filter((code): code is ReplacementCode => known.has(code));
}

/**
 * Puts values in the place of the codes that stand in the text of some markup, and tells the codes without a value. `more`
 * is markup for codes that only the caller knows.
 */
export function fillCodes(
  html: string,
  values: CodeValues,
  more: Readonly<Record<string, string>> = {},
): { readonly html: string; readonly missing: readonly ReplacementCode[] } {
  const missing = new Set<ReplacementCode>();
  const filled = html.replace(tagOrCode, (found: string, code: string | undefined) => {
    if (code === undefined) return found;
    if (Object.hasOwn(more, code)) return more[code] ?? '';
    if (!known.has(code)) return found;
    const value = values[code as ReplacementCode];
    if (value === undefined) missing.add(code as ReplacementCode);
    return value === undefined ? found : escapeText(value);
  });
  return { html: filled, missing: [...missing] };
}

/** The same for plain text. What the ticket has no value for is not there. */
export function fillText(text: string, values: CodeValues): string {
  return text.replace(/\{\{\s*([a-zA-Z.]{1,40})\s*\}\}/g, (found, code: string) =>
    known.has(code) ? (values[code as ReplacementCode] ?? '') : found,
  );
}
