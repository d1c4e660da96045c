import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

const addressOf = (address: { address: string } | false | undefined): string => (address ? address.address : '');

/** A mail server on this machine that keeps what it is given. */
export class Post {
  readonly received: Received[] = [];
  readonly url: string;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, port: number) {
    this.#server = server;
    this.url = `smtp://127.0.0.1:${port}`;
  }

  static async open(options: SMTPServerOptions = {}): Promise<Post> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const source = Buffer.concat(parts).toString('utf8');
          post.received.push({ from: addressOf(mailFrom), to: rcptTo.map(addressOf), source });
          done();
        });
      },
      ...options,
    });
    // Clients that go away are no failure of a test.
    server.on('error', () => undefined);
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const post: Post = new Post(server, (listening.address() as AddressInfo).port);
    return post;
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }
}
