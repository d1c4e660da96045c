import { noValue } from '../domain/search.js';
import { channels, languages, priorities, reasons, statuses, type Settings } from '../domain/types.js';
import { branches, type Choice } from './choice.js';
import { ownField, type SearchSource } from './search-source.js';

/** The values that a field can be asked for, in the order in which they are offered. */
export function choicesOf(field: string, source: SearchSource): readonly Choice[] {
  const { texts, more, session, settings } = source;
  const none: Choice = { value: noValue, label: texts.common.none };
  const named = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>): readonly Choice[] =>
    values.map((value) => ({ value, label: names[value] }));
  switch (field) {
    case 'status':
      return named(statuses, texts.status);
    case 'priority':
      return named([...priorities].reverse(), texts.priority);
    case 'channel':
      return named(channels, texts.channel);
    case 'language':
      return named(session?.service.languages ?? languages, texts.language);
    case 'reason':
      return named(settings?.reasons ?? reasons, texts.reason);
    case 'resolution':
      return named(['customer', 'internal'], more.resolution);
    case 'category':
      return [none, ...branches(settings?.categories ?? [])];
    case 'handlingType':
      return [none, ...branches(settings?.handlingTypes ?? [])];
    case 'groups':
      return [none, ...(settings?.groups ?? []).map(({ groupId, name }) => ({ value: String(groupId), label: name }))];
    case 'assignee':
    case 'creator':
      return [none, ...people(settings, session?.agent.usercode, more.ticketSearch.me)];
    default:
      return [none, ...(ownField(field, settings)?.options ?? []).map((value) => ({ value, label: value }))];
  }
}

/** Everybody who is in a group, once, the agent first. */
function people(
  settings: Settings | undefined,
  own: string | undefined,
  me: (values: { name: string }) => string,
): readonly Choice[] {
  const names = new Map(
    (settings?.groups ?? []).flatMap(({ agents }) => agents.map((one) => [one.usercode, one.name])),
  );
  const all = [...names].map(([value, name]) => ({ value, label: value === own ? me({ name }) : name }));
  return [...all.filter(({ value }) => value === own), ...all.filter(({ value }) => value !== own)];
}
