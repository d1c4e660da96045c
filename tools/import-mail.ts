/**
 * Takes mails from files into a service: `npm run import-mail -- FILE|FOLDER…`. Every file is a mail (eml) or a mailbox
 * (mbox). A running server gets them over HTTP; without one they go straight into the data folder.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoKeys, organizationId } from '../demo/seed/organisation.js';
import { isMailbox, mailsOf } from '../demo/server/services/mail/mbox.js';
import { byFolder, byHttp, type Delivery } from './mail-delivery.js';

const usage = `npm run import-mail -- FILE|FOLDER…
  --service ID        service that gets the mails (demo)
  --url URL           a running server (${defaultUrl()}, if one answers there)
  --key KEY           service key for --url (that of the demo data)
  --organization ID   organisation for --url (that of the demo data)
  --data FOLDER       data folder, when no server runs (DATA_DIR, or .data)`;

function defaultUrl(): string {
  return `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() || entry.isFile() ? filesBelow(join(path, entry.name)) : []));
}

interface Found {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function* mailsIn(paths: readonly string[]): Generator<Found> {
  for (const path of paths.flatMap(filesBelow)) {
    const bytes = new Uint8Array(readFileSync(path));
    if (bytes.length === 0) continue;
    const mails = isMailbox(bytes) ? [...mailsOf(bytes)] : [bytes];
    for (const [at, mail] of mails.entries()) {
      yield { name: mails.length > 1 ? `${path}#${at + 1}` : path, bytes: mail };
    }
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(new URL('/healthz', url)).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function connect(options: {
  service: string;
  url?: string;
  key?: string;
  organization?: string;
  data?: string;
}): Promise<Delivery> {
  const url = options.url ?? (options.data === undefined && (await answers(defaultUrl())) ? defaultUrl() : undefined);
  if (url === undefined) return byFolder(options.data ?? process.env['DATA_DIR'] ?? '.data', options.service);
  const key = options.key ?? (demoKeys as Readonly<Record<string, string>>)[options.service];
  if (!key) throw new Error(`--key is needed: the demo data has no key for the service ${options.service}`);
  return byHttp({ url, key, serviceId: options.service, organizationId: options.organization ?? organizationId });
}

async function run(paths: readonly string[], delivery: Delivery): Promise<number> {
  const counts = { inquiry: 0, reinquiry: 0, duplicate: 0, lost: 0 };
  for (const { name, bytes } of mailsIn(paths)) {
    try {
      const { kind, ticketId, notes } = await delivery.deliver(bytes);
      counts[kind]++;
      say(`${ticketId}  ${kind.padEnd(9)}  ${name}${notes.length ? `  (${notes.join(', ')})` : ''}`);
    } catch (error) {
      counts.lost++;
      say(`LOST  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const { inquiry, reinquiry, duplicate, lost } = counts;
  say(`${inquiry} new tickets, ${reinquiry} further messages, ${duplicate} duplicates, ${lost} lost`);
  return lost;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: 'string', default: 'demo' },
    url: { type: 'string' },
    key: { type: 'string' },
    organization: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help || positionals.length === 0) {
  say(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  try {
    const delivery = await connect(values);
    say(`Into ${delivery.place}`);
    try {
      process.exitCode = (await run(positionals, delivery)) > 0 ? 1 : 0;
    } finally {
      await delivery.close();
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
