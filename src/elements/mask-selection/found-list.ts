import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { timeText } from '../../base/time-text.js';
import type { Found } from '../../domain/masks.js';
import type { HistoryEntry } from '../../domain/types.js';
import { safeName } from '../../util/safe-name.js';
import type { Words } from './outcome-parts.js';

/** What can be done about what was found. */
export interface FoundSteps {
  mask(found: readonly Found[]): void;
  look(found: Found): void;
  keep(found: readonly Found[]): void;
}

/** What looks like personal data: of what kind, where, and the words as the history shows them. */
export function renderFound(
  list: readonly Found[],
  entries: readonly HistoryEntry[],
  said: Words,
  steps: FoundSteps,
): TemplateResult {
  const { maskSelection: words } = said.more;
  return html`<h3 class="found-title" id="found-title">${words.foundTitle}</h3>
    <p class="hint">${words.foundHint}</p>
    <ul class="list">
      ${repeat(
        list,
        ({ entryId, start }) => `${entryId} ${start}`,
        (found) =>
          renderOne(
            found,
            entries.find(({ id }) => id === found.entryId),
            said,
            steps,
          ),
      )}
    </ul>
    <div class="all">
      <button type="button" class="button primary mask-all" @click=${() => steps.mask(list)}>
        ${words.maskAll(list.length)}
      </button>
      <button type="button" class="button" @click=${() => steps.keep(list)}>${words.keepAll}</button>
    </div>`;
}

function renderOne(found: Found, entry: HistoryEntry | undefined, said: Words, steps: FoundSteps): TemplateResult {
  const { maskSelection: words, maskKinds } = said.more;
  const kind = found.label ?? maskKinds[found.category];
  const where = entry ? placeOf(entry, said) : '';
  return html`<li class="found">
    <div class="what">
      <span class="kind">${kind}</span>
      <span class="shown" dir="auto" translate="no">
        ${entry?.text.slice(found.start, found.start + found.length)}
      </span>
      <span class="where">${where}</span>
    </div>
    <div class="steps">
      <button
        type="button"
        class="button mask-one"
        aria-label=${words.maskOne({ kind, where })}
        @click=${() => steps.mask([found])}
      >
        ${words.short}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${words.lookLong({ kind, where })}
        @click=${() => steps.look(found)}
      >
        ${words.look}
      </button>
      <button
        type="button"
        class="button quiet keep-one"
        aria-label=${words.keepLong({ kind, where })}
        @click=${() => steps.keep([found])}
      >
        ${words.keep}
      </button>
    </div>
  </li>`;
}

/** Where the keyboard goes on once the finding is gone in which a button was pressed: the same button of the next. */
export function nextOf(root: ParentNode, pressed: Element | null): () => HTMLElement | undefined {
  const kind = pressed?.matches('.keep-one') ? '.keep-one' : '.mask-one';
  const index = [...root.querySelectorAll('.found')].findIndex((found) => found.contains(pressed));
  return () => {
    const left = [...root.querySelectorAll<HTMLElement>(kind)];
    return left[Math.max(0, index)] ?? left.at(-1);
  };
}

/** Who wrote a message, and when. */
function placeOf(entry: HistoryEntry, { texts, language, timeZone }: Words): string {
  const words = texts.ticketHistory;
  const author = safeName(entry.author.name) || (entry.author.role === 'customer' ? words.customer : words.system);
  return [words[entry.kind], author, timeText(entry.at, language, timeZone, 'dateTime')].join(' · ');
}
