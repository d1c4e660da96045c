import type { CustomerInfo } from '../../domain/customer-info.js';
import { DeskError } from '../desk-error.js';
import { HubLink, type HubHost } from '../hub-link.js';

/** How far a look-up is. */
export type InfoAnswer =
  | { readonly is: 'idle' }
  /** `before` is what the question before was told, while it is asked again. */
  | { readonly is: 'running'; readonly before: CustomerInfo | null }
  | { readonly is: 'told'; readonly info: CustomerInfo }
  | { readonly is: 'refused'; readonly error: DeskError };

/** One question at a time to the customer-information link; an answer that nobody waits for any more is thrown away. */
export class InfoLookUp {
  #answer: InfoAnswer = { is: 'idle' };
  #call?: AbortController;

  constructor(private readonly host: HubHost) {}

  get answer(): InfoAnswer {
    return this.#answer;
  }

  get isRunning(): boolean {
    return this.#answer.is === 'running';
  }

  /** Answers with what was told; nothing where it was refused, or nobody waits for it any more. */
  async ask(values: Readonly<Record<string, string>>): Promise<CustomerInfo | undefined> {
    this.#call?.abort();
    const call = (this.#call = new AbortController());
    const before = this.#answer.is === 'told' ? this.#answer.info : null;
    this.#become({ is: 'running', before });
    try {
      const info = await HubLink.of(this.host).hub?.customers.lookUp(values, call.signal);
      if (call.signal.aborted || !info) return undefined;
      this.#become({ is: 'told', info });
      return info;
    } catch (error) {
      if (call.signal.aborted) return undefined;
      this.#become({
        is: 'refused',
        error: error instanceof DeskError ? error : new DeskError('server', String(error)),
      });
      return undefined;
    }
  }

  /** What was told before is shown again. */
  show(info: CustomerInfo): void {
    this.#call?.abort();
    this.#become({ is: 'told', info });
  }

  /** Gives up what is under way; what was told stays. */
  stop(): void {
    this.#call?.abort();
    if (this.isRunning) this.#become({ is: 'idle' });
  }

  /** Forgets what was told, too. */
  forget(): void {
    this.stop();
    this.#become({ is: 'idle' });
  }

  #become(answer: InfoAnswer): void {
    if (answer.is === 'idle' && this.#answer.is === 'idle') return;
    this.#answer = answer;
    this.host.requestUpdate();
  }
}
