/** Where shadow roots know no selection, the library would give it to all of the page's. */
export function lendSelection(place: HTMLElement): void {
  const root = place.getRootNode() as ShadowRoot & { getSelection?: Document['getSelection'] };
  root.getSelection ??= () => document.getSelection();
}
