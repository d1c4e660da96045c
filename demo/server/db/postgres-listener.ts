import pg from 'pg';

type Notice = (payload: string) => void;

const reconnectDelay = 500;

/** One connection that waits for notices and comes back by itself when the server drops it. */
export class NoticeListener {
  #url: string;
  #listeners = new Map<string, Set<Notice>>();
  #client: Promise<pg.Client> | undefined;
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
      const client = await this.#connected();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    }
    return async () => {
      notices.delete(notice);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('notification', ({ channel, payload }) => {
      for (const notice of this.#listeners.get(channel) ?? []) notice(payload ?? '');
    });
    client.on('error', () => undefined);
    client.on('end', () => this.#reconnect());
    await client.connect();
    return client;
  }

  #reconnect(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      this.#client = this.#connect();
      this.#client.then((client) => this.#resume(client)).catch(() => this.#reconnect());
    }, reconnectDelay).unref();
  }

  async #resume(client: pg.Client): Promise<void> {
    for (const [channel, notices] of this.#listeners) {
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      for (const notice of notices) notice('');
    }
  }
}
