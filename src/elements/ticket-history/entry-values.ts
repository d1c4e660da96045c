import type { FieldValue, Priority, Reason } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** A value chosen while processing, as it is read. */
export interface ValueText {
  readonly name: string;
  readonly value: string;
}

/** Facts that every service knows, by the names under which an entry keeps them; all others are fields of its own. */
const known: Readonly<Record<string, (value: string, texts: Texts) => ValueText>> = {
  handlingType: (value, { ticketInfo }) => ({ name: ticketInfo.handlingType, value }),
  priority: (value, { ticketInfo, priority }) => ({
    name: ticketInfo.priority,
    value: priority[value as Priority] ?? value,
  }),
  resolution: (value, { replyComposer, action }) => ({
    name: replyComposer.choice,
    value: action[value === 'internal' ? 'internal' : 'resolve'],
  }),
  reason: (value, { replyComposer, reason }) => ({
    name: replyComposer.reason,
    value: reason[value as Reason] ?? value,
  }),
};

/** The values of an entry in the words of the page. */
export function valueTexts(
  values: Readonly<Record<string, FieldValue>>,
  texts: Texts,
  language: string,
): readonly ValueText[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    if (typeof value === 'string' && Object.hasOwn(known, name)) return known[name]?.(value, texts) ?? [];
    return [{ name: safeName(name), value: plain(value, texts, language) }];
  });
}

function plain(value: NonNullable<FieldValue>, { ticketHistory: words }: Texts, language: string): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' ? value : new Intl.ListFormat(language, { type: 'unit' }).format(value);
}
