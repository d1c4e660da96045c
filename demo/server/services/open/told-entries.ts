import { and, asc, eq } from 'drizzle-orm';
import type { Body, EntryKind } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments, messages } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { openAttachment, openFileFacts, type OpenAttachment } from './files.js';
import { toldMessage } from './told-messages.js';
import type { OpenEntryType } from './wording.js';

const answers: ReadonlySet<EntryKind> = new Set(['reply', 'hold']);

/** A message as its customer may read it. */
export interface ToldEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly type: OpenEntryType;
  readonly at: number;
  /** With asterisks where something was masked, as it is stored. */
  readonly body: Pick<Body, 'html' | 'styles' | 'text'>;
  /** Files beside the text. */
  readonly attachments: readonly OpenAttachment[];
}

/** The messages of a ticket that its customer is told, oldest first. */
export async function readToldEntries(tx: Tx, context: ServiceContext, ticketId: string): Promise<ToldEntry[]> {
  const serviceId = serviceOf(context);
  const { id, kind, at, html, text, styles } = messages;
  const rows = await tx
    .select({ id, kind, at, html, text, styles })
    .from(messages)
    .where(and(eq(messages.serviceId, serviceId), eq(messages.ticketId, ticketId), toldMessage(tx, context)))
    .orderBy(asc(messages.id));
  const files = await tx
    .select({ ...openFileFacts, entryId: attachments.entryId })
    .from(attachments)
    .where(and(eq(attachments.serviceId, serviceId), eq(attachments.ticketId, ticketId), eq(attachments.inline, false)))
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
  return rows.map(({ id: entryId, kind: is, at: when, ...row }) => ({
    id: entryId,
    kind: is,
    type: answers.has(is) ? 'csuser' : 'enduser',
    at: when,
    body: { html: row.html, text: row.text, styles: row.styles },
    attachments: files
      .filter((file) => file.entryId === entryId)
      .map(({ entryId: _entryId, ...file }) => openAttachment(file)),
  }));
}
