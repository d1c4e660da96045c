import { atom, computed } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Connection } from '../base/hub-context.js';
import type { Session } from '../domain/types.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

export type SessionStores = ReturnType<typeof createSession>;

/** Who is at work, what the service is set up with, and how the connection is. */
export function createSession(api: Api, live: Live) {
  const session = createLoad((_, signal) => api.session(signal));
  const settings = createLoad((_, signal) => api.settings(signal));
  live.overhear(({ topic }) => {
    for (const load of [session, settings]) {
      if (topic === 'live' || topic === 'reset') load.recover();
      if (topic === 'session') load.refresh();
    }
  });
  const $clockOffset = atom(0);
  const $unavailable = atom<'hide' | 'disable' | null>(null);
  const $connection = computed([live.$connection, session.$load], (connection, load): Connection =>
    load.status === 'failed' && load.error.kind === 'signed-out' ? 'signed-out' : connection,
  );
  let isAsked: Promise<Session> | undefined;
  return {
    stores: {
      $session: session.$load,
      $settings: settings.$load,
      $connection,
      $clockOffset,
      $unavailable,
    },
    $clockOffset,
    $unavailable,
    session,
    settings,
    /** The session, fetched when no element needed it yet. */
    async now(signal: AbortSignal): Promise<Session> {
      if (session.value) return session.value;
      isAsked ??= api.session(signal).finally(() => (isAsked = undefined));
      const known = await isAsked;
      session.set(known);
      return known;
    },
  };
}
