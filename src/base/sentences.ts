/** Sentences that stand behind one another: a full stop of Japanese brings its own room, any other needs a space. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.reduce<string>((before, next) => {
    if (!before || !next) return before || (next ?? '');
    return /[。！？]$/.test(before) ? before + next : `${before} ${next}`;
  }, '');
}
