import { numberText } from '../../base/number-text.js';
import { fieldLabel, type SearchSource } from '../../base/search-source.js';
import { valueWords } from '../../base/search-words.js';
import { surely } from '../../base/tally.js';
import { timeText } from '../../base/time-text.js';
import type { SavedView } from '../../domain/preferences.js';
import type { Session, TicketQuery } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { safeName } from '../../util/safe-name.js';

/** The list that is printed. */
export interface PrintedList {
  readonly query: TicketQuery;
  /** The saved view that is open. */
  readonly saved: SavedView | undefined;
  readonly total: number;
  readonly isEstimate: boolean;
  readonly count: number;
  /** The server's time. */
  readonly at: number;
}

export type FactSource = SearchSource & { readonly session: Session };

/** What the list is called. */
export function titleOf({ query, saved }: PrintedList, texts: Texts): string {
  if (saved) return safeName(saved.name);
  const figure = query.figure?.split('.')[1] as keyof Texts['figure'] | undefined;
  return figure ? texts.figure[figure] : texts.view[query.view];
}

/** What else the reader of the paper has to know: whose tickets, which of them, how many, and as of when. */
export function factsOf(list: PrintedList, source: FactSource): readonly (readonly [string, string])[] {
  const { texts, more, language, session } = source;
  const words = more.printList;
  const { query, total, isEstimate, count, at } = list;
  const firstOf = isEstimate ? words.firstOfLeast : words.firstOf;
  const length = numberText(isEstimate ? surely(total) : total, language);
  const number = total > count ? firstOf({ total: length, count }) : words.whole(count);
  const { timeZone } = session.service;
  const zone = timeText(at, language, timeZone, 'dateTime');
  return [
    [words.service, session.service.name],
    ...(list.saved ? [[words.list, texts.view[query.view]] as const] : []),
    ...narrowed(query, source),
    [words.count, number],
    [words.printed, `${zone} (${timeZone})`],
  ];
}

/** What the list leaves out, each as one line. */
function narrowed(query: TicketQuery, source: FactSource): readonly (readonly [string, string])[] {
  const { texts, more, settings } = source;
  const words = more.printList;
  const lines: (readonly [string, string])[] = [];
  const flag = (text: string): void => void lines.push([words.list, text]);
  const group = settings?.groups.find(({ groupId }) => groupId === query.group);
  if (query.group !== undefined) lines.push([texts.ticketList.group, group?.name ?? String(query.group)]);
  if (query.transfer) lines.push([texts.ticketList.transfer, texts.viewMenu[query.transfer]]);
  if (query.starred) flag(words.starred);
  if (query.unread !== undefined) flag(query.unread ? words.unread : words.read);
  if (query.q) lines.push([words.text, safeName(query.q)]);
  for (const [field, value] of Object.entries(query.where ?? {})) {
    lines.push([fieldLabel(field, source), safeName(valueWords(field, value, source))]);
  }
  return lines;
}
