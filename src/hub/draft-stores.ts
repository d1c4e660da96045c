import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { DraftState } from '../base/hub-context.js';
import type { DraftKind } from '../domain/types.js';
import { once } from '../util/once.js';
import type { Drafts, DraftsOptions } from './drafts.js';

export interface DraftStoresOptions extends Pick<DraftsOptions, 'serverNow' | 'signal' | 'saveAfter' | 'retryAfter'> {
  readonly api: Pick<Api, 'work'>;
  /** Of the answer to the open ticket. */
  readonly $answer: WritableAtom<DraftState | null>;
  readonly $currentId: ReadableAtom<string | null>;
}

/** The texts of one kind. */
interface Store {
  readonly $draft: WritableAtom<DraftState | null>;
  /** The ticket that was asked for last. */
  ticketId: string | null;
  made?: Drafts;
  make(): Promise<Drafts>;
}

export type DraftStores = ReturnType<typeof createDraftStores>;

/** What agents begin and have not sent, kind by kind. What keeps it is loaded when it is first needed. */
export function createDraftStores({ api, $answer, $currentId, ...options }: DraftStoresOptions) {
  const stores = new Map<DraftKind, Store>();

  function of(kind: DraftKind): Store {
    const known = stores.get(kind);
    if (known) return known;
    const isAnswer = kind === 'answer';
    const store: Store = {
      $draft: isAnswer ? $answer : atom(null),
      ticketId: null,
      make: once(async () => {
        const [{ Drafts, formRules }, calls] = await Promise.all([import('./drafts.js'), api.work()]);
        return (store.made = new Drafts({
          ...options,
          api: calls.draftsOf(kind),
          $draft: store.$draft,
          currentId: () => (isAnswer ? $currentId.get() : store.ticketId),
          ...(!isAnswer && { rules: formRules }),
        }));
      }),
    };
    stores.set(kind, store);
    return store;
  }

  const made = (): readonly Drafts[] => [...stores.values()].flatMap(({ made: drafts }) => drafts ?? []);

  return {
    make: (kind: DraftKind = 'answer') => of(kind).make(),
    of: (kind: DraftKind): ReadableAtom<DraftState | null> => of(kind).$draft,
    /** Shows what is kept of a ticket; settles when that is known, or cannot be known now. */
    async read(kind: DraftKind, ticketId: string): Promise<void> {
      const store = of(kind);
      if (store.ticketId !== ticketId) store.$draft.set(null);
      store.ticketId = ticketId;
      const drafts = await store.make();
      if (store.ticketId !== ticketId) return;
      drafts.show(ticketId);
      await drafts.read(ticketId);
    },
    /** Masks were made or taken away: what is kept may say the words, and the server's texts count. */
    renew(ticketId: string): void {
      for (const drafts of made()) drafts.renew(ticketId, true);
    },
    flush: async (): Promise<void> => void (await Promise.all(made().map((drafts) => drafts.flush()))),
    clear(): void {
      for (const store of stores.values()) store.ticketId = null;
      for (const drafts of made()) drafts.clear();
    },
  };
}
