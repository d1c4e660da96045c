import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon, type IconName } from '../../base/icons.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { RowDrag } from './row-drag.js';

/** A field among those to show. */
export interface ConditionRow {
  readonly field: string;
  readonly name: string;
}

/** What the buttons of a row do. */
export interface RowHandlers {
  step(field: string, to: number, by: 'up' | 'down'): void;
  remove(field: string, place: number): void;
}

type Words = MoreTexts['conditionDialog'];

/** The fields to show, in order: each can be dragged, moved by a step and taken out. */
export function renderRows(
  rows: readonly ConditionRow[],
  words: Words,
  drag: RowDrag,
  on: RowHandlers,
): TemplateResult {
  const last = rows.length - 1;
  return html`<ol
    class="rows"
    role="list"
    aria-label=${words.list}
    @pointermove=${drag.onMove}
    @pointerup=${drag.onEnd}
    @pointercancel=${drag.onEnd}
  >
    ${repeat(
      rows,
      ({ field }) => field,
      ({ field, name }, place) =>
        html`<li class="row ${field === drag.field ? 'dragged' : ''}" data-field=${field}>
          <span
            class="grip"
            title=${words.move({ name })}
            @pointerdown=${(event: PointerEvent) => drag.start(event, field)}
            >${icon('grip')}</span
          >
          <span class="name">${name}</span>
          ${renderButton('up', 'arrowUp', words.up({ name }), place > 0 && (() => on.step(field, place - 1, 'up')))}
          ${renderButton(
            'down',
            'arrowDown',
            words.down({ name }),
            place < last && (() => on.step(field, place + 1, 'down')),
          )}
          ${renderButton('remove', 'close', words.remove({ name }), () => on.remove(field, place))}
        </li>`,
    )}
  </ol>`;
}

function renderButton(kind: string, sign: IconName, label: string, act: false | (() => void)): TemplateResult {
  return html`<button
    class="button quiet ${kind}"
    type="button"
    title=${label}
    aria-label=${label}
    aria-disabled=${act ? nothing : 'true'}
    @click=${act || nothing}
  >
    ${icon(sign)}
  </button>`;
}
