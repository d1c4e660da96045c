/**
 * Whether an input method composes and the key is its own: Enter takes a proposal, Escape gives it up. Safari tells of
 * the key that ended a composition after it, by its number alone.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Settles once nothing is composed in a field any more: to put another in its place in the middle would break it. */
export async function composed(field: HTMLElement | null, isUnderWay: () => boolean): Promise<void> {
  while (field && isUnderWay()) {
    await new Promise((ended) => field.addEventListener('compositionend', ended, { once: true }));
    // The text comes after the event that says that it will.
    await new Promise((settled) => setTimeout(settled));
  }
}
