import type { ReactiveElement } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import type { AnswerText } from './answer-text.js';
import type { AnswerTools } from './answer-tools.js';
import type { ToolsHost, ToolsState } from './tools-host.js';

/** The tools around the text: they come after it, since nobody writes in the first moment. */
export class LateTools {
  #tools?: AnswerTools;
  #loading?: Promise<void>;
  readonly #host: ToolsHost;

  constructor(
    element: HubHost & ReactiveElement,
    answer: AnswerText,
    state: () => ToolsState,
    own: Pick<ToolsHost, 'attach' | 'process' | 'begin' | 'decided'>,
  ) {
    this.#host = {
      element,
      answer,
      ...own,
      correct: () => this.#tools?.correct(),
      get state() {
        return state();
      },
    };
  }

  /** The tools, once they are there. */
  get there(): AnswerTools | undefined {
    return this.#tools;
  }

  load(): Promise<void> {
    if (this.#tools) return Promise.resolve();
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  /** A stored part as a `blob:` address; one that was uploaded here is not asked for. */
  async part(attachmentId: string, signal: AbortSignal): Promise<string> {
    const own = this.#tools?.own.get(attachmentId);
    if (own) return URL.createObjectURL(own);
    const { hub } = this.#host.state;
    if (!hub) throw new Error('There is no hub to ask.');
    return hub.files.part(attachmentId, signal);
  }

  async #load(): Promise<void> {
    const { element } = this.#host;
    try {
      const { AnswerTools, toolStyles } = await import('./answer-tools.js');
      const root = element.renderRoot as ShadowRoot;
      if (toolStyles.styleSheet) root.adoptedStyleSheets.push(toolStyles.styleSheet);
      this.#tools = new AnswerTools(this.#host);
      element.requestUpdate();
    } catch {
      // Text can be written and sent without them; the next change tries again.
    }
  }
}
