import type { AgentCaller } from './agent-caller.js';
import type { Thing } from './answer.js';
import { Violation } from './rule.js';

export interface StreamEvent {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: Thing;
}

/** Longest wait for an event, in milliseconds. */
const patience = 20_000;

function fieldOf(block: string, name: string): string | null {
  return new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null;
}

/** An open stream of live events. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  /** Position of the last event or sign of life. */
  lastId: string | null = null;
  #ended = false;
  #told: (() => void) | undefined;
  readonly #abort: AbortController;

  private constructor(abort: AbortController) {
    this.#abort = abort;
  }

  static async open(page: AgentCaller, lastEventId?: string): Promise<EventStream> {
    const abort = new AbortController();
    const headers = lastEventId === undefined ? undefined : { 'Last-Event-ID': lastEventId };
    const response = await page.open('/events', { Accept: 'text/event-stream', ...headers }, abort.signal);
    if (response.status !== 200) throw new Violation(`The stream is answered with HTTP ${response.status}`);
    const type = response.headers.get('Content-Type') ?? '';
    if (!type.startsWith('text/event-stream')) throw new Violation(`The stream is of the type ${type}`);
    const stream = new EventStream(abort);
    void stream.#read(response);
    return stream;
  }

  close(): void {
    this.#abort.abort();
  }

  /** Waits for something; true when it came. */
  async until(isSo: () => boolean): Promise<boolean> {
    const end = Date.now() + patience;
    while (!isSo()) {
      const left = end - Date.now();
      if (this.#ended || left <= 0) return false;
      await this.#news(left);
    }
    return true;
  }

  #news(longest: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longest);
      this.#told = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #read(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const piece = await reader?.read().catch(() => undefined);
      if (!piece || piece.done) break;
      const blocks = (rest + piece.value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
      this.#told?.();
    }
    this.#ended = true;
    this.#told?.();
  }

  #take(block: string): void {
    const id = fieldOf(block, 'id');
    if (id) this.lastId = id;
    const data = fieldOf(block, 'data');
    if (data === null) return;
    this.events.push({ id, event: fieldOf(block, 'event'), data: JSON.parse(data) as Thing });
  }
}
