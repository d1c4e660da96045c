import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgentGuard, KeptForAgent } from '../../base/agent-guard.js';
import { possibleCommands, ticketInFocus } from '../../base/command-state.js';
import { keyOf, keyText, type CommandName } from '../../base/commands.js';
import { isComposing } from '../../base/composing.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Preferences } from '../../domain/preferences.js';
import {
  CommandRequest,
  ListOpenRequest,
  PreferencesChangeRequest,
  SavedViewOpenRequest,
} from '../../events/requests.js';
import { styles } from './command-list.styles.js';
import { entriesOf, matching, type Entry } from './entries.js';
import { KeySettings } from './key-settings.js';

/** What the agent chose last, newest first. */
const used = new KeptForAgent<readonly string[]>();

/**
 * Everything that can be done now, found by typing and done by Enter; or the console's keys, which the agent can change
 * or switch off.
 *
 * @element command-list
 * @fires {CommandRequest} desk-command-request - A command was chosen. Cancelable.
 * @fires {ListOpenRequest} desk-list-open-request - A view of the service was chosen. Cancelable.
 * @fires {SavedViewOpenRequest} desk-saved-view-open-request - One of the agent's own views was chosen. Cancelable.
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - The agent changed a key. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer.
 */
export class CommandList extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private what: 'commands' | 'keys' = 'commands';
  @state() private filter = '';
  @state() private active = 0;
  @state() private said = '';
  @query('[role=combobox]') private input!: HTMLInputElement | null;

  #possible: readonly CommandName[] = [];
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #keys: KeySettings;

  constructor() {
    super();
    new AgentGuard(this, () => this.close());
    const own = (): Preferences['shortcuts'] | undefined => known(this.#preferences.value)?.shortcuts;
    const words = () => this.more.commands;
    this.#keys = new KeySettings({
      get words() {
        return words();
      },
      get shortcuts() {
        return own();
      },
      requestUpdate: () => this.requestUpdate(),
      change: (shortcuts, said) => {
        this.said = said;
        this.ask(new PreferencesChangeRequest({ shortcuts }));
        this.requestUpdate();
      },
    });
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const words = this.more.commands;
    const isKeys = this.what === 'keys';
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog ${this.what}" part="dialog" aria-labelledby="title">
        <div class="head">
          <h2 class="dialog-title" id="title">${isKeys ? words.keysTitle : words.title}</h2>
          <button
            class="button quiet"
            type="button"
            aria-label=${this.texts.common.close}
            title="${this.texts.common.close} (Esc)"
            @click=${this.close}
          >
            ${icon('close')}
          </button>
        </div>
        ${isKeys ? html`<div class="dialog-body">${this.#keys.render()}</div>` : this.#renderCommands()}
        <span class="visually-hidden" role="status">${this.said}</span>
      </dialog>
    </div>`;
  }

  #renderCommands(): TemplateResult {
    const words = this.more.commands;
    const entries = this.#entries;
    const active = entries[this.active];
    return html`<div class="search">
        ${icon('search')}
        <input
          class="input"
          role="combobox"
          autofocus
          autocomplete="off"
          aria-label=${words.filter}
          placeholder=${words.filter}
          aria-expanded="true"
          aria-controls="entries"
          aria-autocomplete="list"
          aria-activedescendant=${active ? `entry-${active.id}` : nothing}
          .value=${live(this.filter)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        />
      </div>
      <ul class="entries" id="entries" role="listbox" aria-label=${words.title}>
        ${entries.map((entry, place) => this.#renderEntry(entry, place === this.active))}
      </ul>
      ${entries.length === 0 ? html`<p class="none">${words.none}</p>` : nothing}`;
  }

  /** The keyboard stays in the field; a press of the pointer is the same as Enter. */
  #renderEntry(entry: Entry, isActive: boolean): TemplateResult {
    const key = 'command' in entry ? keyOf(known(this.#preferences.value)?.shortcuts, entry.command) : '';
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the field above
    return html`<li
      class="entry"
      role="option"
      id=${`entry-${entry.id}`}
      aria-selected=${isActive ? 'true' : 'false'}
      @click=${() => this.#run(entry)}
    >
      <span class="name">${entry.label}</span>
      ${key ? html`<kbd class="key">${keyText(key)}</kbd>` : nothing}
    </li>`;
  }

  get #entries(): readonly Entry[] {
    const { hub } = this;
    if (!hub) return [];
    const saved = known(this.#preferences.value)?.views ?? [];
    const all = entriesOf(this.#possible, saved, used.get(hub) ?? [], this.texts, this.more.commands);
    return matching(all, this.filter);
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onInput = (event: Event): void => {
    this.filter = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.said = this.more.commands.found(this.#entries.length);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const entries = this.#entries;
    const last = entries.length - 1;
    const page = 8;
    const target = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : last,
      PageDown: Math.min(this.active + page, last),
      PageUp: Math.max(this.active - page, 0),
    }[event.key];
    const chosen = entries[this.active];
    if (target !== undefined) this.active = target;
    else if (event.key === 'Enter' && chosen) this.#run(chosen);
    else return;
    event.preventDefault();
  };

  /** The layer closes first: a command is about what has the keyboard below it. */
  #run(entry: Entry): void {
    const { hub } = this;
    if (!hub) return;
    const before = (used.get(hub) ?? []).filter((id) => id !== entry.id);
    used.set(hub, [entry.id, ...before].slice(0, 10));
    this.close();
    if ('command' in entry) this.ask(new CommandRequest(entry.command));
    else if ('savedId' in entry) this.ask(new SavedViewOpenRequest(entry.savedId));
    else {
      const none = { group: undefined, transfer: undefined, figure: undefined, starred: undefined };
      const whole = { ...none, unread: undefined, q: undefined, where: undefined };
      this.ask(new ListOpenRequest({ view: entry.view, ...whole }));
    }
  }

  #onClosed(): void {
    this.#keys.stop();
    this.said = '';
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the commands that are possible now, or the list of keys. */
  async show(what: 'commands' | 'keys' = 'commands'): Promise<void> {
    this.what = what;
    this.filter = '';
    this.active = 0;
    const hub = this.hub;
    this.#possible = hub ? possibleCommands(hub, ticketInFocus(hub)) : [];
    await this.#dialog.show();
    this.input?.focus();
  }

  /** Closes the layer; nothing is done. */
  close(): void {
    this.#dialog.close();
  }
}
