import type { Action } from '../domain/types.js';
import type { MoreTexts } from '../strings/more/ko.js';
import type { DeskError } from './desk-error.js';
import type { Task } from './hub-context.js';

/** What was tried: a step of the open ticket, or reading what Dooray! offers. */
export type Tried = Task['action'] | Action | 'read';

/**
 * Why something about a transfer, Dooray! or customer guidance was refused, by the code of the refusal; undefined where that
 * says no more than its kind does.
 */
export function transferRefusal(error: DeskError | undefined, tried: Tried, more: MoreTexts): string | undefined {
  const { transferRefusal: words, transferProblem, transferNotice } = more;
  switch (error?.details.content?.['code']) {
    case 'dooray_unreachable':
      return transferProblem.unreachable;
    case 'dooray_not_allowed':
      return transferProblem.not_allowed;
    case 'dooray_not_found':
      return transferProblem.not_found;
    case 'dooray_refused':
      return transferProblem.refused;
    case 'switched_off':
      return transferProblem.switched_off;
    case 'task_may_exist':
      return transferNotice.mayExist;
    case 'no_task':
      return words.noTask;
    case 'not_failed':
      return words.notFailed;
    case 'transferred_in':
      return words.transferredIn;
    case 'wrong_status':
      return wrongStatus(tried, more);
    default:
      return wrongTags(error, more);
  }
}

function wrongStatus(tried: Tried, { transferRefusal: words, transferDialog }: MoreTexts): string | undefined {
  switch (tried) {
    case 'transfer_issue':
    case 'transfer_dooray':
      return transferDialog.notNow;
    case 'transfer_retry':
    case 'transfer_withdraw':
      return words.wentOn;
    case 'guidance_ask':
      return words.notWaiting;
    case 'guidance_done':
      return words.guidanceEnded;
    case 'dooray_comment':
    case 'dooray_retry':
      return words.noComments;
    default:
      return undefined;
  }
}

function wrongTags(error: DeskError | undefined, { transferRefusal: words }: MoreTexts): string | undefined {
  const code = error?.details.fields?.find(({ field }) => field === 'tagIds')?.code;
  if (code === 'one_tag') return words.oneTag;
  return code === 'mandatory_tags' ? words.mandatoryTags : undefined;
}
