import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { attachments, doorayFiles } from '../../db/schema.js';
import type { DoorayClient, DoorayFile } from './client.js';
import type { DoorayDeps } from './delivery.js';
import { DoorayFailure } from './failure.js';
import { doorayFilesOf, type DoorayFileRow, type FilesOf } from './files.js';
import { taskFiles } from './look-up.js';

export interface SentFiles {
  /** Ids there, in the order in which they were chosen. */
  readonly fileIds: readonly string[];
  /** How many Dooray! does not take. */
  readonly refused: number;
}

export interface FileSending extends FilesOf {
  readonly token: string;
  readonly taskPath: string;
  /** It was tried before: a file may be there already. */
  readonly again: boolean;
}

/** Brings the files of a task or a comment to the task, each once. */
export async function sendFiles(deps: DoorayDeps, client: DoorayClient, sending: FileSending): Promise<SentFiles> {
  const { database } = deps;
  const { serviceId, taskPath, token } = sending;
  const scope = { serviceId };
  const rows = await database.transaction(scope, (tx) => doorayFilesOf(tx, sending));
  const missing = rows.filter(({ fileId, refused }) => fileId === null && !refused);
  const fileIds = new Map(rows.map(({ id, fileId }) => [id, fileId]));
  const there = missing.length > 0 && sending.again ? await strays(deps, client, sending) : [];
  let refused = rows.filter((row) => row.refused).length;
  for (const row of missing) {
    const at = there.findIndex(({ name, size }) => name === row.fileName && size === row.size);
    const known = at < 0 ? undefined : there.splice(at, 1)[0]?.id;
    const fileId = known ?? (await sendOne(deps, client, row, `${taskPath}/files`, token));
    const set = fileId === null ? { refused: true } : { fileId };
    await database.transaction(scope, (tx) => tx.update(doorayFiles).set(set).where(ofRow(row)));
    fileIds.set(row.id, fileId);
    if (fileId === null) refused += 1;
  }
  return { fileIds: [...fileIds.values()].filter((fileId) => fileId !== null), refused };
}

function ofRow({ serviceId, id }: DoorayFileRow) {
  return and(eq(doorayFiles.serviceId, serviceId), eq(doorayFiles.id, id));
}

/** Files of the task that nobody here knows: ours, whose answer was lost, are among them. */
async function strays({ database }: DoorayDeps, client: DoorayClient, sending: FileSending) {
  const { serviceId, key, token, taskPath } = sending;
  const rows = await database.transaction({ serviceId }, (tx) =>
    tx
      .select({ fileId: doorayFiles.fileId })
      .from(doorayFiles)
      .where(and(eq(doorayFiles.serviceId, serviceId), eq(doorayFiles.key, key))),
  );
  const known = new Set(rows.map(({ fileId }) => fileId));
  return (await taskFiles(client, token, taskPath)).filter(({ id }) => !known.has(id));
}

/** The id of a file once it is there; null where Dooray! does not take it, or it is here no more. */
async function sendOne(
  { database }: DoorayDeps,
  client: DoorayClient,
  row: DoorayFileRow,
  path: string,
  token: string,
): Promise<string | null> {
  const file = await database.transaction({ serviceId: row.serviceId }, (tx) => contentOf(tx, row));
  if (!file) return null;
  try {
    return await client.upload(token, path, file);
  } catch (error) {
    if (error instanceof DoorayFailure && !error.again && error.problem === 'refused') return null;
    throw error;
  }
}

async function contentOf(
  tx: Tx,
  { serviceId, attachmentId, fileName }: DoorayFileRow,
): Promise<DoorayFile | undefined> {
  if (attachmentId === null) return undefined;
  const [file] = await tx
    .select({ contentType: attachments.contentType, content: attachments.content })
    .from(attachments)
    .where(and(eq(attachments.serviceId, serviceId), eq(attachments.attachmentId, attachmentId)));
  return file && { ...file, fileName };
}
