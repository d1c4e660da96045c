import type { Hono } from 'hono';
import { authorOf, projectFor, taskFor } from './access.js';
import { badRequest, listed, missing, ok, Refused } from './answers.js';
import { bodyIn, fieldsOf, idsIn, objectIn } from './body.js';
import { commentExtra } from './hooks.js';
import type { CallEnv, Service } from './service.js';
import { logsOf, type Log, type Task, type Token } from './state.js';
import { logInDetail, logInList } from './wire.js';

const path = '/project/v1/projects/:project/posts/:task/logs';

function ownComment({ state }: Service, caller: Token, task: Task, logId: string): Log {
  const log = state.logs.get(logId);
  if (!log || log.taskId !== task.id) throw missing('The comment');
  const mine = log.creator.type === 'member' && log.creator.memberId === caller.memberId;
  if (log.type !== 'comment' || (!mine && !caller.wholeOrganization)) throw new Refused(403, 'It is not yours.');
  if (log.subtype !== 'general') throw badRequest('What came by mail cannot be changed.');
  return log;
}

export function logCalls(app: Hono<CallEnv>, service: Service): void {
  const { state, hooks, now, isProgram } = service;
  app.get(path, (c) => {
    const { project, task } = c.req.param();
    const query = new URL(c.req.url).searchParams;
    const logs = logsOf(state, taskFor(state, c.var.caller, task, project).id);
    if (query.get('order') === '-createdAt') logs.reverse();
    return listed(logs, query, logInList);
  });
  app.get(`${path}/:log`, (c) => {
    const { project, task, log } = c.req.param();
    const found = state.logs.get(log);
    if (taskFor(state, c.var.caller, task, project).id !== found?.taskId) throw missing('The comment');
    return ok(logInDetail(state, found));
  });
  app.post(path, async (c) => {
    const { caller } = c.var;
    const project = projectFor(state, caller, c.req.param('project'));
    const task = taskFor(state, caller, c.req.param('task'), project.id);
    const fields = await fieldsOf(c.req.raw);
    const fileIds = idsIn(fields, 'attachFileIds');
    if (fileIds.some((id) => state.files.get(id)?.taskId !== task.id)) throw badRequest('A file is not of this task.');
    const named = fields['creator'] && objectIn(objectIn(fields, 'creator'), 'member')['organizationMemberId'];
    const id = state.ids.next();
    const log: Log = {
      id,
      taskId: task.id,
      type: 'comment',
      subtype: 'general',
      createdAt: now(),
      modifiedAt: now(),
      creator: authorOf(caller, project, named),
      body: bodyIn(fields),
      fileIds,
    };
    state.logs.set(id, log);
    task.updatedAt = now();
    hooks.tell({
      event: 'postCommentCreated',
      task,
      caller,
      byProgram: isProgram(c.req.raw),
      extra: commentExtra(log),
    });
    return ok({ id });
  });
  app.put(`${path}/:log`, async (c) => {
    const { project, task, log } = c.req.param();
    const found = ownComment(service, c.var.caller, taskFor(state, c.var.caller, task, project), log);
    found.body = bodyIn(await fieldsOf(c.req.raw));
    found.modifiedAt = now();
    return ok(null);
  });
  app.delete(`${path}/:log`, (c) => {
    const { project, task, log } = c.req.param();
    state.logs.delete(ownComment(service, c.var.caller, taskFor(state, c.var.caller, task, project), log).id);
    return ok(null);
  });
}
