import type { Hono } from 'hono';
import { taskFor } from './access.js';
import { badRequest, listed, missing, ok } from './answers.js';
import type { CallEnv, Service } from './service.js';
import { filesOf } from './state.js';
import { fileWire } from './wire.js';

const path = '/project/v1/projects/:project/posts/:task/files';

/** The first half: says where the files are. Nothing is taken or given here. */
export function fileCalls(app: Hono<CallEnv>, { state, fileBase }: Service): void {
  const elsewhere = (url: string, folder: 'uploads' | 'downloads'): Response => {
    const { pathname, search } = new URL(url);
    return new Response(null, { status: 307, headers: { location: `${fileBase}/${folder}${pathname}${search}` } });
  };
  app.get(path, (c) => {
    const { project, task } = c.req.param();
    const files = filesOf(state, taskFor(state, c.var.caller, task, project).id);
    return listed(files, new URL(c.req.url).searchParams, fileWire);
  });
  app.post(path, (c) => {
    const { project, task } = c.req.param();
    taskFor(state, c.var.caller, task, project);
    return elsewhere(c.req.url, 'uploads');
  });
  app.get(`${path}/:file`, (c) => {
    const { project, task, file } = c.req.param();
    const found = state.files.get(file);
    if (found?.taskId !== taskFor(state, c.var.caller, task, project).id) throw missing('The file');
    return c.req.query('media') === 'raw' ? elsewhere(c.req.url, 'downloads') : ok(fileWire(found));
  });
}

/** The other half, on the host of the files. It wants to know who asks once more. */
export function storageCalls(app: Hono<CallEnv>, { state, now }: Service): void {
  app.post(`/uploads${path}`, async (c) => {
    const { project, task } = c.req.param();
    const { id: taskId } = taskFor(state, c.var.caller, task, project);
    const form = await c.req.raw.formData().catch(() => undefined);
    const file = form?.get('file');
    if (!(file instanceof File)) throw badRequest('file is needed.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = state.ids.next();
    const type = file.type || 'application/octet-stream';
    state.files.set(id, { id, taskId, name: file.name, type, createdAt: now(), bytes });
    return ok({ id });
  });
  app.get(`/downloads${path}/:file`, (c) => {
    const { project, task, file } = c.req.param();
    const found = state.files.get(file);
    if (found?.taskId !== taskFor(state, c.var.caller, task, project).id) throw missing('The file');
    return new Response(found.bytes, {
      headers: {
        'Content-Type': found.type,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      },
    });
  });
}
