interface ComposedSelection {
  getComposedRanges?(...what: readonly unknown[]): readonly StaticRange[];
}

interface SelectingRoot {
  getSelection?(): Selection | null;
}

/** Browsers disagreed for a while about how to name the roots that one may see into. */
function composedRange(selection: ComposedSelection | null, root: ShadowRoot): StaticRange | undefined {
  if (!selection?.getComposedRanges) return undefined;
  try {
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  } catch {
    return selection.getComposedRanges(root)[0];
  }
}

const firstRange = (selection: Selection | null | undefined): Range | undefined =>
  selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;

/** The part of a range inside a root; null where it neither begins nor ends there. */
function partInside(range: AbstractRange, root: ShadowRoot): Range | null {
  const begins = root.contains(range.startContainer);
  const ends = root.contains(range.endContainer);
  if (range.collapsed || (!begins && !ends)) return null;
  const part = document.createRange();
  part.selectNodeContents(root);
  if (begins) part.setStart(range.startContainer, range.startOffset);
  if (ends) part.setEnd(range.endContainer, range.endOffset);
  return part.collapsed ? null : part;
}

/** What is selected inside a shadow root, whichever way the browser tells it; null where nothing is. */
export function selectedIn(root: ShadowRoot): Range | null {
  const selection = document.getSelection();
  const candidates = [
    () => composedRange(selection as ComposedSelection | null, root),
    () => firstRange((root as ShadowRoot & SelectingRoot).getSelection?.()),
    () => firstRange(selection),
  ];
  for (const candidate of candidates) {
    const range = candidate();
    const part = range && partInside(range, root);
    if (part) return part;
  }
  return null;
}

const roots = new WeakMap<object, ShadowRoot>();

/** Says in which root something that is told as selected stands. No event shows that outside a closed root. */
export function placeSelection(told: object, root: ShadowRoot): void {
  roots.set(told, root);
}

/** The root in which something that was told as selected stands. */
export function rootOfSelection(told: object): ShadowRoot | undefined {
  return roots.get(told);
}
