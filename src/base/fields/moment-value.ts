import type { FieldType } from '../../domain/fields.js';
import type { FieldName } from './field-edits.js';

/** The native field of a date, and of a date with its time. */
export type MomentInput = 'date' | 'datetime-local';

export function momentInput(type: FieldType): MomentInput {
  return type.startsWith('datetime') ? 'datetime-local' : 'date';
}

/** A moment as a native field writes it: with a T where values have a space. */
export function toInput(moment: string): string {
  return moment.trim().replace(' ', 'T');
}

export function fromInput(text: string): string {
  return text.replace('T', ' ').slice(0, 16);
}

/** The ends of a period; either may be empty while it is being written. */
export function endsOf(period: string): readonly [from: string, to: string] {
  const [from = '', to = ''] = period.split('~').map((part) => part.trim());
  return [from, to];
}

export function periodOf(from: string, to: string): string {
  return from || to ? `${from} ~ ${to}` : '';
}

/** Dates that were begun and not finished: their native fields have no value yet. */
export function unfinishedIn(root: ParentNode): readonly FieldName[] {
  const begun = [...root.querySelectorAll('input')].filter(({ validity }) => validity.badInput);
  return begun.map((input) => input.closest<HTMLElement>('[data-field]')?.dataset['field'] as FieldName);
}
