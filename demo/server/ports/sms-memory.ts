import type { SmsPort, SmsReport, SmsToSend } from './sms.js';

/** Keeps messages instead of sending them: the page has nobody to send them to. All of them arrive. */
export class SmsMemory implements SmsPort {
  readonly repeatable = true;
  readonly #messages = new Map<string, SmsToSend>();

  get messages(): readonly SmsToSend[] {
    return [...this.#messages.values()];
  }

  send(sms: SmsToSend): Promise<void> {
    this.#messages.set(sms.smsId, sms);
    return Promise.resolve();
  }

  report({ smsId }: Pick<SmsToSend, 'smsId'>): Promise<SmsReport | null> {
    return Promise.resolve(this.#messages.has(smsId) ? 'delivered' : null);
  }
}
