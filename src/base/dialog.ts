import type { ReactiveController } from 'lit';
import { AgentGuard } from './agent-guard.js';
import { keepTyping } from './commands.js';
import { isComposing } from './composing.js';
import type { HubHost } from './hub-link.js';

/** The element that really has the focus: `document.activeElement` stops at the first shadow host. */
export function innermostFocus(): HTMLElement | null {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

/** Whether something outside a part of the page has the focus. */
export function hasFocusElsewhere(part: Node): boolean {
  const focused = innermostFocus();
  return focused !== null && focused !== document.body && !part.contains(focused);
}

/**
 * Opens and closes the one native dialog that its host renders. The host renders the `<dialog>` while `open` is true;
 * the controller shows it modally, remembers who had the focus and gives it back, and lets Escape close this layer
 * and no other. It sets no style and no listener outside the dialog. What one agent was asked is no question to the
 * next: it closes when another takes over.
 */
export class DialogController implements ReactiveController {
  #open = false;
  #opener: HTMLElement | null = null;
  #dialog: HTMLDialogElement | null = null;

  constructor(
    private readonly host: HubHost,
    private readonly onClosed: () => void = () => {},
  ) {
    host.addController(this);
    new AgentGuard(host, () => this.close());
  }

  get open(): boolean {
    return this.#open;
  }

  /** Opens the layer; whoever has the focus now gets it back when the layer closes. */
  async show(): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    this.#opener = innermostFocus();
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    const opener = this.#opener;
    this.#opener = null;
    this.#release()?.close();
    this.host.requestUpdate();
    if (opener?.isConnected) opener.focus();
    this.onClosed();
  }

  hostUpdated(): void {
    if (!this.#open) return;
    if (this.#dialog?.isConnected) {
      this.#keepFocus(this.#dialog);
      return;
    }
    const dialog = this.host.shadowRoot?.querySelector('dialog');
    if (!dialog) return;
    this.#dialog = dialog;
    dialog.addEventListener('keydown', this.#onKeydown);
    dialog.addEventListener('close', this.#onClose);
    dialog.showModal();
  }

  hostDisconnected(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#opener = null;
    this.#release()?.close();
    this.onClosed();
  }

  /** What had the focus may be gone with the state it belonged to; the keyboard must not fall out of the layer. */
  #keepFocus(dialog: HTMLDialogElement): void {
    if (dialog.matches(':focus-within') || dialog.querySelector('dialog[open]')) return;
    const next = dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector<HTMLElement>('button');
    next?.focus();
  }

  #release(): HTMLDialogElement | null {
    const dialog = this.#dialog;
    this.#dialog = null;
    dialog?.removeEventListener('keydown', this.#onKeydown);
    dialog?.removeEventListener('close', this.#onClose);
    return dialog;
  }

  /** Escape ends here: neither an outer layer of ours nor one of the page may take it for its own. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    keepTyping(event);
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  /**
   * The system closed it by other means than the keyboard, such as a phone's back gesture. The news comes late: of a layer
   * that was closed and opened again at once it tells nothing.
   */
  readonly #onClose = (event: Event): void => {
    if (event.target === event.currentTarget && !this.#dialog?.open) this.close();
  };
}
