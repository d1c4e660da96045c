import type { EntryList } from './entry-list.js';

/** The entry to which a key leads from another. Inside an entry longer than the view the key scrolls as it always does. */
export function entryReached(event: KeyboardEvent, list: EntryList, scroller: Element): HTMLElement | undefined {
  const entry = event.composedPath()[0] as HTMLElement;
  if (!entry.matches('.entry') || event.altKey || event.ctrlKey) return undefined;
  if (event.key === 'Home') list.complete();
  const { elements } = list;
  const at = elements.indexOf(entry);
  const view = scroller.getBoundingClientRect();
  const box = entry.getBoundingClientRect();
  const reached: Readonly<Record<string, Element | undefined>> = {
    Home: elements[0],
    End: elements.at(-1),
    PageUp: box.top >= view.top - 1 ? elements[at - 1] : undefined,
    PageDown: box.bottom <= view.bottom + 1 ? elements[at + 1] : undefined,
  };
  // A page may have given every object members of its own.
  return Object.hasOwn(reached, event.key) ? (reached[event.key] as HTMLElement | undefined) : undefined;
}
