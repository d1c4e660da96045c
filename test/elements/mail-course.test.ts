import { expect } from '@open-wc/testing';
import { DeskError } from '../../src/base/desk-error.js';
import { MailRequest } from '../../src/events/requests.js';
import type { MailState } from '../../src/domain/types.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, textOf } from '../support/in-hub.js';
import { anEntry, aTicket, hubWith, now } from '../support/open-ticket.js';
import { until } from '../support/until.js';
import type { LitElement } from 'lit';

const { ticketId } = aTicket();
const mail: MailState = {
  mailId: 'd'.repeat(32),
  to: 'a@example.com',
  state: 'queued',
  until: now + 20_000,
  answer: null,
};
const reply = (change: Partial<MailState> = {}) =>
  anEntry(1, {
    kind: 'reply',
    author: { role: 'agent', usercode: 'agent1', name: '김상담' },
    mail: { ...mail, ...change },
  });

async function mount(hub: FakeHub): Promise<LitElement> {
  await import('../../src/elements/ticket-history/define.js');
  const element = await inHub<LitElement>(hub, '<ticket-history></ticket-history>');
  await until(() => element.shadowRoot!.querySelector('.mail-steps') !== null, 'the steps');
  return element;
}

const task = (hub: FakeHub, action: 'undo_mail' | 'mail_retry', error?: DeskError): void => {
  hub.work.$tasks.set([{ id: 't1', ticketId, action, state: error ? 'failed' : 'running', error }]);
};

describe('what can be done about a mail', () => {
  it('is said once it is under way, without an update that asks for another', async () => {
    const { warn } = console;
    const said: unknown[] = [];
    // eslint-disable-next-line no-console -- what the element says is what is asked
    console.warn = (...words: unknown[]) => void said.push(...words);
    try {
      const element = await mount(hubWith(aTicket(), [reply()]));
      await until(() => textOf(element).includes('a@example.com에게 메일을 보냅니다.'), 'what is said');
      expect(said.join()).not.to.contain('change-in-update');
    } finally {
      // eslint-disable-next-line no-console -- as above
      console.warn = warn;
    }
  });

  it('is taken back once, and can be tried again where that failed', async () => {
    const hub = hubWith(aTicket(), [reply()]);
    const element = await mount(hub);
    const undo = named(element, '발송 취소');
    undo.click();
    undo.click();
    expect(hub.asked(MailRequest).map(({ what }) => what)).to.deep.equal(['undo']);
    task(hub, 'undo_mail');
    task(hub, 'undo_mail', new DeskError('offline', 'gone'));
    await element.updateComplete;
    await until(() => all(element, '[role=alert]').length === 1, 'why it failed');
    named(element, '발송 취소').click();
    expect(hub.asked(MailRequest)).to.have.length(2);
  });

  it('is told at the mail and not over the ticket as well', async () => {
    await import('../../src/elements/ticket-detail/define.js');
    const hub = hubWith(aTicket(), [reply({ state: 'failed', until: null })]);
    const detail = await inHub<LitElement>(hub, '<ticket-detail></ticket-detail>');
    for (const action of ['undo_mail', 'mail_retry'] as const) {
      task(hub, action, new DeskError('server', 'no'));
      await detail.updateComplete;
      expect(all(detail, '[role=alert]').length, action).to.equal(0);
    }
  });
});
