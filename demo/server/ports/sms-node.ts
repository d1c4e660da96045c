import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SmsFailure, type SmsPort } from './sms.js';

/**
 * Writes each message as a file, and its picture beside it. It counts as delivered, unless a file `<smsId>.report` beside
 * it says `undelivered` or `waiting`.
 */
export function smsFolder(folder: string): SmsPort {
  mkdirSync(folder, { recursive: true });
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await writeFile(join(folder, `${name}.part`), content);
    await rename(join(folder, `${name}.part`), join(folder, name));
  };
  return {
    repeatable: true,
    send: async ({ image, ...sms }) => {
      const told = { ...sms, image: image && `${sms.smsId}.jpg` };
      try {
        if (image) await write(`${sms.smsId}.jpg`, image.content);
        await write(`${sms.smsId}.json`, `${JSON.stringify(told, null, 2)}\n`);
      } catch (error) {
        throw new SmsFailure('later', error);
      }
    },
    report: async ({ smsId }) => {
      const report = await readFile(join(folder, `${smsId}.report`), 'utf8').catch(() => 'delivered');
      if (report.trim() === 'waiting') return null;
      return report.trim() === 'undelivered' ? 'undelivered' : 'delivered';
    },
  };
}
