import { onMount, type ReadableAtom } from 'nanostores';
import type { Hub } from '../base/hub-context.js';
import { known } from '../base/known.js';
import type { MaskRange } from '../domain/masks.js';
import { whenIdle } from '../util/idle.js';
import { once } from '../util/once.js';
import type { SuggestionParts, Suggestions } from './suggestions.js';

export interface PersonalDataParts extends Omit<SuggestionParts, 'find'> {
  /** Ends the hub. */
  readonly owner: AbortSignal;
  /** Ends with the agent, too. */
  during(own: AbortSignal): AbortSignal;
}

/** What looks like personal data, in any text and in the open ticket. What it takes is loaded when it is first needed. */
export function createPersonalData({ owner, during, ...parts }: PersonalDataParts) {
  const search = once(async () => {
    const { PersonalDataSearch } = await import('./personal-data-search.js');
    return new PersonalDataSearch(owner);
  });
  const find: Hub['masks']['find'] = async (words, own) =>
    (await search()).find(words, known(parts.$settings.get())?.maskPatterns ?? [], during(own));
  let loaded: Suggestions | undefined;
  const suggestions = once(async () => {
    const { Suggestions } = await import('./suggestions.js');
    return (loaded = new Suggestions({ ...parts, find }));
  });

  onMount(parts.$found as ReadableAtom<unknown>, () => {
    const own = new AbortController();
    const cancel = whenIdle(() => {
      suggestions().then(
        (there) => own.signal.aborted || there.follow(own.signal),
        () => undefined,
      );
    });
    return () => {
      cancel();
      own.abort();
    };
  });

  return {
    find,
    /** The agent leaves these as they are. */
    keep: (ranges: readonly MaskRange[]): void => loaded?.keep(ranges),
  };
}
