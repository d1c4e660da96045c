import { z } from '@hono/zod-openapi';
import { doorayClasses, type DoorayClass } from '../../../../src/domain/transfer.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { DoorayClient } from './client.js';
import { taskPath } from './delivery.js';
import { DoorayFailure } from './failure.js';
import { memberName } from './members.js';
import { doorayBody, fileFacts } from './wire.js';

const id = z.string().min(1);
const files = z.array(fileFacts).nullish();

const taskRead = z.object({
  id,
  project: z.object({ id }),
  number: z.coerce.string().nullish(),
  taskNumber: z.string().nullish(),
  closed: z.boolean().nullish(),
  workflowClass: z.string().nullish(),
  workflow: z.object({ name: z.string().nullish() }).nullish(),
  files,
});

const creator = z.object({
  member: z.object({ organizationMemberId: id }).nullish(),
  emailUser: z.object({ emailAddress: z.string().nullish(), name: z.string().nullish() }).nullish(),
});

const logRead = z.object({
  id,
  type: z.string().nullish(),
  createdAt: z.string().nullish(),
  modifiedAt: z.string().nullish(),
  creator: creator.nullish(),
  body: doorayBody.nullish(),
  files,
});

export type LogRead = z.output<typeof logRead>;
export type FileRead = z.output<typeof fileFacts>;

/** A task as Dooray! has it now. */
export interface TaskRead {
  /** Where it is now: a task can be moved to another project. */
  readonly projectId: string;
  readonly number: string | null;
  /** Null where Dooray! says something that nobody here knows. */
  readonly workflowClass: DoorayClass | null;
  readonly workflowName: string | null;
  readonly files: readonly FileRead[];
  /** Comments, oldest first; of those that are known, only the newest. */
  readonly comments: readonly LogRead[];
}

const pageSize = 100;
/** Most pages of comments that are read. */
const mostPages = 50;

const isClass = (name: string | null | undefined): name is DoorayClass => doorayClasses.some((known) => known === name);

function classOf({ workflowClass, closed }: z.output<typeof taskRead>): DoorayClass | null {
  if (isClass(workflowClass)) return workflowClass;
  return closed === true ? 'closed' : null;
}

/** The newest comments, until nothing new can follow. Who comments meanwhile moves some to the next page: each is there once. */
async function newestComments(
  client: DoorayClient,
  token: string,
  path: string,
  known: ReadonlyMap<string, unknown>,
): Promise<LogRead[]> {
  const found = new Map<string, LogRead>();
  for (let page = 0; page < mostPages; page++) {
    const query = { page, order: '-createdAt' };
    const { items, count, total } = await client.page(token, `${path}/logs`, logRead, query);
    // Asked too often, Dooray! has answered that there is nothing.
    if (page === 0 && count === 0 && known.size > 0) throw new DoorayFailure('unreachable', { again: true });
    const comments = items.filter(({ type }) => type === 'comment');
    for (const comment of comments) found.set(comment.id, comment);
    const isKnown = comments.length > 0 && comments.every((comment) => known.has(comment.id));
    if (isKnown || count < pageSize || (total !== null && (page + 1) * pageSize >= total)) break;
  }
  return [...found.values()].reverse();
}

/** Reads a task and what was said about it. `known`: numbers of the comments that are here already. */
export async function readTask(
  client: DoorayClient,
  token: string,
  taskId: string,
  known: ReadonlyMap<string, unknown>,
): Promise<TaskRead> {
  const task = await client.get(token, `/project/v1/posts/${encodeURIComponent(taskId)}`, taskRead);
  const projectId = task.project.id;
  return {
    projectId,
    number: task.taskNumber ?? task.number ?? null,
    workflowClass: classOf(task),
    workflowName: task.workflow?.name ? safeName(task.workflow.name).slice(0, 100) : null,
    files: task.files ?? [],
    comments: await newestComments(client, token, taskPath(projectId, taskId), known),
  };
}

/** The files of a comment: lists do not name them. */
export async function readLogFiles(
  client: DoorayClient,
  token: string,
  path: string,
  logId: string,
): Promise<readonly FileRead[]> {
  try {
    return (await client.get(token, `${path}/logs/${encodeURIComponent(logId)}`, logRead)).files ?? [];
  } catch (error) {
    // Deleted meanwhile, or nothing for us: the comments behind it are read all the same.
    if (error instanceof DoorayFailure && !error.again) return [];
    throw error;
  }
}

/** Who wrote a comment, as people call them; empty where nobody knows. */
export async function authorOf(client: DoorayClient, token: string, { creator: by }: LogRead): Promise<string> {
  if (by?.member) return (await memberName(client, token, by.member.organizationMemberId)) ?? '';
  return safeName(by?.emailUser?.name || by?.emailUser?.emailAddress || '').slice(0, 100);
}
