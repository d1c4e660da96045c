import { outcomeOf } from '../domain/outcomes.js';
import type { Texts } from '../strings/ko.js';
import { safeName } from '../util/safe-name.js';

/** What became of a mail or a call outside, with what the other server said. */
export function outcomeText(answer: string, texts: Texts, told: (said: string) => string = (said) => said): string {
  const { outcome, said } = outcomeOf(answer);
  return [outcome ? texts.outcome[outcome] : '', said ? told(safeName(said)) : ''].filter(Boolean).join(' ');
}
