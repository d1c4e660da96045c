import type { DeskError } from '../../base/desk-error.js';
import { momentOf, wallText } from '../../base/zone-input.js';
import {
  noteProblem,
  phoneProblem,
  timeProblem,
  type CallChange,
  type CallDraft,
  type CallProblem,
} from '../../domain/calls.js';
import { startOfDay } from '../../util/time-zone.js';

/** What stands in the fields. */
export interface CallForm {
  /** As the clock of the service shows it. */
  readonly at: string;
  readonly phone: string;
  readonly note: string;
}

export type CallProblems = Readonly<Partial<Record<keyof CallForm, CallProblem>>>;

const minute = 60_000;
const hour = 60 * minute;

/** What most calls are promised for. The clock of a promise has no seconds: it is rounded up to five minutes. */
export function usualTimes(now: number, timeZone: string) {
  const round = (at: number): number => Math.ceil(at / (5 * minute)) * 5 * minute;
  const tomorrow = startOfDay(startOfDay(now, timeZone) + 36 * hour, timeZone);
  return { inHalfHour: round(now + hour / 2), inHour: round(now + hour), tomorrow: tomorrow + 10 * hour } as const;
}

export function formOf({ at, phone, note }: CallDraft, timeZone: string): CallForm {
  return { at: wallText(at, timeZone), phone, note };
}

/** What is to be promised; the time is the one that is known where the field still shows it. */
export function draftOf(form: CallForm, timeZone: string, known?: CallDraft): CallDraft {
  const isKept = known !== undefined && wallText(known.at, timeZone) === form.at;
  return {
    at: isKept ? known.at : (momentOf(form.at, timeZone) ?? NaN),
    phone: form.phone.trim(),
    note: form.note.trim(),
  };
}

/** What was typed over what is now: a field that nobody touched shows what is now. */
export function typedOver(
  now: CallForm,
  { begun, form }: { readonly begun: CallForm; readonly form: CallForm },
): CallForm {
  const field = (name: keyof CallForm): string => (form[name] === begun[name] ? now[name] : form[name]);
  return { at: field('at'), phone: field('phone'), note: field('note') };
}

/** What was noted on the phone goes with the end of the call. */
export function noteOver({ note }: CallDraft, form: CallForm): CallChange {
  return form.note.trim() === note ? {} : { note: form.note.trim() };
}

/** What is wrong. The time of a call that is due already may stay as it is. */
export function problemsOf(draft: CallDraft, now: number, known?: CallDraft): CallProblems {
  const at = draft.at === known?.at ? null : timeProblem(Number.isNaN(draft.at) ? null : draft.at, now);
  const phone = phoneProblem(draft.phone);
  const note = noteProblem(draft.note);
  return { ...(at && { at }), ...(phone && { phone }), ...(note && { note }) };
}

const codes = ['required', 'past', 'too_far', 'invalid', 'length'] as const;

/** What the server says is wrong. */
export function fieldProblems({ details }: DeskError): CallProblems {
  const told = (details.fields ?? []).map(({ field, code }) => [field, codes.find((one) => one === code) ?? 'invalid']);
  return Object.fromEntries(told) as CallProblems;
}
