import type { Api } from '../api/api.js';
import type { Hub } from '../base/hub-context.js';
import { createLateLoad } from './late-load.js';
import type { Live } from './live.js';
import type { createText } from './text.js';

export interface LateStoresOptions {
  readonly api: Api;
  readonly live: Live;
  readonly text: ReturnType<typeof createText>;
  readonly $session: Hub['session']['$session'];
  readonly $currentId: Hub['tickets']['$currentId'];
  readonly $current: Hub['tickets']['$current'];
}

export type LateStores = ReturnType<typeof createLateStores>;

/** What no first screen knows of: each store is loaded with its first reader. */
export function createLateStores({ api, live, text, ...open }: LateStoresOptions) {
  return {
    jobs: createLateLoad(async () => (await import('./jobs.js')).createJobs(api, live)),
    channels: createLateLoad(async () => (await import('./channels.js')).createChannels(api, live)),
    notices: createLateLoad(async () => (await import('./notices.js')).createNotices(api, live, text)),
    calls: createLateLoad(async () => (await import('./calls.js')).createCalls(api, live)),
    conversation: createLateLoad(async () =>
      (await import('./dooray.js')).createDooray(api, live, open.$currentId, open.$current),
    ),
    sms: createLateLoad(async () => (await import('./messages.js')).createSms(api, live, open)),
    chat: createLateLoad(async () => (await import('./messages.js')).createChat(api, live, open)),
  };
}

/** The stores that requests change, once they are needed. */
export function makersOf({ jobs, notices, calls, conversation, sms }: LateStores) {
  return {
    jobs: jobs.make,
    notices: notices.make,
    calls: calls.make,
    conversation: conversation.make,
    sms: sms.make,
  };
}
