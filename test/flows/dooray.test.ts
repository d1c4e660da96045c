import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { moreTextsIn, textsIn } from '../support/fake-hub.js';
import { AtDooray, transferred } from './support/dooray.js';
import { startDesk, type Desk } from './support/desk.js';
import { Network, unanswered } from './support/network.js';
import { answerIn, button, dialogOf, figureOf, inside, press, says, seen, visible, write } from './support/screen.js';
import { mailFor, openById } from './support/steps.js';

const words = '카드사 접수 번호를 알려 주세요.';
const html = `<p>${words}</p>`;
const commenting = /^POST .*\/dooray\/comment\.json$/;
const making = /^POST .*\/posts$/;
const logging = /^POST .*\/logs$/;

describe('a ticket at Dooray!', function () {
  this.timeout(60_000);
  let desk: Desk;
  let there: AtDooray;
  let network: Network;
  let hub: DeskHub;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    there = new AtDooray(desk);
    network = new Network(desk.server, 'agent1');
    hub = await desk.open('agent1', network);
  });
  afterEach(() => {
    there.faults.end();
    network.clear();
    hub.lang = 'ko';
    sessionStorage.clear();
  });
  after(() => desk.close());

  const info = () => inside(hub, 'ticket-info')!;
  const composer = () => inside(hub, 'reply-composer')!;
  const notice = () => inside(hub, 'transfer-notice');
  const commentButton = () => button(composer(), 'Dooray 코멘트');
  const isAway = (status: string) => says(info(), status);

  /** The ticket is open, and its task is there. */
  async function open(name: string): Promise<{ ticketId: string; taskId: string }> {
    const ticketId = await transferred(desk, name);
    await openById(hub, ticketId);
    const taskId = await seen(() => there.tasks(name)[0], 'the task');
    await seen(commentButton, 'the way to comment');
    return { ticketId, taskId };
  }

  /** What the conversation says, opened from the ticket. */
  async function conversation(): Promise<ShadowRoot> {
    const shown = () => inside(hub, 'dooray-conversation');
    if (!shown()) await press(info(), 'Dooray! 대화 내역');
    return seen(shown, 'the conversation');
  }

  async function close(): Promise<void> {
    await press(inside(hub, 'side-tools')!, 'Dooray! 대화 내역 닫기');
    await seen(() => !inside(hub, 'dooray-conversation'), 'the end of the conversation');
  }

  it('goes through its states as the task does, and talks with it from both sides', async () => {
    const { taskId } = await open('both-sides');
    await write(hub, words);
    (await seen(commentButton, 'the button')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => there.comments(taskId).length > 0, 'the comment there');
    expect(there.comments(taskId)[0]).to.contain(words);
    await seen(() => says(composer(), '코멘트를 Dooray!로 보냅니다.'), 'that it was sent');
    expect(answerIn(hub)).to.equal('');
    await there.move(taskId, 'working');
    await seen(() => isAway('Dooray 진행중'), 'that it is worked on');
    const layer = await conversation();
    await seen(() => says(layer, words), 'our comment');
    await there.comment(taskId, '<p>접수 번호는 <b>0042</b>입니다.</p>');
    await seen(() => says(layer, '접수 번호는 0042입니다.'), 'their comment');
    expect(visible(layer, 'article').length).to.equal(2);
    await close();
    await there.move(taskId, 'closed');
    await seen(() => isAway('Dooray 답변완료'), 'that it is answered');
    await seen(() => !commentButton(), 'no way to comment');
    await there.move(taskId, 'registered');
    await seen(() => isAway('Dooray 이관완료') && commentButton(), 'that it is to do again');
  });

  it('gets a comment once, whose answer was lost on its way here', async () => {
    const { taskId } = await open('lost-answer');
    await write(hub, words);
    network.trap(commenting, unanswered);
    await press(composer(), 'Dooray 코멘트');
    await seen(() => answerIn(hub) === '' && network.isQuiet, 'that it was sent');
    await seen(() => there.comments(taskId).length > 0, 'the comment there');
    await desk.server.worker.drain();
    expect(there.comments(taskId)).to.have.lengthOf(1);
    const layer = await conversation();
    await seen(() => says(layer, words), 'our comment');
    expect(visible(layer, 'article').length).to.equal(1);
    await close();
  });

  it('tells a comment that was refused there, and sends it again once', async () => {
    const { taskId } = await open('refused-comment');
    there.faults.begin({ kind: 403, call: logging });
    await write(hub, words);
    await press(composer(), 'Dooray 코멘트');
    const layer = await conversation();
    await seen(() => says(layer, 'Dooray!가 권한을 거부했습니다.'), 'the refusal');
    expect(there.comments(taskId)).to.have.lengthOf(0);
    there.faults.end();
    await press(layer, '다시 보내기');
    await seen(() => there.comments(taskId).length > 0, 'the comment there');
    await seen(() => !says(layer, '보내지 못했습니다.') && !says(layer, '보내는 중입니다.'), 'that it was sent');
    expect(there.comments(taskId)).to.have.lengthOf(1);
    await close();
  });

  it('tells a transfer that failed, and goes there once when it is sent again', async () => {
    there.faults.begin({ kind: 403, call: making });
    const ticketId = await transferred(desk, 'failed-transfer');
    await openById(hub, ticketId);
    await seen(() => notice() && says(notice()!, 'Dooray!로 이관하지 못했습니다.'), 'the failure');
    expect(says(notice()!, 'Dooray!가 권한을 거부했습니다.')).to.equal(true);
    there.faults.end();
    await press(notice()!, '다시 보내기');
    await seen(() => !says(notice()!, '이관하지 못했습니다.') && !says(notice()!, '이관하는 중입니다.'), 'its end');
    expect(there.tasks('failed-transfer')).to.have.lengthOf(1);
    expect(isAway('Dooray 이관완료')).to.equal(true);
  });

  it('comes back from a transfer that failed when it is withdrawn', async () => {
    there.faults.begin({ kind: 403, call: making });
    const ticketId = await transferred(desk, 'withdrawn-transfer');
    await openById(hub, ticketId);
    await seen(() => notice() && says(notice()!, 'Dooray!로 이관하지 못했습니다.'), 'the failure');
    (await seen(() => button(notice()!, '이관 취소'), 'the way back')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => isAway('처리중') && !says(notice()!, '이관하지 못했습니다.'), 'that it is back');
    expect(there.tasks('withdrawn-transfer')).to.have.lengthOf(0);
    expect(commentButton()).to.equal(undefined);
  });

  it('keeps what was written for it while there is no way to the server, and over another ticket', async () => {
    const { ticketId, taskId } = await open('kept-words');
    const other = await mailFor(desk, 'another-ticket', true);
    await write(hub, words);
    network.offline();
    await press(composer(), 'Dooray 코멘트');
    expect(answerIn(hub)).to.equal(words);
    network.online();
    await seen(() => answerIn(hub) === '', 'that it was sent');
    await openById(hub, other);
    expect(commentButton()).to.equal(undefined);
    await openById(hub, ticketId);
    await seen(() => there.comments(taskId).length > 0, 'the comment there');
    expect(there.comments(taskId)).to.have.lengthOf(1);
    expect(there.comments(taskId)[0]).to.contain(html);
  });

  it('has the customer informed when issue management asks for it, which hears that it was done', async () => {
    const ticketId = await mailFor(desk, 'guided', true);
    const { issue } = (await desk.call('agent1', 'GET', 'transfer/targets.json')) as {
      issue: readonly { serviceId: string; submissionTypes: readonly { id: number }[] }[];
    };
    const { transfer } = (await desk.call('agent1', 'POST', `tickets/${ticketId}/transfer/issue.json`, {
      service: issue[0]!.serviceId,
      categoryId: issue[0]!.submissionTypes[0]!.id,
      subject: 'guided',
      content: html,
      fields: {},
      attachments: [],
    })) as { transfer: { linkedId: string } };
    // The two services do not speak one language.
    const [here, there] = [moreTextsIn('en').transferNotice, moreTextsIn('ja').transferNotice];
    hub.lang = 'en';
    await openById(hub, ticketId);
    const before = (await seen(() => figureOf(hub, 'my.customerGuidance'), 'the figure')) as number;
    const issueDesk = await desk.open('issue1', new Network(desk.server, 'issue1', 'demoissue'));
    issueDesk.lang = 'ja';
    await openById(issueDesk, transfer.linkedId);
    const asking = () => inside(issueDesk, 'transfer-notice');
    (await seen(() => asking() && button(asking()!, there.ask), 'the way to ask')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => dialogOf(issueDesk), 'the question');
    await sendKeys({ type: '하루 늦어진다고 안내해 주세요.' });
    await press(dialogOf(issueDesk)!, there.askSubmit);
    await seen(() => says(asking()!, there.waiting), 'that it was asked');
    await seen(() => notice() && says(notice()!, '하루 늦어진다고 안내해 주세요.'), 'what is asked for');
    await seen(() => figureOf(hub, 'my.customerGuidance') === before + 1, 'the figure');
    expect(isAway(textsIn('en').status.issue_transferred)).to.equal(true);
    (await seen(() => button(notice()!, here.done), 'the end of it')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => !says(notice()!, '하루 늦어진다고'), 'the end of the notice');
    await seen(() => figureOf(hub, 'my.customerGuidance') === before, 'the figure');
    await seen(() => says(asking()!, there.told({ at: '' }).trim()), 'that issue management heard of it');
    const begun = await desk.query(`select 1 from drafts where kind = 'guidance' and not ended`);
    expect(begun).to.deep.equal([]);
    issueDesk.remove();
  });
});
