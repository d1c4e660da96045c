import { isMoment, noValue, type ConditionValue, type Period } from '../domain/search.js';
import { choicesOf } from './search-choices.js';
import type { SearchSource } from './search-source.js';
import { timeText } from './time-text.js';

/** What a condition asks for, in words. */
export function valueWords(field: string, value: ConditionValue, source: SearchSource): string {
  const { more, texts } = source;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? more.ticketSearch.yes : more.ticketSearch.no;
  if (!Array.isArray(value)) return periodWords(value as Period, source);
  const choices = choicesOf(field, source);
  const name = (one: string): string =>
    choices.find((choice) => choice.value === one)?.label ?? (one === noValue ? texts.common.none : one);
  return (value as readonly string[]).map(name).join(', ');
}

function periodWords({ from, to }: Period, source: SearchSource): string {
  const words = source.more.ticketSearch;
  if (from === 'today' && (to === undefined || to === 'today')) return words.today;
  const back = /^-(\d+)([dm])$/.exec(from ?? '');
  if (back && (to === undefined || to === 'today')) {
    const count = Number(back[1]);
    if (back[2] === 'm') return words.lastMonths(count);
    return count % 7 === 0 ? words.lastWeeks(count / 7) : words.lastDays(count);
  }
  const [start, end] = [from, to].map((moment) => moment && momentWords(moment, source));
  if (start && end) return words.between({ from: start, to: end });
  return start ? words.since({ from: start }) : words.until({ to: end ?? '' });
}

/** A moment of a search in words. */
export function momentWords(moment: string, { more, language }: SearchSource): string {
  if (!isMoment(moment)) return moment;
  if (moment === 'today') return more.ticketSearch.today;
  const back = /^-(\d+)([dm])$/.exec(moment);
  if (back) return more.ticketSearch[back[2] === 'm' ? 'monthsAgo' : 'daysAgo'](Number(back[1]));
  const [date, time] = moment.split(' ');
  return timeText(Date.parse(`${date}T${time ?? '00:00'}Z`), language, 'UTC', time ? 'dateTime' : 'date');
}
