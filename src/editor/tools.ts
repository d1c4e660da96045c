/** What an agent can do with the text, in the order of the toolbar, with the key of each. */
export const toolKeys = {
  bold: 'Mod+b',
  italic: 'Mod+i',
  underline: 'Mod+u',
  strike: 'Mod+Shift+x',
  link: 'Mod+k',
  bullets: 'Mod+Shift+8',
  numbers: 'Mod+Shift+7',
  quote: 'Mod+Shift+9',
  code: 'Mod+e',
  undo: 'Mod+z',
  redo: 'Mod+Shift+z',
} as const satisfies Record<string, string>;
export type Tool = keyof typeof toolKeys;

export const tools = Object.keys(toolKeys) as Tool[];

/** Which tools hold where the caret is, and which can do nothing there. */
export interface ToolState {
  readonly on: ReadonlySet<Tool>;
  readonly off: ReadonlySet<Tool>;
}
