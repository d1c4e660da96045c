/**
 * Whether an input method composes and the key is its own: Enter takes a proposal, Escape gives it up. Safari tells of
 * the key that ended a composition after it, by its number alone.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
