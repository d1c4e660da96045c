import {
  isJpeg,
  measureSms,
  smsKind,
  smsLimits,
  smsText,
  smsTextProblem,
  smsTimeProblem,
  type SmsHindrance,
  type SmsMessage,
} from '../../../../src/domain/sms.js';
import { escapeHtml } from '../../../../src/util/text-html.js';
import type { Tx } from '../../db/database.js';
import { attachments, smsMessages } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { invalid, Refusal } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireAllowedWords } from '../forbidden.js';
import { enqueue } from '../outbox.js';
import { sanitiseBody } from '../sanitise.js';
import { changeTicket } from '../tickets/change.js';
import { endDraft } from '../tickets/drafts.js';
import { addEntry } from '../tickets/entries.js';
import { actorOf } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import { ownUnused } from '../uploads.js';
import { hindranceOf, numberOf, readSms, requireSms } from './thread.js';

export interface SmsArgs {
  readonly ticketId: string;
  readonly text: string;
  readonly attachmentId?: string | undefined;
  readonly at?: number | undefined;
}

/** Writes a text message down; a worker gives it to the carrier, at once or when its time has come. */
export async function sendSms(tx: Tx, context: AgentContext, args: SmsArgs): Promise<SmsMessage> {
  const { ticketId, attachmentId, at = null } = args;
  requireSms(context);
  const ticket = await lockTicket(tx, context, ticketId);
  const to = await numberOf(tx, context, ticket);
  requireNumber(hindranceOf(context, ticket, to), to);
  const text = checkedText(args.text);
  await requireAllowedWords(tx, context, text);
  if (at !== null) checkTime(at, context.now);
  if (attachmentId !== undefined) await checkImage(tx, context, attachmentId);
  const actor = actorOf(context);
  const entryId = await addEntry(tx, context, {
    ticketId,
    kind: 'sms',
    author: { role: 'agent', ...actor },
    at: context.now,
    body: sanitiseBody({ html: htmlOf(text) }),
    ...(attachmentId !== undefined && { attachmentIds: [attachmentId] }),
  });
  const kind = smsKind(measureSms(text).bytes, attachmentId !== undefined);
  const smsId = randomHex(16);
  const [row] = await tx
    .insert(smsMessages)
    .values({
      serviceId: serviceOf(context),
      smsId,
      ticketId,
      entryId,
      kind,
      to,
      attachmentId: attachmentId ?? null,
      at,
      state: at === null ? 'sending' : 'reserved',
      usercode: actor.usercode,
      authorName: actor.name,
      createdAt: context.now,
      triedSince: at ?? context.now,
    })
    .returning();
  if (!row) throw new Error('An insert answers its row');
  await enqueue(tx, context, { kind: 'sms', key: smsId, dueAt: at ?? context.now });
  await endDraft(tx, context, { ticketId, kind: 'sms' });
  await audit(tx, context, { kind: 'sms_sent', ticketId, data: { smsId, entryId, kind, ...(at !== null && { at }) } });
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['history', 'sms'],
    actor,
    log: [
      at === null ? { kind: 'sms_sent', data: { type: kind } } : { kind: 'sms_reserved', data: { type: kind, at } },
    ],
  });
  return readSms(tx, context, row, ticket);
}

/** Refuses where nothing can be sent for a ticket; from then on its number is known. */
export function requireNumber(hindrance: SmsHindrance | null, to: string | null): asserts to is string {
  if (hindrance === 'not_assignee') throw new Refusal(403, hindrance, 'Not permitted');
  if (hindrance || to === null)
    throw new Refusal(422, hindrance ?? 'no_number', 'Nothing can be sent for this ticket', { content: { to } });
}

/** The text as it goes out. What a carrier does not know is named with its place. */
function checkedText(written: string): string {
  const text = smsText(written).trim();
  switch (smsTextProblem(text)) {
    case 'required':
      throw invalid('text', 'required', 'A text is needed');
    case 'too_long':
      throw invalid('text', 'too_long', `${measureSms(text).bytes} bytes; at most ${smsLimits.long}`);
    case 'unsendable': {
      const [first] = measureSms(text).unsendable;
      const code = [...(first?.character ?? '')].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase()}`);
      throw invalid(
        'text',
        'unsendable',
        `Line ${first?.line}, character ${first?.column} (${code.join(' ')}) cannot be sent as a text message`,
      );
    }
    case null:
      return text;
  }
}

function checkTime(at: number, now: number): void {
  const problem = smsTimeProblem(at, now);
  if (problem) throw invalid('at', problem, 'From 30 minutes to one day ahead');
}

async function checkImage(tx: Tx, context: AgentContext, attachmentId: string): Promise<void> {
  const isOwn = ownUnused(context, [attachmentId]);
  const [file] = await tx.select({ size: attachments.size }).from(attachments).where(isOwn).for('update');
  if (!file) throw invalid('attachmentId', 'unknown', 'Not a file that this agent uploaded and that nothing has yet');
  if (file.size > smsLimits.image) throw invalid('attachmentId', 'too_large', `At most ${smsLimits.image} bytes`);
  const [read] = await tx.select({ content: attachments.content }).from(attachments).where(isOwn);
  if (!read || !isJpeg(read.content)) throw invalid('attachmentId', 'not_jpeg', 'A JPEG picture');
}

/** One paragraph with every line and every space as it was written. */
function htmlOf(text: string): string {
  const spaced = (line: string): string => escapeHtml(line).replace(/^ | (?= )| $/g, '\u00a0');
  return `<p>${text.split('\n').map(spaced).join('<br>')}</p>`;
}
