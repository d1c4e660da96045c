import { html, nothing, type TemplateResult } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon } from '../../base/icons.js';
import { Loader } from '../../base/loader.js';
import { sentences } from '../../base/sentences.js';
import { timeText } from '../../base/time-text.js';
import type { AuditRecord } from '../../domain/audit.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';

/** What the history is told in. */
export interface HistoryWords {
  readonly texts: Texts;
  readonly more: MoreTexts;
  readonly language: string;
  readonly timeZone: string;
}

/** Who did what with a mask, for those who may read the access log. It is asked for, as each reading is written down. */
export class MaskHistory {
  readonly #records: Loader<readonly AuditRecord[]>;

  constructor(private readonly host: HubHost) {
    this.#records = new Loader(host);
  }

  /** Another mask is asked about. */
  forget(): void {
    this.#records.clear();
  }

  render(hub: Hub, ticketId: string, maskId: string, said: HistoryWords): TemplateResult {
    const { maskDialog: words } = said.more;
    const { value, error, isLoading } = this.#records;
    const read = async ({ currentTarget }: Event): Promise<void> => {
      const pressed = currentTarget as HTMLElement;
      let hadFocus = false;
      await this.#records.start(async (signal) => {
        const records = await hub.audit.ofMask(ticketId, maskId, signal);
        hadFocus = pressed.matches(':focus');
        return records;
      });
      await this.host.updateComplete;
      // The list stands where the button was.
      if (hadFocus) this.host.shadowRoot?.querySelector<HTMLElement>('.history')?.focus();
    };
    return html`<div class="field">
      <span class="visually-hidden" role="status">${value ? words.historyRead(value.length) : ''}</span>
      ${
        value
          ? html`<h3 class="label">${words.history}</h3>
              <div class="history" tabindex="0" role="region" aria-label=${words.history}>
                ${value.length > 0 ? renderLines(value, said) : words.historyEmpty}
              </div>`
          : html`<button class="button" type="button" aria-disabled=${isLoading ? 'true' : nothing} @click=${read}>
                ${icon('clock')}${isLoading ? said.texts.common.loading : words.history}
              </button>
              <span class="hint">${words.historyRecorded}</span>`
      }
      ${error ? html`<p class="notice" role="alert">${sentences(words.historyFailed, said.texts.errors[error.kind])}</p>` : nothing}
    </div>`;
  }
}

function renderLines(records: readonly AuditRecord[], { more, language, timeZone }: HistoryWords): TemplateResult {
  return html`<ul>
    ${records.map(
      ({ at, kind, name, usercode, reason }) =>
        html`<li>
          <span>${timeText(at, language, timeZone, 'dateTime')}</span>
          <strong>${more.auditKind[kind] ?? kind}</strong>
          <bdi>${safeName(name) || usercode}</bdi>
          ${reason ? html`<bdi class="why">${reason}</bdi>` : nothing}
        </li>`,
    )}
  </ul>`;
}
