import { createDooray, personHeader, type Dooray, type DoorayOptions } from '../../demo/dooray/dooray.js';
import { seeded, seedState } from '../../demo/dooray/seed.js';
import type { WorkflowClass } from '../../demo/dooray/state.js';

/** What came back from the stand-in. */
export interface DoorayAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look at answers of many shapes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** A stand-in that lets everybody call as often as he likes, unless told. */
export function testDooray(options: Partial<DoorayOptions> = {}): Dooray {
  return createDooray({ state: seedState(), limit: null, ...options });
}

/** Somebody at Dooray!: calls it with a token. */
export class DoorayPerson {
  readonly #dooray: Dooray;
  readonly #token: string;

  constructor(dooray: Dooray, token: string = seeded.developerToken) {
    this.#dooray = dooray;
    this.#token = token;
  }

  async call(method: string, path: string, body?: unknown): Promise<DoorayAnswer> {
    const isForm = body instanceof FormData;
    const url = path.startsWith('http') ? path : `${this.#dooray.base}${path}`;
    const response = await this.#dooray.fetch(
      new Request(url, {
        method,
        headers: {
          Authorization: `dooray-api ${this.#token}`,
          [personHeader]: 'yes',
          ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string): Promise<DoorayAnswer> {
    return this.call('GET', path);
  }

  /** Writes a comment; answers with its identifier. */
  async comments(taskId: string, content: string, more: object = {}): Promise<string> {
    const body = { mimeType: 'text/html', content };
    return (await this.call('POST', `${this.#pathOf(taskId)}/logs`, { body, ...more })).body.result.id;
  }

  /** Puts a task into the state of this class; into the last of them if there are several. */
  async moves(taskId: string, to: WorkflowClass): Promise<void> {
    const project = this.#dooray.state.projects.get(this.#projectOf(taskId));
    const workflow = project?.workflows.findLast((one) => one.class === to);
    await this.call('POST', `${this.#pathOf(taskId)}/set-workflow`, { workflowId: workflow?.id });
  }

  /** Puts a file to a task, by both hops; answers with its identifier. */
  async uploads(taskId: string, file: File): Promise<string> {
    const form = new FormData();
    form.append('file', file, file.name);
    const first = await this.call('POST', `${this.#pathOf(taskId)}/files`, form);
    const second = await this.call('POST', first.headers.get('location') ?? '', form);
    return second.body.result.id;
  }

  #projectOf(taskId: string): string {
    const task = this.#dooray.state.tasks.get(taskId);
    if (!task) throw new Error(`There is no task ${taskId}.`);
    return task.projectId;
  }

  #pathOf(taskId: string): string {
    return `/project/v1/projects/${this.#projectOf(taskId)}/posts/${taskId}`;
  }
}
