import type { BoardPreferences } from './preferences.js';
import { boardChannels, figuresOf, type BoardChannel, type ChannelFigure } from './channel-board.js';
import { figures, type Figure } from './types.js';

/** Calls that are due stand beside all promised ones and have no place of their own. */
export const boardFigureNames: readonly Figure[] = figures.filter((figure) => figure !== 'my.promisedCallsDue');

const ofChannel = (channel: BoardChannel): readonly string[] =>
  figuresOf[channel].map((figure) => `${channel}.${figure}`);

/** Everything that a board can show, in the usual order. */
export const boardItems: readonly string[] = [...boardFigureNames, ...boardChannels.flatMap(ofChannel)];

/** The items of an agent's boards whose name begins so, in order; null where the agent arranged none. */
export function arrangedItems(board: BoardPreferences | undefined, start: string): readonly string[] | null {
  return board?.items?.filter((name) => name.startsWith(`${start}.`)) ?? null;
}

/** The figures of a channel as an agent arranged them; null where the agent arranged none. */
export function arrangedChannel(
  board: BoardPreferences | undefined,
  channel: BoardChannel,
): readonly ChannelFigure[] | null {
  const names = arrangedItems(board, channel)?.map((name) => name.slice(channel.length + 1));
  return names
    ? figuresOf[channel].filter((one) => names.includes(one)).sort((a, b) => names.indexOf(a) - names.indexOf(b))
    : null;
}
