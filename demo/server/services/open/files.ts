import { and, asc, eq, exists, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import {
  endingOf,
  fileLimits,
  fileProblem,
  fileTypes,
  isWhatItSays,
  pictureTypes,
} from '../../../../src/domain/files.js';
import { channels } from '../../../../src/domain/types.js';
import { safeFileName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { attachments, messages, tickets } from '../../db/schema.js';
import { OpenFailure } from '../../http/open-envelope.js';
import type { OpenFile } from '../../http/open-file.js';
import { randomHex } from '../../random.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { takeTurn } from '../admin/turns.js';
import { toldMessage } from './told-messages.js';
import { openSources } from './wording.js';

/** A file as the Open API tells it. */
export interface OpenAttachment {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly disposition: 'attachment';
  readonly size: number;
  readonly createdDt: number;
}

export const openFileFacts = {
  attachmentId: attachments.attachmentId,
  fileName: attachments.fileName,
  contentType: attachments.contentType,
  size: attachments.size,
  createdAt: attachments.createdAt,
};

interface FileRow {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly createdAt: number;
}

export function openAttachment({ createdAt, ...file }: FileRow): OpenAttachment {
  return { ...file, disposition: 'attachment', createdDt: createdAt };
}

const messageOf = {
  too_large: 'The file size must be less than 10MB.',
  name_too_long: 'The file name must be less than 100 characters.',
  type: `The file type is not allowed. (${Object.keys(fileTypes).join(', ')})`,
  content: 'The file is not what its name says.',
  empty: 'The file is empty.',
  no_room: 'Too many files wait for their inquiries. Please try again later.',
} as const;

/** The documented answer to a file that is not taken. */
export class RefusedFile extends OpenFailure {
  readonly problem: keyof typeof messageOf;

  constructor(problem: keyof typeof messageOf) {
    const message = messageOf[problem];
    super(400, message, { content: { exception: 'OcException', message } });
    this.problem = problem;
  }
}

export function refusedFile(problem: keyof typeof messageOf): OpenFailure {
  return new RefusedFile(problem);
}

/** Most that files take up which no inquiry has yet, of all customers of a service together, in bytes. */
export const customersWaiting = 2 * 1024 ** 3;

async function requireRoom(tx: Tx, context: ServiceContext, size: number): Promise<void> {
  // Two at once would both be the last that has room.
  await takeTurn(tx, context, 'files of customers');
  const [waiting] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${attachments.size}), 0)::float8` })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        isNull(attachments.ticketId),
        isNull(attachments.uploadedBy),
        eq(attachments.customerUpload, true),
      ),
    );
  if ((waiting?.bytes ?? 0) + size > customersWaiting) throw refusedFile('no_room');
}

/** Stores a file for an inquiry that may follow within a day. */
export async function storeCustomerFile(tx: Tx, context: ServiceContext, file: File): Promise<OpenAttachment> {
  const { size } = file;
  // Before anything else of it is looked at.
  if (size >= fileLimits.size) throw refusedFile('too_large');
  const ending = endingOf(file.name);
  const problem = fileProblem({ name: file.name, size });
  if (problem && problem !== 'not_a_picture') throw refusedFile(problem);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!ending || !isWhatItSays(ending, bytes)) throw refusedFile(ending ? 'content' : 'type');
  await requireRoom(tx, context, size);
  const row = {
    attachmentId: randomHex(16),
    fileName: safeFileName(file.name, 'file'),
    contentType: fileTypes[ending],
    size,
    createdAt: context.now,
  };
  await tx.insert(attachments).values({ serviceId: serviceOf(context), ...row, content: bytes, customerUpload: true });
  return openAttachment(row);
}

function unclaimed(context: ServiceContext, ids: readonly string[]) {
  return and(
    eq(attachments.serviceId, serviceOf(context)),
    inArray(attachments.attachmentId, [...ids]),
    eq(attachments.customerUpload, true),
    isNull(attachments.ticketId),
  );
}

/** Of these files those that came for an inquiry and that none has yet, with their types; held until the transaction ends. */
export async function holdCustomerFiles(
  tx: Tx,
  context: ServiceContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const real = ids.filter((id) => /^[0-9a-f]{32}$/.test(id));
  if (real.length === 0) return new Map();
  const held = await tx
    .select({ id: attachments.attachmentId, type: attachments.contentType })
    .from(attachments)
    .where(unclaimed(context, real))
    // In one order: two that name the same files wait for each other.
    .orderBy(asc(attachments.attachmentId))
    .for('update');
  return new Map(held.map(({ id, type }) => [id, type]));
}

/** Tells the pictures that a text shows from the files beside it. */
export async function placeInside(tx: Tx, context: ServiceContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(attachments).set({ inline: true }).where(unclaimed(context, ids));
}

/** Takes files for a file field of a new ticket. */
export async function takeForField(
  tx: Tx,
  context: ServiceContext,
  ticketId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await tx.update(attachments).set({ ticketId }).where(unclaimed(context, ids));
}

/** The file of an inquiry or of an answer that customers are told, or a picture that waits for an inquiry. */
export async function readTicketFile(
  tx: Tx,
  context: ServiceContext,
  { id, type }: { readonly id: string; readonly type: 'open' | 'download' },
): Promise<OpenFile> {
  const serviceId = serviceOf(context);
  const told = tx
    .select({ one: sql`1` })
    .from(messages)
    .innerJoin(tickets, and(eq(tickets.serviceId, messages.serviceId), eq(tickets.ticketId, messages.ticketId)))
    .where(
      and(
        eq(messages.serviceId, serviceId),
        eq(messages.id, attachments.entryId),
        toldMessage(tx, context),
        // What came by mail, telephone or from another service has its files where agents are asked who they are.
        inArray(
          tickets.channelRank,
          openSources.map((one) => channels.indexOf(one)),
        ),
        eq(tickets.spam, false),
      ),
    );
  // A form shows the picture that was just put into it. Nothing else is handed out before somebody has asked something.
  const waits = and(
    eq(attachments.customerUpload, true),
    isNull(attachments.ticketId),
    inArray(attachments.contentType, [...pictureTypes]),
  );
  const [row] = await tx
    .select({ ...openFileFacts, content: attachments.content })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceId),
        eq(attachments.attachmentId, id),
        or(waits, and(isNotNull(attachments.entryId), exists(told))),
      ),
    );
  if (!row) throw notFound();
  return { fileName: row.fileName, contentType: row.contentType, content: row.content, type };
}
