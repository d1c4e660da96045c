import type { Dooray } from '../../../demo/dooray/dooray.js';
import type { Desk } from './desk.js';
import { mailFor } from './steps.js';

/** The demo's own names at Dooray!, which anybody can read. */
const organizationId = '3010000000000000101';
const projectId = '3030000000000000301';
const bug = '3040000000000000401';
const developerToken = 'demo-developer-token';

/** Dooray! as somebody there sees it. */
export class AtDooray {
  readonly #dooray: Dooray;

  constructor(desk: Desk) {
    this.#dooray = desk.server.dooray;
  }

  get faults(): Dooray['faults'] {
    return this.#dooray.faults;
  }

  /** Ids of the tasks with a subject. */
  tasks(subject: string): readonly string[] {
    return [...this.#dooray.state.tasks.values()].flatMap((task) => (task.subject === subject ? task.id : []));
  }

  /** What was commented on a task, oldest first. */
  comments(taskId: string): readonly string[] {
    return [...this.#dooray.state.logs.values()]
      .filter((log) => log.taskId === taskId && log.type === 'comment')
      .map(({ body }) => body.content);
  }

  /** A developer moves a task into a state of that class. */
  async move(taskId: string, meaning: 'backlog' | 'registered' | 'working' | 'closed'): Promise<void> {
    const workflow = this.#dooray.state.projects.get(projectId)?.workflows.find((one) => one.class === meaning);
    await this.#post(`posts/${taskId}/set-workflow`, { workflowId: workflow?.id });
  }

  /** A developer comments on a task. */
  async comment(taskId: string, content: string): Promise<void> {
    await this.#post(`posts/${taskId}/logs`, { body: { mimeType: 'text/html', content } });
  }

  async #post(path: string, body: object): Promise<void> {
    const headers = {
      Authorization: `dooray-api ${developerToken}`,
      'Content-Type': 'application/json',
      'X-Dooray-Page': 'yes',
    };
    const url = `${this.#dooray.base}/project/v1/projects/${projectId}/${path}`;
    const answer = await this.#dooray.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
    if (!answer.ok) throw new Error(`Dooray! refused ${path}: ${answer.status} ${await answer.text()}`);
  }
}

/** A mail that an agent has taken and handed over to Dooray!, at another desk. */
export async function transferred(desk: Desk, name: string, agent = 'agent1'): Promise<string> {
  const ticketId = await mailFor(desk, name, true, agent);
  await desk.call(agent, 'POST', `tickets/${ticketId}/transfer/dooray.json`, {
    organizationId,
    projectId,
    subject: name,
    content: '<p>확인해 주세요.</p>',
    tagIds: [bug],
    assignees: [],
    attachments: [],
  });
  return ticketId;
}
