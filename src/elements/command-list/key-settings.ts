import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { commandNames, keyName, keyOf, keyText, usualKeys, type CommandName } from '../../base/commands.js';
import type { Preferences } from '../../domain/preferences.js';
import type { MoreTexts } from '../../strings/more/ko.js';

type Shortcuts = Preferences['shortcuts'];

/** Keys that a browser, a text field or the way through a page needs. */
const reserved =
  /^(?:(?:Alt\+)?(?:Shift\+)?(?:Tab|Enter|Escape|Space|Arrow\w+|Home|End|Page\w+|Delete|F\d+|ContextMenu)|Mod\+(?:Shift\+)?[a-jl-z0-9+=-])$/;

/** What the list of keys needs of the layer around it. */
export interface KeySettingsHost {
  readonly words: MoreTexts['commands'];
  /** Undefined until they are known: then nothing can be changed. */
  readonly shortcuts: Shortcuts | undefined;
  requestUpdate(): void;
  change(shortcuts: Shortcuts, said: string): void;
}

/** The console's keys, each of which can be another one. */
export class KeySettings {
  #recording: CommandName | null = null;
  #problem = '';

  constructor(private readonly host: KeySettingsHost) {}

  stop(): void {
    this.#recording = null;
    this.#problem = '';
  }

  render(): TemplateResult {
    const { words, shortcuts } = this.host;
    const isChanged = Object.keys(shortcuts?.keys ?? {}).length > 0;
    return html`<p class="hint">${words.keysHint}</p>
      <label class="switch">
        <input
          type="checkbox"
          autofocus
          .checked=${live(shortcuts?.isOn ?? true)}
          ?disabled=${!shortcuts}
          @change=${this.#onSwitch}
        />
        <span>${words.isOn}</span>
      </label>
      <ul class="key-lines ${shortcuts?.isOn === false ? 'off' : ''}">
        ${commandNames.map((command) => this.#renderKey(command))}
      </ul>
      <p class="hint">${words.listKeys}</p>
      ${
        isChanged
          ? html`<button class="button reset" type="button" @click=${this.#onReset}>${words.reset}</button>`
          : nothing
      }`;
  }

  #renderKey(command: CommandName): TemplateResult {
    const { words, shortcuts } = this.host;
    const isRecording = this.#recording === command;
    const key = keyOf(shortcuts && { ...shortcuts, isOn: true }, command);
    const name = words[command];
    const shown = isRecording ? words.press : keyText(key) || words.noKey;
    return html`<li class="key-line">
      <span class="name">${name}</span>
      <button
        class="key ${isRecording ? 'recording' : ''}"
        type="button"
        data-command=${command}
        title=${words.change({ name })}
        aria-disabled=${shortcuts ? nothing : 'true'}
        aria-describedby=${isRecording ? 'press' : nothing}
        @click=${() => this.#record(command)}
        @keydown=${isRecording ? this.#onKey : nothing}
        @blur=${isRecording ? this.#onBlur : nothing}
      >
        <span class="visually-hidden">${words.change({ name })}</span> ${shown}
      </button>
      ${
        isRecording
          ? html`<span class="press" id="press" role="status">
              ${this.#problem ? html`<span class="problem">${this.#problem}</span>` : words.pressHint}
            </span>`
          : nothing
      }
    </li>`;
  }

  #record(command: CommandName): void {
    if (!this.host.shortcuts) return;
    this.#recording = command;
    this.#problem = '';
    this.host.requestUpdate();
  }

  readonly #onBlur = (): void => {
    this.stop();
    this.host.requestUpdate();
  };

  /** The next key is the command's, unless another one has it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { words, shortcuts } = this.host;
    const command = this.#recording;
    if (!command || !shortcuts || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.#onBlur();
    else if (event.key === 'Backspace') this.#set(command, '');
    else {
      const key = keyName(event);
      if (!key) return;
      const owner = commandNames.find(
        (other) => other !== command && keyOf({ ...shortcuts, isOn: true }, other) === key,
      );
      this.#problem = owner ? words.taken({ name: words[owner] }) : reserved.test(key) ? words.reserved : '';
      if (this.#problem) this.host.requestUpdate();
      else this.#set(command, key);
    }
  };

  #set(command: CommandName, key: string): void {
    const { words, shortcuts } = this.host;
    if (!shortcuts) return;
    this.stop();
    const others = Object.entries(shortcuts.keys).filter(([name]) => name !== command);
    const keys = Object.fromEntries(key === usualKeys[command] ? others : [...others, [command, key]]);
    const said = words.changed({ name: words[command], key: keyText(key) || words.noKey });
    this.host.change({ ...shortcuts, keys }, said);
  }

  readonly #onSwitch = (event: Event): void => {
    const { shortcuts } = this.host;
    if (shortcuts) this.host.change({ ...shortcuts, isOn: (event.target as HTMLInputElement).checked }, '');
  };

  readonly #onReset = (): void => {
    const { shortcuts, words } = this.host;
    if (shortcuts) this.host.change({ ...shortcuts, keys: {} }, words.resetDone);
  };
}
