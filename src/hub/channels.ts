import type { Api } from '../api/api.js';
import type { LiveChannel, LiveChannels } from '../base/hub-context.js';
import type { ToldChannels, ChannelState } from '../domain/channel-board.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** How often the figures follow what is told, in milliseconds. */
const interval = 1_000;

export type Channels = ReturnType<typeof createChannels>;

/** The figures of telephone and chat. */
export function createChannels(api: Pick<Api, 'late'>, live: Live) {
  const load = createLoad<LiveChannels>(
    async (_, signal) => timed(await (await api.late()).channels(signal), performance.now()),
    {
      interval,
      whileMounted: () =>
        live.on(({ topic }) => {
          if (topic === 'live' && load.$load.get().status === 'failed') load.recover();
          else if (topic === 'live' || topic === 'channel' || topic === 'reset') load.refresh();
        }),
    },
  );
  return load;
}

/** By the page's own time, which no change of its clock moves. */
function timed({ phone, chat, staleAfter }: ToldChannels, now: number): LiveChannels {
  const liveOf = (state: ChannelState | null): LiveChannel | null =>
    state && { figures: state.figures, toldAt: now - state.age, staleAt: now - state.age + staleAfter };
  return { phone: liveOf(phone), chat: liveOf(chat) };
}
