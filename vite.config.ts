import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { oneFirstFile } from './tools/one-first-file.js';
import { ownKeys } from './tools/own-keys.js';
import { ownNames } from './tools/own-names.js';
import { shortTemplates } from './tools/short-templates.js';

const source = fileURLToPath(new URL('src', import.meta.url));
const define = { __DESKPARTS_VERSION__: JSON.stringify(manifest.version) };

/** One entry per module that a bundler may ask for: a library with a single entry makes every import cost all of it. */
function entries(): Record<string, string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const asked = files.filter((file) => /^(index|all)\.ts$|^(hub|elements\/[^/]+)\/define\.ts$/.test(file));
  return Object.fromEntries(asked.map((file) => [file.slice(0, -'.ts'.length), `${source}/${file}`]));
}

/** Modules for bundlers: dependencies stay imports, one file per source file. */
const library: UserConfig = {
  define,
  plugins: [shortTemplates()],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: entries(), formats: ['es'] },
    rolldownOptions: {
      external: Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** What a page without a bundler loads: everything in one file; languages, dialogs and the sanitiser come when needed. */
const page: UserConfig = {
  // Library mode leaves this alone, and a browser has no process.
  define: { ...define, 'process.env.NODE_ENV': '"production"' },
  plugins: [ownNames(), ownKeys(), shortTemplates()],
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    lib: { entry: { deskparts: `${source}/all.ts` }, formats: ['es'] },
    rolldownOptions: {
      ...oneFirstFile,
      output: {
        ...oneFirstFile.output,
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'deskparts-[name]-[hash].js',
      },
    },
  },
};

/** The hostile page's own widget, with the second copy of Lit that such pages bring along. */
const host: UserConfig = {
  define: page.define,
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/host',
    lib: { entry: { neighbour: fileURLToPath(new URL('demo/pages/neighbour.ts', import.meta.url)) }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  },
};

/** A worker is a script of its own: one file with all that it needs, beside the file that starts it. */
function worker(folder: string): UserConfig {
  return {
    define,
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: `dist/${folder}`,
      emptyOutDir: false,
      lib: { entry: { 'personal-data-worker': `${source}/hub/personal-data-worker.ts` }, formats: ['es'] },
      rolldownOptions: { output: { minify: true, entryFileNames: '[name].js' } },
    },
  };
}

/** What a host's own server imports: one file without dependencies. */
const server: UserConfig = {
  publicDir: false,
  build: {
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: false,
    minify: false,
    lib: { entry: { index: `${source}/server/index.ts` }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  },
};

/** The command that looks whether a server keeps the contract: one file for Node. */
const conformance: UserConfig = {
  publicDir: false,
  build: {
    target: 'node20',
    outDir: 'dist/conformance',
    minify: false,
    lib: { entry: { main: `${source}/conformance/main.ts` }, formats: ['es'] },
    rolldownOptions: { external: /^node:/, output: { entryFileNames: '[name].js' } },
  },
};

const builds: Readonly<Record<string, UserConfig>> = {
  page,
  host,
  server,
  conformance,
  'page-worker': worker('page'),
  'hub-worker': worker('hub'),
};

export default defineConfig(({ mode }) => builds[mode] ?? library);
