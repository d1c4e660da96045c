import type { Texts } from '../strings/ko.js';
import type { MoreTexts } from '../strings/more/ko.js';
import type { DeskError } from './desk-error.js';
import type { Task } from './hub-context.js';

/** Why words were not masked, or a mask stayed as it is. */
export function maskRefusal(error: DeskError, action: Task['action'], texts: Texts, more: MoreTexts): string {
  const { maskSelection: words, maskDialog } = more;
  switch (error.details.content?.['code']) {
    case 'security_off':
      return words.securityOff;
    case 'mask_overlap':
      return words.overlap;
    case 'nothing_left':
      return words.nothingLeft;
    case 'mail_waiting':
      return maskDialog.mailWaiting;
  }
  if (error.kind === 'denied' && action === 'mask') return words.denied;
  return error.kind === 'conflict' ? words.changed : texts.errors[error.kind];
}
