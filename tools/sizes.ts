// Sizes of what a page loads, gzipped, each bundled as a page would: the table in sizes.md, against which --check compares.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import manifest from '../package.json' with { type: 'json' };
import { generated } from './generated.js';
import { oneFirstFile } from './one-first-file.js';
import { at } from './project.js';
import { shortTemplates } from './short-templates.js';

const kB = 1000;

/** What was measured: all that the first screen needs, and the chunks that come when asked for. */
interface Sizes {
  readonly first: number;
  readonly lazy: ReadonlyMap<string, number>;
}

/** Bundles a page that imports these modules of the kit. */
async function measure(modules: readonly string[]): Promise<Sizes> {
  const page = at('.cache/sizes/page.js');
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, modules.map((path) => `import ${JSON.stringify(at(path))};\n`).join(''));
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [shortTemplates()],
    define: { 'process.env.NODE_ENV': '"production"', __DESKPARTS_VERSION__: JSON.stringify(manifest.version) },
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: page, formats: ['es'], fileName: 'page' },
      rolldownOptions: { ...oneFirstFile, output: { ...oneFirstFile.output, minify: true } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunks = result.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    byName.get(name)?.imports.forEach(need);
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => need(fileName));
  const weigh = (code: string): number => gzipSync(code, { level: 9 }).length;
  // Chunks of one name, such as the two catalogues of a language, are told as one.
  const lazy = new Map<string, number>();
  for (const { fileName, name, code } of chunks) {
    if (!needed.has(fileName)) lazy.set(name, (lazy.get(name) ?? 0) + weigh(code));
  }
  return {
    first: chunks.filter(({ fileName }) => needed.has(fileName)).reduce((sum, { code }) => sum + weigh(code), 0),
    lazy,
  };
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  /** What it should be at most; null where only growth counts. */
  readonly limit: number | null;
}

const hub = 'src/hub/define.ts';
const element = (tag: string): string => `src/elements/${tag}/define.ts`;
const isLanguage = (chunk: string): boolean => /^(ko|ja|en)$/.test(chunk);
const isSanitiser = (chunk: string): boolean => /purify/.test(chunk);

async function rows(): Promise<Row[]> {
  const firstScreen = [hub, ...['ticket-list', 'mini-board', 'view-menu'].map(element)];
  const base = await measure(firstScreen);
  const all = await measure(['src/all.ts']);
  const lazy = [...all.lazy].sort(([a], [b]) => (a < b ? -1 : 1));
  const console = lazy.filter(([name]) => !isLanguage(name) && !isSanitiser(name));
  return [
    { name: 'desk-hub + ticket-list', bytes: (await measure([hub, element('ticket-list')])).first, limit: 26 * kB },
    { name: 'first screen: hub, list, board, menu', bytes: base.first, limit: 32 * kB },
    {
      name: 'whole console, without sanitiser and lazy languages',
      bytes: console.reduce((sum, [, bytes]) => sum + bytes, all.first),
      limit: 60 * kB,
    },
    ...(await further(firstScreen, base.first)),
    ...lazy.map(([name, bytes]): Row => ({ name: `loaded when needed: ${name}`, bytes, limit: limitOf(name) })),
  ];
}

/** What each other element adds to the first screen. */
async function further(firstScreen: readonly string[], base: number): Promise<Row[]> {
  const there = readdirSync(at('src/elements')).filter((tag) => existsSync(at(element(tag))));
  const tags = there.filter((tag) => tag !== 'ticket-console' && !firstScreen.includes(element(tag))).sort();
  const rows: Row[] = [];
  for (const tag of tags) {
    const { first } = await measure([...firstScreen, element(tag)]);
    rows.push({ name: `${tag}, on top of the first screen`, bytes: first - base, limit: 4 * kB });
  }
  return rows;
}

function limitOf(chunk: string): number | null {
  if (isSanitiser(chunk)) return 13 * kB;
  return isLanguage(chunk) ? 4 * kB : null;
}

function shown(bytes: number): string {
  return (bytes / kB).toFixed(1);
}

/** Sizes of the table in the repository, by name. */
function recorded(): Map<string, number> {
  const text = existsSync(at(table)) ? readFileSync(at(table), 'utf8') : '';
  return new Map(
    [...text.matchAll(/^\| (.+?) +\| ([\d.]+) /gm)].map(([, name = '', size]) => [name, Number(size) * kB]),
  );
}

const table = 'sizes.md';
const measured = await rows();

if (process.argv.includes('--check')) {
  const before = recorded();
  for (const { name, bytes } of measured) {
    const allowed = (before.get(name) ?? 0) * 1.02 + 100;
    if (bytes <= allowed) continue;
    process.stderr.write(
      `${name}: ${shown(bytes)} kB gzipped, recorded ${shown(before.get(name) ?? 0)} kB. Make it smaller, or run ` +
        `"npx tsx tools/sizes.ts" and say in the commit what the bytes are for.\n`,
    );
    process.exitCode = 1;
  }
} else {
  const lines = measured.map(({ name, bytes, limit }) => {
    const verdict = limit === null ? '' : bytes <= limit ? 'met' : 'over';
    return `| ${name} | ${shown(bytes)} | ${limit === null ? '' : shown(limit)} | ${verdict} |`;
  });
  await generated(
    table,
    `# Sizes

Gzipped and minified, in kB, each bundled as a page would. Growth above 2 % fails the checks. Generated by \`npx tsx tools/sizes.ts\`.

| what a page loads | kB | target | |
| --- | --- | --- | --- |
${lines.join('\n')}
`,
    'npx tsx tools/sizes.ts',
  );
}
