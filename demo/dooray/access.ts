import { missing, Refused } from './answers.js';
import type { Author, DoorayState, Member, Project, Task, Token } from './state.js';

/** The header that every call has to carry. */
export const scheme = 'dooray-api ';

/** For whom a call is made. */
export function callerOf(state: DoorayState, request: Request): Token {
  const header = request.headers.get('Authorization') ?? '';
  const given = header.startsWith(scheme) ? header.slice(scheme.length) : '';
  const token = state.tokens.find((one) => one.token === given);
  if (!token) throw new Refused(401, 'The token is missing, wrong or revoked.');
  return token;
}

/** A project that this caller may see. Of a project of another organisation nobody learns that it exists. */
export function projectFor(state: DoorayState, caller: Token, projectId: string): Project {
  const project = state.projects.get(projectId);
  if (!project || project.organizationId !== caller.organizationId) throw missing('The project');
  if (!caller.wholeOrganization && !project.members.includes(caller.memberId)) {
    throw new Refused(403, 'You are not a member of the project.');
  }
  return project;
}

export function taskFor(state: DoorayState, caller: Token, taskId: string, projectId?: string): Task {
  const task = state.tasks.get(taskId);
  if (!task || (projectId !== undefined && task.projectId !== projectId)) throw missing('The task');
  projectFor(state, caller, task.projectId);
  return task;
}

export function memberFor(state: DoorayState, caller: Token, memberId: string): Member {
  const member = state.members.get(memberId === 'me' ? caller.memberId : memberId);
  if (!member || member.organizationId !== caller.organizationId) throw missing('The member');
  return member;
}

/** Who writes: the token's own member; an organisation's token may write in the name of a member of the project. */
export function authorOf(caller: Token, project: Project, named: unknown): Author {
  if (!caller.wholeOrganization || named === undefined) return { type: 'member', memberId: caller.memberId };
  if (typeof named !== 'string' || !project.members.includes(named)) {
    throw new Refused(403, 'The author is no member of the project.');
  }
  return { type: 'member', memberId: named };
}
