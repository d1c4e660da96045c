/** One figure of a bench, beside the limit that was measured in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  /** The same work done by hand, in the same run; null where there is nothing to compare with. */
  readonly reference: number | null;
  /** Ours against the reference; null where there is none, or where it did nothing measurable. */
  readonly ratio: number | null;
  /** What is wanted, as it is written in the table: a ratio or a figure. */
  readonly target: string;
  readonly met: boolean;
}
