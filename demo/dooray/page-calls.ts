import { Hono } from 'hono';
import { readStored, sanitiseBody } from '../server/services/sanitise.js';
import { disposition } from '../server/http/disposition.js';
import { protectiveHeaders } from '../server/http/answers.js';
import { personHeader, type Dooray } from './dooray.js';
import type { FaultKind } from './faults.js';
import { seeded } from './seed.js';
import { filesOf, logsOf, type Author, type DoorayState, type KeptFile, type Task, type TextBody } from './state.js';

/** What can go wrong at a wish. */
const faults: Readonly<Record<string, FaultKind | undefined>> = {
  none: undefined,
  away: 'unreachable',
  broken: 500,
  denied: 403,
};

const { organizationId, developerToken } = seeded;

function nameOf(state: DoorayState, author: Author): string {
  if (author.type === 'member') return state.members.get(author.memberId)?.name ?? '';
  return author.name || author.emailAddress;
}

/** A text as a tree: the page puts no markup into itself. */
function treeOf({ mimeType, content }: TextBody): unknown {
  return readStored(sanitiseBody(mimeType === 'text/html' ? { html: content } : { text: content }).html);
}

const fileOf = ({ id, name, bytes }: KeptFile) => ({ id, name, size: bytes.length });

function taskInList(state: DoorayState, task: Task) {
  const { id, number, subject, workflowId, updatedAt } = task;
  const comments = logsOf(state, id).filter(({ type }) => type === 'comment').length;
  return { id, number, subject, workflowId, updatedAt, comments };
}

function projectsOf(state: DoorayState) {
  const own = [...state.projects.values()].filter((project) => project.organizationId === organizationId);
  return own.map(({ id, code, workflows }) => ({
    id,
    code,
    workflows,
    tasks: [...state.tasks.values()]
      .filter((task) => task.projectId === id)
      .reverse()
      .map((task) => taskInList(state, task)),
  }));
}

function detailOf(state: DoorayState, task: Task) {
  const project = state.projects.get(task.projectId);
  const logs = logsOf(state, task.id).filter(({ type }) => type === 'comment');
  const attached = new Set(logs.flatMap(({ fileIds }) => fileIds));
  return {
    ...taskInList(state, task),
    projectId: task.projectId,
    from: nameOf(state, task.from),
    to: task.to.map((id) => state.members.get(id)?.name ?? ''),
    tags: task.tagIds.flatMap((id) => project?.tags.find((tag) => tag.id === id)?.name ?? []),
    createdAt: task.createdAt,
    body: treeOf(task.body),
    files: filesOf(state, task.id)
      .filter(({ id }) => !attached.has(id))
      .map(fileOf),
    comments: logs.map(({ id, creator, createdAt, body, fileIds }) => ({
      id,
      author: nameOf(state, creator),
      at: createdAt,
      body: treeOf(body),
      files: fileIds.flatMap((fileId) => state.files.get(fileId) ?? []).map(fileOf),
    })),
  };
}

/** What the project page asks for. Whatever it changes goes by the Open API, as if a person did it there. */
export function pageCalls(dooray: Dooray): Hono {
  const app = new Hono();
  const { state } = dooray;
  let fault = 'none';
  let endFault: (() => void) | undefined;
  const json = (value: unknown, status = 200): Response =>
    new Response(JSON.stringify(value), {
      status,
      headers: { ...protectiveHeaders, 'Content-Type': 'application/json; charset=utf-8' },
    });
  const asPerson = (path: string, body: BodyInit, base = dooray.base): Promise<Response> => {
    const headers = {
      Authorization: `dooray-api ${developerToken}`,
      [personHeader]: 'yes',
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
    };
    return dooray.fetch(new Request(base + path, { method: 'POST', headers, body }));
  };
  const pathOf = ({ projectId, id }: Task): string => `/project/v1/projects/${projectId}/posts/${id}`;

  app.get('/projects', () => json({ fault, organization: seeded.organizationName, projects: projectsOf(state) }));
  app.get('/tasks/:task', (c) => {
    const task = state.tasks.get(c.req.param('task'));
    return task ? json(detailOf(state, task)) : json(null, 404);
  });
  app.post('/tasks/:task/state', async (c) => {
    const task = state.tasks.get(c.req.param('task'));
    if (!task) return json(null, 404);
    const { workflowId } = await c.req.json<{ workflowId: string }>();
    return json(null, (await asPerson(`${pathOf(task)}/set-workflow`, JSON.stringify({ workflowId }))).status);
  });
  app.post('/tasks/:task/comments', async (c) => {
    const task = state.tasks.get(c.req.param('task'));
    if (!task) return json(null, 404);
    const form = await c.req.formData();
    const file = form.get('file');
    const attachFileIds: string[] = [];
    if (file instanceof File && file.size > 0) {
      const sent = new FormData();
      sent.append('file', file, file.name);
      const stored = await asPerson(`/uploads${pathOf(task)}/files`, sent, dooray.fileBase);
      if (!stored.ok) return json(null, stored.status);
      attachFileIds.push(((await stored.json()) as { result: { id: string } }).result.id);
    }
    const body = { mimeType: 'text/x-markdown', content: String(form.get('text') ?? '') };
    return json(null, (await asPerson(`${pathOf(task)}/logs`, JSON.stringify({ body, attachFileIds }))).status);
  });
  app.get('/files/:file', (c) => {
    const file = state.files.get(c.req.param('file'));
    if (!file) return json(null, 404);
    return new Response(file.bytes, {
      headers: {
        ...protectiveHeaders,
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': disposition(file.name),
      },
    });
  });
  app.post('/fault', async (c) => {
    const { kind } = await c.req.json<{ kind: string }>();
    endFault?.();
    fault = Object.hasOwn(faults, kind) ? kind : 'none';
    const wanted = faults[fault];
    endFault = wanted === undefined ? undefined : dooray.faults.begin({ kind: wanted });
    return json(null);
  });
  return app;
}
