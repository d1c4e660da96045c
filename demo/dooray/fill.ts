import { desc, eq, inArray } from 'drizzle-orm';
import { styledHtml } from '../server/services/mail/inline-styles.js';
import type { Database } from '../server/db/database.js';
import { doorayComments, doorayTasks } from '../server/db/schema.js';
import { seeded } from './seed.js';
import type { DoorayState, Project } from './state.js';

/** Most tasks that it takes over, the newest. */
const most = 400;

type TaskRow = typeof doorayTasks.$inferSelect;

function addTask(state: DoorayState, project: Project, row: TaskRow & { readonly taskId: string }): void {
  const workflow = project.workflows.find((one) => one.class === row.workflowClass) ?? project.workflows[0];
  const href = row.link.replaceAll('&', '&amp;');
  const content = `${styledHtml(row)}<hr><p><a href="${href}">${row.ticketId}</a> · ${row.authorName}</p>`;
  state.tasks.set(row.taskId, {
    id: row.taskId,
    projectId: project.id,
    number: ++project.lastNumber,
    subject: row.subject,
    body: { mimeType: 'text/html', content },
    createdAt: row.at,
    updatedAt: row.readAt ?? row.at,
    from: { type: 'member', memberId: seeded.members.desk },
    to: row.assignees,
    cc: [],
    tagIds: row.tagIds,
    workflowId: workflow?.id ?? '',
    priority: 'none',
    dueDate: null,
    version: 1,
  });
}

/**
 * Lets a stand-in that is new know the tasks that the desk has there already: those of the demo's tickets, and those of a
 * stand-in whose memory was lost.
 */
export async function fillFromDesk(database: Database, state: DoorayState): Promise<void> {
  const { rows, comments } = await database.system(async (tx) => {
    const rows = await tx
      .select()
      .from(doorayTasks)
      .where(eq(doorayTasks.state, 'sent'))
      .orderBy(desc(doorayTasks.at))
      .limit(most);
    const keys = rows.map(({ key }) => key);
    const comments =
      keys.length > 0 ? await tx.select().from(doorayComments).where(inArray(doorayComments.key, keys)) : [];
    return { rows, comments };
  });
  for (const row of rows.reverse()) {
    const { taskId, key } = row;
    const project = state.projects.get(row.projectId);
    if (!project || taskId === null || state.tasks.has(taskId)) continue;
    addTask(state, project, { ...row, taskId });
    const said = comments.filter((comment) => comment.key === key).sort((a, b) => a.at - b.at);
    for (const { logId, own, at, authorName, ...body } of said) {
      const writer = [...state.members.values()].find(({ name }) => name === authorName);
      if (logId === null) continue;
      state.logs.set(logId, {
        id: logId,
        taskId,
        type: 'comment',
        subtype: 'general',
        createdAt: at,
        modifiedAt: at,
        creator: { type: 'member', memberId: own ? seeded.members.desk : (writer?.id ?? seeded.members.developer) },
        body: { mimeType: 'text/html', content: styledHtml(body) },
        fileIds: [],
      });
    }
  }
}
