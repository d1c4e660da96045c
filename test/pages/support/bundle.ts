import { existsSync, renameSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { at, lastChange } from '../../../tools/project.js';

const home = '.cache/server';
let made: Promise<string> | undefined;

/**
 * The server as one module: each start of the sources would read and translate hundreds of files again. It lies as deep
 * in the project as the sources, which look for the pages from where they are.
 */
export function bundledServer(): Promise<string> {
  return (made ??= bundle());
}

/** Several checks may want it at the same time: each makes its own, and the first that is done gives it to all. */
async function bundle(): Promise<string> {
  const folder = `${home}/${Math.round(lastChange(['demo', 'src']))}`;
  const file = `${folder}/node.js`;
  if (existsSync(at(file))) return file;
  const own = `${home}/by-${process.pid}`;
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: at('demo/server/node.ts'),
      target: 'node20',
      outDir: at(own),
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  try {
    renameSync(at(own), at(folder));
  } catch {
    rmSync(at(own), { recursive: true, force: true });
  }
  return file;
}
