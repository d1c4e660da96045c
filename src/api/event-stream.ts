import type { DeskError } from '../base/desk-error.js';

/** One event of the live stream. */
export interface StreamEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

export type StreamState = 'connecting' | 'live' | 'stale' | 'offline' | 'signed-out';

export interface StreamOptions {
  /** Opens the stream behind the event that was heard last. */
  open(lastId: string, signal: AbortSignal): Promise<Response>;
  onEvent(event: StreamEvent): void;
  onState(state: StreamState): void;
  /** Hears of every sign of life. */
  onSign?(): void;
  /** The last event that was heard before, by another stream. */
  readonly after?: string;
  /** Longest silence in milliseconds; the server's heart beats every 15 s. */
  readonly silence?: number;
  /** Milliseconds before the n-th try to connect again. */
  readonly pause?: (attempt: number) => number;
}

/** With the time to connect again, a stream that says nothing is true again within 45 seconds; two beats may be lost. */
const longestSilence = 40_000;
/** A stream that comes back sooner breaks nothing off; one that does not is told of. */
const longestGap = 3_000;
/** A stream that lived for less may be cut by something that always cuts: it is asked for ever less often. */
const shortLife = 10_000;
/** So short that who waits for the server to come back sees a true list within five seconds. */
const longestPause = 4_000;

function usualPause(attempt: number): number {
  return Math.min(longestPause, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
}

/**
 * Live events, read by fetch because an EventSource cannot carry the token. It connects again until it is stopped,
 * behind the last event that was heard. Events may come twice; whoever reads them must not mind.
 */
export class EventStream {
  readonly #stop = new AbortController();
  #lastId: string;
  #attempt = 0;
  #wake?: () => void;
  #doubt?: ReturnType<typeof setTimeout>;
  /** Gives the connection up that is there, or on its way. */
  #leave?: () => void;

  constructor(private readonly options: StreamOptions) {
    this.#lastId = options.after ?? '';
    // A process of Node tells of no network.
    const page: Partial<Pick<Window, 'addEventListener'>> = globalThis;
    page.addEventListener?.('online', () => this.#renew(), { signal: this.#stop.signal });
    void this.#run();
  }

  stop(): void {
    clearTimeout(this.#doubt);
    this.#stop.abort();
    this.#wake?.();
  }

  /** Tries at once instead of after the pause. */
  hurry(): void {
    this.#attempt = 0;
    this.#wake?.();
  }

  /** Another network than before: what was opened through the former one may be dead without a word. */
  #renew(): void {
    this.hurry();
    this.#leave?.();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    this.#show('connecting');
    while (!signal.aborted) {
      const state = await this.#connect();
      if (signal.aborted) return;
      this.#show(state);
      await this.#rest((this.options.pause ?? usualPause)(this.#attempt++));
    }
  }

  #show(state: StreamState): void {
    clearTimeout(this.#doubt);
    this.options.onState(state);
    // Before the first word nothing is shown that could be out of date.
    if (state === 'connecting' && this.#lastId && !this.#stop.signal.aborted)
      this.#doubt = setTimeout(() => this.options.onState('stale'), longestGap);
  }

  /** Reads until the stream ends in any way; tells what is to be shown meanwhile. */
  async #connect(): Promise<StreamState> {
    const broken = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, broken.signal]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let end: StreamState = 'offline';
    let liveAt = Infinity;
    const leave = (why: StreamState): void => {
      end = why;
      broken.abort();
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => leave('stale'), this.options.silence ?? longestSilence);
    };
    this.#leave = () => leave('connecting');
    try {
      watch();
      const response = await this.options.open(this.#lastId, signal);
      if (!/text\/event-stream/i.test(response.headers.get('Content-Type') ?? '')) return 'offline';
      // However it is cut: whether the server can be reached is not known before it is asked again.
      end = 'connecting';
      liveAt = performance.now();
      this.#show('live');
      await this.#read(response, signal, watch);
    } catch (error) {
      if ((error as DeskError | undefined)?.kind === 'signed-out') return 'signed-out';
    } finally {
      clearTimeout(timer);
      broken.abort();
      if (performance.now() - liveAt > shortLife) this.#attempt = 0;
    }
    return end;
  }

  async #read(response: Response, signal: AbortSignal, watch: () => void): Promise<void> {
    const reader = response.body
      ?.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
      .getReader();
    if (!reader) return;
    // A fetch of the page's own need not mind the signal.
    signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
    const parser = new EventParser((event) => this.#tell(event));
    for (;;) {
      const { value, done } = await reader.read();
      if (signal.aborted) throw signal.reason;
      if (done) return;
      watch();
      parser.push(value);
      this.options.onSign?.();
    }
  }

  #tell(event: StreamEvent): void {
    // A server whose past is another one, such as one from a copy, says where its stream is now.
    if (event.id) this.#lastId = event.name === 'reset' ? event.id : later(this.#lastId, event.id);
    this.options.onEvent(event);
  }

  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }
}

/** The place farther on: ids grow, and are longer than a number is exact. */
export function later(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}

/** Turns the text of an event stream into events, however it is cut. An event may be nothing but its place in the stream. */
export class EventParser {
  #rest = '';
  #id = '';
  #hasId = false;
  #name = '';
  #data: string[] = [];

  constructor(private readonly tell: (event: StreamEvent) => void) {}

  push(text: string): void {
    const whole = this.#rest + text;
    // The last piece waits: a line may end in the middle of CR LF.
    const lines = whole.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === '') {
      this.#finish();
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') {
      this.#id = value;
      this.#hasId = true;
    }
    if (field === 'event') this.#name = value;
    else if (field === 'data') this.#data.push(value);
  }

  #finish(): void {
    const [name, data] = [this.#name, this.#data.join('\n')];
    this.#name = '';
    this.#data = [];
    if (!name && !data && !this.#hasId) return;
    this.#hasId = false;
    try {
      this.tell({ id: this.#id, name: name || 'message', data: data ? JSON.parse(data) : null });
    } catch (error) {
      // What is no JSON is no event of ours; a fault of the listener is not hidden.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}
