import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import type { Reason, Ticket } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';
import { choices, type Choice } from './process-choice.js';

/** What the controls show. */
export interface ControlState {
  readonly ticket: Ticket;
  readonly choice: Choice | null;
  readonly reason: Reason | null;
  readonly isReasonMissing: boolean;
  readonly isRunning: boolean;
  /** What runs is another step than processing. */
  readonly isCommenting: boolean;
  /** Stands before the button. */
  readonly preview?: unknown;
}

/** What the controls do. */
export interface ControlHandlers {
  choose(choice: Choice): void;
  reason(reason: Reason | null): void;
  process(): void;
}

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;

/** How to process, for what reason where one is asked, and the button that does it. */
export function renderControls(
  state: ControlState,
  reasons: readonly Reason[],
  texts: Texts,
  on: ControlHandlers,
): TemplateResult {
  return html`${renderChoice(state, texts, on)}
  ${state.choice === 'internal' ? renderReason(state, reasons, texts, on) : nothing} ${state.preview}
  ${renderButton(state, texts, on)}`;
}

function renderChoice({ ticket, choice, isRunning }: ControlState, texts: Texts, on: ControlHandlers): TemplateResult {
  return html`<span class="select">
    <select
      class="input choice"
      aria-label=${texts.replyComposer.choice}
      ?disabled=${isRunning || !choice}
      @input=${(event: Event) => on.choose(valueOf(event) as Choice)}
    >
      ${choices.map(
        (one) =>
          html`<option value=${one} .selected=${one === choice} ?disabled=${!ticket.actions.includes(one)}>
            ${texts.action[one]}
          </option>`,
      )}
    </select>
    ${icon('chevronDown')}
  </span>`;
}

function renderReason(
  { reason, isReasonMissing, isRunning }: ControlState,
  reasons: readonly Reason[],
  texts: Texts,
  on: ControlHandlers,
): TemplateResult {
  const words = texts.replyComposer;
  return html`<span class="select">
    <select
      class="input reason"
      aria-label=${words.reason}
      aria-invalid=${isReasonMissing ? 'true' : nothing}
      ?disabled=${isRunning}
      @input=${(event: Event) => on.reason((valueOf(event) as Reason) || null)}
    >
      <option value="" .selected=${reason === null}>${words.chooseReason}</option>
      ${reasons.map((one) => html`<option value=${one} .selected=${one === reason}>${texts.reason[one]}</option>`)}
    </select>
    ${icon('chevronDown')}
  </span>`;
}

function renderButton(
  { choice, isRunning, isCommenting }: ControlState,
  { replyComposer: words }: Texts,
  on: ControlHandlers,
) {
  return html`<button
    type="button"
    class="button primary"
    part="process"
    title="${words.process} (${words.shortcut})"
    aria-keyshortcuts="Control+Enter Meta+Enter"
    aria-disabled=${isRunning || !choice ? 'true' : nothing}
    @click=${on.process}
  >
    ${isRunning && !isCommenting ? words.running : words.process}
  </button>`;
}
