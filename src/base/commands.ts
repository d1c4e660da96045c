import type { Preferences } from '../domain/preferences.js';

/** What an agent can do by one key, in the order in which it is listed. */
export const commandNames = [
  'next',
  'previous',
  'open',
  'star',
  'claim',
  'answer',
  'select',
  'selectAll',
  'clearSelection',
  'bulk',
  'call',
  'calls',
  'create',
  'events',
  'mask',
  'search',
  'infoSearch',
  'refresh',
  'templates',
  'triggers',
  'accessLog',
  'menu',
  'list',
  'commands',
  'keys',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Keys of a console whose agent changed none. Letters are those on the key, whatever an input method makes of them. */
export const usualKeys: Readonly<Record<CommandName, string>> = {
  next: 'j',
  previous: 'k',
  open: 'o',
  star: 's',
  claim: 'c',
  answer: 'a',
  select: 'x',
  selectAll: 'Shift+a',
  clearSelection: 'Shift+x',
  bulk: 'b',
  call: 'p',
  calls: 'Shift+p',
  create: 'n',
  events: 'e',
  mask: 'h',
  search: '/',
  infoSearch: 'i',
  refresh: 'r',
  templates: 't',
  triggers: 'g',
  accessLog: 'Shift+g',
  menu: 'm',
  list: 'l',
  commands: 'Mod+k',
  keys: '?',
};

type Shortcuts = Preferences['shortcuts'];

/** What the keyboard can ask for before it is known which keys the agent wants: what there is, and where to change it. */
const early: readonly CommandName[] = ['commands', 'keys'];

/**
 * The key of a command for this agent; empty when it has none, when the agent switched keys off, and while it is not
 * known whether the agent did.
 */
export function keyOf(shortcuts: Shortcuts | undefined, command: CommandName): string {
  if (!shortcuts) return early.includes(command) ? usualKeys[command] : '';
  return shortcuts.isOn ? (shortcuts.keys[command] ?? usualKeys[command]) : '';
}

/** The command that a pressed key stands for. */
export function commandOf(shortcuts: Shortcuts | undefined, key: string): CommandName | undefined {
  return key ? commandNames.find((command) => keyOf(shortcuts, command) === key) : undefined;
}

const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

const modifiers: readonly string[] = ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Fn'];

/**
 * A pressed key by its name, such as `j`, `?`, `Shift+a`, `Mod+k`; empty for a modifier alone. Where nothing is typed,
 * input methods take no key for themselves, but some number every key as their own: only what is composed is left out.
 */
export function keyName(event: KeyboardEvent): string {
  if (event.isComposing || modifiers.includes(event.key) || event.getModifierState('AltGraph')) return '';
  const isMod = isApple() ? event.metaKey : event.ctrlKey;
  if (event.ctrlKey !== event.metaKey && !isMod) return '';
  const key = ownName(event);
  if (!key) return '';
  // The sign of a key that writes one says already that Shift was held.
  const isShifted = event.shiftKey && (key.length > 1 || /[a-z0-9]/.test(key));
  return `${isMod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${isShifted ? 'Shift+' : ''}${key}`;
}

/** Korean and Japanese input methods hide the key, so letters are then read from its place. */
function ownName({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  if (key === 'Process' || key === 'Unidentified') return code === 'Slash' ? (shiftKey ? '?' : '/') : '';
  return key === ' ' ? 'Space' : key;
}

/** A key as it is written on the keyboard in front of the agent. */
export function keyText(key: string): string {
  if (!key) return '';
  const apple = isApple();
  const parts = key === '+' ? ['+'] : key.split('+');
  const words: Record<string, string> = apple
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
  return parts.map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(apple ? '' : '+');
}

/** What `aria-keyshortcuts` calls a key. */
export function keyAria(key: string): string {
  return key
    .replace('Mod', isApple() ? 'Meta' : 'Control')
    .replace(/(^|\+)([a-z])$/, (_, plus: string, letter: string) => plus + letter.toUpperCase());
}

/** Whether keys are text at this place: what is typed there is never a command. */
export function isTyping(path: readonly EventTarget[]): boolean {
  const [first] = path;
  if (!(first instanceof HTMLElement)) return false;
  if (first.isContentEditable || first instanceof HTMLTextAreaElement || first instanceof HTMLSelectElement)
    return true;
  return first instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset|range|file)$/.test(first.type);
}

/** What is typed in a field is no shortcut of the page around it, which cannot see into the element. */
export function keepTyping(event: KeyboardEvent): void {
  if (event.key !== 'Escape' && event.key !== 'Tab' && isTyping(event.composedPath())) event.stopPropagation();
}

/** Whether a layer lies over the console at this place: a dialog, a menu, a list of choices. */
export function isInLayer(path: readonly EventTarget[]): boolean {
  return path.some(
    (node) =>
      node instanceof HTMLElement && node.matches('dialog, [popover], [role=dialog], [role=menu], [role=listbox]'),
  );
}
