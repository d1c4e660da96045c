import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyAria, keyOf, keyText } from '../../base/commands.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { PopupController } from '../../base/popup.js';
import type { Found, MaskSelection as Selected, MaskTarget, NotReached } from '../../domain/masks.js';
import type { MaskCategory, MaskStyle } from '../../domain/types.js';
import { EntryShowRequest, MaskKeepRequest, MaskRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { nextOf, renderFound, type FoundSteps } from './found-list.js';
import { FoundSource } from './found-source.js';
import { renderManner, walkManner, type Manner } from './manner-menu.js';
import { styles } from './mask-selection.styles.js';
import { MaskSource } from './mask-source.js';
import { hasMore, outcomeSaid, renderOutcome, renderRefusal, type Words } from './outcome-parts.js';
import { renderFloat, SelectionPlace, stay } from './selection-place.js';

/**
 * Masks the words that are selected in the history of the open ticket: they become asterisks for everybody, on the
 * screen and in the database. It tells what a mask did not reach, and points to what looks like personal data. A service
 * without the security service has none of it.
 *
 * @element mask-selection
 * @fires {MaskRequest} desk-mask-request - The agent masks words. Cancelable.
 * @fires {MaskKeepRequest} desk-mask-keep-request - The agent leaves what was found as it is. Cancelable.
 * @fires {EntryShowRequest} desk-entry-show-request - The agent wants to see in the history what was found. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @csspart bar - The row with the icon and what was found.
 * @csspart button - The icon with its name.
 * @csspart float - The icon beside the words that are selected.
 * @csspart menu - The panel of kinds and lengths.
 * @csspart findings - The panel of what was found.
 * @csspart notice - What became of a mask.
 */
export class MaskSelection extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private said = '';
  /** How long asterisks are, where the agent chose that. */
  @state() private asterisks: MaskStyle | null = null;
  /** The news that the agent has read. */
  @state() private readNews?: readonly NotReached[];
  @query('.main') private main!: HTMLElement | null;
  @query('.float') private float!: HTMLElement | null;

  readonly #source = new MaskSource(this, (tasks) =>
    this.#found.wait(tasks.some(({ id, state }) => state === 'running' && this.#asked.has(id))),
  );
  readonly #found = new FoundSource(this);
  readonly #place = new SelectionPlace(this);
  readonly #menu = new PopupController(this, (panel) => panel.querySelector<HTMLElement>('.item')?.focus());
  readonly #findings = new PopupController(this, (panel) => panel.querySelector<HTMLElement>('.mask-one')?.focus());
  #ticketId: string | null = null;
  #selection: Selected | null = null;
  /** Tasks that were begun here. */
  readonly #asked = new Set<string>();
  #told?: readonly NotReached[];

  override willUpdate(): void {
    const { ticketId, outcome, selection } = this.#source;
    if (ticketId !== this.#ticketId) this.said = '';
    this.#ticketId = ticketId;
    if (outcome?.notReached !== this.#told) {
      this.#told = outcome?.notReached;
      if (this.hub) this.said = outcome ? outcomeSaid(outcome, this.#words, this.#source.isToldElsewhere(outcome)) : '';
      if (outcome && !selection) this.#place.clear();
    } else if (selection && selection !== this.#selection) this.said = '';
    this.#selection = selection;
  }

  override updated(): void {
    this.#place.follow(this.float, this.#source.selection);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { access, ticketId, isRunning } = this.#source;
    if (access === 'hidden' || ticketId === null) return nothing;
    const hasNews = this.#hasNews;
    const said = isRunning ? this.more.maskSelection.running : this.said;
    return html`<div class="root" lang=${this.language}>
      <div
        class="bar ${said && !hasNews ? 'telling' : ''}"
        part="bar"
        role="group"
        aria-label=${this.more.maskSelection.label}
      >
        ${this.#renderMain()}
        <span class="said ${hasNews ? 'visually-hidden' : ''}" role="status">${said}</span>
        ${this.#renderFound()}
      </div>
      ${this.#renderNews()} ${this.#why ? nothing : renderFloat(this.more, () => this.mask())}
    </div>`;
  }

  #renderMain(): TemplateResult {
    const { maskSelection: words } = this.more;
    const { selection, shortcuts } = this.#source;
    const key = keyOf(shortcuts, 'mask');
    const why = this.#why;
    const isOpen = this.#menu.open;
    const count = selection?.ranges.length ?? 0;
    return html`<span class="pair">
        <button
          type="button"
          class="button main ${why ? '' : 'ready'}"
          part="button"
          title=${[count > 1 ? words.several(count) : words.label, key && `(${keyText(key)})`, why && `– ${why}`].filter(Boolean).join(' ')}
          aria-disabled=${why ? 'true' : nothing}
          aria-description=${why || nothing}
          aria-keyshortcuts=${key ? keyAria(key) : nothing}
          @pointerdown=${stay}
          @mousedown=${stay}
          @click=${() => this.mask()}
        >
          ${icon('mask')}<span>${words.label}</span>${count > 1 ? html`<b class="count">${count}</b>` : nothing}
        </button>
        <button
          type="button"
          class="button"
          popovertarget="menu"
          title=${words.manner}
          aria-label=${words.manner}
          aria-haspopup="menu"
          aria-expanded=${String(isOpen)}
          ?disabled=${!this.#isAllowed}
          @pointerdown=${stay}
          @mousedown=${stay}
        >
          ${icon('chevronDown')}
        </button>
      </span>
      <div
        class="popup menu"
        part="menu"
        id="menu"
        popover
        role="menu"
        aria-label=${words.manner}
        @beforetoggle=${this.#menu.onBeforeToggle}
        @toggle=${this.#menu.onToggle}
        @keydown=${this.#onMenuKey}
        @mousedown=${stay}
      >
        ${isOpen ? renderManner(this.#manner, this.more) : nothing}
      </div>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const list = this.#list;
    const isOpen = this.#findings.open;
    if (list.length === 0 && !isOpen) return nothing;
    return html`<button
        type="button"
        class="button quiet finds"
        title=${this.more.maskSelection.foundTitle}
        popovertarget="findings"
        aria-haspopup="dialog"
        aria-expanded=${String(isOpen)}
      >
        ${icon('info')}<span class="long">${this.more.maskSelection.foundTitle}</span>
        <span class="count">${list.length}</span>${icon(isOpen ? 'chevronUp' : 'chevronDown')}
      </button>
      <div
        class="popup findings"
        part="findings"
        id="findings"
        popover
        role="dialog"
        aria-labelledby="found-title"
        @beforetoggle=${this.#findings.onBeforeToggle}
        @toggle=${this.#findings.onToggle}
        @keydown=${this.#findings.onKeydown}
      >
        ${isOpen ? renderFound(list, this.#source.entries, this.#words, this.#steps) : nothing}
      </div>`;
  }

  #renderNews(): TemplateResult | typeof nothing {
    const { outcome, refusal } = this.#source;
    if (refusal?.error)
      return renderRefusal(refusal.action, refusal.error, this.#words, () => {
        this.ask(new TaskDismissRequest(refusal.id));
        this.main?.focus();
      });
    if (!outcome || !this.#hasNews) return nothing;
    return renderOutcome(outcome, this.#words, {
      copies: () => {
        this.#send(outcome.copies);
        this.main?.focus();
      },
      dismiss: () => {
        this.readNews = outcome.notReached;
        this.main?.focus();
      },
    });
  }

  get #isAllowed(): boolean {
    return this.#source.access === 'allowed';
  }

  /** What was found, for who may mask it. */
  get #list(): readonly Found[] {
    return this.#isAllowed ? this.#found.list : [];
  }

  /** Why nothing can be masked now; empty where it can. */
  get #why(): string {
    const { maskSelection: words } = this.more;
    const { access, selection, isRunning } = this.#source;
    if (access === 'off') return words.securityOff;
    if (access === 'denied') return words.denied;
    if (isRunning) return words.running;
    return selection ? '' : words.needSelection;
  }

  get #hasNews(): boolean {
    const { outcome } = this.#source;
    if (this.#source.refusal) return true;
    return outcome !== null && hasMore(outcome) && outcome.notReached !== this.readNews;
  }

  get #words(): Words {
    const { texts, more, language } = this;
    const { timeZone } = this.#source;
    return { texts, more, language, timeZone, fieldName: (code) => this.#source.fieldName(code, language) };
  }

  get #manner(): Manner {
    return {
      style: this.asterisks ?? 'per-character',
      why: this.#why,
      chooseStyle: (style) => {
        this.asterisks = style;
        this.#menu.close();
      },
      maskAs: (category) => {
        this.#menu.close();
        this.mask(category);
      },
    };
  }

  get #steps(): FoundSteps {
    return {
      mask: (found) => {
        if (this.#send(found)) this.#found.ask(found);
        void this.#goOn();
      },
      look: ({ entryId }) => {
        this.#findings.close();
        if (this.#ticketId) this.ask(new EntryShowRequest(this.#ticketId, entryId));
      },
      keep: (found) => {
        if (this.#ticketId) this.ask(new MaskKeepRequest(this.#ticketId, found));
        void this.#goOn();
      },
    };
  }

  /** Masks what is selected in the history, as this kind if one is named, or says why that cannot be. */
  mask(category?: MaskCategory): void {
    const { selection, access } = this.#source;
    if (!this.hub || access === 'hidden') return;
    this.said = this.#why;
    if (this.#why || !selection) return;
    this.#send(selection.ranges, category);
  }

  #send(ranges: readonly MaskTarget[], category?: MaskCategory): boolean {
    const { ticketId } = this.#source;
    if (!ticketId || ranges.length === 0) return false;
    const targets = this.#found.withKinds(ranges, category);
    const id = newKey();
    this.#asked.add(id);
    return this.ask(new MaskRequest(id, ticketId, targets, this.asterisks ? { style: this.asterisks } : {}));
  }

  /** What was pressed is gone from the list: the keyboard goes on to the next, or back where there is none. */
  async #goOn(): Promise<void> {
    const next = nextOf(this.renderRoot, this.shadowRoot?.activeElement ?? null);
    await this.updateComplete;
    if (this.#list.length > 0) {
      if (!this.shadowRoot?.activeElement) next()?.focus();
      return;
    }
    this.#findings.close();
    this.main?.focus();
    if (this.hub) this.said = this.more.maskSelection.noneLeft;
  }

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    this.#menu.onKeydown(event);
    if (event.key === 'Tab') this.#menu.close();
    else walkManner(event);
  };
}
