import pg from 'pg';

type Notice = (payload: string) => void;

const reconnectDelay = 500;

/** One connection that waits for notices and comes back by itself when the server drops it. */
export class NoticeListener {
  #url: string;
  #listeners = new Map<string, Set<Notice>>();
  #client: Promise<pg.Client> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, notice: Notice): Promise<() => Promise<void>> {
    const known = this.#listeners.get(channel);
    const notices = known ?? new Set();
    notices.add(notice);
    if (!known) {
      this.#listeners.set(channel, notices);
      try {
        const client = await this.#connected();
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      } catch (error) {
        // Who asked may ask again, and shall not be told everything twice then.
        notices.delete(notice);
        throw error;
      }
    }
    return async () => {
      notices.delete(notice);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  /** The connection there is, or one that is being made. Only a first one is made here: a lost one comes back by itself. */
  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#reconnect();
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('notification', ({ channel, payload }) => {
      for (const notice of this.#listeners.get(channel) ?? []) notice(payload ?? '');
    });
    client.on('error', () => undefined);
    await client.connect();
    // Not before: a connection that could not be made ends too, and its failure is already told.
    client.on('end', () => this.#reconnect());
    return client;
  }

  /** Tries again after a while, with one try at a time. */
  #reconnect(): void {
    if (this.#closed || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      const connecting = this.#connect();
      this.#client = connecting;
      connecting.then(
        (client) => this.#resume(client).catch(() => client.end()),
        () => this.#reconnect(),
      );
    }, reconnectDelay);
    this.#retry.unref();
  }

  async #resume(client: pg.Client): Promise<void> {
    for (const [channel, notices] of this.#listeners) {
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      for (const notice of notices) notice('');
    }
  }
}
