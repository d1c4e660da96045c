import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailArchive } from './mail-archive.js';

/** The mails in a folder. */
export function folderArchive(folder: string): MailArchive {
  return {
    names: async () => {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const dated = await Promise.all(
        files.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
      );
      return dated.sort((a, b) => b.at - a.at).map(({ name }) => name);
    },
    read: async (name) => {
      if (!/^[\w-]+\.eml$/.test(name)) return undefined;
      return readFile(join(folder, name)).catch(() => undefined);
    },
  };
}
