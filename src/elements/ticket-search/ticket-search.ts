import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { isComposing } from '../../base/composing.js';
import type { TicketWindow } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { LateElement } from '../../base/late-element.js';
import { kindOfField, type SearchSource } from '../../base/search-source.js';
import { sentences } from '../../base/sentences.js';
import { tallyText } from '../../base/tally.js';
import { isSearch } from '../../domain/search.js';
import type { TicketQuery } from '../../domain/types.js';
import { ListOpenRequest, ListRefreshRequest, RetryRequest, SearchOpenRequest } from '../../events/requests.js';
import { AreaFocus } from './area-focus.js';
import { chipsOf, renderChips, type Chip } from './search-chips.js';
import { idOf, renderField, renderPeriod, renderText, type FieldContext } from './search-fields.js';
import { without, type Asked, type FieldDraft } from './search-form.js';
import { isFieldKey, isSearchKey } from './search-keys.js';
import { SearchState } from './search-state.js';
import { styles } from './ticket-search.styles.js';

/**
 * The search over the tickets of the open list: free text, the period of creation and the conditions that the agent
 * chose to have at hand. It shows itself while the hub's search is open; what the list is searched by stays in sight
 * as chips for as long as it is searched. Dates are entered in the browser's own date fields, whose order of day, month
 * and year follows the browser's language; they count in the time zone of the service. The whole search as a string
 * for an address is `search` on `desk-hub`.
 *
 * @element ticket-search
 * @fires {ListOpenRequest} desk-list-open-request - The agent searched, or took a condition away. Cancelable.
 * @fires {ListRefreshRequest} desk-list-refresh-request - A search that failed is to be tried again. Cancelable.
 * @fires {SearchOpenRequest} desk-search-open-request - The agent closed the area. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The conditions are to be loaded again. Cancelable.
 * @csspart area - The fields.
 * @csspart result - The line with the number of tickets and the conditions.
 * @csspart chip - A condition of the list.
 */
export class TicketSearch extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Shows the fields whatever the hub says, for pages that give the search a place of its own. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private said = '';
  /** Grows with every change of the fields. */
  @state() private edits = 0;
  @query('#field-q') private text!: HTMLInputElement | null;

  #heard?: Pick<TicketWindow, 'generation' | 'status'>;
  readonly #focus = new AreaFocus(this, () => this.text);
  readonly #state = new SearchState(this, {
    window: (window) => this.#onWindow(window),
    open: (isOpen) => this.#focus.follow(isOpen),
  });

  override render() {
    const { query } = this.#state;
    if (!this.hub || !query) return this.renderDetached();
    return html`<div class="root" lang=${this.language} tabindex="-1">
      ${this.#isOpen ? this.#renderArea() : nothing} ${isSearch(query) ? this.#renderResult(query) : nothing}
      <span class="visually-hidden" role="status">${this.said}</span>
    </div>`;
  }

  /** Rendered anew for what it shows alone: the list beside it may change many times a second. */
  #renderArea(): TemplateResult {
    const { settings, settingsStatus, session, fields, today } = this.#state;
    const facts = [this.edits, settings, settingsStatus, session, this.more, this.language, today, fields.join(' ')];
    return html`${guard(facts, () => this.#renderFields())}`;
  }

  #renderFields(): TemplateResult | typeof nothing {
    const context = this.#fieldContext;
    if (!context) return nothing;
    const words = this.more.ticketSearch;
    const zone = this.#state.session?.service.timeZone;
    return html`<div class="area" part="area" role="search" aria-label=${words.label} @keydown=${this.#onKeydown}>
      <div class="fields">
        ${renderText('q', words.q, context, words.qHint)} ${renderPeriod('created', context)}
        ${this.#renderConditions(context)}
      </div>
      <div class="buttons">
        <button class="button primary" type="button" @click=${this.#onSearch}>${icon('search')}${words.submit}</button>
        <button class="button" type="button" @click=${this.#onReset}>${words.reset}</button>
        <span class="hint gap">${zone ? words.zone({ zone }) : nothing}</span>
        <button class="button quiet" type="button" aria-haspopup="dialog" @click=${this.#onSettings}>
          ${words.settings}
        </button>
        ${
          this.open
            ? nothing
            : html`<button
                class="button quiet"
                type="button"
                title=${words.close}
                aria-label=${words.close}
                @click=${this.#onClose}
              >
                ${icon('chevronUp')}
              </button>`
        }
      </div>
    </div>`;
  }

  #renderConditions(context: FieldContext): unknown {
    const { settingsStatus, fields } = this.#state;
    const words = this.more.ticketSearch;
    if (settingsStatus === 'failed') {
      return html`<p class="hint wide" role="alert">
        ${words.conditionsFailed}
        <button class="button" type="button" @click=${this.#onRetrySettings}>${this.texts.common.retry}</button>
      </p>`;
    }
    if (settingsStatus !== 'ready') return [1, 2, 3].map(() => html`<span class="skeleton"></span>`);
    if (fields.length === 0) return html`<p class="hint wide">${words.noConditions}</p>`;
    return fields.map((field) => renderField(field, context));
  }

  #renderResult(query: TicketQuery): TemplateResult {
    const words = this.more.ticketSearch;
    const chips = chipsOf(query, this.#source);
    return html`<div class="result" part="result" role="group" aria-label=${words.active}>
      <span class="count">${this.#countText}</span>
      ${renderChips(chips, this.#source, (chip) => this.#remove(chip, chips))}
      <span class="result-buttons">
        <button class="button quiet" type="button" @click=${this.#onClear}>${words.clear}</button>
        <button class="button quiet" type="button" aria-haspopup="dialog" @click=${this.#onSave}>
          ${icon('plus')}${words.save}
        </button>
      </span>
      ${this.#renderOutcome(query)}
    </div>`;
  }

  /** What there is to do about a search that found nothing, or did not work. */
  #renderOutcome(query: TicketQuery): TemplateResult | typeof nothing {
    const window = this.#state.window;
    const words = this.more.ticketSearch;
    if (window?.status === 'failed') {
      return html`<p class="outcome" role="alert">
        ${sentences(words.failed, window.error && this.texts.errors[window.error.kind])}
        <button class="button" type="button" @click=${this.#onRetry}>${this.texts.common.retry}</button>
      </p>`;
    }
    if (window?.status !== 'ready' || window.total > 0) return nothing;
    return html`<p class="outcome">
      ${words.nothing}
      ${
        query.view === 'all' && !query.figure
          ? nothing
          : html`<button class="button" type="button" @click=${this.#onEverywhere}>${words.everywhere}</button>`
      }
    </p>`;
  }

  get #isOpen(): boolean {
    return this.open || this.#state.isOpen;
  }

  get #source(): SearchSource {
    const { session, settings } = this.#state;
    return { texts: this.texts, more: this.more, language: this.language, session, settings };
  }

  get #fieldContext(): FieldContext | undefined {
    const { form, today } = this.#state;
    return form && { form, source: this.#source, today, change: (field, value) => this.#change(field, value) };
  }

  get #countText(): string {
    const window = this.#state.window;
    const words = this.more.ticketSearch;
    if (window?.status === 'ready') return tallyText(window, words.result, words.resultLeast);
    return window?.status === 'failed' ? '' : words.searching;
  }

  #change(field: string, value: FieldDraft | undefined): void {
    this.#state.form?.set(field, value);
    this.edits++;
  }

  #search(): void {
    const { form, settings, today } = this.#state;
    if (!form) return;
    const isFine = form.check(today) && !this.#findUnfinished();
    this.edits++;
    if (!isFine) {
      void this.updateComplete.then(() => this.#focusField([...form.troubles.keys()][0] ?? 'q'));
      return;
    }
    this.#ask(form.asked((field) => kindOfField(field, settings)));
  }

  #ask(asked: Asked): void {
    this.#state.form?.expect(asked);
    this.ask(new ListOpenRequest(asked));
  }

  /** A date that was begun and not completed has no value that a search could be made of. */
  #findUnfinished(): boolean {
    const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.moment')];
    const unfinished = inputs.filter((input) => input.validity.badInput);
    for (const { dataset } of unfinished)
      this.#state.form?.troubles.set(dataset['field'] ?? '', { code: 'unfinished' });
    return unfinished.length > 0;
  }

  #focusField(field: string): void {
    const control = this.renderRoot.querySelector<HTMLElement>(`#${idOf(field)}`);
    (control?.closest('.period')?.querySelector<HTMLElement>('.moment') ?? control)?.focus();
  }

  #remove(chip: Chip, chips: readonly Chip[]): void {
    const { query } = this.#state;
    if (!query) return;
    const rest = chips.filter((one) => !one.isFixed && one !== chip);
    const place = chips.filter((one) => !one.isFixed).indexOf(chip);
    if (chip.field === 'starred' || chip.field === 'unread') this.ask(new ListOpenRequest({ [chip.field]: undefined }));
    else this.#ask(without(query, chip.field));
    this.said = this.more.ticketSearch.removed({ condition: chip.words });
    void this.updateComplete.then(() => this.#focusChip(Math.min(place, rest.length - 1)));
  }

  #focusChip(place: number): void {
    const next = this.renderRoot.querySelectorAll<HTMLElement>('.chip-remove')[place];
    (next ?? this.text ?? this.renderRoot.querySelector<HTMLElement>('.root'))?.focus();
  }

  /** Tells once how a search ended, and shows the server's objections where they belong. */
  #onWindow(window: TicketWindow | undefined): void {
    const before = this.#heard;
    this.#heard = window && { generation: window.generation, status: window.status };
    const { query, form } = this.#state;
    if (!window || !before || !query || !isSearch(query)) return;
    if (window.generation === before.generation && window.status === before.status) return;
    const words = this.hub && this.more.ticketSearch;
    if (window.status === 'ready' && words) this.said = tallyText(window, words.found, words.foundLeast);
    for (const { field } of window.error?.details.fields ?? [])
      form?.troubles.set(/^(from|to)$/.test(field) ? 'created' : field.replace(/\.(in|is|during)$/, ''), {
        code: 'refused',
      });
    if (window.error) this.edits++;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isSearchKey(event)) {
      event.preventDefault();
      this.#search();
    } else if (event.key === 'Escape' && !isComposing(event) && !this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#onClose();
    }
    // What is typed here is no shortcut of the page.
    if (isFieldKey(event)) event.stopPropagation();
  };

  readonly #onSearch = (): void => this.#search();
  readonly #onRetry = (): void => void this.ask(new ListRefreshRequest());
  readonly #onRetrySettings = (): void => void this.ask(new RetryRequest('settings'));
  readonly #onClose = (): void => void this.ask(new SearchOpenRequest(false));

  readonly #onReset = (): void => {
    this.#state.form?.clear();
    this.edits++;
    void this.updateComplete.then(() => this.focus());
  };

  readonly #onClear = (): void => {
    this.#state.form?.clear();
    this.edits++;
    this.ask(new ListOpenRequest({ q: undefined, where: undefined, starred: undefined, unread: undefined }));
    void this.updateComplete.then(() => this.#focusChip(-1));
  };

  readonly #onEverywhere = (): void => {
    this.ask(new ListOpenRequest({ view: 'all', group: undefined, transfer: undefined, figure: undefined }));
  };

  readonly #onSettings = (): Promise<void> =>
    this.#open('condition-dialog', () => import('../condition-dialog/define.js'));

  readonly #onSave = (): Promise<void> => this.#open('view-dialog', () => import('../view-dialog/define.js'));

  async #open(tag: 'condition-dialog' | 'view-dialog', load: () => Promise<unknown>): Promise<void> {
    await (await latePart(this, () => lateDialog(this, tag, load)))?.show();
  }

  /** Moves the keyboard into the free text. */
  override focus(options?: FocusOptions): void {
    this.text?.focus(options);
  }
}
