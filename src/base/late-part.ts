import { Logger } from './logger.js';

/** What the agent pressed could not be opened, for a part of the kit did not load. It bubbles: a console says so. */
export class LoadFailure extends Event {
  static readonly type = 'desk-load-failure';
  constructor() {
    super(LoadFailure.type, { bubbles: true, composed: true });
  }
}

/**
 * Loads a part of the kit when it is needed, for an element. Where that fails nothing is thrown into the page: it is
 * told, so that a press is not without an answer, and the next press tries again. What nobody pressed for may fail unheard.
 */
export async function latePart<T>(host: HTMLElement, load: () => Promise<T>, isHeard = true): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    new Logger(host.localName).warnOnce(`could not load a part of itself: ${String(error)}`);
    if (isHeard) host.dispatchEvent(new LoadFailure());
    return undefined;
  }
}
