import type { LitElement } from 'lit';
import { ticketInFocus } from '../../base/command-state.js';
import { commandOf, isInLayer, isTyping, keyName, type CommandName } from '../../base/commands.js';
import type { Hub } from '../../base/hub-context.js';
import { latePart } from '../../base/late-part.js';
import type { Preferences } from '../../domain/preferences.js';
import { CommandRequest } from '../../events/requests.js';
import type { CommandPlace } from './console-commands.js';

/** What the keys need of the console. */
export interface ShortcutsHost {
  readonly element: LitElement;
  hub(): Hub | undefined;
  shortcuts(): Preferences['shortcuts'] | undefined;
  readonly region: CommandPlace['region'];
}

/**
 * The keys of the console, and what was chosen from its list of commands. Only keys that reach the console count:
 * elsewhere on the page they belong to the page, in a text they are text, and in a layer they are the layer's. What
 * they do is loaded with the first of them.
 */
export class ConsoleShortcuts {
  constructor(private readonly host: ShortcutsHost) {
    host.element.addEventListener('keydown', (event) => this.#onKeydown(event));
    host.element.addEventListener(CommandRequest.type, (event) => this.#onCommand(event as CommandRequest));
  }

  /** Opens a run of many tickets. */
  async showJob(jobId: string): Promise<void> {
    await latePart(this.host.element, async () => {
      const { showJob } = await import('./console-commands.js');
      await showJob(this.host.element, jobId);
    });
  }

  async #run(command: CommandName): Promise<void> {
    const { element, region } = this.host;
    const hub = this.host.hub();
    if (!hub) return;
    // Whoever types fast is at another row before the command is loaded.
    const ticket = ticketInFocus(hub);
    await latePart(element, async () => {
      const { runCommand } = await import('./console-commands.js');
      if (hub === this.host.hub()) await runCommand(command, { host: element, hub, ticket, region });
    });
  }

  #onKeydown(event: KeyboardEvent): void {
    const command = pressedCommand(event, this.host.shortcuts());
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#run(command);
  }

  #onCommand(event: CommandRequest): void {
    // Whoever listens further out is asked first.
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#run(event.command as CommandName);
    });
  }
}

function pressedCommand(
  event: KeyboardEvent,
  shortcuts: Preferences['shortcuts'] | undefined,
): CommandName | undefined {
  if (event.defaultPrevented) return undefined;
  const key = keyName(event);
  const command = commandOf(shortcuts, key);
  const path = event.composedPath();
  if (!command || isInLayer(path)) return undefined;
  // The list of commands is for the keyboard, so it opens from a text too, where its key writes nothing.
  if (isTyping(path) && !(command === 'commands' && key.startsWith('Mod+'))) return undefined;
  return event.repeat && command !== 'next' && command !== 'previous' ? undefined : command;
}
