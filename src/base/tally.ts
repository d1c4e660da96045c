/**
 * How many tickets there are, in words. The length of a list that is too long to count is an estimate, which may be off
 * by some factor: of it is told that there are so many or more, down to the next power of ten.
 */
export function tallyText(
  { total, isEstimate }: { readonly total: number; readonly isEstimate: boolean },
  exact: (count: number) => string,
  least: (count: number) => string,
): string {
  return isEstimate ? least(surely(total)) : exact(total);
}

/** How long the list of a saved view is, or how many tickets there are at least where it is too long to count. */
export type SavedCount = number | { readonly least: number };

/** What is surely there of so many that were estimated. */
export function surely(estimate: number): number {
  return 10 ** Math.floor(Math.log10(Math.max(1, estimate)));
}
