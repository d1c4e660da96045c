import type { Caller } from './caller.js';

export interface ReceivedEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: unknown;
}

/** Reads an event stream as a page does, and waits for what a test expects. */
export class EventReader {
  readonly events: ReceivedEvent[] = [];
  /** Position of the last event or sign. */
  lastId = '';
  comments = 0;
  ended = false;
  #abort = new AbortController();

  static async open(agent: Caller, lastEventId?: string, search = ''): Promise<EventReader> {
    const reader = new EventReader();
    const response = await agent.open(`/events${search}`, {
      signal: reader.#abort.signal,
      ...(lastEventId !== undefined && { headers: { 'Last-Event-ID': lastEventId } }),
    });
    void reader.#read(response);
    await reader.until(() => reader.lastId !== '');
    return reader;
  }

  close(): void {
    this.#abort.abort();
  }

  /** Waits until something is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.ended) throw new Error('The stream ended before');
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  async end(): Promise<void> {
    while (!this.ended) await new Promise((done) => setTimeout(done, 10));
  }

  async #read(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = (await reader?.read().catch(() => undefined)) ?? { done: true, value: undefined };
      if (done) break;
      rest += value;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach((block) => this.#take(block));
    }
    this.ended = true;
  }

  #take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    if (block.startsWith(':')) this.comments++;
    const id = field('id');
    if (id) this.lastId = id;
    const data = field('data');
    if (data !== undefined) this.events.push({ id, event: field('event'), data: JSON.parse(data) });
  }
}
