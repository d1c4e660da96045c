import type { LitElement } from 'lit';
import { LateElement } from './late-element.js';

/** A dialog that is loaded when it is first opened. */
export interface LateDialog extends HTMLElement {
  show(...what: readonly unknown[]): Promise<void>;
}

/**
 * Loads a dialog, puts it into its host's shadow root once, and hands it over to be shown. Before that there is nothing
 * of it on the page, so it reads nothing either. Its texts are there by then. Undefined where the host left the page in the meantime. What can also stand
 * in the page by itself is told by `layer` that it is opened.
 */
export async function lateDialog<Tag extends string>(
  host: LitElement,
  tag: Tag,
  load: () => Promise<unknown>,
  layer = false,
): Promise<(Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : LateDialog) | undefined> {
  await load();
  await customElements.whenDefined(tag);
  if (!host.isConnected) return undefined;
  const root = host.renderRoot;
  let dialog = [...root.children].find(({ localName }) => localName === tag) as LitElement | undefined;
  if (!dialog) {
    dialog = document.createElement(tag) as LitElement;
    dialog.toggleAttribute('layer', layer);
    root.append(dialog);
  }
  if (dialog instanceof LateElement) await dialog.whenReady();
  else await dialog.updateComplete;
  // The page may have taken the name for something else of its own.
  if (typeof (dialog as Partial<LateDialog>).show !== 'function') throw new TypeError(`<${tag}> is not of this kit.`);
  return dialog as never;
}
