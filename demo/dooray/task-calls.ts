import type { Hono } from 'hono';
import { authorOf, projectFor, taskFor } from './access.js';
import { badRequest, listed, ok, Refused } from './answers.js';
import { bodyIn, fieldsOf, fromIn, idsIn, memberIdsIn, objectIn, textIn } from './body.js';
import { filtered } from './filters.js';
import { workflowExtra } from './hooks.js';
import type { CallEnv, Service } from './service.js';
import type { DoorayState, Project, Task, Token } from './state.js';
import { taskInDetail, taskInList } from './wire.js';

const priorities = ['highest', 'high', 'normal', 'low', 'lowest', 'none'];
const longestSubject = 255;

function checkTags({ tags }: Project, tagIds: readonly string[]): void {
  const chosen = tags.filter(({ id }) => tagIds.includes(id));
  if (chosen.length !== new Set(tagIds).size) throw badRequest('A tag is not of this project.');
  for (const { tagGroup } of tags) {
    if (!tagGroup) continue;
    const count = chosen.filter((tag) => tag.tagGroup?.id === tagGroup.id).length;
    if (tagGroup.mandatory && count === 0) throw badRequest(`A tag of the group ${tagGroup.name} is needed.`);
    if (tagGroup.selectOne && count > 1) throw badRequest(`Only one tag of the group ${tagGroup.name} is possible.`);
  }
}

function checkMembers(state: DoorayState, project: Project, ids: readonly string[]): void {
  const strangers = ids.filter((id) => state.members.get(id)?.organizationId !== project.organizationId);
  if (strangers.length > 0) throw badRequest('A user is no member of the organisation.');
}

/** The parts of a task that can be written. */
async function written(service: Service, project: Project, request: Request) {
  const fields = await fieldsOf(request);
  const users = objectIn(fields, 'users');
  const to = memberIdsIn(users, 'to');
  const cc = memberIdsIn(users, 'cc');
  checkMembers(service.state, project, [...to, ...cc]);
  const tagIds = idsIn(fields, 'tagIds');
  checkTags(project, tagIds);
  const subject = textIn(fields, 'subject');
  if (subject.length > longestSubject) throw badRequest('subject is too long.');
  const priority = textIn(fields, 'priority', 'none');
  if (!priorities.includes(priority)) throw badRequest('priority is not known.');
  const dueDate = fields['dueDate'] == null ? null : textIn(fields, 'dueDate');
  const content = { subject, body: bodyIn(fields), to, cc, tagIds, priority, dueDate };
  return { fields, users, content };
}

/** Puts a task into another state and tells so. */
export function setWorkflow(service: Service, caller: Token, task: Task, workflowId: string, byProgram: boolean): void {
  const { state, hooks, now } = service;
  const workflow = state.projects.get(task.projectId)?.workflows.find(({ id }) => id === workflowId);
  if (!workflow) throw badRequest('The state is not of this project.');
  if (task.workflowId === workflowId) return;
  task.workflowId = workflowId;
  task.updatedAt = now();
  task.version += 1;
  const id = state.ids.next();
  state.logs.set(id, {
    id,
    taskId: task.id,
    type: 'event',
    subtype: 'general',
    createdAt: now(),
    modifiedAt: now(),
    creator: { type: 'member', memberId: caller.memberId },
    body: { mimeType: 'text/x-markdown', content: workflow.name },
    fileIds: [],
  });
  hooks.tell({ event: 'postWorkflowChanged', task, caller, byProgram, extra: workflowExtra(state, task) });
}

function firstWorkflow({ workflows }: Project): string {
  const first = workflows.find((one) => one.class === 'registered') ?? workflows[0];
  if (!first) throw badRequest('The project has no states.');
  return first.id;
}

function readingCalls(app: Hono<CallEnv>, { state, now }: Service): void {
  app.get('/project/v1/projects/:project/posts', (c) => {
    const project = projectFor(state, c.var.caller, c.req.param('project'));
    const query = new URL(c.req.url).searchParams;
    const own = [...state.tasks.values()].filter((task) => task.projectId === project.id);
    return listed(filtered(state, own, query, now()), query, (task) => taskInList(state, task));
  });
  app.get('/project/v1/projects/:project/posts/:task', (c) => {
    const { project, task } = c.req.param();
    return ok(taskInDetail(state, taskFor(state, c.var.caller, task, project)));
  });
  app.get('/project/v1/posts/:task', (c) => ok(taskInDetail(state, taskFor(state, c.var.caller, c.req.param('task')))));
}

function writingCalls(app: Hono<CallEnv>, service: Service): void {
  const { state, hooks, now, isProgram } = service;
  app.post('/project/v1/projects/:project/posts', async (c) => {
    const { caller } = c.var;
    const project = projectFor(state, caller, c.req.param('project'));
    const { users, content } = await written(service, project, c.req.raw);
    const task: Task = {
      id: state.ids.next(),
      projectId: project.id,
      number: ++project.lastNumber,
      ...content,
      from: authorOf(caller, project, fromIn(users)),
      createdAt: now(),
      updatedAt: now(),
      workflowId: firstWorkflow(project),
      version: 1,
    };
    state.tasks.set(task.id, task);
    hooks.tell({ event: 'postCreated', task, caller, byProgram: isProgram(c.req.raw), extra: {} });
    return ok({ id: task.id });
  });
  app.put('/project/v1/projects/:project/posts/:task', async (c) => {
    const { caller } = c.var;
    const project = projectFor(state, caller, c.req.param('project'));
    const task = taskFor(state, caller, c.req.param('task'), project.id);
    const { fields, content } = await written(service, project, c.req.raw);
    if (fields['version'] != null && Number(fields['version']) !== task.version) {
      throw new Refused(409, 'The task was changed meanwhile.');
    }
    Object.assign(task, content, { updatedAt: now(), version: task.version + 1 });
    return ok(null);
  });
  app.post('/project/v1/projects/:project/posts/:task/set-workflow', async (c) => {
    const { project, task } = c.req.param();
    const { caller } = c.var;
    const found = taskFor(state, caller, task, project);
    setWorkflow(service, caller, found, textIn(await fieldsOf(c.req.raw), 'workflowId'), isProgram(c.req.raw));
    return ok(null);
  });
  app.post('/project/v1/projects/:project/posts/:task/set-done', (c) => {
    const { project, task } = c.req.param();
    const { caller } = c.var;
    const found = taskFor(state, caller, task, project);
    const done = state.projects.get(found.projectId)?.workflows.find((one) => one.class === 'closed');
    if (!done) throw badRequest('The project has no state for what is done.');
    setWorkflow(service, caller, found, done.id, isProgram(c.req.raw));
    return ok(null);
  });
}

export function taskCalls(app: Hono<CallEnv>, service: Service): void {
  readingCalls(app, service);
  writingCalls(app, service);
}
