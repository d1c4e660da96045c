import { isComposing } from './composing.js';

/** What a key does in the form of a dialog. */
export function onFormKey(event: KeyboardEvent, submit: (event: Event) => void): void {
  // Ctrl+Enter sends from anywhere, Enter alone from the button; what else is typed here is no shortcut of the page.
  if (event.key === 'Escape' || event.key === 'Tab') return;
  event.stopPropagation();
  if (event.key !== 'Enter' || isComposing(event)) return;
  if (event.ctrlKey || event.metaKey) submit(event);
  else if (event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Files that are dropped anywhere in a form go along; the page would open them. */
export function onFormDrag(event: DragEvent, take: (files: readonly File[]) => void): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  if (event.type === 'drop') take([...event.dataTransfer.files]);
}
