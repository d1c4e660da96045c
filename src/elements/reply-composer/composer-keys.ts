import { isTyping as isTypingAt } from '../../base/commands.js';
import { isComposing } from '../../base/composing.js';

/** Ctrl+Enter processes, except while an input method composes. */
export function isProcessKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && (event.ctrlKey || event.metaKey) && !isComposing(event);
}

/** A key that belongs to a text; Tab, Escape and what is pressed with another key belong to the page as well. */
export function isTyping(event: KeyboardEvent): boolean {
  if (!isTypingAt(event.composedPath())) return false;
  return event.key !== 'Tab' && event.key !== 'Escape' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
