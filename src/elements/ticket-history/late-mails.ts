import type { ReactiveElement } from 'lit';
import type { HubHost } from '../../base/hub-link.js';
import { latePart } from '../../base/late-part.js';
import type { HistoryEntry } from '../../domain/types.js';
import type { MailCourse } from './mail-course.js';

/** What can be done about mails: it is loaded with the first that is under way or failed. */
export class LateMails {
  #course?: MailCourse;
  #loading?: Promise<unknown>;
  /** The history for which it was tried to load it: another is another try. */
  #triedFor?: readonly HistoryEntry[];

  constructor(
    private readonly element: HubHost & ReactiveElement,
    private readonly on: { tick(): void; say(text: string): void },
  ) {}

  get there(): MailCourse | undefined {
    return this.#course;
  }

  /** The history as it is now. */
  follow(entries: readonly HistoryEntry[]): void {
    if (this.#course) return this.#course.follow(entries);
    const isOpen = entries.some(({ mail }) => mail?.state === 'failed' || (mail?.state === 'queued' && mail.until));
    if (!isOpen || this.#loading || entries === this.#triedFor) return;
    // Told once: nobody pressed for the tries that follow.
    const isFirst = this.#triedFor === undefined;
    this.#triedFor = entries;
    this.#loading = latePart(this.element, () => this.#load(), isFirst).finally(() => (this.#loading = undefined));
  }

  stop(): void {
    this.#course?.stop();
  }

  async #load(): Promise<void> {
    const { MailCourse } = await import('./mail-course.js');
    this.#course = new MailCourse({ element: this.element, ...this.on });
    this.element.requestUpdate();
  }
}
