import type { Beat, TicketPresence } from '../domain/presence.js';
import type { Http } from './http.js';

export type PresenceApi = ReturnType<typeof createPresenceApi>;

/** The calls about who has which ticket open. */
export function createPresenceApi(http: Http) {
  return {
    /** Tells what this page shows. The next beat says it again, so that none is repeated. */
    async tell(beat: Beat, { signal, isLast = false }: { readonly signal: AbortSignal; readonly isLast?: boolean }) {
      await http.raw('presence.json', {
        method: 'post',
        json: beat,
        signal,
        tries: 1,
        isPatient: true,
        keepalive: isLast,
      });
    },
    all: async (signal: AbortSignal) =>
      (await http.json<{ readonly contents: readonly TicketPresence[] }>('presence.json', { signal, tries: 1 }))
        .contents,
  };
}
