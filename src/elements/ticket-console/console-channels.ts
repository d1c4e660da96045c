import { html, nothing, type TemplateResult } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { boardChannels } from '../../domain/channel-board.js';

/** The place of the figures of telephone and chat: kept from the beginning where the service has them, else none. */
export class ConsoleChannels {
  readonly #session;

  constructor(host: HubHost) {
    this.#session = new StoreReader(host, (hub) => hub.session.$session);
  }

  /** What the band shows late. */
  static load(): Promise<unknown> {
    return Promise.all([import('../call-notice/define.js'), import('../channel-board/define.js')]);
  }

  render(isHidden: boolean): TemplateResult {
    const capabilities = known(this.#session.value)?.capabilities;
    const count = boardChannels.filter((channel) => capabilities?.[channel]).length;
    const own = html`<channel-board
      class=${count > 1 ? 'two' : 'one'}
      orientation="horizontal"
      ?hidden=${isHidden}
    ></channel-board>`;
    return html`<slot name="channels">${count > 0 ? own : nothing}</slot>`;
  }
}
