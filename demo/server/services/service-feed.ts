import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { agents } from '../db/schema.js';
import { readLog, type LoggedEvent } from './event-log.js';
import { isAfter, writePosition, type EventPosition } from './event-position.js';

/** One open stream. */
export interface Subscriber {
  readonly usercode: string;
  /** Sends text of the stream. */
  send(text: string): void;
  /** Ends the stream. */
  end(): void;
}

interface Stream {
  readonly subscriber: Subscriber;
  position: EventPosition;
}

/** Events that are read at once. */
const pageSize = 500;

/** Longest and shortest pause before events are looked for that a running transaction holds back. */
const shortestPause = 20;
const longestPause = 2_000;

/** Lines of one event. An event without topic only moves the position. */
export function eventText(position: EventPosition, topic?: string, data: unknown = {}): string {
  const lines = topic === undefined ? '' : `event: ${topic}\ndata: ${JSON.stringify(data)}\n`;
  return `id: ${writePosition(position)}\n${lines}\n`;
}

/** Lines of what is true for a moment only: it has no place in the stream, and is not told again. */
export function passingText(topic: string, data: unknown): string {
  return `event: ${topic}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The last figure-change of a batch says all. */
function withoutRepeats(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const last = new Map(events.map((event, index) => [`${event.topic} ${event.audience ?? ''}`, index]));
  return events.filter(
    (event, index) => event.topic !== 'board' || last.get(`board ${event.audience ?? ''}`) === index,
  );
}

/** The streams of one service. All of them together cost one read for each batch of events. */
export class ServiceFeed {
  #database: Database;
  #serviceId: string;
  #streams = new Set<Stream>();
  #heartbeat: ReturnType<typeof setInterval>;
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #pause = shortestPause;
  #reading = false;
  #again = false;
  #stopped = false;

  constructor(database: Database, serviceId: string, heartbeat: number) {
    this.#database = database;
    this.#serviceId = serviceId;
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeat);
  }

  get isEmpty(): boolean {
    return this.#streams.size === 0;
  }

  /** Adds a stream that has seen everything up to a position; `lost` says that it missed something for good. */
  add(subscriber: Subscriber, position: EventPosition, lost: boolean): () => void {
    const stream: Stream = { subscriber, position };
    this.#streams.add(stream);
    subscriber.send(eventText(position, lost ? 'reset' : undefined));
    this.wake();
    return () => this.#streams.delete(stream);
  }

  /** Tells every stream the same. */
  say(text: string): void {
    for (const { subscriber } of this.#streams) subscriber.send(text);
  }

  /** Reads what is new. */
  wake(): void {
    if (this.#reading) this.#again = true;
    else void this.#read();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#pausing);
    for (const { subscriber } of this.#streams) subscriber.end();
    this.#streams.clear();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      let more = true;
      while ((more || this.#again) && !this.#stopped && !this.isEmpty) {
        this.#again = false;
        more = await this.#readPage();
      }
    } catch {
      // The database is away for a moment.
      this.#readLater();
    } finally {
      this.#reading = false;
    }
  }

  /** True when the next page can be read at once. */
  async #readPage(): Promise<boolean> {
    const after = this.#hindmost();
    if (!after) return false;
    const { events, waiting } = await readLog(this.#database, this.#serviceId, after, pageSize);
    this.#deliver(events, after);
    if (events.length === pageSize) return true;
    if (waiting) this.#readLater();
    else this.#pause = shortestPause;
    return false;
  }

  #hindmost(): EventPosition | undefined {
    let hindmost: EventPosition | undefined;
    for (const { position } of this.#streams) {
      if (!hindmost || isAfter(hindmost, position)) hindmost = position;
    }
    return hindmost;
  }

  #deliver(events: readonly LoggedEvent[], after: EventPosition): void {
    const last = events.at(-1);
    if (!last) return;
    for (const stream of this.#streams) {
      // One that joined meanwhile may have missed more than was read here; its turn is the next.
      if (isAfter(after, stream.position)) continue;
      const { usercode } = stream.subscriber;
      const news = events.filter(
        (event) => (event.audience === null || event.audience === usercode) && isAfter(event, stream.position),
      );
      const text = withoutRepeats(news).map((event) => eventText(event, event.topic, event.data));
      if (text.length) stream.subscriber.send(text.join(''));
      if (isAfter(last, stream.position)) stream.position = last;
    }
    if (events.some((event) => event.topic === 'session')) void this.#endWithdrawn();
  }

  #readLater(): void {
    clearTimeout(this.#pausing);
    this.#pausing = setTimeout(() => this.wake(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  async #beat(): Promise<void> {
    await this.#endWithdrawn();
    for (const { subscriber } of this.#streams) subscriber.send(':\n\n');
    // A notice can be lost with its connection.
    this.wake();
  }

  /** Ends the streams of agents who may no longer work here. */
  async #endWithdrawn(): Promise<void> {
    const rows = await this.#database
      .transaction({ serviceId: this.#serviceId }, (tx) =>
        tx
          .select({ usercode: agents.usercode })
          .from(agents)
          .where(and(eq(agents.serviceId, this.#serviceId), eq(agents.active, true))),
      )
      .catch(() => undefined);
    if (!rows) return;
    const active = new Set(rows.map((row) => row.usercode));
    for (const stream of this.#streams) {
      if (active.has(stream.subscriber.usercode)) continue;
      this.#streams.delete(stream);
      stream.subscriber.end();
    }
  }
}
