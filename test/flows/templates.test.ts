import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { TreeNode } from '../../src/domain/types.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { innermostFocus } from '../../src/base/dialog.js';
import { startDesk, type Desk } from './support/desk.js';
import { enter, focusOn, retype, tabTo } from './support/keyboard.js';
import {
  answerIn,
  button,
  dialogOf,
  editorOf,
  inside,
  messagesWith,
  press,
  rowsOf,
  says,
  seen,
  visible,
} from './support/screen.js';
import { act, openById } from './support/steps.js';

const subject = '초대장이 오지 않았습니다';
const greeting = '초대장을 다시 보냈습니다. ';

interface Logged {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('templates and triggers', function () {
  this.timeout(60_000);
  // Each goes on from what the one before it left.
  this.bail(true);
  let desk: Desk;
  let hub: DeskHub;
  let ticketId: string;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    await desk.execute(`update services set undo_seconds = 20 where service_id = 'demo'`);
  });
  after(() => desk.close());

  /** Opens what a command opens, found by its name. */
  async function command(name: string): Promise<HTMLElement> {
    rowsOf(hub)[0]!.focus();
    await pressKeys('Control', 'k');
    await focusOn('dialog input');
    await retype(name);
    await sendKeys({ press: 'Enter' });
    return seen(() => {
      const dialog = dialogOf(hub);
      return dialog && says(dialog, name) ? dialog : undefined;
    }, name);
  }

  /** Goes by the tab key to the field of a form, and types or chooses. */
  async function fill(selector: string, text: string): Promise<void> {
    await tabTo(selector);
    const field = innermostFocus();
    if (!(field instanceof HTMLSelectElement)) return retype(text);
    const at = [...field.options].findIndex((option) => option.text === text);
    expect(at, text).to.be.greaterThan(-1);
    await sendKeys({ press: 'Home' });
    for (let steps = 0; steps < at; steps++) await sendKeys({ press: 'ArrowDown' });
  }

  const mails = () => desk.server.mail.mails.filter(({ to }) => to === 'garam@guest.example');

  it('are made by an administrator who has no mouse', async () => {
    hub = await desk.open('admin1');
    const templates = await command('템플릿 관리');
    await enter(templates, '새 템플릿');
    await fill('[name=name]', '초대장 재발송');
    await fill('[name=code]', 'invite');
    await tabTo('[name=whose]');
    await sendKeys({ press: 'ArrowDown' });
    await seen(() => visible(templates, '.rich .editor').length === 1, 'the editor');
    await tabTo('.editor');
    await sendKeys({ type: greeting });
    await enter(templates, '고객 이름');
    await enter(templates, '저장하기');
    await seen(() => says(templates, '「초대장 재발송」 템플릿을 저장했습니다.'), 'that the template is kept');
    await sendKeys({ press: 'Escape' });
    await seen(() => !dialogOf(hub), 'the console');

    const triggers = await command('트리거 관리');
    await enter(triggers, '새 트리거');
    await fill('[name=name]', '초대장은 이준호에게');
    await enter(triggers, '조건 추가');
    await tabTo('[name="conditions.0.values"]');
    await retype('초대장');
    await enter(triggers, '실행 동작 추가');
    await fill('[name="actions.0.kind"]', '상담원 지정');
    await fill('[name="actions.0.groupId"]', '주문·배송');
    await fill('[name="actions.0.usercode"]', '이준호');
    await enter(triggers, '저장하기');
    await seen(() => says(triggers, '「초대장은 이준호에게」 트리거를 저장했습니다.'), 'that the trigger is kept');
    hub.remove();
    sessionStorage.clear();
  });

  it('assign a mail that fits, and its events name the trigger', async () => {
    hub = await desk.open('agent1');
    ticketId = await desk.receive({
      id: 'invite-1@guest.example',
      from: 'Garam <garam@guest.example>',
      subject,
      text: '어제까지 온다고 했는데 아직입니다.',
    });
    await openById(hub, ticketId);
    await enter(inside(hub, 'ticket-info')!, '모든 정보');
    await enter(inside(hub, 'ticket-info')!, '이벤트 보기');
    const events = await seen(() => inside(hub, 'ticket-events'), 'the events');
    await seen(() => says(events, '트리거 「초대장은 이준호에게」'), 'the trigger');
    expect(says(events, '(없음) → 이준호')).to.equal(true);
    await enter(inside(hub, 'side-tools')!, '이벤트 닫기');
    await seen(() => !inside(hub, 'ticket-events'), 'the console');
  });

  it('fill an answer by their code, as one step that can be taken back', async () => {
    (await seen(() => editorOf(hub), 'the editor')).focus();
    await sendKeys({ type: '/invite' });
    await seen(() => answerIn(hub) === '/invite', 'the code');
    await sendKeys({ press: 'Tab' });
    await seen(() => answerIn(hub) === `${greeting}Garam`, 'the template');
    await pressKeys('Control', 'z');
    await seen(() => answerIn(hub) === '/invite', 'what was typed');
    await pressKeys('Control', 'Shift', 'z');
    await seen(() => answerIn(hub) === `${greeting}Garam`, 'the template again');
    const [used] = await desk.query<{ used: number }>(`select used from templates where code = 'invite'`);
    expect(used?.used).to.equal(1);
  });

  it('stop at a word that may not be sent, in the editor and in the preview', async () => {
    (await seen(() => editorOf(hub), 'the editor')).focus();
    await sendKeys({ type: ' 바보' });
    await pressKeys('Control', 'Enter');
    await seen(() => says(inside(hub, 'reply-composer')!, '바보') && hasNote(), 'the word');
    expect(mails()).to.have.lengthOf(0);
    await pressKeys('Control', 'Shift', 'Enter');
    const dialog = await seen(() => dialogOf(hub), 'the preview');
    await seen(() => says(dialog, '「바보」 1곳'), 'the word in the preview');
    expect(button(dialog, '해결하기')).to.equal(undefined);
    await focusOn('.correct');
    await sendKeys({ press: 'Enter' });
    // The word itself is marked for the agent to type over.
    await seen(() => innermostFocus() === editorOf(hub), 'the text');
    await sendKeys({ press: 'Backspace' });
    await seen(() => answerIn(hub)?.trimEnd() === `${greeting}Garam`, 'the text without it');
  });

  it('show the mail as it will be, and resolve from there', async () => {
    await pressKeys('Control', 'Shift', 'Enter');
    const dialog = await seen(() => dialogOf(hub), 'the preview');
    await seen(() => says(dialog, 'garam@guest.example') && says(dialog, `${greeting}Garam`), 'the mail');
    expect(says(dialog, `Re: ${subject}`)).to.equal(true);
    await enter(dialog, '해결하기');
    await seen(() => messagesWith(hub, greeting).length === 1 && answerIn(hub) === '', 'the answer in the history');
    expect(mails()).to.have.lengthOf(0);
  });

  it('come back as a draft when the mail is taken back, and go out once when resolved again', async () => {
    await press(inside(hub, 'ticket-history')!, '발송 취소');
    await seen(() => answerIn(hub)?.trimEnd() === `${greeting}Garam`, 'the text');
    await seen(() => says(inside(hub, 'ticket-info')!, '처리중'), 'the former status');
    await desk.server.worker.drain();
    expect(mails()).to.have.lengthOf(0);
    await desk.execute(`update services set undo_seconds = 0 where service_id = 'demo'`);
    await seen(() => editorOf(hub), 'the editor');
    editorOf(hub)!.focus();
    await pressKeys('Control', 'Enter');
    await seen(() => answerIn(hub) === '', 'the end');
    await desk.server.worker.drain();
    await seen(() => mails().length === 1, 'the mail');
    expect(mails()[0]?.text).to.contain(`${greeting}Garam`);
    const events = await desk.query<Logged>(
      `select kind, data from ticket_events where ticket_id = '${ticketId}' order by id`,
    );
    const kinds = events.map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['created', 'assigned', 'resolved', 'mail_withdrawn', 'resolved']);
    expect(events[1]?.data['trigger']).to.equal('초대장은 이준호에게');
  });

  it('are told before that no mail follows where the customer has no address', async () => {
    const { categories } = (await desk.call('agent1', 'GET', 'settings.json')) as { categories: readonly TreeNode[] };
    const made = (await desk.call('agent1', 'POST', 'tickets.json', {
      categoryId: categories[0]!.id,
      subject: '전화로 들어온 문의',
      html: '<p>전화로 물었습니다.</p>',
      endUser: { usercode: null, name: '나래', email: null, phone: null },
      fields: { privacyAgree: true },
      attachmentIds: [],
    })) as { ticketId: string };
    await act(desk, 'agent1', made.ticketId, 'POST', 'claim.json', { groupId: 1 });
    await openById(hub, made.ticketId);
    expect(says(inside(hub, 'reply-composer')!, '고객의 이메일 주소가 없어 메일을 보내지 않습니다.')).to.equal(true);
    (await seen(() => editorOf(hub), 'the editor')).focus();
    await sendKeys({ type: '전화로 답했습니다.' });
    await pressKeys('Control', 'Shift', 'Enter');
    const dialog = await seen(() => dialogOf(hub), 'the preview');
    await seen(() => says(dialog, '답변은 처리 내역에만 남습니다.'), 'that no mail follows');
    await sendKeys({ press: 'Escape' });
    await seen(() => !dialogOf(hub), 'the answer');
    expect(answerIn(hub)).to.equal('전화로 답했습니다.');
    await seen(() => says(hub, '저장됨'), 'that the text is kept');
  });

  const hasNote = (): boolean => visible(inside(hub, 'reply-composer')!, '.forbidden-note').length === 1;
});

/** Presses a key while others are held. */
async function pressKeys(...keys: readonly string[]): Promise<void> {
  const held = keys.slice(0, -1);
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: keys.at(-1)! });
  for (const key of held.toReversed()) await sendKeys({ up: key });
}
