import type { Hono } from 'hono';
import { memberFor, projectFor } from './access.js';
import { badRequest, listed, missing, ok } from './answers.js';
import { fieldsOf, idsIn, textIn } from './body.js';
import type { CallEnv, Service } from './service.js';
import { hookEvents, type HookEvent, type Member, type Project, type TaskTemplate } from './state.js';

const memberWire = ({ id, name, userCode, email, organizationId }: Member) => ({
  id,
  idProviderType: 'service',
  idProviderUserId: userCode,
  name,
  userCode,
  externalEmailAddress: email,
  defaultOrganization: { id: organizationId },
  locale: 'ko_KR',
  timezoneName: 'Asia/Seoul',
  displayMemberId: userCode,
});

const projectWire = ({ id, code, description, organizationId }: Project) => ({
  id,
  code,
  description,
  state: 'active',
  scope: 'private',
  type: 'public',
  organization: { id: organizationId },
});

function templateWire({ id, templateName, subject, tagIds, to, isDefault }: TaskTemplate) {
  const member = (organizationMemberId: string) => ({ type: 'member', member: { organizationMemberId } });
  return {
    id,
    templateName,
    subject,
    users: { to: to.map(member), cc: [] },
    tags: tagIds.map((tagId) => ({ id: tagId })),
    milestone: null,
    priority: 'none',
    dueDate: null,
    isDefault,
  };
}

export function memberCalls(app: Hono<CallEnv>, { state }: Service): void {
  app.get('/common/v1/members', (c) => {
    const query = new URL(c.req.url).searchParams;
    const addresses = query.get('externalEmailAddresses')?.split(',');
    const name = query.get('name');
    if (!addresses && name === null) throw badRequest('externalEmailAddresses is needed.');
    const found = [...state.members.values()].filter(
      (member) =>
        member.organizationId === c.var.caller.organizationId &&
        (!addresses || addresses.includes(member.email)) &&
        (name === null || member.name === name),
    );
    return listed(found, query, ({ id, name, userCode, email }) => ({
      id,
      name,
      userCode,
      externalEmailAddress: email,
    }));
  });
  app.get('/common/v1/members/:member', (c) => ok(memberWire(memberFor(state, c.var.caller, c.req.param('member')))));
}

export function projectCalls(app: Hono<CallEnv>, { state }: Service): void {
  const query = (url: string): URLSearchParams => new URL(url).searchParams;
  app.get('/project/v1/projects', (c) => {
    const { caller } = c.var;
    const mine = [...state.projects.values()].filter(
      (project) => project.organizationId === caller.organizationId && project.members.includes(caller.memberId),
    );
    return listed(mine, query(c.req.url), projectWire);
  });
  app.get('/project/v1/projects/:project', (c) => {
    const { id, code, description, organizationId } = projectFor(state, c.var.caller, c.req.param('project'));
    return ok({ id, code, description, scope: 'private', organizationId });
  });
  app.get('/project/v1/projects/:project/members/:member', (c) => {
    const { project, member } = c.req.param();
    const { members } = projectFor(state, c.var.caller, project);
    if (!members.includes(member)) throw missing('The member');
    return ok({ role: 'member' });
  });
  app.get('/project/v1/projects/:project/members', (c) => {
    const { members } = projectFor(state, c.var.caller, c.req.param('project'));
    return listed(members, query(c.req.url), (organizationMemberId) => ({ organizationMemberId, role: 'member' }));
  });
  app.get('/project/v1/projects/:project/tags', (c) => {
    const { tags } = projectFor(state, c.var.caller, c.req.param('project'));
    return listed(tags, query(c.req.url), (tag) => tag);
  });
  app.get('/project/v1/projects/:project/workflows', (c) =>
    ok(projectFor(state, c.var.caller, c.req.param('project')).workflows),
  );
  app.get('/project/v1/projects/:project/templates', (c) => {
    const { templates } = projectFor(state, c.var.caller, c.req.param('project'));
    return listed(templates, query(c.req.url), templateWire);
  });
  app.get('/project/v1/projects/:project/templates/:template', (c) => {
    const { templates } = projectFor(state, c.var.caller, c.req.param('project'));
    const template = templates.find(({ id }) => id === c.req.param('template'));
    if (!template) throw missing('The template');
    const { body, guide } = template;
    return ok({ ...templateWire(template), body, guide });
  });
}

const isEvent = (name: string): name is HookEvent => hookEvents.some((event) => event === name);

export function hookCalls(app: Hono<CallEnv>, { state }: Service): void {
  app.post('/project/v1/projects/:project/hooks', async (c) => {
    const project = projectFor(state, c.var.caller, c.req.param('project'));
    const fields = await fieldsOf(c.req.raw);
    const url = textIn(fields, 'url');
    if (!URL.canParse(url)) throw badRequest('url is no address.');
    const sendEvents = idsIn(fields, 'sendEvents').filter(isEvent);
    const type = fields['type'] === 'project' ? 'project' : 'task';
    const hook = { id: state.ids.next(), url, type, sendEvents } as const;
    project.hooks.push(hook);
    return ok({ id: hook.id });
  });
}
