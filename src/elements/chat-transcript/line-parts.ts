import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { sizeText } from '../../base/size-text.js';
import { timeText } from '../../base/time-text.js';
import type { ChatLine, ChatRating } from '../../domain/chat.js';
import type { Attachment } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { calendarDay } from '../../util/time-zone.js';

export interface Telling {
  readonly words: MoreTexts['chatTranscript'];
  readonly language: string;
  readonly timeZone: string;
  open(file: Attachment): void;
}

/** Longest pause after which the next words of the same person stand under the same name. */
const pause = 5 * 60_000;

/** A message, and what stands above it because it is the first: of a day, of a person. */
export interface PlacedLine {
  readonly line: ChatLine;
  readonly startsDay: boolean;
  readonly startsTurn: boolean;
}

/** Finds where days and turns begin. */
export function placed(lines: readonly ChatLine[], timeZone: string): readonly PlacedLine[] {
  let day = NaN;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const own = calendarDay(line.at, timeZone);
    const startsDay = own !== day;
    day = own;
    const isSame = before?.from === line.from && before.name === line.name && line.at - before.at < pause;
    return { line, startsDay, startsTurn: startsDay || !isSame };
  });
}

function nameOf({ from, name }: ChatLine, words: Telling['words']): string {
  const told = safeName(name);
  return told === '' || told === '–' ? words[from] : told;
}

/** One message: who, when, what, and its files. */
export function renderLine({ line, startsDay, startsTurn }: PlacedLine, telling: Telling): TemplateResult {
  const { words, language, timeZone } = telling;
  const { from, at, text, attachments } = line;
  const name = nameOf(line, words);
  const told = name === words[from] ? name : words.said({ name, side: words[from] });
  const exact = timeText(at, language, timeZone, 'exact');
  return html`${
      startsDay ? html`<li class="day"><span>${timeText(at, language, timeZone, 'date')}</span></li>` : nothing
    }
    <li class="line ${from} ${startsTurn ? 'first' : ''}" part="message">
      <p class=${startsTurn ? 'who' : 'visually-hidden'} dir="auto">${told}</p>
      <div class="bubble">
        ${text === '' ? nothing : html`<p class="text" dir="auto">${text}</p>`}
        ${attachments.length > 0 ? renderFiles(attachments, telling) : nothing}
      </div>
      <time datetime=${new Date(at).toISOString()} title=${exact}>${timeText(at, language, timeZone, 'time')}</time>
    </li>`;
}

function renderFiles(files: readonly Attachment[], { words, language, open }: Telling): TemplateResult {
  return html`<ul class="files">
    ${files.map((file) => {
      const name = safeName(file.fileName);
      const size = sizeText(file.size, language);
      return html`<li>
        <button type="button" class="button file" aria-label=${words.file({ name, size })} @click=${() => open(file)}>
          ${icon(file.contentType.startsWith('image/') ? 'image' : 'clip')}
          <span class="name" dir="auto">${name}</span> <span class="size">${size}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

/** What the customer thought of it. */
export function renderRating({ satisfied, opinion }: ChatRating, words: Telling['words']): TemplateResult {
  return html`<p class="rating ${satisfied ? 'good' : 'bad'}" part="rating">
    <span class="label">${words.rating}</span>
    <b>${icon(satisfied ? 'check' : 'warning')}${satisfied ? words.satisfied : words.dissatisfied}</b>
    ${opinion ? html`<span class="opinion" dir="auto">${opinion}</span>` : nothing}
  </p>`;
}
