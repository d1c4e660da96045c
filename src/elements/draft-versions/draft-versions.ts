import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isComposing } from '../../base/composing.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { keepInSight } from '../../base/keep-in-sight.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { Loader } from '../../base/loader.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { safely } from '../../base/safe-text.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import type { DraftVersion } from '../../domain/types.js';
import { AnswerInsertRequest } from '../../events/requests.js';
import { htmlToText } from '../../util/html-text.js';
import { styles } from './draft-versions.styles.js';

/** Characters of a text that its line in the list shows. */
const shown = 80;

/** The first words of a text, without its markup. */
function firstWords(html: string): string {
  const words = htmlToText(html).replace(/\s+/g, ' ').trim();
  return [...words].slice(0, shown).join('');
}

/**
 * What the agent wrote for a ticket earlier, each text with its time: read it, put it where the caret is, or in the place
 * of what is written now.
 *
 * @element draft-versions
 * @fires {AnswerInsertRequest} desk-answer-insert-request - A text is to go into the answer. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class DraftVersions extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** The ticket whose texts are shown. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  @state() private active = 0;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #versions = new Loader<readonly DraftVersion[]>(this);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));

  override updated(): void {
    keepInSight(this.renderRoot.querySelector('.versions'), this.renderRoot.querySelector('[aria-selected=true]'));
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const versions = this.#versions.value ?? [];
    const isFull = versions.length > 0;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog ${isFull ? 'full' : ''}" part="dialog" aria-labelledby="title">
        <h2 class="dialog-title" id="title">${this.more.draftVersions.title}</h2>
        ${isFull ? this.#renderPanes(versions) : html`<div class="dialog-body">${this.#renderNone()}</div>`}
        <div class="dialog-foot">${this.#renderButtons(versions[this.active])}</div>
      </dialog>
    </div>`;
  }

  #renderNone(): TemplateResult {
    const words = this.more.draftVersions;
    const { value, error } = this.#versions;
    if (value) return html`<p>${words.empty}</p>`;
    if (!error) return html`<p role="status">${this.texts.common.loading}</p>`;
    return html`<p class="notice" role="alert">${sentences(words.failed, this.texts.errors[error.kind])}</p>`;
  }

  #renderPanes(versions: readonly DraftVersion[]): TemplateResult {
    const words = this.more.draftVersions;
    const active = versions[this.active];
    const title = active ? words.preview({ time: this.#time(active) }) : '';
    return html`<div class="panes">
      <ul
        class="versions"
        role="listbox"
        tabindex="0"
        autofocus
        aria-label=${words.list}
        aria-activedescendant=${active ? `version-${active.seq}` : nothing}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, versions)}
      >
        ${versions.map((version, place) => this.#renderVersion(version, place))}
      </ul>
      <section class="preview" tabindex="0" aria-label=${title}>
        <h3 class="preview-title">${title}</h3>
        <div class="message-body" dir="auto">
          ${active ? safely(active.html, this.more.templates.unsafe, this.hub) : nothing}
        </div>
      </section>
    </div>`;
  }

  #renderVersion(version: DraftVersion, place: number): TemplateResult {
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the list around it
    return html`<li
      class="version"
      role="option"
      id=${`version-${version.seq}`}
      aria-selected=${place === this.active ? 'true' : 'false'}
      @click=${() => (this.active = place)}
    >
      <time datetime=${new Date(version.at).toISOString()}>${this.#time(version)}</time>
      <span class="words" dir="auto">${firstWords(version.html) || this.more.draftVersions.noWords}</span>
    </li>`;
  }

  #renderButtons(active: DraftVersion | undefined): TemplateResult {
    const words = this.more.draftVersions;
    const { common } = this.texts;
    const { error } = this.#versions;
    if (!active) {
      return html`<button class="button" type="button" ?autofocus=${!error} @click=${this.close}>
          ${common.close}
        </button>
        ${
          error
            ? html`<button class="button primary" type="button" @click=${this.#read}>${common.retry}</button>`
            : nothing
        }`;
    }
    return html`<p class="hint">${words.replaceHint}</p>
      <button class="button" type="button" @click=${this.close}>${common.cancel}</button>
      <button class="button" type="button" @click=${() => this.#take(active, 'insert')}>${words.insert}</button>
      <button class="button primary" type="button" @click=${() => this.#take(active, 'replace')}>
        ${words.replace}
      </button>`;
  }

  #time({ at }: DraftVersion): string {
    const timeZone = known(this.#session.value)?.service.timeZone ?? 'UTC';
    return timeText(at, this.language, timeZone, 'dateTime');
  }

  #take(version: DraftVersion, how: 'insert' | 'replace'): void {
    // The layer closes first, so that the keyboard is where the text goes.
    this.close();
    this.ask(new AnswerInsertRequest(this.ticketId, version.html, how, version.attachments));
  }

  readonly #read = (): void => {
    const { hub, ticketId } = this;
    if (hub) void this.#versions.start((signal) => hub.answers.versions(ticketId, signal));
  };

  #onKeydown(event: KeyboardEvent, versions: readonly DraftVersion[]): void {
    if (isComposing(event)) return;
    const last = versions.length - 1;
    const target = {
      ArrowDown: Math.min(this.active + 1, last),
      ArrowUp: Math.max(this.active - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    const active = versions[this.active];
    if (target !== undefined) this.active = target;
    else if (event.key === 'Enter' && active) this.#take(active, 'replace');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Opens the dialog with the texts of a ticket, newest first. */
  async show(ticketId = this.ticketId): Promise<void> {
    this.ticketId = ticketId;
    this.active = 0;
    this.#versions.clear();
    this.#read();
    await this.#dialog.show();
  }

  /** Closes the dialog; the answer stays as it is. */
  close(): void {
    this.#dialog.close();
  }
}
