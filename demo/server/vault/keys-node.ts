import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  linkSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { newKey, readKeys, writeKey, type KeySource } from './keys.js';

/** A file that its owner alone may read, made with a first key where there is none. */
export function keysInFile(path: string): KeySource {
  return {
    read: async () => {
      if (!existsSync(path)) makeFile(path);
      if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
      return readKeys(readFileSync(path, 'utf8'), path);
    },
  };
}

/** Whole or not at all; of two processes that make it at once, the first one's stays. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${writeKey(1, newKey())}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(half, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
}
