import type { Texts } from '../../strings/ko.js';
import { isAnswer, placeholderOf, type Choice } from './process-choice.js';

/** What the field says of itself, whichever of the two it is. */
export interface FieldWords {
  readonly label: string;
  readonly placeholder: string;
  readonly isInvalid: boolean;
}

export function fieldWords(choice: Choice | null, texts: Texts, isInvalid: boolean): FieldWords {
  const label = texts.replyComposer[choice && isAnswer(choice) ? 'text' : 'comment'];
  return { label, placeholder: placeholderOf(choice, texts), isInvalid };
}

/** The same for the rich editor, which writes its attributes itself. */
export function editorAttributes(
  { label, placeholder, isInvalid }: FieldWords,
  isLocked: boolean,
): Record<string, string> {
  return {
    part: 'editor',
    dir: 'auto',
    spellcheck: 'false',
    // A field that is locked for a moment keeps the keyboard.
    tabindex: '0',
    'aria-label': label,
    'aria-placeholder': placeholder,
    'data-placeholder': placeholder,
    'aria-describedby': 'notice problem',
    ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
    ...(isLocked ? { 'aria-readonly': 'true' } : {}),
  };
}
