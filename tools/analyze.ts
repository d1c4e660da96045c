// `npm run analyze`: the manifest of all elements, and the README's tables made from it. `--check` only compares.
import { readFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generated } from './generated.js';
import { at } from './project.js';
import { withTables, type Manifest } from './readme-tables.js';

const manifest = (await cli({
  argv: ['analyze', '--config', 'tools/manifest.config.js', '--quiet'],
  cwd: at('.'),
  noWrite: true,
})) as Manifest;

// The manifest speaks of the published modules, not of their sources.
const published = JSON.stringify(manifest, null, 2).replaceAll(/"(\/?)src\/([^"]+)\.[jt]s"/g, '"$1dist/$2.js"');

await generated('custom-elements.json', `${published}\n`, 'npm run analyze');
await generated('README.md', withTables(readFileSync(at('README.md'), 'utf8'), manifest), 'npm run analyze');
