import type { HubHost } from '../../base/hub-link.js';
import type { DraftState, Hub, Insertion, Task } from '../../base/hub-context.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Session, Settings, Ticket } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { isStep } from './process-choice.js';

/** Everything of the hub that an answer depends on, read in one place. */
export class ComposerSource {
  readonly #currentId;
  readonly #current;
  readonly #draft;
  readonly #insertion;
  readonly #tasks;
  readonly #session;
  readonly #settings;
  readonly #more;

  constructor(host: HubHost) {
    this.#currentId = new StoreReader(host, (hub: Hub) => hub.tickets.$currentId);
    this.#current = new StoreReader(host, (hub: Hub) => hub.tickets.$current);
    this.#draft = new StoreReader(host, (hub: Hub) => hub.tickets.$draft);
    this.#insertion = new StoreReader(host, (hub: Hub) => hub.tickets.$insertion);
    this.#tasks = new StoreReader(host, (hub: Hub) => hub.work.$tasks);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
    this.#settings = new StoreReader(host, (hub: Hub) => hub.session.$settings);
    this.#more = new StoreReader(host, (hub: Hub) => hub.text.$more);
  }

  /** The ticket that is open, known or not. */
  get ticketId(): string | null {
    return this.#currentId.value ?? null;
  }

  get ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  get draft(): DraftState | null | undefined {
    return this.#draft.value;
  }

  /** What another element put into the answer, as soon as the ticket and its draft are there. */
  takeInsertion(ticketId: string | null): Insertion | null {
    const { ticket, draft } = this;
    const insertion = this.#insertion.value;
    if (!insertion || !ticket || ticketId !== insertion.ticketId || ticketId !== draft?.ticketId) return null;
    return draft.state !== 'loading' && insertion.take() ? insertion : null;
  }

  /** The late texts, as soon as they are there. */
  get more(): MoreTexts | undefined {
    return this.#more.value;
  }

  get session(): Session | undefined {
    return known(this.#session.value);
  }

  get settings(): Settings | undefined {
    return known(this.#settings.value);
  }

  get isRunning(): boolean {
    return this.task?.state === 'running';
  }

  /** The latest step with what is written, of the open ticket, that runs or was refused. */
  get task(): Task | undefined {
    const { ticketId } = this;
    return this.#tasks.value?.findLast((task) => task.ticketId === ticketId && isStep(task.action));
  }
}
