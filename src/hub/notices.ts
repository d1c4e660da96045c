import { computed, map } from 'nanostores';
import type { Api, Intention } from '../api/api.js';
import type { Hub, Load } from '../base/hub-context.js';
import type { Notice } from '../domain/notices.js';
import type { Language } from '../domain/types.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** Longest time, in milliseconds, until a notice shows whose period began, or goes whose period ended. */
const interval = 60_000;

export type Notices = ReturnType<typeof createNotices>;

/** What the service tells its agents, and what of it this agent has read. */
export function createNotices(
  api: Pick<Api, 'late'>,
  live: Live,
  { $texts, $language }: Pick<Hub['text'], '$texts' | '$language'>,
) {
  // The language is only known when its first texts are there.
  const $key = computed($texts, (texts) => (texts ? $language.get() : null));
  const load = createLoad<readonly Notice[], Language>(
    async (language, signal) => (await api.late()).notices(language, signal),
    {
      $key,
      whileMounted() {
        // Nobody looks at a page that is hidden; once it is shown it catches up.
        let isOverdue = false;
        const tick = (): void => {
          isOverdue = document.hidden;
          if (!isOverdue) load.refresh();
        };
        const onVisibility = (): void => {
          if (isOverdue) tick();
        };
        const timer = setInterval(tick, interval);
        document.addEventListener('visibilitychange', onVisibility);
        const stop = live.on(({ topic }) => {
          if (topic === 'live' && load.$load.get().status === 'failed') load.recover();
          else if (topic === 'live' || topic === 'notice' || topic === 'reset') load.refresh();
        });
        return () => {
          clearInterval(timer);
          document.removeEventListener('visibilitychange', onVisibility);
          stop();
        };
      },
    },
  );
  /** What was read here, by the time of its last change; an answer that was on its way may not know it yet. */
  const $read = map<Record<number, number>>({});
  const $load = computed([load.$load, $read], (now, read): Load<readonly Notice[]> => {
    if (!('value' in now) || !now.value) return now;
    const value = now.value.map((notice) =>
      (read[notice.noticeId] ?? 0) >= notice.updatedAt ? { ...notice, read: true } : notice,
    );
    return { ...now, value };
  });

  return {
    $load,
    reload: load.reload,
    /** Read at once; what the server refuses is unread again. */
    async read(noticeId: number, updatedAt: number, by: Intention): Promise<void> {
      const before = $read.get()[noticeId];
      $read.setKey(noticeId, updatedAt);
      try {
        await (await api.late()).readNotice(noticeId, updatedAt, by);
      } catch (error) {
        if (!by.signal?.aborted) $read.setKey(noticeId, before ?? 0);
        throw error;
      }
    },
    clear(): void {
      $read.set({});
      load.clear();
    },
  };
}
