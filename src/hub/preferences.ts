import { atom, computed } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Load } from '../base/hub-context.js';
import { usualColumns, type ColumnState, type Density } from '../domain/columns.js';
import type { Preferences } from '../domain/preferences.js';
import { once } from '../util/once.js';
import type { Live } from './live.js';
import { createLoad, type Loaded } from './load.js';
import type { PreferenceSaver } from './preference-saver.js';
import type { Work } from './work.js';

export interface PreferencesOptions {
  readonly api: Api;
  readonly live: Live;
  readonly work: Work;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly saveAfter?: number;
  readonly pause?: (attempt: number) => number;
}

export type PreferenceStores = ReturnType<typeof createPreferences>;

/** What the agent arranged: as the server has it, with what is not saved yet laid over it. */
export function createPreferences(options: PreferencesOptions) {
  const { api, live } = options;
  const stored: Loaded<Preferences> = createLoad(async (_, signal) =>
    steady(stored.value, await api.preferences(signal)),
  );
  const $changes = atom<Partial<Preferences>>({});
  const $preferences = computed([stored.$load, $changes], (load, changes): Load<Preferences> =>
    'value' in load && load.value ? { ...load, value: { ...load.value, ...changes } } : load,
  );
  const $openView = atom<string | null>(null);
  const $savedView = computed([$preferences, $openView], (load, id) =>
    'value' in load && load.value && !load.value.views.some((view) => view.id === id) ? null : id,
  );
  const known = computed($preferences, (load) => ('value' in load ? load.value : undefined));
  const $columns = computed([known, $savedView], (preferences, id): readonly ColumnState[] => {
    const view = preferences?.views.find((one) => one.id === id);
    return view?.columns ?? preferences?.list.columns ?? usualColumns;
  });
  const $density = computed(known, (preferences): Density => preferences?.list.density ?? 'normal');

  live.overhear(({ topic }) => {
    if (topic === 'live' || topic === 'reset') stored.recover();
    if (topic === 'session' || topic === 'reset') stored.refresh();
  });

  let loaded: PreferenceSaver | undefined;
  const saver = once(async () => {
    const { PreferenceSaver } = await import('./preference-saver.js');
    return (loaded = new PreferenceSaver({ ...options, stored, $preferences, $changes, $savedView }));
  });

  return {
    $preferences,
    $openView,
    $savedView,
    $columns,
    $density,
    saver,
    reload: stored.reload,
    flush: (isLeft: boolean) => loaded?.flush(isLeft),
    resume: () => loaded?.resume(),
    clear(): void {
      loaded?.clear();
      $openView.set(null);
      stored.clear();
    },
  };
}

/** What is equal stays the same object, so that nobody draws anew because another part changed. */
export function steady(before: Preferences | undefined, read: Preferences): Preferences {
  const parts = Object.entries(read) as [keyof Preferences, unknown][];
  return Object.fromEntries(
    parts.map(([part, value]) =>
      before && JSON.stringify(before[part]) === JSON.stringify(value) ? [part, before[part]] : [part, value],
    ),
  ) as unknown as Preferences;
}
