import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { pickFromTree } from './support/fields.js';
import {
  answerIn,
  countOf,
  dialogOf,
  editorOf,
  figureOf,
  messagesWith,
  openTicket,
  openView,
  press,
  rowsOf,
  rowWith,
  says,
  seen,
  write,
} from './support/screen.js';

describe('answering', function () {
  this.timeout(60_000);
  let desk: Desk;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
  });
  afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
  });
  after(() => desk.close());

  /** A customer's mail that agent1 has claimed and opened. */
  async function claimed(name: string): Promise<{ hub: DeskHub; ticketId: string; subject: string }> {
    const subject = `${name} 문의`;
    const ticketId = await desk.receive({
      id: `${name}@customer.example`,
      from: `${name} <${name}@customer.example>`,
      subject,
      text: '처음 쓴 글입니다.',
    });
    const hub = await desk.open('agent1');
    await openView(hub, 'unassigned');
    await claim(hub, subject);
    await openView(hub, 'mine_processing');
    await openTicket(hub, subject);
    await seen(() => editorOf(hub), 'the editor');
    return { hub, ticketId, subject };
  }

  async function claim(hub: DeskHub, subject: string): Promise<void> {
    const row = await seen(() => rowWith(hub, subject), subject);
    await press(row, /^가져오기/);
    await press(await seen(() => dialogOf(hub), 'the choice of the group'), '가져오기');
    await seen(() => rowsOf(hub).length >= 0 && !rowWith(hub, subject), 'the list without the ticket');
  }

  const sentTo = (address: string) => desk.server.mail.mails.filter((mail) => mail.to === address);

  it('takes a mail from the list of all to an answer in the customer’s inbox', async () => {
    const hub = await desk.open('agent1');
    await openView(hub, 'unassigned');
    const [unassigned, processing, resolved, mine] = await seen(() => {
      const figures = ['all.unassigned', 'my.processing', 'my.resolvedToday'].map((name) => figureOf(hub, name));
      const all = [...figures, countOf(hub, 'mine_resolved')];
      return all.every((one) => one !== undefined) ? (all as number[]) : undefined;
    }, 'the board');
    await desk.receive({
      id: 'order-7@customer.example',
      from: 'Garam <garam@customer.example>',
      subject: '7번 주문이 오지 않았습니다',
      text: '지난주에 주문했는데 아직입니다.',
    });
    await seen(() => figureOf(hub, 'all.unassigned') === unassigned! + 1, 'the new ticket on the board');
    await claim(hub, '7번 주문이');
    await seen(() => figureOf(hub, 'all.unassigned') === unassigned, 'one less on the board');
    await seen(() => figureOf(hub, 'my.processing') === processing! + 1, 'one more of mine');

    await openView(hub, 'mine_processing');
    await openTicket(hub, '7번 주문이');
    await seen(() => messagesWith(hub, '지난주에 주문했는데').length === 1, 'what the customer wrote');
    await write(hub, '오늘 다시 보냈습니다.');
    await press(hub, '처리하기');

    await seen(() => messagesWith(hub, '오늘 다시 보냈습니다').length === 1, 'the answer in the history');
    await seen(() => !rowWith(hub, '7번 주문이'), 'the list without the ticket');
    await seen(() => figureOf(hub, 'my.resolvedToday') === resolved! + 1, 'one more resolved');
    await seen(() => countOf(hub, 'mine_resolved') === mine! + 1, 'one more in the menu');
    const mail = await seen(() => sentTo('garam@customer.example')[0], 'the mail');
    expect(mail.subject).to.equal('Re: 7번 주문이 오지 않았습니다');
    expect(mail.text).to.contain('오늘 다시 보냈습니다.');
    expect(mail.headers['In-Reply-To']).to.contain('order-7@customer.example');
    expect(answerIn(hub)).to.equal('');
  });

  it('asks before it resolves what the other side still has, and then does it', async () => {
    const { hub, ticketId, subject } = await claimed('away');
    await desk.execute(`update tickets set status = 'issue_transferred' where ticket_id = '${ticketId}'`);
    document.body.replaceChildren();
    const again = await desk.open('agent1');
    await openView(again, 'all');
    await openTicket(again, subject);
    await write(again, '기다리지 않고 답합니다.');
    await press(again, '처리하기');
    const dialog = await seen(() => dialogOf(again), 'the question');
    expect(sentTo('away@customer.example')).to.have.lengthOf(0);
    await press(dialog, '해결하기');
    await seen(() => messagesWith(again, '기다리지 않고 답합니다').length === 1, 'the answer');
    await seen(() => sentTo('away@customer.example').length === 1, 'the mail');
    expect(hub.isConnected).to.equal(false);
  });

  it('keeps the text when the customer writes meanwhile, and sends it once when pressed again', async () => {
    const { hub } = await claimed('again');
    await write(hub, '이 답변은 남아야 합니다.');
    await desk.receive({
      id: 'again-2@customer.example',
      from: 'again <again@customer.example>',
      subject: 'Re: again 문의',
      text: '하나 더 여쭙니다.',
      answers: 'again@customer.example',
    });
    await press(hub, '처리하기');
    await seen(() => says(hub, '그사이 고객이 다시 글을 썼거나'), 'why it was not sent');
    expect(answerIn(hub)).to.equal('이 답변은 남아야 합니다.');
    expect(sentTo('again@customer.example')).to.have.lengthOf(0);
    await seen(() => messagesWith(hub, '하나 더 여쭙니다').length === 1, 'what the customer added');
    await press(hub, '처리하기');
    await seen(() => messagesWith(hub, '이 답변은 남아야 합니다').length === 1, 'the answer');
    await seen(() => sentTo('again@customer.example').length === 1, 'the mail');
    expect(answerIn(hub)).to.equal('');
  });

  it('says that a handling type is missing, and resolves once it is chosen', async () => {
    await desk.execute(`update services set handling_type_required = true where service_id = 'demo'`);
    const { hub } = await claimed('type');
    await write(hub, '처리했습니다.');
    await press(hub, '처리하기');
    await seen(() => says(hub, '처리유형을 선택해야'), 'what is missing');
    expect(messagesWith(hub, '처리했습니다.')).to.have.lengthOf(0);
    await pickFromTree(hub, '처리유형', '재발송');
    // What was chosen counts at once, also while the server has yet to answer.
    await press(hub, '처리하기');
    await seen(() => messagesWith(hub, '처리했습니다.').length === 1, 'the answer');
    await seen(() => sentTo('type@customer.example').length === 1, 'the mail');
    await desk.execute(`update services set handling_type_required = false where service_id = 'demo'`);
  });

  it('keeps a draft through moves of the console and for a new one', async () => {
    const { hub, subject } = await claimed('draft');
    await write(hub, '아직 다 쓰지 않았습니다.');
    await seen(() => says(hub, '저장됨'), 'that the draft is kept');
    const console = hub.querySelector('ticket-console')!;
    const frame = console.parentElement!;
    console.remove();
    frame.append(console);
    await seen(() => answerIn(hub) === '아직 다 쓰지 않았습니다.', 'the text after the move');
    hub.remove();
    const other = await desk.open('agent1');
    await openView(other, 'mine_processing');
    await openTicket(other, subject);
    await seen(() => answerIn(other) === '아직 다 쓰지 않았습니다.', 'the text in a new console');
  });
});
