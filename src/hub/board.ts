import type { Api } from '../api/api.js';
import type { Board } from '../domain/types.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';
import { figurePace } from './pace.js';

/** Longest wait of a browser's timer. */
const longest = 2 ** 31 - 1;

/** The figures of the board. What the clock alone changes, such as the end of a day, is read when its time has come. */
export function createBoard(api: Pick<Api, 'board'>, live: Pick<Live, 'on'>, serverNow: () => number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = ({ next }: Board): void => {
    clearTimeout(timer);
    if (next === undefined) return;
    timer = setTimeout(() => board.refresh(), Math.min(longest, Math.max(figurePace, next - serverNow())));
  };
  const board = createLoad(
    async (_, signal) => {
      const now = await api.board(signal);
      if (!signal.aborted) plan(now);
      return now;
    },
    {
      interval: figurePace,
      whileMounted: () => {
        const stop = live.on(({ topic }) => {
          if (topic === 'live') board.recover();
          // What telephone and chat tell, and who looks at what, moves no ticket and comes every few seconds.
          else if (topic !== 'channel' && topic !== 'presence') board.refresh();
        });
        return () => {
          clearTimeout(timer);
          stop();
        };
      },
    },
  );
  return board;
}
