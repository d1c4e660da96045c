import type { Board, Figure } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';

export type Scope = 'all' | 'my';

/** One figure of the board and the list that it opens. */
export interface BoardFigure {
  readonly figure: Figure;
  readonly name: keyof Texts['figure'];
  /** Undefined while nothing is known; null where there is nothing to count a rate of. */
  readonly value: number | null | undefined;
}

/** The figures of one half that are to be shown, in the order of their names; all of them where none are named. */
export function shownFigures(scope: Scope, board: Board | undefined, names: readonly string[] | null): BoardFigure[] {
  const all = boardFigures(scope, board);
  return names ? names.flatMap((name) => all.find(({ figure }) => figure === name) ?? []) : all;
}

/** The figures that a page names: with their half before them, or without it. Null where it names none that there is. */
export function namedFigures(names: string | null, scope: Scope): readonly string[] | null {
  const known = new Set(boardFigures(scope, undefined).map(({ figure }) => figure as string));
  const told = (names ?? '').split(/[\s,]+/).filter(Boolean);
  const own = told.map((name) => (name.includes('.') ? name : `${scope}.${name}`)).filter((name) => known.has(name));
  return told.length > 0 ? [...new Set(own)] : null;
}

/** The figures of one half, in the order of the board. */
export function boardFigures(scope: Scope, board: Board | undefined): BoardFigure[] {
  if (scope === 'all') {
    return [
      { figure: 'all.receivedToday', name: 'receivedToday', value: board?.all.receivedToday },
      { figure: 'all.resolvedToday', name: 'resolvedToday', value: board?.all.resolvedToday },
      { figure: 'all.processing', name: 'processing', value: board?.all.processing },
      { figure: 'all.pending', name: 'pending', value: board?.all.pending },
      { figure: 'all.unassigned', name: 'unassigned', value: board?.all.unassigned },
      { figure: 'all.handlingRate', name: 'handlingRate', value: board?.all.handlingRate },
    ];
  }
  return [
    { figure: 'my.resolvedToday', name: 'resolvedToday', value: board?.my.resolvedToday },
    { figure: 'my.processing', name: 'processing', value: board?.my.processing },
    { figure: 'my.pending', name: 'pending', value: board?.my.pending },
    { figure: 'my.transferring', name: 'transferring', value: board?.my.transferring },
    { figure: 'my.promisedCalls', name: 'promisedCalls', value: board?.my.promisedCalls },
    { figure: 'my.customerGuidance', name: 'customerGuidance', value: board?.my.customerGuidance },
  ];
}

/** Figures whose number is another one than before. What was not known before did not change. */
export function changedFigures(before: Board | undefined, now: Board | undefined): Figure[] {
  if (!before || !now || before === now) return [];
  const old = new Map(
    [...boardFigures('all', before), ...boardFigures('my', before)].map((each) => [each.figure, each.value]),
  );
  return [...boardFigures('all', now), ...boardFigures('my', now)]
    .filter((each) => each.value !== old.get(each.figure))
    .map((each) => each.figure);
}
