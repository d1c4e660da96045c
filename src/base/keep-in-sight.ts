/** Scrolls a list, and nothing around it, as far as is needed to see one of its lines. */
export function keepInSight(list: Element | null, line: Element | null): void {
  if (!list || !line) return;
  const [outer, inner] = [list.getBoundingClientRect(), line.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}
