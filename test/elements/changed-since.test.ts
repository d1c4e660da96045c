import { expect } from '@open-wc/testing';
import type { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import { EntryShowRequest, TicketProcessRequest } from '../../src/events/requests.js';
import type { HistoryEntry, Ticket, Transfer } from '../../src/domain/types.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { anEntry, aTicket, hubWith } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const aTransfer: Transfer = {
  kind: 'dooray',
  linkedId: null,
  taskId: null,
  to: '데모 / 배송',
  url: null,
  state: 'sent',
  problem: null,
  at: 1_763_800_000_000,
  by: { usercode: 'agent1', name: '김상담' },
};

describe('an answer that was written to another state of the ticket', () => {
  let hub: FakeHub;
  let element: ReplyComposer;

  const turn = (change: Partial<Ticket>): void =>
    hub.tickets.$current.set({ status: 'ready', value: { ...aTicket(), ...change } });
  const tell = (...entries: HistoryEntry[]): void =>
    hub.tickets.$history.set({ status: 'ready', value: [anEntry(1), ...entries] });
  const answerOf = (id: number, usercode: string, name: string): HistoryEntry =>
    ({ ...anEntry(id), kind: 'hold', author: { role: 'agent', usercode, name } }) as HistoryEntry;
  const panel = () => all(element, '.changed-since');

  beforeEach(async () => {
    await import('../../src/elements/reply-composer/define.js');
    hub = hubWith(aTicket(), [anEntry(1)]);
    hub.tickets.$draft.set({ ticketId: aTicket().ticketId, draft: null, state: 'kept' } as never);
    element = await inHub<ReplyComposer>(hub, '<reply-composer></reply-composer>');
    await until(() => all(element, '.toolbar').length > 0, 'the tools');
    element.value = '곧 보내 드리겠습니다.';
    await element.updateComplete;
  });

  const process = async (): Promise<number> => {
    one(element, '[part=process]').click();
    await element.updateComplete;
    return hub.asked(TicketProcessRequest).length;
  };

  it('goes as it is where nothing changed', async () => {
    expect(await process()).to.equal(1);
    expect(panel()).to.have.lengthOf(0);
  });

  it('is stopped when the customer wrote again: the message can be seen, and then it goes', async () => {
    tell(anEntry(2));
    await element.updateComplete;
    expect(await process()).to.equal(0);
    expect(textOf(element)).to.contain('고객이 다시 글을 썼습니다.');
    expect(element.value).to.equal('곧 보내 드리겠습니다.');
    await until(() => element.shadowRoot?.activeElement === panel()[0], 'the keyboard at what changed, on no button');
    await expect(element).to.be.accessible();
    one(element, '.since-show').click();
    expect(hub.asked(EntryShowRequest)[0]).to.include({ entryId: 2 });
    named(element, '확인했습니다. 그대로 보내기').click();
    await element.updateComplete;
    expect(hub.asked(TicketProcessRequest)).to.have.lengthOf(1);
    expect(panel()).to.have.lengthOf(0);
  });

  it('is stopped when somebody else processed the ticket, and is told who and how', async () => {
    turn({ status: 'pending', assignee: { usercode: 'agent2', name: '이상담' } });
    tell(answerOf(2, 'agent2', '이상담'));
    await element.updateComplete;
    expect(await process()).to.equal(0);
    expect(textOf(element)).to.contain('이상담 님이 상태를 바꾸었습니다');
    expect(textOf(element)).to.contain('담당자가 이상담 님으로 바뀌었습니다.');
    named(element, '계속 작성').click();
    await element.updateComplete;
    expect(panel()).to.have.lengthOf(0);
    expect(await process()).to.equal(1);
  });

  describe('that is transferred meanwhile', () => {
    const transferBy = (usercode: string, status: Ticket['status'] = 'dooray_transferred') =>
      turn({ status, transfer: { ...aTransfer, by: { usercode, name: '이상담' } } });

    it('is not stopped where the agent did it', async () => {
      transferBy('agent1');
      await element.updateComplete;
      await process();
      expect(panel()).to.have.lengthOf(0);
      // What is elsewhere is resolved only by who says so twice.
      named(element, '해결하기').click();
      await element.updateComplete;
      expect(hub.asked(TicketProcessRequest)).to.have.lengthOf(1);
      expect(panel()).to.have.lengthOf(0);
    });

    it('is stopped where somebody else did it, or has taken it up there', async () => {
      transferBy('agent2');
      await element.updateComplete;
      expect(await process()).to.equal(0);
      transferBy('agent1');
      await element.updateComplete;
      expect(panel(), 'by the agent after all').to.have.lengthOf(0);
      transferBy('agent1', 'dooray_in_progress');
      await element.updateComplete;
      expect(panel()).to.have.lengthOf(1);
      expect(await process()).to.equal(0);
    });
  });

  it('is not stopped by what the agent did', async () => {
    turn({ status: 'pending' });
    tell(answerOf(2, 'agent1', '김상담'));
    await element.updateComplete;
    expect(await process()).to.equal(1);
  });
});
