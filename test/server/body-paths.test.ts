import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../demo/server/', import.meta.url));

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}

/** Files that ask a table for something, by the table's name in the schema and in SQL. */
function filesThatRead(table: string, name: string): string[] {
  const asks = new RegExp(`\\b(?:from|innerJoin|leftJoin)\\(\\s*${table}\\b|\\b(?:from|join)\\s+${name}\\b`, 'i');
  return [...sources(root)]
    .filter((path) => !path.includes('migrations') && asks.test(readFileSync(path, 'utf8')))
    .map((path) => relative(root, path))
    .sort();
}

describe('the body of a message', () => {
  it('is read by the history, by what tells customers, by what masks, and by what brings an answer back – and nowhere else', () => {
    expect(filesThatRead('messages', 'messages')).toEqual([
      'services/masks/entry.ts',
      'services/masks/other-masks.ts',
      'services/masks/outcome.ts',
      'services/masks/sms-copies.ts',
      'services/open/files.ts',
      'services/open/told-entries.ts',
      'services/tickets/entries.ts',
      'services/tickets/mail-steps.ts',
    ]);
  });

  it('leaves the server through one function', () => {
    const entries = readFileSync(join(root, 'services/tickets/entries.ts'), 'utf8');
    expect(entries.match(/\.from\(messages\)/g)).toHaveLength(1);
    expect(entries.match(/html: row\.html/g)).toHaveLength(1);
  });

  it('stands, as it was sent, where mails are delivered and masked only', () => {
    expect(filesThatRead('mails', 'mails')).toEqual([
      'services/mail-delivery.ts',
      'services/mail/threads.ts',
      'services/masks/elsewhere.ts',
      'services/masks/mail-copies.ts',
      'services/masks/neighbours.ts',
      'services/masks/outcome.ts',
      'services/masks/purge.ts',
      'services/masks/vault-keeper.ts',
      'services/open/member-tickets.ts',
      'services/open/told-messages.ts',
      'services/tickets/administer.ts',
      'services/tickets/entries.ts',
      'services/tickets/mail-steps.ts',
    ]);
    expect(filesThatRead('rawSources', 'raw_sources')).toEqual([
      'services/inbound-mail.ts',
      'services/masks/sources.ts',
    ]);
  });
});
