import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import type { Finding } from '../../domain/masks.js';
import type { MaskCategory } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { CopyTreatment } from './copy-choice.js';
import { isAnswer } from './process-choice.js';
import type { ToolsHost } from './tools-host.js';

/** Milliseconds from the last key until the text is looked through. */
const pause = 400;

/**
 * Tells of personal data in the text before it is processed, a line for each kind: our copy of it can be masked, or
 * stay. What was decided stays decided for the draft.
 */
export class OwnCopy {
  /** What was found of each kind, in the order of the text. */
  #found: ReadonlyMap<MaskCategory, readonly Finding[]> = new Map();
  #read = '';
  #mayMask?: boolean;
  #timer?: ReturnType<typeof setTimeout>;
  #looking?: AbortController;

  constructor(
    private readonly host: ToolsHost,
    private readonly more: () => MoreTexts | undefined,
  ) {}

  /** The text changed: it is looked through when the agent pauses. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  /** The right to mask may have come or gone. */
  recheck(): void {
    const { mayMask } = this.host.state;
    if (mayMask === this.#mayMask) return;
    this.#mayMask = mayMask;
    this.later();
  }

  /** Another text stands there. */
  clear(): void {
    this.#found = new Map();
    this.#read = '';
    this.later();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#looking?.abort();
  }

  async #look(): Promise<void> {
    const { answer, state } = this.host;
    this.stop();
    // What is still being put together is no word yet.
    if (answer.isComposing) return this.later();
    const text = answer.editor?.projection ?? answer.text;
    if (!state.mayMask || !state.hub || text.trim() === '') return this.#tell(new Map(), '');
    if (text === this.#read) return;
    const looking = (this.#looking = new AbortController());
    try {
      const findings = await state.hub.masks.find(text, looking.signal);
      if (looking.signal.aborted) return;
      const found = new Map<MaskCategory, readonly Finding[]>();
      for (const each of findings) found.set(each.category, [...(found.get(each.category) ?? []), each]);
      this.#tell(found, text);
    } catch {
      // Without it an answer goes as it always did; the next change tries again.
    }
  }

  #tell(found: ReadonlyMap<MaskCategory, readonly Finding[]>, read: string): void {
    this.#found = found;
    this.#read = read;
    this.host.element.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const more = this.more();
    if (!more) return nothing;
    const { copy, mayMask } = this.host.state;
    const open = mayMask ? [...this.#found].filter(([category]) => copy.of(category) !== 'keep') : [];
    const undecided = open.filter(([category]) => !copy.of(category));
    const said = undecided.map(([category, found]) => foundText(category, found, more));
    return html`<p class="visually-hidden own-copy-said" role="status">
        ${said.length > 0 ? more.ownCopy.said({ kinds: said.join(', ') }) : nothing}
      </p>
      ${open.map(([category, found]) => this.#renderKind(category, found, more))}`;
  }

  #renderKind(category: MaskCategory, found: readonly Finding[], more: MoreTexts): TemplateResult {
    const { copy, choice, isLocked } = this.host.state;
    const words = more.ownCopy;
    const isMasked = copy.of(category) === 'mask';
    const isSent = choice !== null && isAnswer(choice);
    const kind = foundText(category, found, more);
    const disabled = isLocked ? 'true' : nothing;
    return html`<div class="help-line own-copy" role="group" aria-label=${kind} data-category=${category}>
      ${icon('mask')}
      <span class="words">${kind}${isMasked && isSent ? html` · ${words.sentAsItIs}` : nothing}</span>
      <button
        type="button"
        class="button own-copy-mask"
        aria-pressed=${isMasked ? 'true' : 'false'}
        aria-disabled=${disabled}
        @click=${() => this.#choose(category, isMasked ? null : 'mask')}
      >
        ${isMasked ? icon('check') : nothing}${isSent ? words.maskCopy : words.maskStored}
      </button>
      <button type="button" class="button" aria-disabled=${disabled} @click=${() => this.#choose(category, 'keep')}>
        ${words.keep}
      </button>
    </div>`;
  }

  #choose(category: MaskCategory, how: CopyTreatment | null): void {
    if (this.host.state.isLocked) return;
    this.host.state.copy.choose(category, how);
    this.host.decided();
    // Its line goes, and the focus must not be lost with it.
    if (how === 'keep') this.host.answer.field?.focus();
    this.host.element.requestUpdate();
  }
}

/** How much was found of a kind; the service's own numbers by what the service calls them. */
function foundText(category: MaskCategory, found: readonly Finding[], more: MoreTexts): string {
  const labels = new Set(found.map(({ label }) => label ?? more.maskKinds[category]));
  return more.ownCopy.found({ kind: [...labels].join(', '), count: found.length });
}
