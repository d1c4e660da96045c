import { commandOf, keyName } from '../../base/commands.js';
import { isComposing } from '../../base/composing.js';
import type { Preferences } from '../../domain/preferences.js';
import type { TicketRow } from '../../domain/types.js';
import type { ListBody } from './list-body.js';
import type { RowSlot } from './row-slot.js';

/** What an agent can do with rows. */
export interface ListActions {
  open(row: TicketRow): void;
  toggleTick(index: number): void;
  /** Ranges begin here from now on. */
  touch(index: number): void;
  /** Ticks everything from the row touched last to this one. */
  tickTo(index: number): void;
  tickAll(): void;
  /** Tells whether anything was ticked. */
  untick(): boolean;
  star(row: TicketRow): void;
  claim(row: TicketRow, index: number): void;
  /** The agent's own keys, where they differ from the usual ones. */
  shortcuts(): Preferences['shortcuts'] | undefined;
}

/** Letter on the key, also while a Korean or Japanese input method makes something else of it. */
function letter(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : '';
}

/** The keys of the grid. Returns whether the key was one of them. */
export function pressKey(event: KeyboardEvent, slot: RowSlot, body: ListBody, actions: ListActions): boolean {
  if (event.altKey) return false;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && letter(event) === 'a') {
    actions.tickAll();
    return true;
  }
  if (event.key === 'Escape') return !isComposing(event) && actions.untick();
  return pressMove(event, slot, body, actions, isCommand) || (!isCommand && pressAction(event, slot, actions));
}

function pressMove(
  event: KeyboardEvent,
  slot: RowSlot,
  body: ListBody,
  actions: ListActions,
  isCommand: boolean,
): boolean {
  const part = slot.partOf(event.composedPath()[0]);
  const target = rowFor(event.key, slot.index, body, part === 'row' || isCommand);
  if (target !== undefined) {
    if (event.shiftKey) actions.tickTo(Math.min(Math.max(target, 0), (body.pool?.count ?? 1) - 1));
    body.focus(target, part);
    return true;
  }
  const isRtl = getComputedStyle(slot.element).direction === 'rtl';
  const parts = slot.parts;
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const place = { [forward]: parts.indexOf(part) + 1, [back]: parts.indexOf(part) - 1, Home: 0, End: parts.length - 1 }[
    event.key
  ];
  if (place === undefined) return false;
  const next = parts[Math.min(Math.max(place, 0), parts.length - 1)];
  if (next) body.focus(slot.index, next);
  return true;
}

function rowFor(key: string, index: number, body: ListBody, isWholeList: boolean): number | undefined {
  const page = Math.max(1, (body.pool?.page ?? 1) - 1);
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return isWholeList ? 0 : undefined;
    case 'End':
      return isWholeList ? (body.pool?.count ?? 1) - 1 : undefined;
    default:
      return undefined;
  }
}

function pressAction(event: KeyboardEvent, slot: RowSlot, actions: ListActions): boolean {
  const row = slot.row;
  if (!row) return false;
  const isRow = slot.partOf(event.composedPath()[0]) === 'row';
  if (isRow && event.key === 'Enter') actions.open(row);
  else if (isRow && event.key === ' ' && event.shiftKey) actions.tickTo(slot.index);
  else if (isRow && event.key === ' ') actions.toggleTick(slot.index);
  else return pressLetter(event, row, slot.index, actions);
  return true;
}

/** The keys of a row that the agent can change; what they are called stands in the list of shortcuts. */
function pressLetter(event: KeyboardEvent, row: TicketRow, index: number, actions: ListActions): boolean {
  if (event.repeat) return false;
  const command = commandOf(actions.shortcuts(), keyName(event));
  if (command === 'star') actions.star(row);
  else if (command === 'claim') actions.claim(row, index);
  else return false;
  return true;
}
