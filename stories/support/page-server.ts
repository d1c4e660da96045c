import { startPageServer, type PageServer } from '../../demo/server/page.js';

let running: Promise<PageServer> | undefined;

/** The real server, with its demo data, in this page: one for all stories, started by the first that needs it. */
export function pageServer(): Promise<PageServer> {
  running ??= start();
  return running;
}

async function dumpOf(name: string): Promise<Blob> {
  const answer = await fetch(`./demo-data/${name}.bin`);
  if (!answer.ok) throw new Error('The demo database is missing: run "npx tsx tools/snapshot.ts".');
  return new Blob([await answer.arrayBuffer()], { type: 'application/x-gzip' });
}

async function start(): Promise<PageServer> {
  return startPageServer({ snapshot: await dumpOf('demo'), vault: () => dumpOf('vault') });
}
