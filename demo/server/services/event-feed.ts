import type { Database, Tx } from '../db/database.js';
import { eventChannel } from './events.js';
import { isFillable, logEnd, placeBefore } from './event-log.js';
import { readPosition, type EventPosition } from './event-position.js';
import type { Presence } from './presence/presence.js';
import { passingText, ServiceFeed, type Subscriber } from './service-feed.js';

export interface FeedOptions {
  /** Milliseconds between two signs of life. */
  readonly heartbeat?: number;
}

/** Where a stream begins: behind an event, at a time, or with what comes. */
export interface StreamStart {
  readonly lastEventId: string | undefined;
  readonly since: number | undefined;
  readonly now: number;
}

/** Undefined where what was missed can not be told any more. */
async function placeOf(
  tx: Tx,
  serviceId: string,
  { lastEventId, since, now }: StreamStart,
): Promise<EventPosition | undefined> {
  if (lastEventId !== undefined) {
    const given = readPosition(lastEventId);
    return given && (await isFillable(tx, given)) ? given : undefined;
  }
  return since === undefined ? logEnd(tx) : placeBefore(tx, serviceId, since, now);
}

/** Delivers live events to the streams of this process: one reader for each service that has streams. */
export class EventFeed {
  #database: Database;
  #presence: Presence;
  #heartbeat: number;
  #services = new Map<string, ServiceFeed>();
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(database: Database, presence: Presence, options: FeedOptions = {}) {
    this.#database = database;
    this.#presence = presence;
    presence.follow((serviceId, changed) => {
      this.#services.get(serviceId)?.say(changed.map((one) => passingText('presence', one)).join(''));
    });
    this.#heartbeat = options.heartbeat ?? 15_000;
  }

  /**
   * Adds a stream. It gets what came after its last event, or else since its page began to read, or the word `reset` when that cannot be told any more, and
   * then what comes. Answers with what takes it away.
   */
  async subscribe(serviceId: string, subscriber: Subscriber, start: StreamStart): Promise<() => void> {
    await Promise.all([this.#listen(), this.#presence.start()]);
    // The reader of requests may not see the values of the installation.
    const { end, place } = await this.#database.system(async (tx) => ({
      end: await logEnd(tx),
      place: await placeOf(tx, serviceId, start),
    }));
    const feed = this.#feedOf(serviceId);
    const leave = feed.add(subscriber, place ?? end, place === undefined);
    const present = this.#presence.all(serviceId);
    if (present.length > 0) subscriber.send(present.map((one) => passingText('presence', one)).join(''));
    return () => {
      leave();
      if (feed.isEmpty && this.#services.get(serviceId) === feed) {
        feed.stop();
        this.#services.delete(serviceId);
      }
    };
  }

  /** Ends every stream; their pages come back by themselves. */
  async close(): Promise<void> {
    for (const feed of this.#services.values()) feed.stop();
    this.#services.clear();
    const stop = await this.#listening?.catch(() => undefined);
    await stop?.();
  }

  #feedOf(serviceId: string): ServiceFeed {
    const known = this.#services.get(serviceId);
    if (known) return known;
    const feed = new ServiceFeed(this.#database, serviceId, this.#heartbeat);
    this.#services.set(serviceId, feed);
    return feed;
  }

  #listen(): Promise<() => Promise<void>> {
    this.#listening ??= this.#database
      .listen(eventChannel, (serviceId) => {
        // Without a name some notices may have been missed.
        if (!serviceId) for (const feed of this.#services.values()) feed.wake();
        else this.#services.get(serviceId)?.wake();
      })
      .catch((error: unknown) => {
        this.#listening = undefined;
        throw error;
      });
    return this.#listening;
  }
}
