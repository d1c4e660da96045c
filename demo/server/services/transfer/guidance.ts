import { and, eq } from 'drizzle-orm';
import { standsAs } from '../../../../src/domain/permissions.js';
import { afterCause } from '../../../../src/domain/rules.js';
import { maxGuidance } from '../../../../src/domain/transfer.js';
import type { Ticket } from '../../../../src/domain/types.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { issueTransfers, tickets } from '../../db/schema.js';
import { invalid, Refusal } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { OutgoingCover } from '../masks/outgoing.js';
import { changeTicket } from '../tickets/change.js';
import { endDraft } from '../tickets/drafts.js';
import { actorOf, conflict } from '../tickets/gate.js';
import { loadTicket, lockTicket } from '../tickets/load.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import { holdOrigin, lockOrigin, originOf } from './answer-back.js';
import { bylineOf, inService } from './partner.js';

export interface GuidanceArgs {
  readonly ticketId: string;
  /** What the customer is to be told, in plain words for the agent there. */
  readonly text: string;
  /** What is masked in the ticket does not leave it. */
  readonly cover: OutgoingCover;
}

/** Asks the service that transferred a ticket to tell its customer something, while it waits for an answer. */
export async function askForGuidance(tx: Tx, context: AgentContext, args: GuidanceArgs): Promise<Ticket> {
  const { ticketId, cover } = args;
  await holdOrigin(tx, context, ticketId);
  await cover.require(tx, context);
  const ticket = await lockTicket(tx, context, ticketId);
  const text = cover.text(plainText(args.text));
  if (text === '') throw invalid('text', 'required', 'A text is needed');
  if ([...text].length > maxGuidance) throw invalid('text', 'length', `At most ${maxGuidance} characters`);
  const origin = originOf(ticket);
  const asked = { text, at: context.now };
  const arrived =
    origin !== null &&
    (await inService(tx, context, origin.service, async (inner, partner) => {
      const first = await lockOrigin(inner, partner, origin);
      if (!first || first.transferLinkedId !== ticketId) return false;
      if (!afterCause({ status: first.status, spam: first.spam, assignee: assigneeOf(first) }, 'guidance_asked'))
        return false;
      const { name: service } = context.session.service;
      await changeTicket(inner, partner, first, {
        set: {
          guidanceText: text,
          guidanceBy: bylineOf(context),
          guidanceAt: asked.at,
          guidanceLinkedId: ticketId,
        },
        changed: ['guidance', 'unread'],
        touches: ['customer'],
        actor: null,
        log: [{ kind: 'guidance_asked', data: { service, linked: ticketId } }],
      });
      const data = { from: service, linked: ticketId };
      await audit(inner, partner, { kind: 'guidance_asked', ticketId: first.ticketId, data });
      return true;
    }));
  if (!arrived) throw await conflict(tx, context, ticketId, 'wrong_status');
  const actor = actorOf(context);
  const data = { to: ticket.originName, origin: origin.ticketId };
  await changeTicket(tx, context, ticket, {
    set: { originGuidance: { ...asked, by: actor.name, doneAt: null } },
    changed: ['guidance'],
    actor,
    log: [{ kind: 'guidance_asked', data }],
    moves: false,
  });
  await audit(tx, context, { kind: 'guidance_asked', ticketId, data });
  await endDraft(tx, context, { ticketId, kind: 'guidance' });
  return loadTicket(tx, context, ticketId);
}

/** The agent informed the customer in another way than by a mail from here. */
export async function endGuidance(tx: Tx, context: AgentContext, ticketId: string): Promise<Ticket> {
  const ticket = await lockTicket(tx, context, ticketId);
  const state = { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) };
  if (!standsAs('assignee', state, context.session.agent)) throw new Refusal(403, 'not_assignee', 'Not permitted');
  if (ticket.guidanceAt === null) throw await conflict(tx, context, ticketId, 'wrong_status');
  await changeTicket(tx, context, ticket, {
    set: noGuidance,
    changed: ['guidance'],
    actor: actorOf(context),
    log: [{ kind: 'guidance_done' }],
  });
  await audit(tx, context, { kind: 'guidance_done', ticketId });
  await tellGuided(tx, context, ticket, context.now);
  return loadTicket(tx, context, ticketId);
}

export const noGuidance = { guidanceText: null, guidanceBy: null, guidanceAt: null, guidanceLinkedId: null } as const;

/** Tells the issue service that the customer was informed as it asked; or, with null, that this was taken back. */
export async function tellGuided(
  tx: Tx,
  context: AgentContext,
  { ticketId, guidanceAt, guidanceLinkedId }: Pick<TicketRecord, 'ticketId' | 'guidanceAt' | 'guidanceLinkedId'>,
  doneAt: number | null,
): Promise<void> {
  if (guidanceLinkedId === null) return;
  const [link] = await tx
    .select({ service: issueTransfers.linkedService })
    .from(issueTransfers)
    .where(
      and(
        eq(issueTransfers.serviceId, serviceOf(context)),
        eq(issueTransfers.ticketId, ticketId),
        eq(issueTransfers.linkedId, guidanceLinkedId),
      ),
    );
  if (!link) return;
  await inService(tx, context, link.service, async (inner, partner) => {
    const [asking] = await inner
      .select()
      .from(tickets)
      .where(and(eq(tickets.serviceId, serviceOf(partner)), eq(tickets.ticketId, guidanceLinkedId)))
      .for('update');
    // Meanwhile something else may have been asked.
    if (asking?.originGuidance?.at !== guidanceAt || !asking.originGuidance) return;
    await changeTicket(inner, partner, asking, {
      set: { originGuidance: { ...asking.originGuidance, doneAt } },
      changed: ['guidance'],
      actor: null,
      log: doneAt === null ? [] : [{ kind: 'guidance_done', data: { service: context.session.service.name } }],
      moves: doneAt !== null,
    });
  });
}

function plainText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(safeName)
    .join('\n')
    .trim();
}
