import type { ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Load } from '../base/hub-context.js';
import { surely, type SavedCount } from '../base/tally.js';
import type { Preferences, SavedView } from '../domain/preferences.js';
import { createLoad, type Loaded } from './load.js';
import { figurePace } from './pace.js';

/** How long the saved views are; those that are no lists any more are left out. */
export function createSavedCounts(
  api: Pick<Api, 'late'>,
  $preferences: ReadableAtom<Load<Preferences>>,
  follow: () => () => void,
): Loaded<Readonly<Record<string, SavedCount>>> {
  let views: readonly SavedView[] = [];
  const counts = createLoad<Readonly<Record<string, SavedCount>>>(
    async (_, signal) => {
      const asked = views;
      if (asked.length === 0) return {};
      const lengths = await (
        await api.late()
      ).lengths(
        asked.map(({ query }) => query),
        signal,
      );
      return Object.fromEntries(
        asked.flatMap(({ id }, index): (readonly [string, SavedCount])[] => {
          const { total = null, estimate = null } = lengths[index] ?? {};
          if (total !== null) return [[id, total]];
          return estimate === null ? [] : [[id, { least: surely(estimate) }]];
        }),
      );
    },
    {
      interval: figurePace,
      whileMounted() {
        const stops = [
          follow(),
          $preferences.subscribe((load) => {
            const next = ('value' in load && load.value?.views) || [];
            if (next === views) return;
            views = next;
            // At once: a view without its count looks broken.
            counts.reload();
          }),
        ];
        return () => stops.forEach((stop) => stop());
      },
    },
  );
  return counts;
}
