import type { MailPort, MailToSend } from './mail.js';

/** Keeps mails instead of sending them: the page has nobody to send them to. */
export class MailMemory implements MailPort {
  readonly repeatable = true;
  readonly #mails = new Map<string, MailToSend>();

  get mails(): readonly MailToSend[] {
    return [...this.#mails.values()];
  }

  send(mail: MailToSend): Promise<string> {
    this.#mails.set(mail.mailId, mail);
    return Promise.resolve('kept');
  }
}
