import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { forbiddenFinder, type ForbiddenHit } from '../../domain/forbidden.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { AnswerText } from './answer-text.js';

/** Milliseconds from the last key until the text is looked through. */
const pause = 250;

export interface ForbiddenHost {
  readonly answer: AnswerText;
  readonly more: MoreTexts | undefined;
  /** The words that may not be sent; none where no mail follows. */
  readonly words: readonly string[];
  onChange(): void;
}

/** Finds words that may not be sent, marks them in the text, and leads to them. */
export class ForbiddenWords {
  #hits: readonly ForbiddenHit[] = [];
  #find: (text: string) => readonly ForbiddenHit[] = () => [];
  #words: readonly string[] = [];
  #timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ForbiddenHost) {}

  /** The text or the rules changed: it is looked through when the agent pauses. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Looks through the text now; tells whether something may not be sent. */
  look(): boolean {
    this.stop();
    const { answer, words, more } = this.host;
    const { editor } = answer;
    if (words !== this.#words) {
      this.#words = words;
      this.#find = forbiddenFinder(words);
    }
    // A mark that comes into a composition would break it.
    if (editor?.isComposing) {
      this.later();
      return this.#hits.length > 0;
    }
    const hadHits = this.#hits.length > 0;
    this.#hits = words.length > 0 ? this.#find(editor ? editor.projection : answer.text) : [];
    const title = (word: string): string => more?.answerTools.forbiddenWord({ word }) ?? word;
    if (hadHits || this.#hits.length > 0) {
      editor?.mark(this.#hits.map(({ start, length, word }) => ({ start, length, title: title(word) })));
      this.host.onChange();
    }
    return this.#hits.length > 0;
  }

  /** Leads to the next of them after the caret. */
  readonly goToNext = (): void => {
    if (!this.look()) return;
    const { editor, field } = this.host.answer;
    if (editor) return editor.goToNextMark();
    if (!(field instanceof HTMLTextAreaElement)) return;
    const hit = this.#hits.find(({ start }) => start >= field.selectionEnd) ?? this.#hits[0];
    field.focus();
    if (hit) field.setSelectionRange(hit.start, hit.start + hit.length);
  };

  render(): TemplateResult | typeof nothing {
    const { more } = this.host;
    if (this.#hits.length === 0 || !more) return nothing;
    const words = [...new Set(this.#hits.map(({ word }) => word))].join(', ');
    return html`<div class="forbidden-note" role="alert">
      ${icon('warning')}<span>${more.answerTools.forbidden({ words })}</span>
      <button type="button" class="button" @click=${this.goToNext}>${more.answerTools.nextForbidden}</button>
    </div>`;
  }
}
