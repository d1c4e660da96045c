import type { Api } from '../api/api.js';

/** Stored parts of tickets, fetched with the token and handed out as `blob:` addresses. */
export function createFiles(api: Pick<Api, 'attachment'>) {
  return {
    async part(attachmentId: string, signal: AbortSignal): Promise<string> {
      return URL.createObjectURL(await api.attachment(attachmentId, signal));
    },
  };
}
