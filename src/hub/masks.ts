import { atom, type ReadableAtom } from 'nanostores';
import type { Finding, MaskOutcome, MaskSelection } from '../domain/masks.js';

export type Masks = ReturnType<typeof createMasks>;

/** What is selected to be masked, and what became of the last mask. Both end with the ticket they are about. */
export function createMasks($currentId: ReadableAtom<string | null>) {
  const $selection = atom<MaskSelection | null>(null);
  const $outcome = atom<MaskOutcome | null>(null);
  const clear = (): void => {
    $selection.set(null);
    $outcome.set(null);
  };
  $currentId.listen(clear);
  return {
    $selection,
    $outcome,
    clear,
    find: async (text: string, signal: AbortSignal): Promise<readonly Finding[]> => {
      const { findPersonalData } = await import('../domain/personal-data.js');
      signal.throwIfAborted();
      return findPersonalData(text);
    },
  };
}
