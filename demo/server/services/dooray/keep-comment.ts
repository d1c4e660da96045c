import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { doorayComments, doorayFiles, type doorayTasks } from '../../db/schema.js';
import { fileLimits } from '../../../../src/domain/files.js';
import { safeFileName } from '../../../../src/util/safe-name.js';
import { randomHex } from '../../random.js';
import type { ServiceContext } from '../context.js';
import { sanitiseBody } from '../sanitise.js';
import { markIn } from './outgoing.js';
import { sourceOf } from './project.js';
import type { FileRead, LogRead } from './read-task.js';

export type TaskRow = typeof doorayTasks.$inferSelect;

/** A name as files here have it: shorter where it is too long, and with its ending. */
function nameOf(name: string): string {
  const safe = safeFileName(name, 'file');
  const all = [...safe];
  if (all.length < fileLimits.name) return safe;
  const ending = /\.\w{1,10}$/.exec(safe)?.[0] ?? '';
  return all.slice(0, fileLimits.name - 1 - ending.length).join('') + ending;
}

const bodyOf = ({ body }: LogRead) => sanitiseBody(body ? sourceOf(body) : {});

function timeOf({ createdAt }: LogRead, now: number): number {
  const at = Date.parse(createdAt ?? '');
  return Number.isNaN(at) ? now : Math.min(at, now);
}

/** The comment of ours that a text says it is; null where it says none. */
export function ownMarkIn({ body }: LogRead): string | null {
  const mark = markIn(body?.content ?? '');
  return mark?.startsWith('comment-') ? mark.slice('comment-'.length) : null;
}

export function modifiedOf({ createdAt, modifiedAt }: LogRead): number {
  return Date.parse(modifiedAt ?? createdAt ?? '') || 0;
}

/**
 * Recognises a comment of ours that came back before it was known what became of it. What quotes one is somebody's own:
 * each of ours is there once.
 */
export async function isOwnEcho(tx: Tx, task: TaskRow, log: LogRead, commentId: string): Promise<boolean> {
  const echoed = await tx
    .update(doorayComments)
    .set({ logId: log.id, state: 'sent', problem: null, uncertainSince: null })
    .where(
      and(
        eq(doorayComments.serviceId, task.serviceId),
        eq(doorayComments.key, task.key),
        eq(doorayComments.own, true),
        isNull(doorayComments.logId),
        eq(doorayComments.commentId, commentId),
      ),
    )
    .returning({ commentId: doorayComments.commentId });
  return echoed.length > 0;
}

/** Keeps a comment that somebody wrote at Dooray!, with the names of its files. False where it was here. */
export async function keepComment(
  tx: Tx,
  { service, now }: ServiceContext,
  task: TaskRow,
  log: LogRead,
  { author, files }: { readonly author: string; readonly files: readonly FileRead[] },
): Promise<boolean> {
  const { serviceId, key, ticketId } = task;
  const commentId = randomHex(16);
  const kept = await tx
    .insert(doorayComments)
    .values({
      serviceId,
      commentId,
      key,
      ticketId,
      logId: log.id,
      own: false,
      authorName: author,
      at: timeOf(log, now),
      ...bodyOf(log),
      language: service.language,
      state: 'sent',
      triedSince: now,
      modifiedAt: modifiedOf(log),
    })
    .onConflictDoNothing()
    .returning({ commentId: doorayComments.commentId });
  if (kept.length === 0) return false;
  await keepFiles(tx, task, commentId, files);
  return true;
}

/**
 * A comment that was written anew since it was read. Whether it was, only Dooray! tells: our copy may hide by now what
 * stands there.
 */
export async function renewComment(tx: Tx, task: TaskRow, log: LogRead): Promise<boolean> {
  const modifiedAt = modifiedOf(log);
  const renewed = await tx
    .update(doorayComments)
    .set({ ...bodyOf(log), modifiedAt })
    .where(
      and(
        eq(doorayComments.serviceId, task.serviceId),
        eq(doorayComments.key, task.key),
        eq(doorayComments.logId, log.id),
        eq(doorayComments.own, false),
        lt(doorayComments.modifiedAt, modifiedAt),
      ),
    )
    .returning({ commentId: doorayComments.commentId });
  return renewed.length > 0;
}

/** Keeps the names of files that are at Dooray!. `commentId` null: those of the task itself. */
export async function keepFiles(
  tx: Tx,
  { serviceId, key, ticketId }: TaskRow,
  commentId: string | null,
  files: readonly FileRead[],
): Promise<boolean> {
  if (files.length === 0) return false;
  // A file of ours that is on its way there may be there already, and nobody has told yet.
  const onTheWay = await tx
    .select({ fileName: doorayFiles.fileName, size: doorayFiles.size })
    .from(doorayFiles)
    .where(and(eq(doorayFiles.serviceId, serviceId), eq(doorayFiles.key, key), isNull(doorayFiles.fileId)));
  const theirs = files.filter(
    ({ name, size }) => !onTheWay.some((file) => file.fileName === name && file.size === size),
  );
  if (theirs.length === 0) return false;
  const kept = await tx
    .insert(doorayFiles)
    .values(
      theirs.map(({ id, name, size }) => ({
        serviceId,
        key,
        ticketId,
        commentId,
        fileId: id,
        fileName: nameOf(name),
        size,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: doorayFiles.id });
  return kept.length > 0;
}
