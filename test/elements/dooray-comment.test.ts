import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { statuses, type Status, type Ticket } from '../../src/domain/types.js';
import { actionsFor } from '../../src/domain/rules.js';
import type { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import * as requests from '../../src/events/requests.js';
import { doorayHub, doorayTicket, doorayTransfer } from '../../stories/support/sample-dooray.js';
import { ready } from '../../stories/support/samples.js';
import { moreTextsIn, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, one, textOf } from '../support/in-hub.js';
import { aSession } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const words = '카드사에 확인 부탁드립니다.';
const html = `<p>${words}</p>`;

describe('the Dooray comment of a reply-composer', () => {
  let hub: FakeHub;

  async function open(ticket: Ticket = doorayTicket(), language: 'ko' | 'ja' | 'en' = 'ko'): Promise<ReplyComposer> {
    await import('../../src/elements/reply-composer/define.js');
    hub = doorayHub(language, ticket);
    const element = await inHub<ReplyComposer>(hub, '<reply-composer></reply-composer>');
    await until(() => all(element, '[data-tool=template]').length > 0, 'the tools');
    return element;
  }

  const button = (element: ReplyComposer) => all<HTMLButtonElement>(element, '[part=dooray-comment]')[0];
  const comments = () => hub.asked(requests.DoorayCommentRequest);

  async function write(element: ReplyComposer, text = words): Promise<void> {
    one(element, 'textarea').focus();
    await sendKeys({ type: text });
    await element.updateComplete;
  }

  async function task(
    element: ReplyComposer,
    state: 'running' | 'failed' | 'gone',
    kind: DeskError['kind'] = 'offline',
    code?: string,
  ) {
    const ticketId = hub.tickets.$currentId.get()!;
    const error = state === 'failed' ? new DeskError(kind, '', { content: { code } }) : undefined;
    hub.work.$tasks.set(state === 'gone' ? [] : [{ id: 'one', ticketId, action: 'dooray_comment', state, error }]);
    await element.updateComplete;
  }

  it('is there in its two states and in no other', async () => {
    const { agent, service, capabilities } = aSession();
    const actionsIn = (status: Status): Ticket => {
      const ticket = doorayTicket('ko', { status });
      return { ...ticket, actions: actionsFor(ticket, agent, { kind: service.kind, capabilities }) };
    };
    const element = await open();
    const found: Status[] = [];
    for (const status of statuses) {
      hub.tickets.$current.set(ready(actionsIn(status)));
      await element.updateComplete;
      if (button(element)) found.push(status);
    }
    expect(found).to.deep.equal(['dooray_transferred', 'dooray_in_progress']);
  });

  it('is not there while the transfer failed: there is no task', async () => {
    const element = await open();
    hub.tickets.$current.set(ready(doorayTicket('ko', { transfer: doorayTransfer('ko', { state: 'failed' }) })));
    await element.updateComplete;
    expect(button(element)).to.equal(undefined);
  });

  for (const language of ['ko', 'ja', 'en'] as const) {
    it(`is named in ${language}, and stands beside the other ways`, async () => {
      const element = await open(doorayTicket(language), language);
      expect(button(element)?.textContent?.trim()).to.equal(moreTextsIn(language).doorayComment.button);
      await expect(element).to.be.accessible();
    });
  }

  it('sends what is written, once, and empties the editor when it went', async () => {
    const element = await open();
    await write(element);
    button(element)?.click();
    expect(comments().map(({ ticketId, comment }) => ({ ticketId, comment }))).to.deep.equal([
      { ticketId: doorayTicket().ticketId, comment: { html } },
    ]);
    await task(element, 'running');
    expect(button(element)?.getAttribute('aria-disabled')).to.equal('true');
    expect(one(element, '[part=process]').textContent!.trim()).to.equal('처리하기');
    button(element)?.click();
    expect(comments()).to.have.lengthOf(1);
    await task(element, 'gone');
    expect(element.value).to.equal('');
    expect(textOf(element)).to.contain('코멘트를 Dooray!로 보냅니다.');
    expect(hub.asked(requests.TicketProcessRequest)).to.have.lengthOf(0);
  });

  it('works by keyboard', async () => {
    const element = await open();
    await write(element);
    button(element)?.focus();
    await sendKeys({ press: 'Enter' });
    expect(comments()).to.have.lengthOf(1);
  });

  it('keeps the text when it is refused, says why, and sends it again', async () => {
    const element = await open();
    await write(element);
    button(element)?.click();
    await task(element, 'running');
    await task(element, 'failed', 'denied');
    expect(element.value).to.equal(words);
    expect(textOf(element)).to.contain('이 작업을 할 권한이 없습니다.').and.contain('작성한 글은 그대로 있습니다.');
    button(element)?.click();
    expect(hub.asked(requests.TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['one']);
    expect(comments().map(({ comment }) => comment.html)).to.deep.equal([html, html]);
  });

  for (const [code, why] of [
    ['wrong_status', '업무를 처리하는 동안에만 코멘트를 보낼 수 있습니다.'],
    ['no_task', '아직 Dooray!에 등록된 업무가 없어'],
  ]) {
    it(`says what ${code} means, and nothing of mails`, async () => {
      const element = await open();
      await write(element);
      button(element)?.click();
      await task(element, 'running');
      await task(element, 'failed', 'conflict', code);
      const said = one(element, '.refusal').textContent;
      expect(said).to.contain(why).and.contain('작성한 글은 그대로 있습니다.').and.not.contain('메일');
    });
  }

  it('leaves what was typed while it was on its way', async () => {
    const element = await open();
    await write(element);
    button(element)?.click();
    element.value = '다른 글';
    await task(element, 'running');
    await task(element, 'gone');
    expect(element.value).to.equal('다른 글');
  });

  it('asks for words where there are none', async () => {
    const element = await open();
    button(element)?.click();
    await element.updateComplete;
    expect(comments()).to.have.lengthOf(0);
    expect(one(element, '#problem').textContent).to.contain('내용을 입력하세요.');
    expect(element.shadowRoot!.activeElement?.localName).to.equal('textarea');
  });

  it('takes the files of the draft along', async () => {
    const file = {
      attachmentId: 'e'.repeat(32),
      fileName: 'log.txt',
      contentType: 'text/plain',
      size: 12,
      inline: false,
    };
    const element = await open();
    const ticketId = doorayTicket().ticketId;
    const draft = { html, seq: 2, action: null, values: {}, attachments: [file], updatedAt: 1 };
    hub.tickets.$draft.set({ ticketId: 'other', draft: null, state: 'kept' });
    hub.tickets.$current.set(ready(doorayTicket('ko', { ticketId: 'other' })));
    hub.tickets.$currentId.set('other');
    await element.updateComplete;
    hub.tickets.$currentId.set(ticketId);
    hub.tickets.$current.set(ready(doorayTicket()));
    hub.tickets.$draft.set({ ticketId, draft, state: 'kept' });
    await element.updateComplete;
    button(element)?.click();
    expect(comments().map(({ comment }) => comment)).to.deep.equal([{ html, attachmentIds: ['e'.repeat(32)] }]);
  });

  it('needs no correction of words that no mail may hold', async () => {
    const element = await open(doorayTicket('ko', { status: 'dooray_transferred' }));
    const settings = hub.session.$settings.get();
    if (settings.status === 'ready') hub.session.$settings.set(ready({ ...settings.value, forbiddenWords: ['확인'] }));
    await write(element);
    button(element)?.click();
    expect(comments()).to.have.lengthOf(1);
  });
});
