import type { z } from '@hono/zod-openapi';
import type { DoorayClient } from './client.js';
import { DoorayFailure } from './failure.js';
import { markIn, type Mark } from './outgoing.js';
import { fileFacts, logFacts, taskInList, withBody } from './wire.js';

/** Clocks of two houses differ by less than this, in milliseconds. */
const clockDifference = 24 * 3_600_000;
/** Tasks with another subject that are looked into, newest first: somebody may have renamed the one that is looked for. */
const mostOthers = 30;
/** Pages of a list that are looked through. */
const mostPages = 20;

const full = 100;

/** What was read does not tell whether something is there. */
const unsure = () => new DoorayFailure('unreachable', { again: true });

/** A page of a list that nobody would be content with if it were empty by mistake. */
async function surePage<T>(
  client: DoorayClient,
  token: string,
  path: string,
  schema: z.ZodType<T>,
  query: Readonly<Record<string, string>>,
  page: number,
): ReturnType<typeof client.page<T>> {
  const ask = () => client.page(token, path, schema, { ...query, page });
  const first = await ask();
  if (first.count > 0 || (page > 0 && first.total === page * full)) return first;
  // Whoever asks too fast gets an empty list instead of an error.
  await client.rest();
  const second = await ask();
  if (second.count === 0 && (second.total ?? 0) > page * full) throw unsure();
  return second;
}

/** The items of a list. It ends where the list ends: what was not seen may be what is looked for. */
async function* listed<T>(
  client: DoorayClient,
  token: string,
  path: string,
  schema: z.ZodType<T>,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<T> {
  for (let page = 0; page < mostPages; page++) {
    const { items, count, total } = await surePage(client, token, path, schema, query, page);
    yield* items;
    if (total === null ? count < full : page * full + count >= total) return;
  }
  throw unsure();
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const iso = (at: number): string => new Date(at).toISOString();

/** What one says. One that is gone by now, or that only others may read, is none of ours. */
async function contentOf(client: DoorayClient, token: string, path: string): Promise<string> {
  try {
    return (await client.get(token, path, withBody)).body?.content ?? '';
  } catch (error) {
    if (error instanceof DoorayFailure && (error.status === 403 || error.status === 404)) return '';
    throw error;
  }
}

export interface Wanted {
  readonly projectPath: string;
  readonly mark: Mark;
  readonly subject: string;
  /** When it was first tried. */
  readonly since: number;
  readonly now: number;
}

/** The task that carries a mark; null where there is none. */
export async function findTask(client: DoorayClient, token: string, wanted: Wanted): Promise<string | null> {
  const { projectPath, mark, since, now } = wanted;
  const query = { createdAt: `${iso(since - clockDifference)}~${iso(now + clockDifference)}`, order: '-createdAt' };
  const others: string[] = [];
  const carries = async (taskId: string): Promise<boolean> => {
    const content = await contentOf(client, token, `${projectPath}/posts/${encodeURIComponent(taskId)}`);
    return markIn(content) === mark;
  };
  for await (const task of listed(client, token, `${projectPath}/posts`, taskInList, query)) {
    if (oneLine(task.subject) !== oneLine(wanted.subject)) others.push(task.id);
    else if (await carries(task.id)) return task.id;
  }
  for (const taskId of others.slice(0, mostOthers)) if (await carries(taskId)) return taskId;
  return null;
}

/** The comment that carries a mark, newest first; null where there is none. */
export async function findLog(
  client: DoorayClient,
  token: string,
  taskPath: string,
  mark: Mark,
): Promise<string | null> {
  const path = `${taskPath}/logs`;
  for await (const log of listed(client, token, path, logFacts, { order: '-createdAt' })) {
    if (log.type === 'event') continue;
    const content = log.body?.content ?? (await contentOf(client, token, `${path}/${encodeURIComponent(log.id)}`));
    if (markIn(content) === mark) return log.id;
  }
  return null;
}

/** The files that a task has. */
export async function taskFiles(
  client: DoorayClient,
  token: string,
  taskPath: string,
): Promise<readonly z.output<typeof fileFacts>[]> {
  return client.all(token, `${taskPath}/files`, fileFacts);
}
