import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { chime } from '../../base/chime.js';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { innermostFocus } from '../../base/dialog.js';
import { DueTimer } from '../../base/due-timer.js';
import { FocusKeeper } from '../../base/focus-keeper.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { LateElement } from '../../base/late-element.js';
import { latePart } from '../../base/late-part.js';
import { StoreReader } from '../../base/store-reader.js';
import { timeText } from '../../base/time-text.js';
import { ToldCalls, type CallMark } from '../../base/told-calls.js';
import type { PromisedCall } from '../../domain/calls.js';
import type { Session } from '../../domain/types.js';
import { TicketSelectRequest } from '../../events/requests.js';
import { safeName } from '../../util/safe-name.js';
import { calendarDay } from '../../util/time-zone.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

/** The line takes room from what stands around it: what somebody types is not to leave the sight with that. */
function keepTypingInSight(): void {
  const focused = innermostFocus();
  if (focused?.matches('textarea, input, [contenteditable]')) focused.scrollIntoView({ block: 'nearest' });
}

const markOf = ({ callId, at }: PromisedCall): CallMark => `${callId}@${at}`;

/**
 * Tells that the time of a promised call has come, until the agent has acknowledged it or the call is made. Of several pages
 * of an agent one makes the sound and shows the notification of the browser, where the agent wants them. Without a call that
 * is due it takes no room.
 *
 * @element call-notice
 * @fires {TicketSelectRequest} desk-ticket-select-request - The ticket of the call is to be opened. Cancelable.
 * @csspart notice - The line.
 */
export class CallNotice extends LateElement {
  static override styles = [
    inheritedReset,
    focusRing,
    buttons,
    visuallyHidden,
    css`
      .root {
        container: notice / inline-size;
      }

      .root:focus {
        outline: none;
      }

      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: ${em(4)} ${em(8)};
        margin: 0;
        padding: ${em(4)} ${em(12)};
        border: 1px solid ${color('warn')};
        border-radius: ${radiusChip};
        background: ${color('warn-tint')};
      }

      .notice > .icon {
        flex: none;
        color: ${color('warn')};
      }

      .what {
        flex: 1 1 ${em(180)};
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      /* As low as it can be: what stands below it moves. */
      @container notice (max-inline-size: 32em) {
        .notice {
          padding-inline: ${em(8)};
        }

        .what {
          flex-basis: ${em(96)};
          line-height: 1.25;
        }

        .button {
          padding-inline: ${em(8)};
        }

        .alone {
          display: none;
        }

        .word {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
    `,
  ];

  @state() private said = '';

  // Three readers: the calls, who the agent is, and how the agent wants to be told.
  readonly #calls = new StoreReader(this, (hub) => hub.calls.$calls);
  readonly #session = new StoreReader(
    this,
    (hub) => hub.session.$session,
    (load) => this.#onSession(known(load)),
  );
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #due = new DueTimer(this, () => known(this.#calls.value) ?? []);
  #told?: ToldCalls;
  #owner = '';
  #stop?: () => void;
  /** What this page has told of already. */
  #heard = new Set<CallMark>();
  #wasThere = false;

  constructor() {
    super();
    // The line goes with the last call that it told of.
    new FocusKeeper(this, '.root');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override willUpdate(): void {
    if (this.hub) this.#tell();
  }

  override updated(): void {
    const isThere = this.renderRoot.querySelector('.notice') !== null;
    if (isThere && !this.#wasThere) keepTypingInSight();
    this.#wasThere = isThere;
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const [first, ...others] = this.#waiting;
    return html`<div class="root" lang=${this.language} tabindex="-1">
      <span class="visually-hidden" role="alert">${this.said}</span>
      ${first ? this.#renderNotice(first, others.length) : nothing}
    </div>`;
  }

  #renderNotice(call: PromisedCall, others: number): TemplateResult {
    const words = this.more.callNotice;
    const { promisedCalls } = this.more;
    return html`<section class="notice" part="notice" aria-label=${words.label}>
      ${icon('phone')}
      <span class="what" dir="auto">${this.#words(call)}</span>
      <button class="button" type="button" data-does="open" @click=${() => this.#open(call)}>
        ${promisedCalls.open}
      </button>
      <button
        class="button ${others > 0 ? '' : 'alone'}"
        type="button"
        data-does="all"
        title=${others > 0 ? words.moreLong(others) : nothing}
        @click=${() => void this.#showCalls(others > 0)}
      >
        ${others > 0 ? words.more(others) : words.all}
      </button>
      <button class="button quiet" type="button" data-does="seen" title=${words.seen} @click=${this.#onSeen}>
        ${icon('check')}<span class="word">${words.seen}</span>
      </button>
    </section>`;
  }

  #words({ at, customerName }: PromisedCall): string {
    const name = safeName(customerName) || this.more.promisedCalls.noCustomer;
    return this.more.callNotice.due({ at: this.#time(at), name });
  }

  #time(at: number): string {
    const zone = known(this.#session.value)?.service.timeZone ?? 'UTC';
    const isToday = calendarDay(at, zone) === calendarDay(this.#due.now, zone);
    return timeText(at, this.language, zone, isToday ? 'time' : 'dateTime');
  }

  /** Calls that are due and not acknowledged, the longest one first. */
  get #waiting(): readonly PromisedCall[] {
    const calls = known(this.#calls.value) ?? [];
    const told = this.#told;
    // Before it is known whose calls they are nobody knows what was acknowledged.
    return told ? calls.filter((call) => this.#due.isDue(call) && !told.isSeen(markOf(call))) : [];
  }

  #onSession(session: Session | undefined): void {
    const owner = session ? `${session.service.serviceId}/${session.agent.usercode}` : '';
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#stop?.();
    this.#stop = undefined;
    this.#told = owner ? new ToldCalls(`deskparts/calls/1/${owner}`) : undefined;
    this.#heard = new Set();
    this.said = '';
    this.#listen();
  }

  #listen(): void {
    if (this.isConnected) this.#stop ??= this.#told?.listen(() => this.requestUpdate());
  }

  /** Aloud in this page once for each call; outside of it by one page alone. */
  #tell(): void {
    const fresh = this.#waiting.filter((call) => !this.#heard.has(markOf(call)));
    if (fresh.length === 0) return;
    for (const call of fresh) this.#heard.add(markOf(call));
    this.said = fresh.map((call) => this.#words(call)).join(' ');
    void this.#tellOutside(fresh);
  }

  async #tellOutside(calls: readonly PromisedCall[]): Promise<void> {
    const ours = await this.#told?.take(calls.map(markOf));
    const board = known(this.#preferences.value)?.board;
    if (!ours?.length || !this.hub) return;
    if (board?.sound) void chime();
    if (board?.notify) for (const call of calls.filter((one) => ours.includes(markOf(one)))) this.#notify(call);
  }

  /** The screen may be seen by others: it tells of a time and names nobody. */
  #notify(call: PromisedCall): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    const words = this.more.callNotice;
    try {
      const shown = new Notification(words.title, {
        body: words.body({ at: this.#time(call.at) }),
        tag: `deskparts/${markOf(call)}`,
        lang: this.language,
      });
      shown.addEventListener('click', () => {
        window.focus();
        shown.close();
        this.#open(call);
      });
    } catch {
      // Some browsers of phones have no notifications for pages.
    }
  }

  #open({ ticketId }: PromisedCall): void {
    this.ask(new TicketSelectRequest(ticketId));
  }

  readonly #onSeen = (): void => {
    this.#told?.see(this.#waiting.map(markOf));
    this.said = '';
    this.requestUpdate();
  };

  async #showCalls(isDueOnly: boolean): Promise<void> {
    const load = () => import('../promised-calls/define.js');
    const layer = await latePart(this, () => lateDialog(this, 'promised-calls', load, true));
    layer?.addEventListener('close', this.#onCallsClosed, { once: true });
    await layer?.show({ isDueOnly });
  }

  /** The keyboard goes back to the line; where what had it went meanwhile, or is hidden, to its place. */
  readonly #onCallsClosed = (): void => {
    if (this.renderRoot.querySelector('.notice :focus')) return;
    this.renderRoot.querySelector<HTMLElement>('.root')?.focus();
  };
}
