import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { DeskError } from '../../base/desk-error.js';
import { icon } from '../../base/icons.js';
import { numberText } from '../../base/number-text.js';
import { sentences } from '../../base/sentences.js';
import { sizeText } from '../../base/size-text.js';
import { wallText, zoneName } from '../../base/zone-input.js';
import { measureSms, smsKind, smsLimits, smsText, type SmsKind, type Unsendable } from '../../domain/sms.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import type { Standing } from './length-news.js';
import { usualTime, type SmsWriting, type WritingProblem } from './sms-writing.js';

export interface Composing {
  readonly writing: SmsWriting;
  readonly texts: Texts;
  readonly words: MoreTexts['smsPanel'];
  readonly language: string;
  readonly timeZone: string;
  readonly now: number;
  readonly isRunning: boolean;
  /** Why it was not sent when that was asked for last. */
  readonly problem: WritingProblem | null;
  /** What is to be read aloud of its length. */
  readonly heard: string;
  /** Selects what cannot be sent. */
  select(one: Unsendable): void;
  pick(): void;
  input(element: Element | undefined): void;
}

/** Most places that are named. */
const mostPlaces = 3;

/** How long a message is, as what it goes, and what keeps it from going. */
export interface Measured {
  readonly bytes: number;
  readonly kind: SmsKind;
  readonly hasImage: boolean;
  readonly unsendable: readonly Unsendable[];
  readonly standing: Standing;
}

export function measure({ text, image, pending }: SmsWriting): Measured {
  const { bytes, unsendable } = measureSms(smsText(text));
  const hasImage = image !== null || pending !== null;
  const kind = smsKind(bytes, hasImage);
  const standing = unsendable.length > 0 ? 'unsendable' : bytes > smsLimits.long ? 'tooLong' : kind;
  return { bytes, kind, hasImage, unsendable, standing };
}

type Said = Pick<Composing, 'words' | 'language'>;

/** What a message has become, in a sentence. */
export function standingWords(measured: Measured, before: Standing, said: Said): string {
  const { standing, hasImage } = measured;
  if (standing === 'unsendable') return said.words.unsendable;
  if (standing === 'tooLong') return tooLongWords(measured, said);
  if (standing === 'mms' && before === 'sms' && !hasImage) return said.words.becomesMms;
  return said.words.bytesLong({ ...countOf(measured, said), kind: said.words[standing] });
}

function tooLongWords({ bytes }: Measured, { words, language }: Said): string {
  return words.tooLong({ over: numberText(bytes - smsLimits.long, language) });
}

function countOf({ bytes, kind }: Measured, { language }: Said): { readonly bytes: string; readonly most: string } {
  const most = kind === 'sms' ? smsLimits.short : smsLimits.long;
  return { bytes: numberText(bytes, language), most: numberText(most, language) };
}

/** The text with how long it is, and what of it cannot be sent. */
export function renderText(view: Composing): TemplateResult {
  const { writing, words, problem, isRunning } = view;
  const measured = measure(writing);
  const { bytes, kind, unsendable } = measured;
  const isTooLong = bytes > smsLimits.long;
  const isMissing = problem === 'needText' && writing.text.trim() === '';
  const isWrong = isTooLong || unsendable.length > 0 || isMissing;
  const count = countOf(measured, view);
  return html`<label class="field">
      <span class="label">${words.text}</span>
      <textarea
        class="input text"
        rows="5"
        dir="auto"
        placeholder=${words.example}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby="count wrong"
        ?readonly=${isRunning}
        .value=${writing.text}
        @input=${(event: Event) => writing.change({ text: (event.currentTarget as HTMLTextAreaElement).value })}
      ></textarea>
    </label>
    <p class="count ${isTooLong ? 'over' : ''}" id="count">
      <span class="kind ${kind}" aria-hidden="true">${words[kind]}</span>
      <span aria-hidden="true">${words.bytes(count)}</span>
      <span class="visually-hidden">${words.bytesLong({ ...count, kind: words[kind] })}</span>
    </p>
    <div class="wrong" id="wrong">${renderWrong(view, measured)}</div>
    <p class="visually-hidden" role="status">${view.heard}</p>`;
}

function renderWrong(view: Composing, measured: Measured): TemplateResult | typeof nothing {
  const { words, problem, writing } = view;
  const { bytes, unsendable, hasImage } = measured;
  if (unsendable.length > 0) return renderUnsendable(view, unsendable);
  if (bytes > smsLimits.long) return html`<span class="problem">${tooLongWords(measured, view)}</span>`;
  if (problem === 'needText' && writing.text.trim() === '') return html`<span class="problem">${words.needText}</span>`;
  return bytes > smsLimits.short && !hasImage ? html`<span class="hint">${words.becomesMms}</span>` : nothing;
}

function renderUnsendable({ words, select }: Composing, all: readonly Unsendable[]): TemplateResult {
  return html`<span class="problem">${words.unsendable}</span>
    <ul class="places">
      ${all.slice(0, mostPlaces).map(
        (one) =>
          html`<li>
            <button
              type="button"
              class="button place"
              title=${words.placeLong({ line: one.line, column: one.column })}
              @click=${() => select(one)}
            >
              ${words.place({ line: one.line, column: one.column, character: one.character })}
            </button>
          </li>`,
      )}
      ${all.length > mostPlaces ? html`<li class="hint">${words.morePlaces(all.length - mostPlaces)}</li>` : nothing}
    </ul>`;
}

/** The picture, or the way to one. */
export function renderImage(view: Composing): TemplateResult {
  const { writing, words, texts, language, isRunning, pick, input } = view;
  const { image, pending } = writing;
  const name = safeName(image?.fileName ?? pending?.name ?? '');
  const problem = pending?.problem;
  const told =
    problem instanceof DeskError ? sentences(words.imageFailed, texts.errors[problem.kind]) : problem && words[problem];
  return html`<div class="image">
    <input
      ${ref(input)}
      type="file"
      hidden
      accept="image/jpeg,.jpg,.jpeg"
      @change=${(event: Event) => {
        const field = event.currentTarget as HTMLInputElement;
        const [file] = field.files ?? [];
        field.value = '';
        if (file) void writing.add(file);
      }}
    />
    ${
      image || pending
        ? html`<span class="picked ${problem ? 'bad' : ''}">
            ${icon(problem ? 'warning' : 'image')}
            <span class="name" dir="auto">${name}</span>
            ${image ? html`<span class="size">${sizeText(image.size, language)}</span>` : nothing}
            <button
              type="button"
              class="button quiet"
              aria-label=${words.removeImage({ name })}
              title=${words.removeImage({ name })}
              aria-disabled=${isRunning ? 'true' : nothing}
              @click=${() => isRunning || writing.removeImage()}
            >
              ${icon('close')}
            </button>
          </span>`
        : html`<button type="button" class="button" aria-disabled=${isRunning ? 'true' : nothing} @click=${pick}>
              ${icon('image')}${words.image}
            </button>
            <span class="hint">${words.imageHint}</span>`
    }
    <span class="problem told" role="status">${told ?? (pending ? words.imageRunning : nothing)}</span>
  </div>`;
}

/** At once, or when. */
export function renderWhen(view: Composing): TemplateResult {
  const { writing, words, timeZone, now, problem, isRunning } = view;
  const isWrong = problem === 'needTime' || problem === 'too_soon' || problem === 'too_late';
  const option = (isLater: boolean, label: string): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="when"
        .checked=${writing.isLater === isLater}
        ?disabled=${isRunning}
        @change=${() =>
          writing.change({ isLater, atText: isLater ? writing.atText || usualTime(now, timeZone) : writing.atText })}
      />
      <span>${label}</span>
    </label>`;
  return html`<fieldset class="when">
    <legend class="label">${words.when}</legend>
    <div class="options">${option(false, words.now)} ${option(true, words.later)}</div>
    ${
      writing.isLater
        ? html`<label class="field">
            <span class="label">${words.at}</span>
            <input
              class="input at"
              type="datetime-local"
              min=${wallText(now + smsLimits.soonest, timeZone)}
              max=${wallText(now + smsLimits.latest, timeZone)}
              aria-invalid=${isWrong ? 'true' : nothing}
              aria-describedby="at-hint at-problem"
              ?readonly=${isRunning}
              .value=${writing.atText}
              @input=${(event: Event) => writing.change({ atText: (event.currentTarget as HTMLInputElement).value })}
            />
            <span class="hint" id="at-hint">${words.atHint({ zone: zoneName(timeZone, view.language) })}</span>
            <span class="problem" id="at-problem" role="status">${isWrong ? words[problem] : nothing}</span>
          </label>`
        : nothing
    }
  </fieldset>`;
}
