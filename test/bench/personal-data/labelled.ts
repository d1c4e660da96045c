import { handWritten } from './hand-written.js';
import { readMarked, type Marked } from './marked.js';
import { nearMisses } from './near-misses.js';
import { Random } from './random.js';
import { sentences, type Language } from './sentences.js';

export interface Labelled extends Marked {
  readonly language: Language;
}

const languages: readonly Language[] = ['ko', 'ja', 'en'];
/** Lines of each language that hold something, and as many that only look so. */
const each = 220;

/** Lines whose personal data is known, the same in every run: one half holds some, the other only looks like it. */
export function labelled(): readonly Labelled[] {
  const random = new Random(20_261_122);
  const lines: Labelled[] = [];
  for (const language of languages) {
    const kinds = sentences[language];
    for (let at = 0; at < each; at++) {
      const { category, make, sentences: forms } = kinds[at % kinds.length] ?? random.pick(kinds);
      const value = `⟦${category}:${make(random)}⟧`;
      lines.push({ language, ...readMarked(random.pick(forms).replace('{}', () => value)) });
      const miss = nearMisses[at % nearMisses.length] ?? random.pick(nearMisses);
      const text = random.pick(miss.sentences[language]).replace('{}', () => miss.make(random));
      lines.push({ language, text, findings: [] });
    }
    lines.push(...handWritten[language].map((source) => ({ language, ...readMarked(source) })));
  }
  return lines;
}
