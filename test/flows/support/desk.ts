import type { PageServer, startPageServer } from '../../../demo/server/page.js';
import { sign } from '../../../src/server/signature.js';
import type { DeskHub } from '../../../src/hub/desk-hub.js';
import '../../../src/all.js';
import { Network } from './network.js';
import { rowsOf, seen } from './screen.js';

/** The server as one module, as `tools/snapshot.ts` makes it. */
const bundle = '/.cache/flows/server.js';

export interface InboundMail {
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** The same as it was written, where that is more than plain text. */
  readonly html?: string;
  /** The mail that it answers. */
  readonly answers?: string;
}

/** The real server with its demo data, in this page, and the consoles that agents have open on it. */
export interface Desk {
  readonly server: PageServer;
  /** Opens a console for an agent, with a hub of its own, and waits for its list. */
  open(agent: string, network?: Network): Promise<DeskHub>;
  /** What an agent does at another desk. */
  call(agent: string, method: string, path: string, body?: object, service?: string): Promise<unknown>;
  /** Takes a mail in, as a mail server hands it over; answers with its ticket. */
  receive(mail: InboundMail): Promise<string>;
  /** Changes what no screen of the console changes. */
  execute(statement: string): Promise<void>;
  /** What the database holds. */
  query<Row>(statement: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

async function dumpOf(name: string): Promise<Blob> {
  const data = await fetch(`/.cache/demo/${name}.bin`);
  if (!data.ok) throw new Error('The demo database is missing: run "npx tsx tools/snapshot.ts".');
  return new Blob([await data.arrayBuffer()], { type: 'application/x-gzip' });
}

/** Starts the server with a database of its own. */
export async function startDesk(): Promise<Desk> {
  const { startPageServer: start } = (await import(bundle)) as { startPageServer: typeof startPageServer };
  const server = await start({ snapshot: await dumpOf('demo'), vault: () => dumpOf('vault') });
  return {
    server,
    open: async (agent, network = new Network(server, agent)) => {
      const hub = openConsole(network);
      await seen(() => rowsOf(hub).length > 0, `the list of ${agent}`);
      return hub;
    },
    receive: (mail) => receive(server, mail),
    call: (agent, method, path, body, service) => call(server, agent, method, path, body, service),
    execute: async (statement) => {
      await server.database.system((tx) => tx.execute(statement));
    },
    query: async <Row>(statement: string) => {
      const answer: unknown = await server.database.system((tx) => tx.execute(statement));
      return (answer as { readonly rows: readonly Row[] }).rows;
    },
    close: async () => {
      document.body.replaceChildren();
      await server.close();
    },
  };
}

function openConsole(network: Network): DeskHub {
  const hub = document.createElement('desk-hub');
  hub.setAttribute('service', network.service);
  hub.setAttribute('lang', 'ko');
  hub.setAttribute('api-base', location.origin);
  if (!network.isOwn) hub.fetch = network.fetch;
  hub.getToken = network.getToken;
  const frame = document.createElement('div');
  frame.style.blockSize = '880px';
  frame.append(document.createElement('ticket-console'));
  hub.append(frame);
  document.body.append(hub);
  return hub;
}

let calls = 0;

async function call(
  server: PageServer,
  agent: string,
  method: string,
  path: string,
  body?: object,
  service = 'demo',
): Promise<unknown> {
  const { token } = await server.token(service, agent);
  const answer = await server.fetch(new URL(`/${service}/openapi/v1/console/${path}`, location.origin), {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `desk-${++calls}`,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was refused: ${answer.status} ${text}`);
  const { result } = JSON.parse(text) as { result: { content?: unknown; contents?: unknown } };
  return result.content ?? result.contents;
}

/** The demo's own keys, which anybody can read. */
const organizationId = 'AbcdE1fghIj23K4x';
const serviceKey = '0123456789abcdef0123456789abcdef';

async function receive(server: PageServer, mail: InboundMail): Promise<string> {
  const address = new URL('/demo/openapi/v1/inbound/mail', location.origin);
  const body = new TextEncoder().encode(sourceOf(mail));
  const timestamp = String(Date.now());
  const signature = await sign(serviceKey, {
    organizationId,
    path: address.pathname,
    query: address.searchParams,
    timestamp,
    body,
    multipart: false,
  });
  const headers = { Authorization: signature, 'X-TC-Timestamp': timestamp, 'Content-Type': 'message/rfc822' };
  const answer = await server.fetch(address, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`The mail was refused: ${answer.status} ${await answer.text()}`);
  const { result } = (await answer.json()) as { result: { content: { ticketId: string } } };
  return result.content.ticketId;
}

function sourceOf({ id, from, subject, text, html, answers }: InboundMail): string {
  return [
    `Message-ID: <${id}>`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
    `From: ${from}`,
    'To: help@demo.example',
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: text/${html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    html ?? text,
    '',
  ].join('\r\n');
}
