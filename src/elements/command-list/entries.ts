import type { CommandName } from '../../base/commands.js';
import type { SavedView } from '../../domain/preferences.js';
import { views, type View } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Something that can be chosen: a command, a view of the service, or one of the agent's own. */
export type Entry = { readonly id: string; readonly label: string } & (
  { readonly command: CommandName } | { readonly view: View } | { readonly savedId: string }
);

/** Everything that can be chosen now; what was used last stands first. */
export function entriesOf(
  possible: readonly CommandName[],
  saved: readonly SavedView[],
  recent: readonly string[],
  texts: Texts,
  words: MoreTexts['commands'],
): readonly Entry[] {
  const entries: Entry[] = [
    // Who looks at the list of commands has it already.
    ...possible
      .filter((command) => command !== 'commands')
      .map((command) => ({ id: command, command, label: words[command] })),
    ...saved.map(({ id, name }) => ({ id: `saved-${id}`, savedId: id, label: words.view({ name }) })),
    ...views.map((view) => ({ id: `view-${view}`, view, label: words.view({ name: texts.view[view] }) })),
  ];
  const rank = ({ id }: Entry): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** Entries in which every word of the filter stands. */
export function matching(entries: readonly Entry[], filter: string): readonly Entry[] {
  const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();
  const wanted = plain(filter).split(/\s+/).filter(Boolean);
  return entries.filter(({ label }) => wanted.every((word) => plain(label).includes(word)));
}
