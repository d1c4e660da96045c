import { lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { closeHistory, redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import type { MarkType, NodeType, ResolvedPos } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { schema } from './schema.js';
import { tools, type Tool, type ToolState } from './tools.js';

const { nodes, marks } = schema;

const markOf: Readonly<Partial<Record<Tool, MarkType>>> = {
  bold: marks.strong,
  italic: marks.em,
  underline: marks.underline,
  strike: marks.strike,
  link: marks.link,
  code: marks.code,
};
const blockOf: Readonly<Partial<Record<Tool, NodeType>>> = {
  bullets: nodes.bullet_list,
  numbers: nodes.ordered_list,
  quote: nodes.blockquote,
};

/** How deep the nearest block of this kind is, or 0. */
function depthOf($from: ResolvedPos, kinds: readonly NodeType[]): number {
  for (let { depth } = $from; depth > 0; depth--) if (kinds.includes($from.node(depth).type)) return depth;
  return 0;
}

function holds(tool: Tool, { selection, doc, storedMarks }: EditorState): boolean {
  const { $from, from, to, empty } = selection;
  const block = blockOf[tool];
  if (block === nodes.blockquote) return depthOf($from, [block]) > 0;
  if (block) return $from.node(depthOf($from, [nodes.bullet_list, nodes.ordered_list])).type === block;
  const mark = markOf[tool];
  if (!mark) return false;
  return empty ? Boolean(mark.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, mark);
}

/** A list becomes one of another kind, or none any more. */
function list(kind: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = depthOf($from, [nodes.bullet_list, nodes.ordered_list]);
    if (depth === 0) return wrapInList(kind)(state, dispatch);
    if ($from.node(depth).type === kind) return liftListItem(nodes.list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), kind));
    return true;
  };
}

const quote: Command = (state, dispatch) =>
  holds('quote', state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

const none: Command = () => false;

/** Undone for itself, however soon it follows what was done before. */
const alone =
  (command: Command): Command =>
  (state, dispatch, view) =>
    command(state, dispatch && ((transaction) => dispatch(closeHistory(transaction))), view);

/** What a tool does. A link asks for its address first, so the editor itself does nothing. */
export const commands: Readonly<Record<Tool, Command>> = {
  bold: alone(toggleMark(marks.strong)),
  italic: alone(toggleMark(marks.em)),
  underline: alone(toggleMark(marks.underline)),
  strike: alone(toggleMark(marks.strike)),
  code: alone(toggleMark(marks.code)),
  link: none,
  bullets: alone(list(nodes.bullet_list)),
  numbers: alone(list(nodes.ordered_list)),
  quote: alone(quote),
  undo,
  redo,
};

/** A line break inside a paragraph. */
export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

export function toolState(state: EditorState): ToolState {
  const isCode = state.selection.$from.parent.type.spec.code === true;
  const cannot = (tool: Tool): boolean => {
    if (tool === 'undo') return undoDepth(state) === 0;
    if (tool === 'redo') return redoDepth(state) === 0;
    return isCode;
  };
  return { on: new Set(tools.filter((tool) => holds(tool, state))), off: new Set(tools.filter(cannot)) };
}

/** The link around the caret or in the selection: its address, and how far it goes. */
export function linkAt({ selection, doc }: EditorState): { href: string; from: number; to: number } | null {
  const { $from, from, to, empty } = selection;
  const inSelection = (): string | undefined => {
    let href: string | undefined;
    doc.nodesBetween(from, to, (node) => {
      href ??= marks.link.isInSet(node.marks)?.attrs['href'] as string | undefined;
    });
    return href;
  };
  if (!empty) {
    const href = inSelection();
    return href === undefined ? null : { href, from, to };
  }
  const mark = marks.link.isInSet($from.marks());
  if (!mark) return null;
  let start = $from.start();
  let found: { href: string; from: number; to: number } | null = null;
  $from.parent.forEach((node) => {
    const end = start + node.nodeSize;
    if (mark.isInSet(node.marks)) {
      if (found?.to === start) found.to = end;
      else if (!found || found.to < from) found = { href: String(mark.attrs['href']), from: start, to: end };
    }
    start = end;
  });
  return found;
}

/** Links what is selected, or puts the address there; null takes the link away. */
export function link(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const { tr } = state;
    const around = linkAt(state);
    if (around) tr.removeMark(around.from, around.to, marks.link);
    if (href !== null) {
      const mark = marks.link.create({ href });
      if (around || !empty) tr.addMark(around?.from ?? from, around?.to ?? to, mark);
      else tr.insert(from, schema.text(href.replace(/^(?:mailto|tel):/, ''), [mark]));
    }
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1)).removeStoredMark(marks.link);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
