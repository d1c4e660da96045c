import type { Label } from './labels.js';
import type { Run } from './number-runs.js';

/** The first groups of a run, looked at as one number. */
export class Candidate {
  /** All its digits. */
  readonly digits: string;
  /** How many digits each group has, as in `3-4-4`. */
  readonly layout: string;

  constructor(
    readonly run: Run,
    readonly count: number,
    private readonly labelled: () => readonly Label[],
  ) {
    let digits = '';
    let layout = '';
    for (let at = 0; at < count; at++) {
      const own = run.groups[at]?.digits ?? '';
      digits += own;
      layout += at === 0 ? own.length : `-${own.length}`;
    }
    this.digits = digits;
    this.layout = layout;
  }

  get start(): number {
    return this.run.groups[0]?.start ?? 0;
  }

  get end(): number {
    return this.run.groups[this.count - 1]?.end ?? 0;
  }

  /** The words before it that say what it is, the nearest first. */
  get labels(): readonly Label[] {
    return this.labelled();
  }

  get label(): Label | null {
    return this.labels[0] ?? null;
  }

  /** Whether nothing but these separators stands between its groups. */
  isJoinedBy(allowed: readonly string[]): boolean {
    return this.#gaps((gap) => allowed.includes(gap));
  }

  /** Whether the same separator stands between all of its groups. */
  get isEven(): boolean {
    const first = this.run.gaps[1];
    return this.#gaps((gap) => gap === first);
  }

  /** Whether it is not a part of longer digits that are grouped in the same way. */
  get isWhole(): boolean {
    const { groups, gaps } = this.run;
    if (this.count === 1) return true;
    const isContinued = gaps[this.count] === gaps[1] && (groups[this.count]?.digits.length ?? 0) > 2;
    return gaps[0] !== gaps[1] && !isContinued;
  }

  #gaps(holds: (gap: string) => boolean): boolean {
    for (let at = 1; at < this.count; at++) if (!holds(this.run.gaps[at] ?? '')) return false;
    return true;
  }
}
