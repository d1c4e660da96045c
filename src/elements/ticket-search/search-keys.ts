import { isComposing } from '../../base/composing.js';

/** Enter in a field searches, except while an input method composes: there it ends the composition. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || isComposing(event)) return false;
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

/** A key that is typed into a field; Tab, Escape and what is pressed with another key belong to the page as well. */
export function isFieldKey(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (!isField || event.key === 'Tab' || event.key === 'Escape') return false;
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
