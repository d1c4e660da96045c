import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { at } from './project.js';

/** True when a generator is to compare instead of to write. */
const comparing = process.argv.includes('--check');

/**
 * Writes a generated file, or, with `--check`, says that the one in the repository is out of date and which command
 * makes it anew. Answers whether the file was as it should be.
 */
export async function generated(path: string, raw: string, command: string): Promise<boolean> {
  const content = path.endsWith('.md')
    ? await format(raw, { ...(await resolveConfig(at(path))), filepath: path })
    : raw;
  const before = existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined;
  if (before === content) return true;
  if (!comparing) {
    writeFileSync(at(path), content);
    process.stdout.write(`${path} written\n`);
    return true;
  }
  process.stderr.write(
    `${path} ${before === undefined ? 'is missing' : 'is out of date'}: run "${command}" and commit the result.\n${firstDifference(before ?? '', content)}`,
  );
  process.exitCode = 1;
  return false;
}

function firstDifference(before: string, after: string): string {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const place = line < 0 ? fresh.length : line;
  return `  line ${place + 1}\n  - ${old[place] ?? ''}\n  + ${fresh[place] ?? ''}\n`;
}
