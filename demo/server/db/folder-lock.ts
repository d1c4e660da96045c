import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes a data folder for this process and answers with what gives it back. Two processes can open one embedded
 * database without an error and would destroy it. A lock whose process is gone, as after a power cut, is taken over.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'server.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(path, 'utf8'));
      if (owner !== process.pid && owner > 0 && isRunning(owner)) {
        throw new Error(
          `The data folder ${folder} is in use by process ${owner}. Stop it or choose another DATA_DIR; if that process is something else, remove ${path}.`,
          { cause: error },
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The data folder ${folder} could not be locked.`);
}
