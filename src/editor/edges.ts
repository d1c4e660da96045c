import type { Slice } from 'prosemirror-model';
import { Selection, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { schema } from './schema.js';

const { table, code_block, horizontal_rule, paragraph } = schema.nodes;

/** Blocks that keep the caret inside, so that a text needs a line beside the one it begins or ends with. */
const closed: readonly unknown[] = [table, code_block, horizontal_rule];

/** What was put in ends with such a block: there is a line after it. */
export function withLineAfter(transaction: Transaction): Transaction {
  const { doc } = transaction;
  return closed.includes(doc.lastChild?.type) ? transaction.insert(doc.content.size, paragraph.create()) : transaction;
}

/** Puts something in where the caret is. Such a block takes the place of an empty line, and the caret goes on below it. */
export function putIn(transaction: Transaction, slice: Slice): Transaction {
  const { $from, empty } = transaction.selection;
  const { content } = slice;
  const isBlank = empty && $from.parent.type === paragraph && $from.parent.content.size === 0;
  const isFit = isBlank && $from.node(-1).canReplace($from.index(-1), $from.indexAfter(-1), content);
  if (!isFit || !closed.includes(content.lastChild?.type)) return withLineAfter(transaction.replaceSelection(slice));
  const start = $from.before();
  withLineAfter(transaction.replaceWith(start, $from.after(), content));
  return transaction.setSelection(Selection.near(transaction.doc.resolve(start + content.size)));
}

/** Goes out of such a block at the edge of the text, to a new line there. */
export const leave =
  (way: 'up' | 'down'): Command =>
  (state, dispatch, view) => {
    const { $head, empty } = state.selection;
    const isEdge = (depth: number): boolean =>
      $head.index(depth) === (way === 'up' ? 0 : $head.node(depth).childCount - 1);
    const block = $head.node(1);
    if (!empty || $head.depth === 0 || !closed.includes(block.type) || !isEdge(0)) return false;
    // The table, its row left aside, and the cell.
    if (block.type === table && !(isEdge(1) && isEdge(3))) return false;
    if (view && !view.endOfTextblock(way)) return false;
    const tr = state.tr.insert(way === 'up' ? 0 : state.doc.content.size, paragraph.create());
    const at = way === 'up' ? 1 : tr.doc.content.size - 1;
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView());
    return true;
  };
