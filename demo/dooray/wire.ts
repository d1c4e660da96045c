import { filesOf, workflowOf, type Author, type DoorayState, type KeptFile, type Log, type Task } from './state.js';

/** As the service writes times: with an offset. */
export function time(at: number): string {
  return new Date(at + 9 * 3_600_000).toISOString().replace(/\.\d{3}Z$/, '+09:00');
}

const member = (organizationMemberId: string) => ({ type: 'member', member: { organizationMemberId } });

export function authorWire(author: Author): object {
  if (author.type === 'member') return member(author.memberId);
  const { emailAddress, name } = author;
  return { type: 'emailUser', emailUser: { emailAddress, name } };
}

/** The documented example spells the identifier of who wrote a task in lower case. */
function fromWire(author: Author): object {
  return author.type === 'member'
    ? { type: 'member', member: { organizationmemberid: author.memberId } }
    : authorWire(author);
}

export const fileWire = ({ id, name, bytes }: KeptFile) => ({ id, name, size: bytes.length });

/** A task as lists have it. */
export function taskInList(state: DoorayState, task: Task): object {
  const project = state.projects.get(task.projectId);
  const workflow = workflowOf(state, task);
  const { id, name } = workflow;
  return {
    id: task.id,
    subject: task.subject,
    project: { id: task.projectId, code: project?.code },
    taskNumber: `${project?.code}/${task.number}`,
    closed: workflow.class === 'closed',
    createdAt: time(task.createdAt),
    updatedAt: time(task.updatedAt),
    dueDate: task.dueDate,
    dueDateFlag: true,
    number: task.number,
    priority: task.priority,
    parent: null,
    workflowClass: workflow.class,
    workflow: { id, name },
    milestone: null,
    tags: task.tagIds.map((tagId) => ({ id: tagId })),
    users: {
      from: fromWire(task.from),
      to: task.to.map((one) => ({ ...member(one), workflow: { id, name } })),
      cc: task.cc.map(member),
    },
  };
}

/** A task by itself. */
export function taskInDetail(state: DoorayState, task: Task): object {
  return { ...taskInList(state, task), body: task.body, files: filesOf(state, task.id).map(fileWire) };
}

export function logInList(log: Log): object {
  const { id, type, subtype, body } = log;
  return {
    id,
    post: { id: log.taskId },
    type,
    subtype,
    createdAt: time(log.createdAt),
    modifiedAt: time(log.modifiedAt),
    creator: authorWire(log.creator),
    mailUsers: { from: null, to: [], cc: [] },
    body,
  };
}

export function logInDetail(state: DoorayState, log: Log): object {
  const files = log.fileIds.flatMap((id) => state.files.get(id) ?? []);
  return { ...logInList(log), files: files.map(fileWire) };
}
