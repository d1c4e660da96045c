import type { Finding } from '../../../src/domain/masks.js';
import { writeMarked } from './marked.js';
import type { Labelled } from './labelled.js';

/** What was found of a kind, rightly and wrongly, and what was not. */
export interface Tally {
  found: number;
  wrong: number;
  missed: number;
}

export interface Score {
  /** By language, by category, and by both together as in `ko phone`. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  /** The lines that were not read as they are marked: as they are, and as they were read. */
  readonly faults: readonly { readonly wanted: string; readonly got: string }[];
}

const same = (a: Finding, b: Finding): boolean =>
  a.start === b.start && a.length === b.length && a.category === b.category;

/** Counts how a detector reads lines that are known: a finding is right if it is the same to the letter. */
export function score(lines: readonly Labelled[], find: (text: string) => readonly Finding[]): Score {
  const tallies = new Map<string, Tally>();
  const all: Tally = { found: 0, wrong: 0, missed: 0 };
  const faults: Score['faults'][number][] = [];
  for (const line of lines) {
    const findings = find(line.text);
    const count = (what: keyof Tally, category: string): void => {
      for (const name of [line.language, category, `${line.language} ${category}`]) {
        const tally = tallies.get(name) ?? { found: 0, wrong: 0, missed: 0 };
        tally[what]++;
        tallies.set(name, tally);
      }
      all[what]++;
    };
    for (const one of findings)
      count(line.findings.some((known) => same(known, one)) ? 'found' : 'wrong', one.category);
    const missed = line.findings.filter((known) => !findings.some((one) => same(known, one)));
    for (const one of missed) count('missed', one.category);
    const wanted = writeMarked(line);
    const got = writeMarked({ text: line.text, findings });
    if (wanted !== got) faults.push({ wanted, got });
  }
  return { tallies, all, faults };
}

/** Of what was found, the share that is right. */
export const precision = ({ found, wrong }: Tally): number => found / Math.max(1, found + wrong);

/** Of what there is, the share that was found. */
export const recall = ({ found, missed }: Tally): number => found / Math.max(1, found + missed);
