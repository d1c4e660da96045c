import { baseKeymap } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { breakLine, commands } from './commands.js';
import { leave } from './edges.js';
import { schema } from './schema.js';
import { toolKeys, tools } from './tools.js';

const { 'Mod-Enter': _processes, ...others } = baseKeymap;
const { list_item } = schema.nodes;

/** What Enter, Backspace and their like do in any text. Mod+Enter is the way to process, wherever the caret is. */
export const lineKeys: Readonly<Record<string, Command>> = others;

/** The keys of the tools, as the library writes them, and those of lists and lines. */
export const ownKeys: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(tools.map((tool) => [toolKeys[tool].replaceAll('+', '-'), commands[tool]])),
  'Mod-y': commands.redo,
  Enter: splitListItem(list_item),
  'Shift-Enter': breakLine,
  ArrowUp: leave('up'),
  ArrowDown: leave('down'),
  'Mod-]': sinkListItem(list_item),
  'Mod-[': liftListItem(list_item),
};
