import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { MailPreview } from '../../src/domain/mail-preview.js';
import { PreviewDialog, type PreviewedAnswer } from '../../src/elements/preview-dialog/preview-dialog.js';
import { TicketProcessRequest } from '../../src/events/requests.js';
import { answerHub, blockedPreview, samplePreview } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { aTicket } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

const answer = { ticketId: aTicket().ticketId, action: 'hold', html: '<p>글</p>', attachmentIds: ['a'] } as const;

function previewing(preview: () => Promise<MailPreview>): { hub: FakeHub; asked: unknown[] } {
  const hub = answerHub();
  const asked: unknown[] = [];
  Object.assign(hub.answers, {
    preview: (...what: unknown[]) => {
      asked.push(what.slice(0, 2));
      return preview();
    },
  });
  return { hub, asked };
}

async function open(hub: FakeHub, answered: PreviewedAnswer = answer): Promise<PreviewDialog> {
  await import('../../src/elements/preview-dialog/define.js');
  const dialog = await inHub<PreviewDialog>(hub, '<preview-dialog></preview-dialog>');
  await dialog.show(answered);
  await settle();
  await dialog.updateComplete;
  // What makes mails safe is loaded when the first one is shown.
  await until(() => all(dialog, '.message-body').every((body) => body.hasChildNodes()), 'the mail');
  return dialog;
}

describe('preview-dialog', () => {
  it('is not defined by importing the class, and shows nothing until it is opened', async () => {
    expect(PreviewDialog.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/preview-dialog/define.js');
    expect(textOf(await fixture(html`<preview-dialog></preview-dialog>`))).to.equal('');
    expect(textOf(await inHub(answerHub(), '<preview-dialog></preview-dialog>'))).to.equal('');
  });

  it('names the files that go with the mail', async () => {
    const { hub, asked } = previewing(() => Promise.resolve(samplePreview()));
    const dialog = await open(hub, {
      ...answer,
      files: [{ attachmentId: 'a', fileName: '환불 안내.pdf', size: 2048 }],
    });
    const { ticketId, ...values } = answer;
    expect(asked).to.deep.equal([[ticketId, values]]);
    expect(one(dialog, '.file').textContent).to.equal('환불 안내.pdf (2kB)');
    await expect(dialog).to.be.accessible();
  });

  it('shows the mail as the customer gets it', async () => {
    const { hub, asked } = previewing(() => Promise.resolve(samplePreview()));
    const dialog = await open(hub);
    const { ticketId, ...values } = answer;
    expect(asked).to.deep.equal([[ticketId, values]]);
    const facts = all(dialog, 'dd').map((fact) => fact.textContent);
    expect(facts).to.deep.equal([
      'minji.park@example.com',
      '데모 상담 <help@demo.example>',
      'Re: 주문 취소 후 카드 환불이 아직 되지 않았습니다',
    ]);
    expect(one(dialog, '.message-body h2').textContent).to.equal('데모 상담');
    await expect(dialog).to.be.accessible();
  });

  it('runs nothing that a mail brings', async () => {
    const preview = samplePreview();
    const body = {
      ...preview.mail!.body,
      html: '<p>글<img src="x" onerror="globalThis.ran = 1"></p><script></script>',
    };
    const { hub } = previewing(() => Promise.resolve({ ...preview, mail: { ...preview.mail!, body } }));
    const dialog = await open(hub);
    expect(one(dialog, '.message-body').innerHTML).not.to.contain('onerror').and.not.to.contain('script');
  });

  it('names and marks what may not be sent, and cannot be processed then', async () => {
    const { hub } = previewing(() => Promise.resolve(blockedPreview()));
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('금칙어가 있어 보낼 수 없습니다').and.contain('「바보」 1곳');
    expect(one(dialog, 'mark').textContent).to.equal('바보');
    const process = named(dialog, '보류하기');
    expect(process.getAttribute('aria-disabled')).to.equal('true');
    process.click();
    expect(hub.asked(TicketProcessRequest)).to.deep.equal([]);
    expect(dialog.shadowRoot!.activeElement?.textContent?.trim()).to.equal('고치러 가기');
    await expect(dialog).to.be.accessible();
    let corrected = 0;
    dialog.addEventListener('correct', () => void corrected++);
    await sendKeys({ press: 'Enter' });
    expect(corrected).to.equal(1);
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
  });

  it('names the codes that the ticket has no value for, and cannot be processed until they are gone', async () => {
    const { hub } = previewing(() =>
      Promise.resolve(samplePreview('ko', { blocked: true, codes: ['customer.phone'] })),
    );
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('{{customer.phone}}').and.not.contain('금칙어');
    expect(named(dialog, '보류하기').getAttribute('aria-disabled')).to.equal('true');
    await expect(dialog).to.be.accessible();
  });

  it('says what cannot be sent as it is', async () => {
    const fields = [{ field: 'html', code: 'too_big', message: 'x' }];
    const { hub } = previewing(() => Promise.reject(new DeskError('invalid', 'refused', { fields })));
    expect(textOf(await open(hub))).to.contain('담을 수 있는 분량을 넘었습니다');
  });

  it('marks a word also where it runs over several elements', async () => {
    const preview = blockedPreview();
    const body = { ...preview.mail!.body, html: '<p>이런 <b>바</b>보 같은</p>', text: '이런 바보 같은' };
    const { hub } = previewing(() => Promise.resolve({ ...preview, mail: { ...preview.mail!, body } }));
    const dialog = await open(hub);
    expect(all(dialog, 'mark').map((mark) => mark.textContent)).to.deep.equal(['바', '보']);
  });

  it('says before it is sent that there is no address', async () => {
    const { hub } = previewing(() => Promise.resolve(samplePreview('ko', { mail: null, why: 'no_address' })));
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('고객의 이메일 주소가 없어 메일을 보내지 않습니다.');
    expect(named(dialog, '보류하기').getAttribute('aria-disabled')).to.equal(null);
  });

  it('processes from the preview, unless whoever opened it does that', async () => {
    const { hub } = previewing(() => Promise.resolve(samplePreview()));
    const dialog = await open(hub);
    named(dialog, '보류하기').click();
    const [request] = hub.asked(TicketProcessRequest);
    expect(request?.intent).to.deep.equal({ action: 'hold', html: '<p>글</p>', attachmentIds: ['a'] });
    dialog.addEventListener('process', (event) => event.preventDefault());
    await dialog.show(answer);
    await settle();
    named(dialog, '보류하기').click();
    expect(hub.asked(TicketProcessRequest)).to.have.lengthOf(1);
  });

  it('says that it could not be made, and tries again', async () => {
    let tries = 0;
    const { hub } = previewing(() =>
      ++tries === 1 ? Promise.reject(new DeskError('offline', '')) : Promise.resolve(samplePreview()),
    );
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('메일을 미리 볼 수 없습니다.').and.contain('작성한 글은 그대로 있습니다.');
    named(dialog, '다시 시도').click();
    await settle();
    await dialog.updateComplete;
    expect(one(dialog, '.subject').textContent).to.contain('Re:');
  });
});
