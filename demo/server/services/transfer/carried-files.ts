import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { attachments } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { invalid } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import type { NameCover } from '../masks/covered-names.js';
import { requireFew } from '../text-files.js';
import { fileFacts, ownUnused, shownIn } from '../uploads.js';

type FileRow = typeof attachments.$inferSelect;

/** A file that goes to another service, with the number that it has there. */
export interface CarriedFile extends Pick<FileRow, 'fileName' | 'contentType' | 'size' | 'content'> {
  readonly from: string;
  readonly to: string;
  /** The text shows it. */
  readonly inline: boolean;
}

export interface Carried {
  /** Files that are chosen. */
  readonly ids: readonly string[];
  /** The text that goes; pictures in it go too. */
  readonly html: string;
  /** The ticket whose files may go, beside those that the agent just uploaded. */
  readonly ticketId: string;
  readonly nameOf?: NameCover;
}

const unknown = () => invalid('attachments', 'unknown', 'Not files of this ticket, nor any that this agent uploaded');

/** Reads the files that go to another service. Refused where one is missing, or where they are more than a mail may carry. */
export async function filesToCarry(
  tx: Tx,
  context: AgentContext,
  { ids, html, ticketId, nameOf = (name) => name }: Carried,
): Promise<readonly CarriedFile[]> {
  const inside = shownIn(html);
  const all = [...new Set([...ids, ...inside])];
  if (all.length === 0) return [];
  const { attachmentId } = attachments;
  const ofTicket = and(
    eq(attachments.serviceId, serviceOf(context)),
    eq(attachments.ticketId, ticketId),
    inArray(attachmentId, all),
  );
  const found = await tx
    .select(fileFacts)
    .from(attachments)
    .where(or(ofTicket, ownUnused(context, all)))
    .orderBy(asc(attachments.createdAt), asc(attachmentId));
  const known = new Set(found.map((file) => file.attachmentId));
  if (!ids.every((id) => known.has(id))) throw unknown();
  if (found.length < all.length)
    throw invalid('content', 'unknown_file', 'A picture of the text is not there any more');
  requireFew(found, inside);
  // Their bytes only now: what is refused may be a lot.
  const contents = await contentsOf(tx, context, all);
  return found.map(({ attachmentId: from, ...file }) => {
    const content = contents.get(from);
    if (!content) throw unknown();
    return { ...file, content, fileName: nameOf(file.fileName), from, to: randomHex(16), inline: inside.has(from) };
  });
}

async function contentsOf(tx: Tx, context: AgentContext, ids: readonly string[]) {
  const { serviceId, attachmentId, content } = attachments;
  const found = await tx
    .select({ attachmentId, content })
    .from(attachments)
    .where(and(eq(serviceId, serviceOf(context)), inArray(attachmentId, [...ids])));
  return new Map(found.map((file) => [file.attachmentId, file.content]));
}

/** Stores files in the service that they are carried to, for the entry that is about to be added. */
export async function storeCarried(
  tx: Tx,
  context: ServiceContext,
  files: readonly CarriedFile[],
  place: { readonly ticketId?: string } = {},
): Promise<string[]> {
  for (const { to, fileName, contentType, size, inline, content } of files) {
    await tx.insert(attachments).values({
      serviceId: serviceOf(context),
      attachmentId: to,
      ...place,
      fileName,
      contentType,
      size,
      inline,
      content,
      createdAt: context.now,
    });
  }
  return files.map(({ to }) => to);
}

/** The new number of each file by the old one. */
export function numbersOf(files: readonly CarriedFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ from, to }) => [from, to]));
}
