import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { SmsPanel } from '../../src/elements/sms-panel/sms-panel.js';
import {
  DraftChangeRequest,
  RetryRequest,
  SmsSendRequest,
  SmsStepRequest,
  TaskDismissRequest,
} from '../../src/events/requests.js';
import type { Attachment } from '../../src/domain/types.js';
import {
  draftSms,
  keepSms,
  samplePicture,
  sampleSms,
  sampleThread,
  smsHub,
  withoutSms,
} from '../../stories/support/sample-messages.js';
import { ready, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aTicket, now } from '../support/open-ticket.js';
import { PageClock } from '../support/page-clock.js';
import { until } from '../support/until.js';

const { ticketId } = aTicket();
const empty = { ...sampleThread(), messages: [] };

async function open(hub: FakeHub = smsHub('ko', empty)): Promise<SmsPanel> {
  await import('../../src/elements/sms-panel/define.js');
  return inHub<SmsPanel>(hub, '<sms-panel></sms-panel>');
}

const field = (panel: SmsPanel) => one<HTMLTextAreaElement>(panel, 'textarea');

async function type(panel: SmsPanel, text: string): Promise<void> {
  field(panel).value = text;
  field(panel).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await panel.updateComplete;
}

const count = (panel: SmsPanel): string => one(panel, '#count .visually-hidden').textContent ?? '';
const wrong = (panel: SmsPanel): string => nameOf(one(panel, '#wrong'));
const asked = (hub: FakeHub) => hub.asked(SmsSendRequest);

/** A JPEG as far as its frame. */
function picture(name = 'box.jpg', size = 400): File {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
  return new File([bytes], name, { type: 'image/jpeg' });
}

async function pick(panel: SmsPanel, file: File): Promise<void> {
  const input = one<HTMLInputElement>(panel, 'input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await until(() => all(panel, '.picked').length > 0, 'the picture');
}

describe('sms-panel', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(SmsPanel.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/sms-panel/define.js');
    expect(textOf(await fixture(html`<sms-panel></sms-panel>`))).to.equal('');
  });

  it('counts the bytes of what is typed, and says when it becomes a multimedia message or too long', async () => {
    const panel = await open();
    expect(count(panel)).to.equal('SMS, 90바이트 중 0바이트');
    await type(panel, '가'.repeat(45));
    expect([count(panel), wrong(panel)]).to.deep.equal(['SMS, 90바이트 중 90바이트', '']);
    await type(panel, `${'가'.repeat(45)}!`);
    expect([count(panel), wrong(panel)]).to.deep.equal([
      'MMS, 2,000바이트 중 91바이트',
      '90바이트를 넘어 MMS로 보냅니다.',
    ]);
    await type(panel, '가'.repeat(1_001));
    expect(wrong(panel)).to.equal('2,000바이트까지 보낼 수 있습니다. 2바이트를 줄여 주세요.');
    expect(field(panel).getAttribute('aria-invalid')).to.equal('true');
    await expect(panel).to.be.accessible();
  });

  it('says aloud what a message has become, once nobody types, and nothing more of its length', async () => {
    const panel = await open();
    const heard: string[] = [];
    const status = one(panel, '#wrong + [role=status]');
    const listen = new MutationObserver(() => {
      const said = nameOf(status);
      if (said !== heard.at(-1)) heard.push(said);
    });
    listen.observe(status, { childList: true, characterData: true, subtree: true });
    expect(all(panel, '[role=status], [role=alert], [aria-live]').filter((part) => part.contains(one(panel, '#wrong'))))
      .to.be.empty;
    const clock = new PageClock();
    try {
      const syllables = (count: number) => type(panel, '가'.repeat(count));
      for (let count = 40; count <= 50; count++) await syllables(count);
      expect(heard, 'while it is typed').to.deep.equal([]);
      await clock.pass(900);
      await syllables(51);
      await clock.pass(900);
      expect(heard, 'between two letters').to.deep.equal([]);
      await clock.pass(200);
      await syllables(60);
      await clock.pass(2_000);
      expect(heard, 'as the same kind').to.deep.equal(['90바이트를 넘어 MMS로 보냅니다.']);
      await syllables(1_005);
      await clock.pass(2_000);
      await syllables(1_010);
      await clock.pass(2_000);
      await syllables(1_000);
      await clock.pass(2_000);
      await syllables(3);
      await clock.pass(2_000);
      expect(heard.slice(1)).to.deep.equal([
        '2,000바이트까지 보낼 수 있습니다. 10바이트를 줄여 주세요.',
        'MMS, 2,000바이트 중 2,000바이트',
        'SMS, 90바이트 중 6바이트',
      ]);
    } finally {
      clock.restore();
      listen.disconnect();
    }
  });

  it('moves nothing below the text when it becomes a multimedia message', async () => {
    const panel = await open();
    const places = () => all(panel, '.image, .when, .send').map((part) => part.getBoundingClientRect().top);
    const before = places();
    await type(panel, '가'.repeat(60));
    expect(wrong(panel)).not.to.equal('');
    expect(places()).to.deep.equal(before);
  });

  it('says nothing of a length that nobody typed here', async () => {
    const hub = smsHub('ko', empty);
    keepSms(hub, draftSms({ text: '가'.repeat(60) }));
    const panel = await open(hub);
    const status = one(panel, '#wrong + [role=status]');
    await until(() => field(panel).value.length === 60, 'the kept text');
    const clock = new PageClock();
    try {
      await type(panel, '가'.repeat(61));
      await clock.pass(2_000);
      expect(nameOf(status)).to.equal('');
    } finally {
      clock.restore();
    }
  });

  it('names what cannot be sent with its place, and selects it', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    await type(panel, '감사합니다\n네 😀 ☃');
    expect(all(panel, '.place').map((one) => one.textContent?.trim())).to.deep.equal(['2행 3번째: 😀', '2행 5번째: ☃']);
    named(panel, '2행 3번째: 😀').click();
    const { selectionStart, selectionEnd } = field(panel);
    expect(field(panel).value.slice(selectionStart, selectionEnd)).to.equal('😀');
    named(panel, '보내기').click();
    await panel.updateComplete;
    expect(asked(hub)).to.deep.equal([]);
  });

  it('asks to send by keyboard, and is empty again once that went well', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    await type(panel, '확인했습니다 ');
    named(panel, '보내기').focus();
    await sendKeys({ press: 'Enter' });
    expect(asked(hub).map((one) => [one.ticketId, one.sms])).to.deep.equal([[ticketId, { text: '확인했습니다 ' }]]);
    const { id } = asked(hub)[0]!;
    hub.work.$tasks.set([{ id, ticketId, action: 'sms', state: 'running' }]);
    await panel.updateComplete;
    named(panel, '보내는 중…').click();
    expect(asked(hub)).to.have.lengthOf(1);
    hub.work.$tasks.set([]);
    await until(() => field(panel).value === '', 'the empty field');
    expect(textOf(panel)).to.include('문자를 보냈습니다.');
    expect(panel.shadowRoot?.activeElement).to.equal(field(panel));
  });

  it('follows the message of the open ticket alone, and finds what became of another when it is opened again', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    const listeners = () => hub.work.$tasks.lc + hub.session.$session.lc + hub.drafts.of('sms').lc;
    const before = listeners();
    const turn = async (to: string) => {
      hub.tickets.$currentId.set(to);
      await panel.updateComplete;
    };
    await type(panel, '첫 티켓');
    named(panel, '보내기').click();
    const { id } = asked(hub)[0]!;
    const task = { id, ticketId, action: 'sms' as const };
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    for (const other of ['T1763700000000Aaa01', 'T1763700000000Aaa02', 'T1763700000000Aaa03']) await turn(other);
    expect(listeners(), 'listeners').to.equal(before);
    await type(panel, '다른 티켓');
    await turn(ticketId);
    expect(named(panel, '보내는 중…')).to.exist;
    await turn('T1763700000000Aaa03');
    await type(panel, '다른 티켓');
    hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('offline', '') }]);
    await panel.updateComplete;
    expect([field(panel).value, all(panel, '[role=alert]').length]).to.deep.equal(['다른 티켓', 0]);
    expect(named(panel, '보내기')).to.exist;
    await turn(ticketId);
    expect(nameOf(one(panel, '[role=alert]'))).to.include('보내지 못했습니다.');
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    await turn('T1763700000000Aaa03');
    await type(panel, '다른 티켓');
    hub.work.$tasks.set([]);
    await panel.updateComplete;
    expect(field(panel).value, 'of the other ticket').to.equal('다른 티켓');
    expect(textOf(panel)).not.to.include('문자를 보냈습니다.');
  });

  it('asks once, however often it is pressed before the hub begins', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    await type(panel, '두 번 누름');
    named(panel, '보내기').click();
    await panel.updateComplete;
    hub.tickets.$currentId.set('T1763700000000Aaa01');
    await panel.updateComplete;
    hub.tickets.$currentId.set(ticketId);
    await panel.updateComplete;
    named(panel, '보내는 중…').click();
    expect(asked(hub)).to.have.lengthOf(1);
  });

  it('takes the keyboard from nobody who writes elsewhere when it was sent', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    await type(panel, '확인했습니다');
    named(panel, '보내기').click();
    const { id } = asked(hub)[0]!;
    hub.work.$tasks.set([{ id, ticketId, action: 'sms', state: 'running' }]);
    elsewhere.focus();
    hub.work.$tasks.set([]);
    await until(() => field(panel).value === '', 'the empty field');
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('keeps what was typed before it is known that nothing was kept', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    let known: () => void = () => undefined;
    hub.drafts.read = () => new Promise<void>((done) => (known = done));
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    await panel.updateComplete;
    await type(panel, '빨리 쓴 글');
    expect(hub.asked(DraftChangeRequest)).to.deep.equal([]);
    known();
    await until(() => hub.asked(DraftChangeRequest).length > 0, 'the request');
    expect(hub.asked(DraftChangeRequest)[0]?.draft?.values).to.deep.equal({ text: '빨리 쓴 글' });
  });

  it('keeps the text when it was refused, and says why', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    await type(panel, '무료 상품');
    named(panel, '보내기').click();
    const { id } = asked(hub)[0]!;
    const error = new DeskError('invalid', '', {
      content: { code: 'forbidden_word', forbidden: [{ word: '무료' }, { word: '무료' }] },
    });
    hub.work.$tasks.set([{ id, ticketId, action: 'sms', state: 'failed', error }]);
    await panel.updateComplete;
    expect(nameOf(one(panel, '[role=alert]'))).to.equal(
      '보내지 못했습니다. 보낼 수 없는 단어가 있습니다: 무료 입력한 내용은 그대로 있습니다.',
    );
    expect(field(panel).value).to.equal('무료 상품');
    await expect(panel).to.be.accessible();
  });

  it('reserves from half an hour to a day ahead, in the zone of the service', async () => {
    const hub = smsHub('ko', empty);
    const panel = await open(hub);
    await type(panel, '내일 방문합니다');
    one<HTMLInputElement>(panel, 'label:nth-of-type(2) > input[type=radio]').click();
    await panel.updateComplete;
    const at = one<HTMLInputElement>(panel, '.at');
    expect(nameOf(one(panel, '#at-hint'))).to.include('한국 표준시');
    // It is 14:30 in Seoul.
    expect([at.min, at.max]).to.deep.equal(['2026-11-21T15:00', '2026-11-22T14:30']);
    for (const [value, problem] of [
      ['2026-11-21T14:40', '30분 뒤부터 예약할 수 있습니다.'],
      ['2026-11-23T09:00', '하루 안의 시간으로 예약할 수 있습니다.'],
      ['', '예약 시간을 입력하세요.'],
    ] as const) {
      at.value = value;
      at.dispatchEvent(new InputEvent('input'));
      await panel.updateComplete;
      named(panel, '예약하기').click();
      await panel.updateComplete;
      expect(nameOf(one(panel, '#at-problem'))).to.equal(problem);
    }
    at.value = '2026-11-22T10:00';
    at.dispatchEvent(new InputEvent('input'));
    await panel.updateComplete;
    named(panel, '예약하기').click();
    expect(asked(hub).map(({ sms }) => sms)).to.deep.equal([
      { text: '내일 방문합니다', at: Date.UTC(2026, 10, 22, 1, 0) },
    ]);
  });

  it('takes a JPEG of at most 0.3 MB along, and nothing else', async () => {
    const hub = smsHub('ko', empty);
    const stored: Attachment = { ...sampleThread().messages[1]!.attachment!, fileName: 'box.jpg' };
    Object.assign(hub.files, { upload: () => Promise.resolve(stored) });
    const panel = await open(hub);
    await pick(panel, new File(['<script>'], 'fake.jpg', { type: 'image/jpeg' }));
    expect(textOf(panel)).to.include('JPG 이미지만 보낼 수 있습니다.');
    named(panel, 'fake.jpg 삭제').click();
    await panel.updateComplete;
    await pick(panel, picture('big.jpg', 307_201));
    expect(textOf(panel)).to.include('이미지는 0.3MB 이하여야 합니다.');
    await pick(panel, picture());
    await until(() => textOf(panel).includes('178'), 'the size');
    await type(panel, '사진');
    expect(count(panel)).to.equal('MMS, 2,000바이트 중 4바이트');
    named(panel, '보내기').click();
    expect(asked(hub)[0]?.sms).to.deep.equal({ text: '사진', attachmentId: stored.attachmentId });
    await expect(panel).to.be.accessible();
  });

  it('keeps what is written with the hub, and shows what was kept', async () => {
    const hub = smsHub('ko', empty);
    keepSms(hub, draftSms({ text: '어제 쓴 글', at: '2026-11-21T18:00' }));
    const panel = await open(hub);
    await until(() => field(panel).value === '어제 쓴 글', 'the kept text');
    expect(one<HTMLInputElement>(panel, '.at').value).to.equal('2026-11-21T18:00');
    await type(panel, '고친 글');
    const kept = hub.asked(DraftChangeRequest).at(-1);
    expect([kept?.ticketId, kept?.kind, kept?.draft?.values]).to.deep.equal([
      ticketId,
      'sms',
      { text: '고친 글', at: '2026-11-21T18:00' },
    ]);
    hub.tickets.$currentId.set('T1763700000000Other');
    await until(() => field(panel).value === '', 'the other ticket');
  });

  it('shows what became of every message, the newest first, and what can be done about it', async () => {
    const hub = smsHub();
    const panel = await open(hub);
    expect(all(panel, '.message .state').map(nameOf)).to.deep.equal([
      '발송 중',
      '예약됨',
      '발송됨',
      '예약 취소됨',
      '실패',
      '수신됨',
      '수신됨',
    ]);
    expect(textOf(panel)).to.include('고객의 전화기에 전달되지 않았습니다.');
    named(panel, '다시 보내기').click();
    all(panel, '.message.reserved button')[0]?.click();
    const thread = sampleThread();
    expect(hub.asked(SmsStepRequest).map(({ smsId, step }) => [smsId, step])).to.deep.equal([
      [thread.messages[2]?.smsId, 'retry'],
      [thread.messages[5]?.smsId, 'cancel'],
    ]);
    const error = new DeskError('conflict', '', { content: { code: 'sms_gone' } });
    hub.work.$tasks.set([{ id: 'x', ticketId, action: 'sms_step', state: 'failed', error }]);
    await panel.updateComplete;
    expect(textOf(panel)).to.include('이미 발송되었거나 다른 곳에서 처리되었습니다.');
    named(panel, '닫기').click();
    expect(hub.asked(TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['x']);
    const reserved = { ...thread.messages[5]!, state: 'delivered' as const, actions: [] };
    hub.sms.$thread.set(ready({ ...thread, messages: [reserved] }));
    await panel.updateComplete;
    expect(all(panel, '.message .state').map(nameOf)).to.deep.equal(['수신됨']);
    await expect(panel).to.be.accessible();
  });

  it('keeps the keyboard with a message that was taken back, and with the picture that was taken off', async () => {
    const hub = smsHub();
    keepSms(hub, draftSms({ text: '사진' }, [samplePicture()]));
    const panel = await open(hub);
    await until(() => all(panel, '.picked').length === 1, 'the picture');
    all(panel, '.picked button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await panel.updateComplete;
    expect(focusedName(panel)).to.equal('이미지 첨부');
    const thread = sampleThread();
    all(panel, '.message.reserved button')[0]!.focus();
    const messages = thread.messages.map((message) =>
      message.state === 'reserved' ? { ...message, state: 'cancelled' as const, actions: [] } : message,
    );
    hub.sms.$thread.set(ready({ ...thread, messages }));
    await panel.updateComplete;
    expect(focusedName(panel)).to.include('예약 취소됨');
  });

  it('is no longer wrong once something is written', async () => {
    const panel = await open();
    named(panel, '보내기').click();
    await panel.updateComplete;
    expect(field(panel).getAttribute('aria-invalid')).to.equal('true');
    await type(panel, '글');
    expect([field(panel).getAttribute('aria-invalid'), wrong(panel)]).to.deep.equal([null, '']);
  });

  it('has words for every state in which nothing can be sent', async () => {
    const hub = smsHub();
    const panel = await open(hub);
    const told = async (set: () => void): Promise<string> => {
      set();
      await panel.updateComplete;
      await expect(panel).to.be.accessible();
      return textOf(panel);
    };
    const failure = (kind: DeskError['kind']) => ({ status: 'failed', error: new DeskError(kind, '') }) as const;
    expect(await told(() => hub.sms.$thread.set(ready({ ...empty, hindrance: 'not_assignee' })))).to.equal(
      '받는 번호 010-2345-6789 티켓의 담당자만 문자를 보낼 수 있습니다. 보낸 문자 보낸 문자가 없습니다.',
    );
    expect(await told(() => hub.sms.$thread.set({ status: 'loading' }))).to.equal('불러오는 중…');
    expect(await told(() => hub.sms.$thread.set(failure('server')))).to.include('보낸 문자를 불러오지 못했습니다.');
    named(panel, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['sms']);
    expect(await told(() => hub.sms.$thread.set(failure('denied')))).to.include('권한');
    expect(await told(() => hub.tickets.$currentId.set(null))).to.include('티켓을 선택하면');
    expect(await told(() => hub.session.$session.set(ready(withoutSms())))).to.equal(
      '이 서비스는 SMS 발송을 사용하지 않습니다.',
    );
  });

  it('follows the language, and survives moves', async () => {
    const hub = smsHub('ko', { ...empty, messages: [sampleSms({ createdAt: now })] });
    const panel = await open(hub);
    speak(hub, 'ja');
    await panel.updateComplete;
    expect(textOf(panel)).to.include('送信したSMS');
    named(panel, '送信').focus();
    expect(focusedName(panel)).to.equal('送信');
    await survivesMoves('sms-panel', smsHub(), sampleHub());
  });
});
