import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { PopupController } from '../../base/popup.js';
import { presenceWords } from '../../base/presence-words.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Viewer } from '../../domain/presence.js';
import { safeName } from '../../util/safe-name.js';
import { styles } from './ticket-presence.styles.js';

/**
 * Who else has the open ticket before the eyes, and who writes an answer to it. It keeps its place while nobody does, and
 * takes as much of it as there is.
 *
 * @element ticket-presence
 * @csspart who - The names; a press shows all of them.
 */
export class TicketPresence extends LateElement {
  static override styles = [inheritedReset, styles];

  readonly #viewers = new StoreReader(this, (hub) => hub.presence.$viewers);
  readonly #currentId = new StoreReader(this, (hub) => hub.tickets.$currentId);
  readonly #popup = new PopupController(this);
  /** Who was spoken of at the open ticket: whoever comes or begins to write is worth a word once, whoever goes is not. */
  readonly #told = new Set<string>();
  #toldOf: string | null = null;
  #said = '';

  protected override willUpdate(): void {
    if (!this.hub) return;
    const ticketId = this.#currentId.value ?? null;
    if (ticketId !== this.#toldOf) {
      this.#toldOf = ticketId;
      this.#told.clear();
      this.#said = '';
    }
    const fresh = this.#viewersNow.filter(({ usercode, typing }) => !this.#told.has(`${usercode} ${typing}`));
    if (fresh.length === 0) return;
    for (const { usercode, typing } of fresh) this.#told.add(`${usercode} ${typing}`).add(`${usercode} false`);
    this.#said = presenceWords(fresh, this.more.ticketPresence).whole;
  }

  get #viewersNow(): readonly Viewer[] {
    return this.#viewers.value?.get(this.#currentId.value ?? '') ?? [];
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const viewers = this.#viewersNow;
    const words = this.more.ticketPresence;
    const { whole, short, isWriting } = presenceWords(viewers, words);
    return html`<div class="root" lang=${this.language}>
      ${
        viewers.length > 0
          ? html`<button
              type="button"
              class="who ${isWriting ? 'writing' : ''}"
              part="who"
              popovertarget="all"
              aria-expanded=${String(this.#popup.open)}
              aria-label=${whole}
              title=${whole}
            >
              ${icon(isWriting ? 'writing' : 'viewing')}<span class="names" aria-hidden="true">${short}</span>
            </button>`
          : nothing
      }
      <div
        class="popup"
        id="all"
        popover
        aria-label=${words.label}
        role="group"
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @keydown=${this.#popup.onKeydown}
      >
        ${this.#popup.open ? this.#renderAll(viewers) : nothing}
      </div>
      <span class="visually-hidden" role="status">${this.#said}</span>
    </div>`;
  }

  #renderAll(viewers: readonly Viewer[]): TemplateResult {
    const words = this.more.ticketPresence;
    if (viewers.length === 0) return html`<p class="nobody">${words.nobody}</p>`;
    return html`<ul class="all">
      ${viewers.map(
        ({ name, usercode, typing }) =>
          html`<li class="one">
            ${icon(typing ? 'writing' : 'viewing')}<span dir="auto">${safeName(name) || usercode}</span>
            <span class="what">${typing ? words.writes : words.views}</span>
          </li>`,
      )}
    </ul>`;
  }
}
