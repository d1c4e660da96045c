/** One measured figure beside the limit that was measured in the same run. */
export interface BenchRow {
  readonly what: string;
  readonly unit: string;
  /** What the limit took; null where the target is a number and not a ratio. */
  readonly limit: number | null;
  readonly ours: number;
  /** Highest ratio, or highest number without a limit; null for a figure that only informs. */
  readonly target: number | null;
}

/** The middle of some measurements: shared machines make the mean worthless. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that one comparison may take. */
const budget = 6_000;

/**
 * Runs rivals in turns, so that a busy moment of the machine meets all of them, and answers with the median milliseconds
 * of each. Slow work ends after a few seconds, with fewer rounds.
 */
export async function rivals<K extends string>(
  work: Readonly<Record<K, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<K, number>> {
  const names = Object.keys(work) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (const name of names) for (let warm = 0; warm < 3; warm += 1) await work[name]();
  const enough = performance.now() + budget;
  for (let round = 0; round < rounds && (round < 5 || performance.now() < enough); round += 1) {
    for (const name of names) {
      const began = performance.now();
      await work[name]();
      taken[name].push(performance.now() - began);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}
