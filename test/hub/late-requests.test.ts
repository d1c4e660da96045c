import { expect } from '@open-wc/testing';
import { MailRequest } from '../../src/events/requests.js';
import { createHandlers, type HandlerParts } from '../../src/hub/request-handlers.js';
import { createWork } from '../../src/hub/work.js';
import { settle } from '../support/until.js';

describe('a request whose part of the kit does not load', () => {
  it('fails for its own ticket and step, so that it can be asked for again', async () => {
    const work = createWork();
    const handlers = createHandlers({
      work,
      tickets: { reload: {} },
      session: { session: {}, settings: {} },
      board: {},
      preferences: {},
      jobs: {},
      late: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      signal: () => new AbortController().signal,
    } as unknown as HandlerParts);
    const ask = handlers[MailRequest.type] as (event: MailRequest) => void;
    ask(new MailRequest('T1', 'm1', 'undo'));
    ask(new MailRequest('T1', 'm2', 'retry'));
    await settle();
    const told = work.$tasks.get().map(({ ticketId, action, state }) => [ticketId, action, state]);
    expect(told).to.deep.equal([
      ['T1', 'undo_mail', 'failed'],
      ['T1', 'mail_retry', 'failed'],
    ]);
  });
});
