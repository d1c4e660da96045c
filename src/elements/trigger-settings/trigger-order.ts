import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../base/icons.js';
import { LineDrag } from '../../base/line-drag.js';
import type { SettingsCourse } from '../../base/settings-course.js';
import type { SettingsKey } from '../../base/settings-rules.js';
import type { Trigger } from '../../domain/triggers.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { TriggerForm } from './trigger-form.js';
import type { TriggerListing } from './trigger-listing.js';

/** What the list needs of the settings around it. */
export interface OrderHost {
  readonly course: SettingsCourse<Trigger, TriggerForm>;
  readonly words: MoreTexts['triggerSettings'];
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  readonly listing: TriggerListing;
}

/** The triggers in the order in which they are asked: put in order by mouse, by key and by button, and switched on and off. */
export class TriggerOrder {
  readonly #drag: LineDrag;

  constructor(private readonly host: OrderHost) {
    this.#drag = new LineDrag({
      requestUpdate: () => host.requestUpdate(),
      drop: (ids, movedId) => this.#order(ids.map(Number), Number(movedId)),
    });
  }

  get #triggers(): readonly Trigger[] {
    const triggers = this.host.course.list.value ?? [];
    const { wanted } = this.host.listing;
    if (!wanted) return triggers;
    return [...triggers].sort((a, b) => wanted.indexOf(a.triggerId) - wanted.indexOf(b.triggerId));
  }

  render(): TemplateResult {
    const { words, course } = this.host;
    const lines = this.#triggers.map((trigger) => ({ id: String(trigger.triggerId), trigger }));
    const { added } = course;
    return html`<ul
      class="kept"
      aria-label=${words.label}
      @pointerdown=${this.#drag.onDown}
      @pointermove=${this.#drag.onMove}
      @pointerup=${this.#drag.onUp}
      @lostpointercapture=${this.#drag.onLost}
    >
      ${repeat(
        this.#drag.arrange(lines),
        ({ id }) => id,
        ({ trigger }, place) => this.#renderLine(trigger, place, lines.length),
      )}
      ${added.map(([key, form]) => this.#renderAdded(key, form))}
    </ul>`;
  }

  #renderAdded(key: SettingsKey, { name }: TriggerForm): TemplateResult {
    const { words, course } = this.host;
    return html`<li>
      <button
        class="line"
        type="button"
        aria-current=${course.current === key ? 'true' : nothing}
        @click=${() => course.choose(key)}
      >
        <span class="line-name">${name || words.add}</span>
        <span class="about"><span class="unsaved">${words.unsaved}</span></span>
      </button>
    </li>`;
  }

  #renderLine(trigger: Trigger, place: number, count: number): TemplateResult {
    const { words, course, listing } = this.host;
    const { triggerId, name, active, last } = trigger;
    const isDragged = this.#drag.draggedId === String(triggerId);
    const move = (by: 1 | -1, label: string): TemplateResult => {
      const isOff = place + by < 0 || place + by >= count;
      return html`<button
        class="button quiet ${by < 0 ? 'up' : 'down'}"
        type="button"
        aria-label="${name}: ${label}"
        title="${label} (Alt+${by < 0 ? '↑' : '↓'})"
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${() => isOff || void this.#move(trigger, by)}
      >
        ${icon(by < 0 ? 'arrowUp' : 'arrowDown')}
      </button>`;
    };
    return html`<li class="own ${isDragged ? 'dragged' : ''}" data-id=${triggerId}>
      <label class="switch" title=${active ? words.active : words.inactive}>
        <input
          type="checkbox"
          aria-label=${words.activate({ name })}
          .checked=${live(active)}
          aria-disabled=${listing.isRunning ? 'true' : nothing}
          @change=${(event: Event) => listing.switch(trigger, (event.target as HTMLInputElement).checked)}
        />
      </label>
      <button
        class="line item"
        type="button"
        aria-current=${triggerId === course.current ? 'true' : nothing}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        @click=${() => course.choose(triggerId)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, trigger)}
      >
        <span class="line-name">${place + 1}. ${name}</span>
        <span class="about">
          ${course.isChangedAt(triggerId) ? html`<span class="unsaved">${words.unsaved}</span>` : nothing}
          ${active ? nothing : html`<span>${words.inactive}</span>`}
          <span>${trigger.actions.map(({ kind }) => words[`kind_${kind}`]).join(' · ')}</span>
          ${last ? html`<span>${words.lastShort}</span>` : nothing}
        </span>
      </button>
      ${move(-1, words.up)} ${move(1, words.down)}
    </li>`;
  }

  #onKeydown(event: KeyboardEvent, trigger: Trigger): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#move(trigger, by);
  }

  /** The keyboard stays with the trigger that moved, whichever of its buttons had it. */
  async #move(trigger: Trigger, by: 1 | -1): Promise<void> {
    const ids = this.#triggers.map(({ triggerId }) => triggerId);
    const from = ids.indexOf(trigger.triggerId);
    if (from + by < 0 || from + by >= ids.length) return;
    ids.splice(from + by, 0, ...ids.splice(from, 1));
    const active = (this.host.renderRoot as ShadowRoot).activeElement;
    this.#order(ids, trigger.triggerId);
    await this.host.updateComplete;
    if (active instanceof HTMLElement && active.isConnected) active.focus();
  }

  #order(ids: readonly number[], movedId: number): void {
    const before = this.#triggers;
    const moved = before.find(({ triggerId }) => triggerId === movedId);
    if (!moved || before.every(({ triggerId }, place) => triggerId === ids[place])) return;
    this.host.listing.order(ids, moved, ids.indexOf(movedId) + 1);
    this.host.requestUpdate();
  }
}
