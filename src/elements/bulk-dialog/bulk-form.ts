import type { BulkAction, BulkCheck, BulkIntent, BulkTarget } from '../../domain/bulk.js';
import { bulkActions } from '../../domain/bulk.js';
import { needsHandlingType } from '../../domain/processing.js';
import type { Priority, Reason, Session, Settings } from '../../domain/types.js';
import { textToHtml } from '../../util/text-html.js';

/** What the agent has entered so far. It stays when the dialog closes. */
export interface BulkForm {
  readonly action: BulkAction | null;
  readonly text: string;
  readonly reason: Reason | null;
  readonly groupId: number | null;
  readonly usercode: string;
  /** Undefined leaves every ticket its own; null takes it away. */
  readonly handlingTypeId?: number | null;
  readonly priority: Priority | null;
  readonly starred: boolean;
  /** Also tickets that wait for another service. */
  readonly alsoWaiting: boolean;
  /** The number of mails that the agent has agreed to. */
  readonly agreed: number | null;
}

export const emptyForm: BulkForm = {
  action: null,
  text: '',
  reason: null,
  groupId: null,
  usercode: '',
  handlingTypeId: undefined,
  priority: null,
  starred: true,
  alsoWaiting: false,
  agreed: null,
};

export type Missing = 'needText' | 'needReason' | 'needAgent' | 'needHandlingType' | 'needPriority' | 'needAgreement';

/** Whether an action goes with a text. */
export function hasText(action: BulkAction | null): boolean {
  return action === 'comment' || action === 'resolve' || action === 'hold' || action === 'internal';
}

/** Whether the text of an action is read by customers. */
export function isAnswer(action: BulkAction | null): boolean {
  return action === 'resolve' || action === 'hold';
}

/** Whether the handling type can be set together with an action. */
export function takesHandlingType(action: BulkAction | null, settings: Settings | undefined): boolean {
  const finishes = action === 'resolve' || action === 'internal';
  return finishes && (settings?.handlingTypes.length ?? 0) > 0;
}

/** Whether a service lets its tickets be finished only with a handling type. */
export function wantsHandlingType(action: BulkAction | null, settings: Settings | undefined): boolean {
  return (
    settings !== undefined && (action === 'resolve' || action === 'internal') && needsHandlingType(action, settings)
  );
}

export interface Offer {
  readonly action: BulkAction;
  /** The agent lacks the permission; the choice stays and says so. */
  readonly isDenied: boolean;
}

/** What a service and the agent's permissions make possible. */
export function offersOf(
  session: Session | undefined,
  settings: Settings | undefined,
  unavailable: 'hide' | 'disable' | null,
): readonly Offer[] {
  const isDenied = (action: BulkAction) => action === 'forward' && session?.agent.permissions.forward === false;
  const isThere = (action: BulkAction): boolean => {
    if (!settings) return true;
    if (action === 'internal') return settings.reasons.length > 0;
    if (action === 'forward') return settings.groups.length > 0;
    return action !== 'handling_type' || settings.handlingTypes.length > 0;
  };
  return bulkActions
    .filter(isThere)
    .map((action) => ({ action, isDenied: isDenied(action) }))
    .filter((offer) => !offer.isDenied || unavailable !== 'hide');
}

/** What would be asked for, or null as long as it is not known what each ticket would become. */
export function intentOf(form: BulkForm, settings: Settings | undefined): BulkIntent | null {
  const { action, reason, usercode, groupId, handlingTypeId, priority } = form;
  const html = textToHtml(form.text) || undefined;
  const type = takesHandlingType(action, settings) ? { handlingTypeId: handlingTypeId ?? undefined } : {};
  switch (action) {
    case null:
      return null;
    case 'comment':
    case 'hold':
      return { action, html };
    case 'resolve':
      return { action, html, ...type, confirmed: form.alsoWaiting || undefined };
    case 'internal':
      return reason && { action, html, ...type, reason };
    case 'forward':
      return groupId === null || usercode === '' ? null : { action, groupId, usercode };
    case 'handling_type':
      return handlingTypeId === undefined ? null : { action, handlingTypeId };
    case 'priority':
      return priority && { action, priority };
    case 'star':
      return { action, starred: form.starred };
  }
}

/** What has to be entered before anything can be asked for. */
export function missingOf({ action, text, reason, usercode, handlingTypeId, priority }: BulkForm): Missing | null {
  switch (action) {
    case 'comment':
    case 'resolve':
    case 'hold':
      return text.trim() === '' ? 'needText' : null;
    case 'internal':
      return reason === null ? 'needReason' : null;
    case 'forward':
      return usercode === '' ? 'needAgent' : null;
    case 'handling_type':
      return handlingTypeId === undefined ? 'needHandlingType' : null;
    case 'priority':
      return priority === null ? 'needPriority' : null;
    default:
      return null;
  }
}

/** More than one mail goes only after its number was agreed to. */
export function needsAgreement(check: BulkCheck): boolean {
  return check.mails > 1;
}

/** What a check depends on: the words of a text do not matter to it. */
export function checkKey(target: BulkTarget, intent: BulkIntent): string {
  return JSON.stringify([target, { ...intent, html: undefined }]);
}
