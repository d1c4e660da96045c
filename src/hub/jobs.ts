import { computed } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Job } from '../domain/bulk.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** How often the progress of runs is read, in milliseconds. */
const interval = 500;

export type Jobs = ReturnType<typeof createJobs>;

/** The agent's runs over many tickets. */
export function createJobs(api: Pick<Api, 'late'>, live: Live) {
  const load = createLoad(async (_, signal) => (await api.late()).jobs(signal), {
    interval,
    whileMounted: () =>
      live.on(({ topic }) => {
        // A run may have gone on while nothing was heard of it.
        if (topic === 'live' && load.$load.get().status === 'failed') load.recover();
        else if (topic === 'live' || topic === 'job' || topic === 'reset') load.refresh();
      }),
  });
  /** Requests that turned out to be ones that were sent before, by the id that the server knows. */
  const again = new Map<string, string>();
  const $load = computed(load.$load, (now) =>
    'value' in now && now.value && again.size > 0
      ? { ...now, value: now.value.map((job) => ({ ...job, requestId: again.get(job.requestId) ?? job.requestId })) }
      : now,
  ) as typeof load.$load;
  return {
    $load,
    reload: load.reload,
    /** A run as the server answered. */
    accept(job: Job, requestId = job.requestId): void {
      if (requestId !== job.requestId) again.set(job.requestId, requestId);
      const others = (load.value ?? []).filter(({ jobId }) => jobId !== job.jobId);
      const isKnown = others.length !== load.value?.length;
      load.set(
        isKnown && load.value ? load.value.map((one) => (one.jobId === job.jobId ? job : one)) : [job, ...others],
      );
      load.refresh();
    },
    clear(): void {
      again.clear();
      load.clear();
    },
  };
}
