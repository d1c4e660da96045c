// The reference of the HTTP calls as a static page: `npm run reference` writes it to .cache/reference, and Storybook takes it
// along under /reference/.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { at } from './project.js';
import type { ApiDocument } from './reference/document.js';
import { renderReference } from './reference/page.js';

/** Writes the page and what it loads into a folder. */
export function writeReference(folder: string): void {
  const document = JSON.parse(readFileSync(at('src/contract/openapi.json'), 'utf8')) as ApiDocument;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.html`, renderReference(document));
  for (const name of ['reference.js', 'reference.css'])
    copyFileSync(at(`tools/reference/${name}`), `${folder}/${name}`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  writeReference(at('.cache/reference'));
  process.stdout.write('.cache/reference/index.html written\n');
}
