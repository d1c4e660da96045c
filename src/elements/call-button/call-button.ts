import { css, html, nothing } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { DueTimer } from '../../base/due-timer.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { LateElement } from '../../base/late-element.js';
import { latePart } from '../../base/late-part.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import { callRefusal, type PromisedCall } from '../../domain/calls.js';
import { color } from '../../tokens/tokens.js';

/**
 * The promised call of the open ticket: when it is, or the way to promise one. Where the agent cannot promise any it takes no
 * room.
 *
 * @element call-button
 * @csspart button - The button.
 */
export class CallButton extends LateElement {
  static override styles = [
    inheritedReset,
    focusRing,
    buttons,
    css`
      .root {
        display: inline-flex;
      }

      .due {
        border-color: ${color('warn')};
        background: ${color('warn-tint')};
        color: ${color('warn')};
      }
    `,
  ];

  // Three readers: the ticket, its call, and who the agent is.
  readonly #ticket = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #calls = new StoreReader(this, (hub) => hub.calls.$calls);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #due = new DueTimer(this, () => (this.#call ? [this.#call] : []));

  override render() {
    if (!this.hub) return this.renderDetached();
    const ticket = known(this.#ticket.value);
    const session = known(this.#session.value);
    const call = this.#call;
    if (!ticket || !session || (!call && callRefusal(ticket, session.agent))) return nothing;
    const words = this.more.promisedCalls;
    const at = call && timeText(call.at, this.language, session.service.timeZone, 'dateTime');
    const isDue = call !== undefined && this.#due.isDue(call);
    return html`<div class="root" lang=${this.language}>
      <button
        class="button ${isDue ? 'due' : ''}"
        part="button"
        type="button"
        title=${isDue ? words.due : nothing}
        @click=${() => void this.#open(ticket.ticketId)}
      >
        ${icon('phone')}${at ? words.promised({ at }) : words.reserve}
      </button>
    </div>`;
  }

  get #call(): PromisedCall | undefined {
    const ticketId = known(this.#ticket.value)?.ticketId;
    return known(this.#calls.value)?.find((call) => call.ticketId === ticketId);
  }

  async #open(ticketId: string): Promise<void> {
    const load = () => import('../call-dialog/define.js');
    const dialog = await latePart(this, () => lateDialog(this, 'call-dialog', load));
    await dialog?.show(ticketId);
  }
}
