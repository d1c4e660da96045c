import type { Api } from '../api/api.js';
import type { Live } from './live.js';
import { createLoad } from './load.js';

/** How often the figures follow what happens, in milliseconds. */
const interval = 1_000;

/** The figures of the board. */
export function createBoard(api: Api, live: Live) {
  const board = createLoad((_, signal) => api.board(signal), {
    interval,
    whileMounted: () =>
      live.on(({ topic }) => {
        if (topic === 'live') board.recover();
        else board.refresh();
      }),
  });
  return board;
}
