import type { Run } from './run.js';

/** One thing that the documents promise. */
export interface Rule {
  /** Stable: `A.auth.expired`. Reports, `--only` and `--except` name it. */
  readonly id: string;
  /** What holds, in one sentence. */
  readonly says: string;
  /** Where it is written. */
  readonly source: string;
  /** Whether it leaves something behind on the server, even when all is well. Such rules run last. */
  readonly writes: boolean;
  /** Throws a `Violation` where the rule does not hold, and `LeftOut` where that cannot be told. */
  readonly check: (run: Run) => Promise<void>;
}

/** A promise that is not kept. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** A rule that could not be looked at: the server has nothing to look at, or the call has no option for it. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut';
}

type Make = (name: string, says: string, check: Rule['check']) => Rule;

/** Makes the rules of one subject. */
export function rulesOf(prefix: string, source: string): { readonly reads: Make; readonly writes: Make } {
  const make =
    (writes: boolean): Make =>
    (name, says, check) => ({ id: `${prefix}.${name}`, says, source, writes, check });
  return { reads: make(false), writes: make(true) };
}
