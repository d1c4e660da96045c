import type { LitElement, TemplateResult } from 'lit';
import { AgentGuard } from '../../base/agent-guard.js';
import { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { hand } from '../../base/mask-copy.js';
import { drawMasks, maskOf, marksOf, renameMasks } from '../../base/mask-marks.js';
import { unseen, type MaskQuestion, type UnmaskMode } from '../../base/mask-question.js';
import { selectedIn } from '../../base/selected-range.js';
import { StoreReader } from '../../base/store-reader.js';
import type { HistoryEntry, MaskSpan } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { MaskSelecting } from './mask-selecting.js';
import { kindOf, nameOfMask, traceOf } from './mask-texts.js';
import { styles } from './masking.styles.js';
import { Reveal } from './reveal.js';
import { WordMode } from './word-mode.js';

/** What masks need of the history that they are in. */
export interface MaskingHost {
  readonly element: HubHost & LitElement;
  mode(): UnmaskMode;
  /** The entry around an element. */
  entryOf(element: Element): HistoryEntry | undefined;
  /** What is told below messages changed. */
  tick(): void;
  /** Something is to be said once. */
  say(text: string): void;
}

/** Everything about the masks of a history: they are drawn, pressed, copied, and made without dragging. */
export class Masking {
  readonly selecting: MaskSelecting;
  readonly #words: WordMode;
  readonly #reveal = new Reveal(() => this.host.say(this.#more.value?.masks.hidden ?? ''));
  readonly #more: StoreReader<MoreTexts | undefined>;
  #arrived?: () => void;
  /** Settles when the texts are there. */
  readonly #texts = new Promise<void>((settle) => (this.#arrived = settle));

  constructor(private readonly host: MaskingHost) {
    const { element } = host;
    this.selecting = new MaskSelecting(
      element,
      (each) => host.entryOf(each),
      () => this.#hub?.masks.$selection.get() != null,
    );
    this.#words = new WordMode({
      element,
      texts: () => this.#hub?.text.$texts.get(),
      more: () => this.#more.value,
      language: () => this.#language,
      hub: () => this.#hub,
      ticketId: () => this.#hub?.tickets.$currentId.get() ?? null,
      nameOf: (mask, entry) => this.#nameOf(mask, entry),
      say: (text) => host.say(text),
    });
    this.#more = new StoreReader<MoreTexts | undefined>(
      element,
      (hub) => hub.text.$more,
      // Afterwards, for the first time is before this reader is known.
      () => queueMicrotask(() => this.#onTexts()),
    );
    new StoreReader(
      element,
      (hub) => hub.tickets.$currentId,
      () => this.#leave(),
    );
    new AgentGuard(element, () => this.#leave());
    element.addController({ hostDisconnected: () => this.#leave() });
    const root = element.renderRoot as ShadowRoot;
    if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
    root.addEventListener('click', this.#onClick as EventListener);
    root.addEventListener('keydown', this.#onKeydown as EventListener);
    root.addEventListener('copy', this.#onCopy as EventListener);
    root.addEventListener('dragstart', this.#onDrag as EventListener);
  }

  /** Makes masks of the asterisks of a message; false while it cannot be said what they are. */
  draw(body: HTMLElement): boolean {
    const entry = this.host.entryOf(body);
    if (!this.#more.value) return false;
    if (entry && !body.querySelector('.mask')) drawMasks(body, entry, (mask) => this.#nameOf(mask, entry));
    return true;
  }

  /** The same once it can be said. The message may be another by then. */
  async drawLater(body: HTMLElement): Promise<void> {
    await this.#texts;
    const restore = this.selecting.hold(body);
    this.draw(body);
    restore();
    this.host.tick();
  }

  trace(entry: HistoryEntry): TemplateResult | null {
    const more = this.#more.value;
    const timeZone = known(this.#hub?.session.$session.get())?.service.timeZone ?? 'UTC';
    return more ? traceOf(entry, more, this.#language, timeZone) : null;
  }

  /** A message is about to be drawn again; what it answers is called afterwards. */
  keep(body: HTMLElement): () => void {
    if (body.querySelector('.revealed')) this.#reveal.end();
    const select = this.selecting.keep(body);
    const { activeElement } = this.host.element.renderRoot as ShadowRoot;
    const hadFocus = activeElement !== null && body.contains(activeElement);
    const maskId = hadFocus && maskOf(activeElement)?.id;
    return () => {
      const entry = this.host.entryOf(body);
      if (hadFocus) focusMark(marksOf(body, maskId || '')[0], body.closest('.entry'));
      // Last, for a focus that is set takes the selection with it in some browsers.
      select();
      if (entry) this.#words.follow(entry, body);
    };
  }

  /** Shows a message as words to choose from. */
  async choose(article: HTMLElement): Promise<void> {
    await this.#texts;
    const entry = this.host.entryOf(article);
    if (entry) this.#words.open(entry, article);
  }

  get #hub(): Hub | undefined {
    return this.#more.hub;
  }

  get #language(): string {
    return this.#hub?.text.$language.get() ?? '';
  }

  #nameOf(mask: MaskSpan, entry: HistoryEntry): string {
    const more = this.#more.value;
    return more ? nameOfMask(mask, entry, more) : '';
  }

  #onTexts(): void {
    if (!this.#more.value) return;
    this.#arrived?.();
    this.#reveal.end();
    renameMasks(this.host.element.renderRoot, (mask, mark) => {
      const entry = this.host.entryOf(mark);
      return entry && this.#nameOf(mask, entry);
    });
    this.host.tick();
  }

  /** Another ticket, another agent, or no page any more. */
  #leave(): void {
    this.#reveal.end();
    this.#words.close();
  }

  /** What stands for a mask in the ticket that is shown: a former one may not have vanished yet. */
  #marks(maskId: string): readonly HTMLElement[] {
    return marksOf(this.host.element.renderRoot, maskId).filter((mark) => this.host.entryOf(mark));
  }

  /** A mask that can be opened: of a purged one nothing is left. */
  #pressed(event: Event): HTMLElement | null {
    const mark = (event.target as Element | null)?.closest<HTMLElement>('.mask') ?? null;
    return mark && maskOf(mark)?.state === 'masked' ? mark : null;
  }

  readonly #onClick = (event: MouseEvent): void => {
    const mark = this.#pressed(event);
    // Who drew a selection over it wants to mask or to copy. A press without a pointer draws none.
    const selected = event.detail > 0 ? selectedIn(this.host.element.renderRoot as ShadowRoot) : null;
    if (mark && !selected?.intersectsNode(mark)) void this.#press(mark);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const mark = event.key === 'Enter' || event.key === ' ' ? this.#pressed(event) : null;
    if (!mark) return;
    event.preventDefault();
    if (!event.repeat) void this.#press(mark);
  };

  async #press(mark: HTMLElement): Promise<void> {
    if (this.#reveal.shows(mark)) return this.#reveal.end();
    const { element } = this.host;
    const mask = maskOf(mark);
    const ticketId = this.#hub?.tickets.$currentId.get();
    if (!mask || !ticketId) return;
    this.#marks(mask.id)[0]?.focus({ preventScroll: true });
    const dialog = await latePart(element, () =>
      lateDialog(element, 'mask-dialog', () => import('../mask-dialog/define.js')),
    );
    await dialog?.show(this.#question(ticketId, mask.id, mark.closest('.entry')));
  }

  #question(ticketId: string, maskId: string, article: HTMLElement | null): MaskQuestion {
    return {
      ticketId,
      maskId,
      mode: this.host.mode(),
      find: () => this.#find(ticketId, maskId),
      reveal: (purpose, signal) => this.#show(ticketId, maskId, purpose, signal),
      focus: () => focusMark(this.#marks(maskId)[0], article),
    };
  }

  #find(ticketId: string, maskId: string): ReturnType<MaskQuestion['find']> {
    const tickets = this.#hub?.tickets;
    if (tickets?.$currentId.get() !== ticketId) return null;
    for (const entry of known(tickets.$history.get()) ?? []) {
      const mask = entry.masks.find(({ id }) => id === maskId);
      if (mask) return { mask, entry };
    }
    return null;
  }

  async #show(ticketId: string, maskId: string, purpose: string, signal: AbortSignal): Promise<void> {
    const shown = await this.#hub?.masks.reveal(maskId, purpose, signal);
    if (signal.aborted) return;
    const more = this.#more.value;
    const found = this.#find(ticketId, maskId);
    const marks = this.#marks(maskId);
    if (!shown || !more || !found || marks.length === 0) throw new DeskError('missing', 'The mask is gone.');
    const { masks: words } = more;
    const seconds = this.#reveal.show(marks, shown, {
      name: words.shown({ kind: kindOf(found.mask.category, more) }),
      left: (left) => words.left(left),
    });
    if (seconds === 0) throw new DeskError('blocked', 'Nobody could see it.', { content: { code: unseen } });
    this.host.say(words.revealed(seconds));
  }

  /** What leaves the history by the clipboard or by dragging has the asterisks, whatever is shown in their place. */
  #handOver(data: DataTransfer | null): boolean {
    const { renderRoot } = this.host.element;
    const range = selectedIn(renderRoot as ShadowRoot);
    const bodies = [...renderRoot.querySelectorAll('.message-body')].filter((body) => range?.intersectsNode(body));
    if (!range || !data || !bodies.some((body) => body.querySelector('.mask'))) return false;
    hand(data, range, bodies);
    return true;
  }

  readonly #onCopy = (event: ClipboardEvent): void => {
    if (this.#handOver(event.clipboardData)) event.preventDefault();
  };

  readonly #onDrag = (event: DragEvent): void => {
    const isSelected = selectedIn(this.host.element.renderRoot as ShadowRoot)?.intersectsNode(event.target as Node);
    if (isSelected) this.#handOver(event.dataTransfer);
  };
}

/** Gives the keyboard to a mask, or to its message where the mask is nothing to press. */
function focusMark(mark: HTMLElement | undefined, article: HTMLElement | null): void {
  (mark && mark.tabIndex >= 0 ? mark : article)?.focus({ preventScroll: true });
}
