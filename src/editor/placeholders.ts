import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

type Change = { readonly add: string; readonly at: number; readonly sign: HTMLElement } | { readonly remove: string };

const key = new PluginKey<DecorationSet>('placeholders');

/** Signs in the text where something is on its way. They are no part of the text: neither kept, nor sent, nor undone. */
export function placeholders(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const set = before.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined;
        if (!change) return set;
        if ('remove' in change) return set.remove(found(set, change.remove));
        const { add, at, sign } = change;
        const spec = { id: add, key: add, ignoreSelection: true, stopEvent: () => true };
        return set.add(transaction.doc, [Decoration.widget(at, sign, spec)]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function found(set: DecorationSet, id: string): Decoration[] {
  return set.find(undefined, undefined, (spec) => spec['id'] === id);
}

/** Where a sign stands now; null once the text around it was deleted. */
export function placeOf(state: EditorState, id: string): number | null {
  return found(key.getState(state) ?? DecorationSet.empty, id)[0]?.from ?? null;
}

export function addPlaceholder(transaction: Transaction, id: string, at: number, sign: HTMLElement): Transaction {
  return transaction.setMeta(key, { add: id, at, sign } satisfies Change);
}

export function removePlaceholder(transaction: Transaction, id: string): Transaction {
  return transaction.setMeta(key, { remove: id } satisfies Change);
}
