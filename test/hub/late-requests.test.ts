import { expect } from '@open-wc/testing';
import { MailRequest, TicketTransferRequest } from '../../src/events/requests.js';
import { createLateRequests } from '../../src/hub/late-requests.js';
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
      notices: {},
      channels: {},
      conversation: {},
      calls: {},
      sms: {},
      chat: {},
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

/** Takes whatever is done with it. */
const anything: never = new Proxy(() => anything, {
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : anything),
}) as never;

describe('the requests that no first screen makes', () => {
  it('are each done by somebody', async () => {
    const left = new Set<string>();
    const late = new Proxy({}, { get: (_, type) => void (type !== 'then' && left.add(String(type))) });
    const own: Readonly<Record<string, unknown>> = {
      late: () => Promise.resolve(late),
      signal: () => new AbortController().signal,
    };
    const parts = new Proxy({}, { get: (_, name) => own[String(name)] ?? anything });
    for (const [type, handle] of Object.entries(createHandlers(parts as HandlerParts))) {
      const event = { type, transfer: { issue: {} } };
      try {
        handle(event as never);
      } catch {
        // What is done at once needs more than this.
      }
    }
    await settle();
    expect(left).to.include(TicketTransferRequest.type);
    expect(Object.keys(createLateRequests(anything))).to.include.members([...left]);
  });
});
