import {
  channelFigures,
  channelRates,
  figuresOf,
  type BoardChannel,
  type ChannelFigure,
  type ToldFigures,
} from '../../domain/channel-board.js';

/** What one place of a board shows: null where there is nothing to count a rate of. */
export interface ShownFigure {
  readonly figure: ChannelFigure;
  readonly value: number | null;
  readonly isRate: boolean;
}

function isFigure(name: string): name is ChannelFigure {
  return channelFigures.some((figure) => figure === name);
}

/** The figures that a page names, in its order; names that there are not are left out. Null where it names none. */
export function namedFigures(names: string | null): readonly ChannelFigure[] | null {
  const named = new Set((names ?? '').split(/[\s,]+/).filter(isFigure));
  return named.size > 0 ? [...named] : null;
}

/** The figures of a channel that were told, in the order of the page or else in the usual one. */
export function shownFigures(
  channel: BoardChannel,
  told: ToldFigures,
  named: readonly ChannelFigure[] | null,
): readonly ShownFigure[] {
  return (named ?? figuresOf[channel]).flatMap((figure) => {
    const value = told[figure];
    return value === undefined ? [] : [{ figure, value, isRate: channelRates.has(figure) }];
  });
}
