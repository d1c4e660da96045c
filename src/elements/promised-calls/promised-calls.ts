import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DialogController } from '../../base/dialog.js';
import { DueTimer } from '../../base/due-timer.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { LateElement } from '../../base/late-element.js';
import { latePart } from '../../base/late-part.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import type { PromisedCall } from '../../domain/calls.js';
import { CallRequest, ListOpenRequest, RetryRequest, TicketSelectRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { safeName } from '../../util/safe-name.js';
import { styles } from './promised-calls.styles.js';

/**
 * The calls that the agent promised, in the order of their times: whom to call, where and about which ticket. Those whose
 * time has come are marked, and can be seen alone.
 *
 * @element promised-calls
 * @fires {CallRequest} desk-call-request - A call was made. Cancelable.
 * @fires {TicketSelectRequest} desk-ticket-select-request - The ticket of a call is to be opened. Cancelable.
 * @fires {ListOpenRequest} desk-list-open-request - The tickets of the calls are to be listed. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The calls are to be loaded again. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 * @csspart calls - The list.
 */
export class PromisedCalls extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  /** Calls whose time has come are wanted, and no others. */
  @state() private isDueOnly = false;

  readonly #calls = new StoreReader(this, (hub) => hub.calls.$calls);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third reader: which calls are being ended.
  readonly #tasks = new StoreReader(this, (hub) => hub.work.$tasks);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));
  readonly #due = new DueTimer(this, () => known(this.#calls.value) ?? []);

  protected override willUpdate(): void {
    // Once they are all made the others are shown, and stay: what is empty helps nobody.
    if (this.isDueOnly && known(this.#calls.value) && this.#dueCalls.length === 0) this.isDueOnly = false;
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const { title, label } = this.more.promisedCalls;
    const name = this.isDueOnly ? this.texts.figure.promisedCallsDue : title;
    const { close } = this.texts.common;
    const frame = { layer, language, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame({ ...frame, title: layer ? name : label }, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const words = this.more.promisedCalls;
    const load = this.#calls.value;
    const calls = known(load);
    if (!calls) {
      const error = load?.status === 'failed' ? load.error : undefined;
      return renderUnread(error, words.failed, this.texts, () => this.ask(new RetryRequest('calls')));
    }
    if (calls.length === 0) return html`<p class="quiet-words">${words.empty}</p>`;
    return html`<ul class="calls" part="calls" role="list" aria-label=${words.label}>
        ${repeat(
          this.isDueOnly ? this.#dueCalls : calls,
          ({ callId }) => callId,
          (call) => this.#renderCall(call),
        )}
      </ul>
      <div class="foot">
        ${
          this.isDueOnly && this.#dueCalls.length < calls.length
            ? html`<button class="button" type="button" data-does="all" @click=${this.#onAll}>
                ${words.all(calls.length)}
              </button>`
            : nothing
        }
        <button class="button" type="button" data-does="list" @click=${this.#onList}>${words.asList}</button>
      </div>`;
  }

  get #dueCalls(): readonly PromisedCall[] {
    return (known(this.#calls.value) ?? []).filter((call) => this.#due.isDue(call));
  }

  #renderCall(call: PromisedCall): TemplateResult {
    const words = this.more.promisedCalls;
    const zone = known(this.#session.value)?.service.timeZone ?? 'UTC';
    const isDue = this.#due.isDue(call);
    const name = safeName(call.customerName) || words.noCustomer;
    const at = new Date(call.at).toISOString();
    return html`<li class="call ${isDue ? 'due' : ''}">
      <div class="line">
        <time class="at" datetime=${at} title=${timeText(call.at, this.language, zone, 'exact')}>
          ${timeText(call.at, this.language, zone, 'dateTime')}
        </time>
        ${isDue ? html`<span class="mark">${words.due}</span>` : nothing}
        <span class="who" dir="auto">${name}</span>
        <a class="number" href="tel:${call.phone.replace(/[^\d+*#]/g, '')}" title=${words.call(call)}>
          ${call.phone}
        </a>
      </div>
      <div class="line">
        <span class="subject" dir="auto">${call.subject}</span>
        <span class="id" title=${this.texts.ticketInfo.ticketId}>${call.ticketId}</span>
      </div>
      ${call.note ? html`<span class="note" dir="auto">${call.note}</span>` : nothing}
      <div class="line">${this.#renderButtons(call, name)}</div>
    </li>`;
  }

  #renderButtons(call: PromisedCall, name: string): TemplateResult {
    const words = this.more.promisedCalls;
    const isRunning = this.#tasks.value?.some(
      ({ action, ticketId, state }) => action === 'call' && state === 'running' && ticketId === call.ticketId,
    );
    return html`<button
        class="button primary"
        type="button"
        data-does="done"
        aria-label=${words.doneFor({ name })}
        aria-disabled=${isRunning ? 'true' : nothing}
        @click=${isRunning ? nothing : () => this.#end(call)}
      >
        ${icon('check')}${words.done}
      </button>
      <button
        class="button"
        type="button"
        data-does="open"
        aria-label=${words.openFor({ name })}
        @click=${() => this.#open(call)}
      >
        ${words.open}
      </button>
      <button
        class="button"
        type="button"
        data-does="change"
        aria-label=${words.changeFor({ name })}
        @click=${() => void this.#change(call)}
      >
        ${words.change}
      </button>`;
  }

  #end({ callId, ticketId, version }: PromisedCall): void {
    this.ask(new CallRequest(newKey(), ticketId, { change: { state: 'done' }, callId, version }));
  }

  #open({ ticketId }: PromisedCall): void {
    if (this.layer) this.close();
    this.ask(new TicketSelectRequest(ticketId));
  }

  async #change({ ticketId }: PromisedCall): Promise<void> {
    const load = () => import('../call-dialog/define.js');
    const dialog = await latePart(this, () => lateDialog(this, 'call-dialog', load));
    await dialog?.show(ticketId);
  }

  readonly #onList = (): void => {
    const figure = this.isDueOnly ? 'my.promisedCallsDue' : 'my.promisedCalls';
    if (this.layer) this.close();
    const whole = { group: undefined, transfer: undefined, starred: undefined, unread: undefined } as const;
    const change = { ...whole, view: 'all', figure, q: undefined, where: undefined } as const;
    this.ask(new ListOpenRequest(change));
  };

  readonly #onAll = async (): Promise<void> => {
    this.isDueOnly = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-does=list]')?.focus();
  };

  /** Opens it as a layer: with all calls, or with those whose time has come. */
  async show({ isDueOnly = false }: { readonly isDueOnly?: boolean } = {}): Promise<void> {
    this.layer = true;
    this.isDueOnly = isDueOnly;
    await this.#dialog.show();
  }

  /** Closes the layer. */
  close(): void {
    this.#dialog.close();
  }
}
