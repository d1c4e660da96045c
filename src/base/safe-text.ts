import { noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { showParts } from './body-images.js';
import { guardLinks } from './body-links.js';
import type { Hub } from './hub-context.js';
import { safeHtml } from './safe-html.js';

class SafeText extends AsyncDirective {
  #text = '';
  #failed = '';
  #hub?: Hub;
  #leaving?: AbortController;

  override render(text: string, failed: string, hub: Hub | undefined): unknown {
    if (this.#leaving && text === this.#text && failed === this.#failed && hub === this.#hub) return noChange;
    this.#text = text;
    this.#failed = failed;
    this.#hub = hub;
    void this.#make();
    return nothing;
  }

  /** Addresses of images are given back. */
  override disconnected(): void {
    this.#leaving?.abort();
  }

  override reconnected(): void {
    void this.#make();
  }

  async #make(): Promise<void> {
    this.#leaving?.abort();
    const { signal } = (this.#leaving = new AbortController());
    const shown = await this.#nodes(signal).catch(() => this.#failed);
    if (!signal.aborted) this.setValue(shown);
  }

  async #nodes(signal: AbortSignal): Promise<DocumentFragment> {
    const { fragment } = await safeHtml(this.#text, 0);
    const hub = this.#hub;
    const words = hub?.text.$texts.get()?.messageBody;
    guardLinks(fragment, (host) => words?.linkWarning({ host }) ?? host);
    showParts(fragment, (id, own) => (hub ? hub.files.part(id, own) : Promise.reject(new Error('no hub'))), signal);
    return fragment;
  }
}

/**
 * Html that was written by people, as nodes that may be shown: links lead to a tab of their own, and images of the text are
 * fetched through the hub. `failed` stands there where that cannot be done.
 */
export const safely = directive(SafeText);
