// Looks for personal data beside the page, so that typing never waits. It is built into a file of its own.
import type { Finding } from '../domain/masks.js';
import type { MaskPattern } from '../domain/types.js';
import { search } from '../domain/personal-data.js';

/** A text to look through, or the end of an earlier wish. */
export type Question =
  | { readonly id: number; readonly text: string; readonly patterns: readonly MaskPattern[] }
  | { readonly id: number; readonly isOver: true };

export interface Answer {
  readonly id: number;
  /** Null where the text could not be looked through. */
  readonly findings: readonly Finding[] | null;
}

const over = new Set<number>();

/** Between two pieces of a long text it is heard whether anybody still waits for it. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function answer(id: number, text: string, patterns: readonly MaskPattern[]): Promise<void> {
  const course = search(text, { patterns });
  for (let step = course.next(); !over.delete(id); step = course.next()) {
    if (step.done) {
      postMessage({ id, findings: step.value } satisfies Answer);
      return;
    }
    await turn();
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if ('isOver' in data) over.add(data.id);
  else
    answer(data.id, data.text, data.patterns).catch(() => {
      over.delete(data.id);
      postMessage({ id: data.id, findings: null } satisfies Answer);
    });
});
