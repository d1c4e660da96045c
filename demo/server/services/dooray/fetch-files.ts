import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { endingOf, fileLimits, fileProblem, fileTypes, isWhatItSays } from '../../../../src/domain/files.js';
import type { Database } from '../../db/database.js';
import { attachments, doorayFiles, tickets } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import type { ServiceContext } from '../context.js';
import { logEvents, tell } from '../tickets/change.js';
import type { DoorayClient } from './client.js';
import { DoorayFailure } from './failure.js';
import type { TaskRow } from './keep-comment.js';

/** Most files of one task that are fetched before another task has its turn. */
const turn = 10;

type FileRow = typeof doorayFiles.$inferSelect;

/** The bytes of a file; null where it is none that is taken, by the limits of uploads. */
async function bytesOf(
  client: DoorayClient,
  token: string,
  path: string,
  { fileId, fileName: name, size }: FileRow,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const ending = endingOf(name);
  if (!ending || fileProblem({ name, size })) return null;
  try {
    const bytes = await client.download(
      token,
      `${path}/files/${encodeURIComponent(fileId ?? '')}`,
      fileLimits.size - 1,
    );
    return bytes.length > 0 && isWhatItSays(ending, bytes) ? bytes : null;
  } catch (error) {
    // Gone, or larger than it said.
    if (error instanceof DoorayFailure && !error.again) return null;
    throw error;
  }
}

/** Brings the files of a task that are not here yet; answers whether some are left. `path`: of the task. */
export async function fetchFiles(
  database: Database,
  context: ServiceContext,
  task: TaskRow,
  { client, token, path }: { readonly client: DoorayClient; readonly token: string; readonly path: string },
): Promise<boolean> {
  const { serviceId, key, ticketId } = task;
  const missing = and(
    eq(doorayFiles.serviceId, serviceId),
    eq(doorayFiles.key, key),
    isNull(doorayFiles.attachmentId),
    isNotNull(doorayFiles.fileId),
    eq(doorayFiles.refused, false),
  );
  const files = await database.transaction({ serviceId }, (tx) =>
    tx.select().from(doorayFiles).where(missing).orderBy(asc(doorayFiles.id)).limit(turn),
  );
  for (const file of files) {
    const bytes = await bytesOf(client, token, path, file);
    await database.transaction({ serviceId }, async (tx) => {
      // Deleted meanwhile, it takes no files any more.
      const [ticket] = await tx
        .select()
        .from(tickets)
        .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)))
        .for('update');
      if (!ticket) return;
      const attachmentId = bytes ? randomHex(16) : null;
      const taken = await tx
        .update(doorayFiles)
        .set(bytes ? { attachmentId, size: bytes.length } : { refused: true })
        .where(and(missing, eq(doorayFiles.id, file.id)))
        .returning({ id: doorayFiles.id });
      if (taken.length === 0) return;
      await tell(tx, context, ticket, ['dooray']);
      if (!bytes || !attachmentId) return logEvents(tx, context, ticketId, null, [{ kind: 'dooray_file_refused' }]);
      await tx.insert(attachments).values({
        serviceId,
        attachmentId,
        ticketId,
        fileName: file.fileName,
        contentType: fileTypes[endingOf(file.fileName) ?? 'txt'],
        size: bytes.length,
        content: bytes,
        createdAt: context.now,
      });
    });
  }
  return files.length === turn;
}
