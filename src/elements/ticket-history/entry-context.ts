import type { Hub } from '../../base/hub-context.js';
import type { TemplateResult } from 'lit';
import type { Attachment, HistoryEntry } from '../../domain/types.js';
import type { Texts } from '../../strings/ko.js';

/** What can be done about a mail that is under way or failed. It comes late: most entries have none. */
export interface MailSteps {
  render(entry: HistoryEntry): TemplateResult | null;
}

/** The masks of messages. What they need comes with the first of them, and with the first selection. */
export interface EntryMasks {
  /** Makes masks of the asterisks of a body, now or when there is what it takes. */
  draw(body: HTMLElement): void;
  /** A body is about to be drawn again; what it answers brings selection and focus back afterwards. */
  keep(body: HTMLElement): () => void;
  /** Who masked what, or room for it until that can be said. */
  trace(entry: HistoryEntry): TemplateResult;
  /** Shows a message as words, of which some are to be masked. */
  choose(article: HTMLElement): void;
}

/** What every entry of a history is told in, and whom it asks. */
export interface EntryContext {
  readonly texts: Texts;
  readonly language: string;
  readonly timeZone: string;
  /** The server's time. */
  now(): number;
  /** A `blob:` address of a part that stands inside a body. */
  part(attachmentId: string, signal: AbortSignal): Promise<string>;
  open(attachment: Attachment): void;
  /** Undefined until they are there. */
  mailSteps(): MailSteps | undefined;
  readonly masks: EntryMasks;
  /** Whether the agent may mask here. */
  readonly mayMask: boolean;
}

/** Gives the same context as long as it would say the same, so that unchanged entries are left alone. */
export class ContextMemo {
  #of: readonly unknown[] = [];
  #context?: EntryContext;

  get(
    hub: Hub,
    texts: Texts,
    language: string,
    timeZone: string,
    { open, mailSteps, masks, mayMask }: Pick<EntryContext, 'open' | 'mailSteps' | 'masks' | 'mayMask'>,
  ): EntryContext {
    const of = [hub, texts, language, timeZone, mayMask];
    if (this.#context && of.every((part, index) => part === this.#of[index])) return this.#context;
    this.#of = of;
    this.#context = {
      texts,
      language,
      timeZone,
      now: () => Date.now() + hub.session.$clockOffset.get(),
      part: (attachmentId, signal) => hub.files.part(attachmentId, signal),
      open,
      mailSteps,
      masks,
      mayMask,
    };
    return this.#context;
  }
}
