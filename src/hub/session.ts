import { atom, computed } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Connection } from '../base/hub-context.js';
import type { Session } from '../domain/types.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** Longest wait of the settings for the first answer, in milliseconds. */
const longestWait = 500;

export type SessionStores = ReturnType<typeof createSession>;

/** Who is at work, what the service is set up with, and how the connection is. */
export function createSession(api: Api, live: Live) {
  const session = createLoad((_, signal) => api.session(signal));
  const settings = createLoad(async (_, signal) => {
    // What is on the first screen goes first.
    await Promise.race([api.answered, new Promise((resolve) => setTimeout(resolve, longestWait))]);
    return api.settings(signal);
  });
  live.overhear(({ topic }) => {
    for (const load of [session, settings]) {
      if (topic === 'live' || topic === 'reset') load.recover();
      if (topic === 'session' || (topic === 'reset' && load.value)) load.refresh();
    }
  });
  const $clockOffset = atom(0);
  const $unavailable = atom<'hide' | 'disable' | null>(null);
  const $isSignedOut = atom(false);
  const $connection = computed(
    [live.$connection, session.$load, $isSignedOut],
    (connection, load, isSignedOut): Connection =>
      isSignedOut || (load.status === 'failed' && load.error.kind === 'signed-out') ? 'signed-out' : connection,
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
    $isSignedOut,
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
