/** Whether a console is around an element: then the console's keys work there, and its commands open its own dialogs. */
export function isInConsole(element: Element): boolean {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element && node.localName === 'ticket-console') return true;
    node =
      (node instanceof Element && node.assignedSlot) || node.parentNode || (node as Partial<ShadowRoot>).host || null;
  }
  return false;
}
