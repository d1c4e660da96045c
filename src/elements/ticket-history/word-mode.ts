import { html, nothing, render, type ReactiveElement, type TemplateResult } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { maskable } from '../../base/mask-ranges.js';
import { marksOf } from '../../base/mask-marks.js';
import { maskRefusal } from '../../base/mask-refusal.js';
import { NamedTask } from '../../base/named-task.js';
import { isComposing } from '../../base/composing.js';
import { tellHere, tellNoMore } from '../../base/told-here.js';
import { refit, type MaskRange } from '../../domain/masks.js';
import type { HistoryEntry, MaskSpan } from '../../domain/types.js';
import { MaskRequest, TaskDismissRequest } from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { newKey } from '../../util/key.js';
import { WordList } from './word-list.js';

export interface WordModeHost {
  readonly element: HubHost & ReactiveElement;
  texts(): Texts | undefined;
  more(): MoreTexts | undefined;
  language(): string;
  hub(): Hub | undefined;
  ticketId(): string | null;
  nameOf(mask: MaskSpan, entry: HistoryEntry): string;
  say(text: string): void;
}

/** The way to mask without dragging: a message as a list of words, in the place of its body. */
export class WordMode {
  readonly #panel = document.createElement('div');
  readonly #hint = document.createElement('p');
  readonly #foot = document.createElement('div');
  readonly #task: NamedTask;
  #entry?: HistoryEntry;
  /** What it became while words of it are being masked. */
  #newer?: HistoryEntry;
  #article?: HTMLElement;
  #list?: WordList;
  #taskId = '';
  /** What was asked for last. */
  #asked?: MaskRange;
  /** What it became. */
  #made?: HTMLElement;
  #hasChanged = false;

  constructor(private readonly host: WordModeHost) {
    this.#panel.className = 'words';
    this.#foot.className = 'words-foot';
    this.#hint.className = 'words-hint';
    this.#hint.id = 'words-hint';
    this.#panel.addEventListener('keydown', this.#onKeydown);
    this.#task = new NamedTask(
      host.element,
      () => this.#onDone(),
      (taskId) => new TaskDismissRequest(taskId),
    );
    host.element.addController({
      hostUpdated: () => {
        if (this.#newer && !this.#task.isRunning) this.#refill(this.#newer);
        this.#renderFoot();
      },
    });
  }

  /** Shows the words of a message. */
  open(entry: HistoryEntry, article: HTMLElement): void {
    this.close();
    const body = bodyOf(article);
    if (!body || !this.host.more()) return;
    this.#entry = entry;
    this.#article = article;
    this.#hasChanged = false;
    this.#fill(entry);
    body.hidden = true;
    body.after(this.#panel);
    this.#list?.element.focus();
  }

  /** Ends; the keyboard goes to the message, if it was here. */
  close(): void {
    const article = this.#article;
    if (!article) return;
    const hadFocus = this.#panel.contains((this.host.element.renderRoot as ShadowRoot).activeElement);
    this.#panel.remove();
    bodyOf(article)?.removeAttribute('hidden');
    this.#article = this.#entry = this.#newer = this.#list = undefined;
    // What is still on its way is no business of the next choice.
    this.#task.forget();
    const hub = this.host.hub();
    if (hub) tellNoMore(hub, this.#taskId);
    const to = this.#made?.isConnected ? this.#made : article;
    this.#made = undefined;
    if (hadFocus && to.isConnected) to.focus({ preventScroll: true });
  }

  /** A message was drawn again. Words that are still there stay chosen; what was just masked gets the keyboard. */
  follow(entry: HistoryEntry, body: HTMLElement): void {
    this.#goToMade(entry, body);
    const { id, bodyVersion } = this.#entry ?? {};
    if (entry.id !== id || entry.bodyVersion === bodyVersion) return;
    // What was asked for stands until it is known what becomes of it.
    if (this.#task.isRunning) this.#newer = entry;
    else this.#refill(entry);
  }

  /** Reads the message anew. Words that are still there stay chosen. */
  #refill(entry: HistoryEntry): void {
    this.#newer = undefined;
    if (!this.#entry) return;
    const { id: entryId, bodyVersion } = this.#entry;
    const chosen = this.#list?.chosen;
    const range = chosen && refit({ entryId, bodyVersion, ...chosen }, this.#entry, entry);
    this.#hasChanged = !range;
    this.#entry = entry;
    const hadFocus = this.#list?.element.matches(':focus');
    this.#fill(entry);
    if (range) this.#list?.choose(range);
    if (hadFocus) this.#list?.element.focus();
  }

  #fill(entry: HistoryEntry): void {
    const list = new WordList(entry, {
      language: this.host.language(),
      nameOf: (mask) => this.host.nameOf(mask, entry),
      onChange: () => {
        this.#hasChanged = false;
        this.#renderFoot();
      },
    });
    list.element.setAttribute('aria-describedby', 'words-hint');
    this.#list = list;
    this.#panel.replaceChildren(this.#hint, list.element, this.#foot);
    this.#renderFoot();
  }

  #renderFoot(): void {
    const texts = this.host.texts();
    const more = this.host.more();
    if (!texts || !more || !this.#list) return;
    const { maskWords: words } = more;
    this.#hint.textContent = words.hint;
    this.#list.element.setAttribute('aria-label', words.list);
    const { error, isRunning } = this.#task;
    const problem = error
      ? words.refused({ why: maskRefusal(error, 'mask', texts, more) })
      : this.#hasChanged
        ? words.changed
        : undefined;
    render(
      html`${problem ? html`<p class="words-problem" role="alert">${problem}</p>` : nothing}
        ${this.#renderParts(this.#list, words)}
        <span class="words-count" role="status">${this.#chosenText(this.#list, words)}</span>
        <button type="button" class="button" @click=${() => this.close()}>${texts.common.cancel}</button>
        <button
          type="button"
          class="button primary"
          aria-disabled=${isRunning || !this.#target ? 'true' : nothing}
          @click=${() => this.#mask()}
        >
          ${isRunning ? words.running : words.submit}
        </button>`,
      this.#foot,
    );
  }

  #chosenText({ count, chosen }: WordList, words: MoreTexts['maskWords']): string {
    return count === null ? words.chosenLetters(chosen?.length ?? 0) : words.chosen(count);
  }

  /** The way through a long message by pointer; the arrow keys go through it by themselves. */
  #renderParts(list: WordList, words: MoreTexts['maskWords']): TemplateResult | typeof nothing {
    const { part, parts } = list.shown;
    if (parts === 1) return nothing;
    const button = (label: string, step: 1 | -1, isEnd: boolean): TemplateResult =>
      html`<button
        type="button"
        class="button"
        aria-disabled=${isEnd ? 'true' : nothing}
        @click=${() => list.turn(step)}
      >
        ${label}
      </button>`;
    return html`<div class="words-parts">
      <span role="status">${words.part({ part, parts })}</span>
      ${button(words.earlier, -1, part === 1)} ${button(words.later, 1, part === parts)}
    </div>`;
  }

  /** What would be masked; null where it is all masked already. */
  get #target(): MaskRange | null {
    const chosen = this.#list?.chosen;
    const stretch = chosen && this.#entry && maskable(this.#entry, chosen);
    return stretch && this.#entry
      ? { entryId: this.#entry.id, bodyVersion: this.#entry.bodyVersion, ...stretch }
      : null;
  }

  #mask(): void {
    const target = this.#target;
    const ticketId = this.host.ticketId();
    if (!target || !ticketId || this.#task.isRunning) return;
    this.#asked = target;
    const id = (this.#taskId = newKey());
    const hub = this.host.hub();
    if (hub) tellHere(hub, id);
    if (!this.#task.start(id, new MaskRequest(id, ticketId, [target]))) this.close();
  }

  #onDone(): void {
    this.host.say(this.host.more()?.maskWords.done ?? '');
    // It stays told here: nobody else says it once more.
    this.#taskId = '';
    this.close();
  }

  /** From the message on which the keyboard waits to the mask that was asked for. */
  #goToMade(entry: HistoryEntry, body: HTMLElement): void {
    const asked = this.#asked;
    if (asked?.entryId !== entry.id || asked.bodyVersion === entry.bodyVersion) return;
    this.#asked = undefined;
    const made = entry.masks.find(
      ({ start, length }) => start < asked.start + asked.length && asked.start < start + length,
    );
    const { activeElement } = this.host.element.renderRoot as ShadowRoot;
    const waits = activeElement === body.parentElement || this.#panel.contains(activeElement);
    if (made && waits) this.#made = marksOf(body, made.id)[0];
    if (made && activeElement === body.parentElement) this.#made?.focus({ preventScroll: true });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const isInList = event.target === this.#list?.element;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && isInList && !event.repeat) this.#mask();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function bodyOf(article: Element): HTMLElement | null {
  return article.querySelector<HTMLElement>(':scope > .message-body');
}
