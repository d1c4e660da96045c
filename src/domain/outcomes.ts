/** What no server outside has said: why nothing was sent, or that nobody knows whether it arrived. */
export const outcomes = [
  'outcome_unknown',
  'unreachable',
  'no_key',
  'switched_off',
  'not_allowed',
  'words_gone',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The answer that is kept of a mail whose words were destroyed before it left. */
export const wordsGone: Outcome = 'words_gone';

/** The answer that is kept where it is not known whether a mail left, with what the mail server said last. */
export function unknownOutcome(said = ''): string {
  return said ? `outcome_unknown ${said}` : 'outcome_unknown';
}

/** Takes an answer apart that was kept of a mail or a call: what became of it, where no server said so, and what one said. */
export function outcomeOf(answer: string): { readonly outcome: Outcome | null; readonly said: string } {
  const outcome = outcomes.find((one) => answer === one || answer.startsWith(`${one} `)) ?? null;
  return { outcome, said: outcome ? answer.slice(outcome.length).trim() : answer };
}
