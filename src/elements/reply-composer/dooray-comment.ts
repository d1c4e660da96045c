import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { DoorayCommentRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { newKey } from '../../util/key.js';
import type { Hindrance, ToolsHost } from './tools-host.js';

/** Sends what is written to the ticket's task at Dooray!, while the task is being worked on. */
export class DoorayComment {
  constructor(
    private readonly host: ToolsHost,
    private readonly more: () => MoreTexts | undefined,
    /** What of its files is not there yet. */
    private readonly uploading: () => Hindrance | null,
  ) {}

  /** Beside Process, in the two states that have it. */
  render(): TemplateResult | typeof nothing {
    const words = this.more()?.doorayComment;
    const { ticket, isLocked } = this.host.state;
    // A transfer that failed has no task to comment on.
    const hasTask = ticket?.actions.includes('dooray_comment') && ticket.transfer?.state !== 'failed';
    if (!words || !hasTask) return nothing;
    return html`<button
      type="button"
      class="button dooray"
      part="dooray-comment"
      title=${words.buttonLong}
      aria-disabled=${isLocked ? 'true' : nothing}
      @click=${this.#onPress}
    >
      ${icon('dooray')}${words.button}
    </button>`;
  }

  readonly #onPress = (): void => {
    const { answer, element, state } = this.host;
    const { ticket, attachments } = state;
    const missing = answer.isEmpty ? 'needText' : answer.isPending ? 'needFormats' : this.uploading();
    if (!ticket || !this.host.begin(missing)) return;
    const attachmentIds = [...attachments.map(({ attachmentId }) => attachmentId), ...answer.imageIds];
    element.dispatchEvent(
      new DoorayCommentRequest(newKey(), ticket.ticketId, {
        html: answer.html,
        ...(attachmentIds.length > 0 && { attachmentIds }),
      }),
    );
  };
}
