import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { at } from '../../../tools/project.js';
import { bundledServer } from './bundle.js';

/** The server that `npm start` runs, on a port and a data folder of its own. */
export interface DemoServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface DemoServerOptions {
  readonly folder: string;
  readonly port?: number;
  readonly tickets?: number;
  /** Where its mails go; into the data folder unless told. */
  readonly smtp?: string;
  /** Where Dooray! is; a stand-in inside the server unless told. */
  readonly dooray?: string;
}

/** Starts a server and answers when it does. */
export async function startDemo({
  folder,
  port,
  tickets = 80,
  smtp = '',
  dooray = '',
}: DemoServerOptions): Promise<DemoServer> {
  const on = port ?? (await freePort());
  const child = spawn(process.execPath, [await bundledServer()], {
    cwd: at('.'),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(on),
      DATA_DIR: folder,
      SEED_TICKETS: String(tickets),
      SMTP_URL: smtp,
      DOORAY_BASE_URL: dooray,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const origin = `http://127.0.0.1:${on}`;
  await answering(origin, child, () => said);
  child.once('exit', (code) => {
    // Nobody asked it to end; what it said last is the reason.
    if (code !== 0 && code !== null) process.stderr.write(`The demo server ended with ${code}:\n${said}\n`);
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { origin, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function answering(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  const latest = Date.now() + 180_000;
  while (Date.now() < latest && child.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
