import type { Api } from '../api/api.js';

/** How long the browser gets to take over a file that it saves. */
const saveTime = 10_000;

/** Stored parts of tickets, fetched with the token and handed out as `blob:` addresses. */
export function createFiles(api: Pick<Api, 'attachment'>) {
  return {
    async part(attachmentId: string, signal: AbortSignal): Promise<string> {
      return URL.createObjectURL(await api.attachment(attachmentId, signal));
    },

    /** Lets the browser save a file under its name. */
    async save(attachmentId: string, fileName: string, signal: AbortSignal): Promise<void> {
      const url = URL.createObjectURL(await api.attachment(attachmentId, signal));
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), saveTime);
    },
  };
}
