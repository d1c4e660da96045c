import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** A stretch of the text that is pointed out, and why. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  /** Said of it by screen readers and on hover. */
  readonly title: string;
}

const key = new PluginKey<DecorationSet>('highlights');

/** Points out stretches of the text: a wavy line under them, and what is wrong in words. */
export function highlights(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const next = transaction.getMeta(key) as readonly Highlight[] | undefined;
        if (!next) return before.map(transaction.mapping, transaction.doc);
        const decorations = next.map(({ from, to, title }) =>
          Decoration.inline(from, to, { nodeName: 'mark', class: 'forbidden', title, 'aria-description': title }),
        );
        return DecorationSet.create(transaction.doc, decorations);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function setHighlights(transaction: Transaction, next: readonly Highlight[]): Transaction {
  return transaction.setMeta(key, next).setMeta('addToHistory', false);
}

/** The first stretch after a place, from the top again after the last. */
export function nextHighlight(state: EditorState, after: number): { from: number; to: number } | null {
  const all = (key.getState(state) ?? DecorationSet.empty).find();
  all.sort((a, b) => a.from - b.from);
  const next = all.find(({ from }) => from >= after) ?? all[0];
  return next ? { from: next.from, to: next.to } : null;
}
