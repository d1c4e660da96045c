import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'vite';
import { at, lastChange } from '../../../tools/project.js';

const made = new Map<string, Promise<string>>();

/** The server that `npm start` runs. */
export const bundledServer = (): Promise<string> => bundled('demo/server/node.ts', '.cache/server');

/**
 * A server as one module: each start of the sources would read and translate hundreds of files again. It lies as deep
 * in the project as the sources, which look for the pages from where they are.
 */
export function bundled(source: string, home: string): Promise<string> {
  const bundling = made.get(source) ?? bundle(source, home);
  made.set(source, bundling);
  return bundling;
}

/** Several checks may want it at the same time: each makes its own, and the first that is done gives it to all. */
async function bundle(source: string, home: string): Promise<string> {
  const folder = `${home}/${Math.round(lastChange(['demo', 'src', source]))}`;
  const file = `${folder}/${basename(source, '.ts')}.js`;
  if (existsSync(at(file))) return file;
  const own = `${home}/by-${process.pid}`;
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: at(source),
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
