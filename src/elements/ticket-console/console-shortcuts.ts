import type { LitElement } from 'lit';
import { ticketInFocus } from '../../base/command-state.js';
import { commandOf, isInLayer, isTyping, keyName, type CommandName } from '../../base/commands.js';
import type { Hub } from '../../base/hub-context.js';
import { latePart } from '../../base/late-part.js';
import type { Preferences } from '../../domain/preferences.js';
import type { TicketRow } from '../../domain/types.js';
import { CommandRequest } from '../../events/requests.js';
import type { CommandPlace } from './console-commands.js';

/** What the keys need of the console. */
export interface ShortcutsHost {
  readonly element: LitElement;
  hub(): Hub | undefined;
  shortcuts(): Preferences['shortcuts'] | undefined;
  readonly region: CommandPlace['region'];
}

type Commands = typeof import('./console-commands.js');

/** A command whose doing is still on its way. */
interface Pressed {
  readonly command: CommandName;
  readonly hub: Hub;
  /** What it is about; null where a command before it takes the keyboard elsewhere first. */
  readonly ticket: TicketRow | undefined | null;
}

/** After these the keyboard is elsewhere, and the next command is about what is there. */
const moving: ReadonlySet<CommandName> = new Set(['next', 'previous', 'open', 'answer', 'search', 'menu', 'list']);

/**
 * The keys of the console, and what was chosen from its list of commands. Only keys that reach the console count:
 * elsewhere on the page they belong to the page, in a text they are text, and in a layer they are the layer's. What
 * they do comes behind the first screen. Whoever types fast is not waited for: keys pressed before it is there are done
 * in their order when it comes, later ones at once, before the next key.
 */
export class ConsoleShortcuts {
  #commands: Commands | undefined;
  #loading: Promise<Commands> | undefined;
  #waiting: Pressed[] = [];

  constructor(private readonly host: ShortcutsHost) {
    host.element.addEventListener('keydown', (event) => this.#onKeydown(event));
    host.element.addEventListener(CommandRequest.type, (event) => this.#onCommand(event as CommandRequest));
  }

  /** Loads what the keys do. */
  load(): Promise<Commands> {
    this.#loading ??= import('./console-commands.js').then(
      (commands) => (this.#commands = commands),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** Opens a run of many tickets. */
  async showJob(jobId: string): Promise<void> {
    await latePart(this.host.element, async () => (await this.load()).showJob(this.host.element, jobId));
  }

  #run(command: CommandName): void {
    const hub = this.host.hub();
    if (!hub) return;
    const follows = this.#waiting.some((before) => moving.has(before.command));
    const pressed = { command, hub, ticket: follows ? null : ticketInFocus(hub) };
    if (this.#commands) this.#do(pressed, this.#commands);
    else if (this.#waiting.push(pressed) === 1) void this.#doWaiting();
  }

  async #doWaiting(): Promise<void> {
    const commands = await latePart(this.host.element, () => this.load());
    const waiting = this.#waiting.splice(0);
    if (commands) for (const pressed of waiting) this.#do(pressed, commands);
  }

  #do({ command, hub, ticket }: Pressed, { runCommand }: Commands): void {
    const { element, region } = this.host;
    if (hub !== this.host.hub()) return;
    const about = ticket === null ? ticketInFocus(hub) : ticket;
    void latePart(element, () => runCommand(command, { host: element, hub, ticket: about, region }));
  }

  #onKeydown(event: KeyboardEvent): void {
    const command = pressedCommand(event, this.host.shortcuts());
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    this.#run(command);
  }

  #onCommand(event: CommandRequest): void {
    // Whoever listens further out is asked first.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#run(event.command as CommandName);
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
