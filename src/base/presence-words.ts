import type { Viewer } from '../domain/presence.js';
import type { MoreTexts } from '../strings/more/ko.js';
import { safeName } from '../util/safe-name.js';

/** Who has a ticket open, in words: first who writes. */
export interface PresenceWords {
  /** All of them. */
  readonly whole: string;
  /** Those that matter most. */
  readonly short: string;
  readonly isWriting: boolean;
}

export function presenceWords(viewers: readonly Viewer[], words: MoreTexts['ticketPresence']): PresenceWords {
  const namesOf = (typing: boolean): string =>
    viewers
      .filter((viewer) => viewer.typing === typing)
      .map(({ name, usercode }) => safeName(name) || usercode)
      .join(', ');
  const [writers, readers] = [namesOf(true), namesOf(false)];
  const parts = [
    ...(writers ? [words.writing({ names: writers })] : []),
    ...(readers ? [words.viewing({ names: readers })] : []),
  ];
  return { whole: parts.join(' · '), short: parts[0] ?? '', isWriting: writers !== '' };
}
