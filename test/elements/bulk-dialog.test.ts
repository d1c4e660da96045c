import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { BulkAction, BulkCheck, BulkIntent, BulkTarget, Job } from '../../src/domain/bulk.js';
import { BulkDialog } from '../../src/elements/bulk-dialog/bulk-dialog.js';
import * as requests from '../../src/events/requests.js';
import { mailsOf, pageOf, sampleCheck, sampleJob } from '../../stories/support/sample-runs.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, sampleSession, sampleSettings, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

const ids = sampleRows(3).map((row) => row.ticketId);
const types = [
  { id: 1, parent: 0, name: '결제' },
  { id: 2, parent: 1, name: '환불' },
];

/** A hub with three ticked tickets, whose server answers every check alike. */
function hubWith(check: BulkCheck = sampleCheck(3, 0)): FakeHub {
  const hub = sampleHub();
  hub.session.$settings.set(ready({ ...sampleSettings(), handlingTypes: types }));
  hub.selection.$ticked.set({ all: false, ids: new Set(ids) });
  hub.bulk.check = (_target, intent) => Promise.resolve(mailsOf(check, intent));
  return hub;
}

async function open(hub: FakeHub, target?: BulkTarget): Promise<BulkDialog> {
  await import('../../src/elements/bulk-dialog/define.js');
  const dialog = await inHub<BulkDialog>(hub, '<bulk-dialog></bulk-dialog>');
  await dialog.show(target);
  return dialog;
}

async function choose(dialog: BulkDialog, action: string): Promise<void> {
  named(dialog, action).click();
  await dialog.updateComplete;
}

async function type(dialog: BulkDialog, text: string): Promise<void> {
  const field = one<HTMLTextAreaElement>(dialog, 'textarea');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

async function pick(dialog: BulkDialog, selector: string, value: string): Promise<void> {
  const select = one<HTMLSelectElement>(dialog, selector);
  select.value = value;
  select.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

const submit = (dialog: BulkDialog): HTMLButtonElement => one(dialog, '[type=submit]');
const checked = (dialog: BulkDialog): Promise<void> =>
  until(() => all(dialog, '.will').length > 0 && !textOf(dialog).includes('확인하는 중'), 'the check');
const isOpen = (dialog: BulkDialog): boolean => all(dialog, 'dialog[open]').length === 1;
const asked = (hub: FakeHub): requests.BulkRequest[] => hub.asked(requests.BulkRequest);

async function press(dialog: BulkDialog): Promise<void> {
  submit(dialog).click();
  await dialog.updateComplete;
}

/** The task of the latest request, as the hub tells of it. */
function task(hub: FakeHub, state: 'running' | 'failed' | 'over', error?: DeskError): void {
  const { id } = asked(hub).at(-1)!;
  hub.work.$tasks.set(state === 'over' ? [] : [{ id, ticketId: '', action: 'bulk', state, error }]);
}

/** The run of the latest request has begun. */
async function begin(hub: FakeHub, dialog: BulkDialog, change: Partial<Job> = {}): Promise<Job> {
  const job = sampleJob({ requestId: asked(hub).at(-1)!.id, total: 3, succeeded: 0, failed: 0, mails: 0, ...change });
  hub.bulk.items = (_jobId, which) => Promise.resolve(pageOf(job, which));
  task(hub, 'running');
  task(hub, 'over');
  hub.bulk.$jobs.set(ready([job]));
  await settle();
  await dialog.updateComplete;
  return job;
}

async function commentReady(hub: FakeHub): Promise<BulkDialog> {
  const dialog = await open(hub);
  await choose(dialog, '코멘트 추가');
  await type(dialog, '확인했습니다.');
  await checked(dialog);
  return dialog;
}

function withJob(change: Partial<Job>): FakeHub {
  const hub = sampleHub();
  const job = sampleJob(change);
  hub.bulk.$jobs.set(ready([job]));
  hub.bulk.items = (_jobId, which) => Promise.resolve(pageOf(job, which));
  return hub;
}

async function openJob(hub: FakeHub): Promise<BulkDialog> {
  await import('../../src/elements/bulk-dialog/define.js');
  const dialog = await inHub<BulkDialog>(hub, '<bulk-dialog></bulk-dialog>');
  await dialog.showJob('job-1');
  await until(() => all(dialog, '.item, .hint, .notice').length > 0, 'the tickets of the run');
  return dialog;
}

const finished: Partial<Job> = { state: 'done', succeeded: 293, failed: 7 };

describe('bulk-dialog', () => {
  it('is not defined by importing the class', () => {
    expect(BulkDialog.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/bulk-dialog/define.js');
    expect(textOf(await fixture(html`<bulk-dialog></bulk-dialog>`))).to.equal('');
  });

  it('names the tickets that are ticked, and offers what can be done to them', async () => {
    const dialog = await open(hubWith());
    expect(textOf(dialog)).to.contain('선택한 티켓 3건');
    expect(all(dialog, '.choice').map(nameOf)).to.deep.equal([
      '코멘트 추가',
      '해결',
      '보류',
      '내부해결',
      '전달',
      '처리유형',
      '우선순위',
      '중요',
    ]);
    await expect(dialog).to.be.accessible();
  });

  it('says so when nothing is ticked, and offers no way to start', async () => {
    const hub = hubWith();
    hub.selection.$ticked.set({ all: false, ids: new Set() });
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('선택한 티켓이 없습니다.');
    expect(all(dialog, '[type=submit]')).to.have.lengthOf(0);
    await expect(dialog).to.be.accessible();
  });

  it('takes the whole list but the tickets that were unticked', async () => {
    const hub = hubWith();
    const seen: BulkTarget[] = [];
    hub.tickets.$window.set(windowOf([], { total: 1200 }));
    hub.selection.$ticked.set({ all: true, ids: new Set(['T9']) });
    hub.bulk.check = (target) => {
      seen.push(target);
      return Promise.resolve(sampleCheck(1199, 0));
    };
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('이 목록의 티켓 1,199건 (제외한 티켓 1건)');
    await choose(dialog, '중요');
    await checked(dialog);
    expect(seen).to.deep.equal([{ query: hub.tickets.$query.get(), except: ['T9'] }]);
  });

  it('leaves out what the service cannot do, and says why the agent cannot forward', async () => {
    const hub = hubWith();
    hub.session.$settings.set(ready({ ...sampleSettings(), reasons: [], handlingTypes: [] }));
    const session = sampleSession();
    const permissions = { ...session.agent.permissions, forward: false };
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, permissions } }));
    const dialog = await open(hub);
    expect(all(dialog, '.choice').map(nameOf)).to.deep.equal([
      '코멘트 추가',
      '해결',
      '보류',
      '전달',
      '우선순위',
      '중요',
    ]);
    const forward = one<HTMLInputElement>(dialog, 'input:disabled');
    expect(forward.getAttribute('aria-describedby')).to.equal('denied');
    expect(one(dialog, '#denied').textContent).to.contain('전달 권한이 없습니다');
    await expect(dialog).to.be.accessible();
    hub.session.$unavailable.set('hide');
    await dialog.updateComplete;
    expect(all(dialog, '.choice').map(nameOf)).not.to.include('전달');
  });

  it('refuses more tickets than one run takes before it asks the server', async () => {
    const hub = hubWith();
    let checks = 0;
    hub.bulk.check = () => Promise.resolve(sampleCheck(++checks, 0));
    hub.session.$settings.set(ready({ ...sampleSettings(), bulkLimit: 2 }));
    const dialog = await open(hub);
    expect(textOf(dialog)).to.contain('한 번에 2건까지');
    submit(dialog).click();
    await settle(250);
    expect(checks).to.equal(0);
    expect(asked(hub)).to.have.lengthOf(0);
  });
});

describe('the check of bulk-dialog', () => {
  it('tells how many tickets, how many mails, and who is left out and why', async () => {
    const check = sampleCheck(28, 9, 'ko', { mails: 17, withoutAddress: 2 });
    const dialog = await open(hubWith(check));
    await choose(dialog, '해결');
    await checked(dialog);
    const text = textOf(dialog);
    expect(text).to.contain('28건 중 19건을 처리합니다.').and.to.contain('고객에게 메일 17통을 보냅니다.');
    expect(text).to.contain('2건은 고객의 이메일 주소가 없어').and.to.contain('처리하지 않는 티켓 9건');
    expect(all(dialog, 'summary').map(nameOf)).to.deep.equal([
      '담당자가 아님 5건',
      '지금 상태에서는 처리할 수 없음 2건',
      '다른 서비스의 답변을 기다리는 중 2건',
    ]);
    expect(all(dialog, 'details:first-of-type li').map(nameOf)[0]).to.contain(check.refused[0]!.ticketId);
    expect(nameOf(submit(dialog))).to.equal('19건 해결하기');
    await expect(dialog).to.be.accessible();
  });

  it('asks once for choices that follow each other, and never shows the answer to a former one', async () => {
    const hub = hubWith();
    const seen: { intent: BulkIntent; signal: AbortSignal; answer(check: BulkCheck): void }[] = [];
    hub.bulk.check = (_target, intent, signal) =>
      new Promise((answer) => {
        seen.push({ intent, signal, answer });
      });
    const dialog = await open(hub);
    await choose(dialog, '코멘트 추가');
    await choose(dialog, '해결');
    await until(() => seen.length > 0);
    await settle(250);
    expect(seen.map(({ intent }) => intent.action)).to.deep.equal(['resolve']);
    await choose(dialog, '보류');
    await until(() => seen.length === 2);
    expect(seen[0]!.signal.aborted).to.equal(true);
    seen[1]!.answer(sampleCheck(3, 1, 'ko', { mails: 2 }));
    await checked(dialog);
    seen[0]!.answer(sampleCheck(3, 3));
    await settle();
    expect(textOf(dialog)).to.contain('3건 중 2건을 처리합니다.');
  });

  it('is not asked again for every letter, and is asked again for a value that matters', async () => {
    const hub = hubWith();
    const seen: (string | undefined)[] = [];
    hub.bulk.check = (_target, intent) => {
      seen.push(intent.reason);
      return Promise.resolve(sampleCheck(3, 0));
    };
    const dialog = await open(hub);
    await choose(dialog, '내부해결');
    await settle(250);
    expect(seen).to.deep.equal([]);
    await pick(dialog, '#reason', 'spam');
    await checked(dialog);
    await type(dialog, '광고입니다');
    await settle(250);
    await pick(dialog, '#reason', 'test');
    await until(() => seen.length === 2);
    expect(seen).to.deep.equal(['spam', 'test']);
  });

  it('also takes tickets that wait for another service once the agent says so', async () => {
    const hub = hubWith();
    hub.bulk.check = (_target, { confirmed }) => Promise.resolve(sampleCheck(8, confirmed ? 0 : 4, 'ko', { mails: 0 }));
    const dialog = await open(hub);
    await choose(dialog, '해결');
    await type(dialog, '처리했습니다.');
    await checked(dialog);
    expect(nameOf(submit(dialog))).to.equal('4건 해결하기');
    one<HTMLInputElement>(dialog, '#waiting').click();
    await until(() => nameOf(submit(dialog)) === '8건 해결하기', 'the check with the others');
    expect(one<HTMLInputElement>(dialog, '#waiting').checked).to.equal(true);
    await press(dialog);
    expect(asked(hub)[0]!.intent.confirmed).to.equal(true);
  });

  it('can be tried again where it failed, and nothing starts without it', async () => {
    const hub = hubWith();
    hub.bulk.check = () => Promise.reject(new DeskError('offline', ''));
    const dialog = await open(hub);
    await choose(dialog, '코멘트 추가');
    await type(dialog, '확인했습니다.');
    await until(() => all(dialog, '[role=alert]').length > 0);
    expect(one(dialog, '[role=alert]').textContent).to.contain('서버에 연결할 수 없습니다.');
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(0);
    hub.bulk.check = () => Promise.resolve(sampleCheck(3, 0, 'ko', { mails: 0 }));
    named(dialog, '다시 시도').click();
    await checked(dialog);
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
  });

  it('starts nothing where no ticket can be processed', async () => {
    const hub = hubWith(sampleCheck(3, 3));
    const dialog = await commentReady(hub);
    expect(textOf(dialog)).to.contain('처리할 수 있는 티켓이 없습니다.');
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(0);
    expect(submit(dialog).getAttribute('aria-disabled')).to.equal('true');
  });
});

describe('what bulk-dialog asks for', () => {
  const cases: readonly [string, (dialog: BulkDialog) => Promise<void>, BulkIntent][] = [
    ['코멘트 추가', (dialog) => type(dialog, 'a <b>\nc'), { action: 'comment', html: '<p>a &lt;b&gt;<br>c</p>' }],
    ['보류', (dialog) => type(dialog, '곧 답변드립니다'), { action: 'hold', html: '<p>곧 답변드립니다</p>' }],
    ['내부해결', (dialog) => pick(dialog, '#reason', 'duplicate'), { action: 'internal', reason: 'duplicate' }],
    ['전달', (dialog) => pick(dialog, '#agent', 'agent-2'), { action: 'forward', groupId: 1, usercode: 'agent-2' }],
    ['처리유형', (dialog) => pick(dialog, '#type', '2'), { action: 'handling_type', handlingTypeId: 2 }],
    ['처리유형', (dialog) => pick(dialog, '#type', 'none'), { action: 'handling_type', handlingTypeId: null }],
    ['우선순위', (dialog) => pick(dialog, '#priority', 'urgent'), { action: 'priority', priority: 'urgent' }],
    ['중요', () => Promise.resolve(), { action: 'star', starred: true }],
    [
      '중요',
      async (dialog) => {
        named(dialog, '중요 표시 해제').click();
        await dialog.updateComplete;
      },
      { action: 'star', starred: false },
    ],
  ];
  for (const [label, fill, intent] of cases) {
    it(`is ${JSON.stringify(intent)}`, async () => {
      const hub = hubWith(sampleCheck(3, 0, 'ko', { mails: 0 }));
      const dialog = await open(hub);
      await choose(dialog, label);
      await fill(dialog);
      await checked(dialog);
      await press(dialog);
      const [request] = asked(hub);
      expect(request?.tickets).to.deep.equal({ ids });
      expect(JSON.parse(JSON.stringify(request?.intent))).to.deep.equal(intent);
    });
  }

  it('holds the handling type that is set while resolving', async () => {
    const hub = hubWith(sampleCheck(3, 0, 'ko', { mails: 0 }));
    const dialog = await open(hub);
    await choose(dialog, '해결');
    await type(dialog, '처리했습니다.');
    expect(all<HTMLOptionElement>(dialog, '#type option').map((option) => option.text)).to.deep.equal([
      '티켓마다 그대로',
      '결제',
      '결제 › 환불',
    ]);
    await pick(dialog, '#type', '2');
    await checked(dialog);
    await press(dialog);
    expect(asked(hub)[0]?.intent.handlingTypeId).to.equal(2);
  });

  it('says what is missing and leads the keyboard there', async () => {
    const missing: readonly [string, string][] = [
      ['해결', '내용을 입력하세요.'],
      ['내부해결', '내부해결 사유를 선택하세요.'],
      ['전달', '담당자를 선택하세요.'],
      ['처리유형', '처리유형을 선택하세요.'],
      ['우선순위', '우선순위를 선택하세요.'],
    ];
    const hub = hubWith();
    const dialog = await open(hub);
    for (const [label, problem] of missing) {
      await choose(dialog, label);
      if (label === '해결') await checked(dialog);
      await press(dialog);
      expect(one(dialog, '[role=alert]').textContent).to.equal(problem);
      expect(dialog.shadowRoot!.activeElement?.getAttribute('aria-invalid')).to.equal('true');
      await expect(dialog).to.be.accessible();
    }
    expect(asked(hub)).to.have.lengthOf(0);
  });

  it('goes out only after the number of mails was agreed to, and again when that number changes', async () => {
    const hub = hubWith();
    const dialog = await open(hub);
    await choose(dialog, '해결');
    await type(dialog, '처리했습니다.');
    await checked(dialog);
    expect(nameOf(one(dialog, 'label:has(#agree)'))).to.equal('고객에게 메일 3통을 보내는 것을 확인했습니다.');
    submit(dialog).click();
    submit(dialog).click();
    await dialog.updateComplete;
    expect(asked(hub)).to.have.lengthOf(0);
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('agree');
    await sendKeys({ press: 'Space' });
    hub.bulk.check = () => Promise.resolve(sampleCheck(3, 1));
    await pick(dialog, '#type', '2');
    await until(() => textOf(dialog).includes('메일 2통을 보냅니다'));
    expect(one<HTMLInputElement>(dialog, '#agree').checked).to.equal(false);
    one<HTMLInputElement>(dialog, '#agree').click();
    await dialog.updateComplete;
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
  });

  it('needs no agreement for one mail', async () => {
    const hub = hubWith(sampleCheck(1, 0));
    const dialog = await open(hub, { ids: ids.slice(0, 1) });
    await choose(dialog, '보류');
    await type(dialog, '확인 중입니다.');
    await checked(dialog);
    expect(textOf(dialog)).to.contain('고객에게 메일 1통을 보냅니다.');
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
  });

  it('is worked by the keyboard alone', async () => {
    const hub = hubWith(sampleCheck(3, 0, 'ko', { mails: 0 }));
    const dialog = await open(hub);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'ok' });
    await checked(dialog);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(asked(hub)[0]?.intent).to.deep.include({ action: 'comment' satisfies BulkAction, html: '<p>ok</p>' });
  });
});

describe('a run that bulk-dialog starts', () => {
  it('carries the numbers that were agreed to, and asks again with new ones when it would do more', async () => {
    const hub = hubWith(sampleCheck(3, 1));
    const dialog = await open(hub);
    await choose(dialog, '해결');
    await type(dialog, '처리했습니다.');
    await checked(dialog);
    one<HTMLInputElement>(dialog, '#agree').click();
    await press(dialog);
    expect(asked(hub)[0]?.agreed).to.deep.equal({ eligible: 2, mails: 2 });
    task(hub, 'running');
    const content = { code: 'check_outgrown', check: sampleCheck(3, 0) };
    task(hub, 'failed', new DeskError('conflict', '', { content }));
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('3건 모두 처리합니다.').and.to.contain('바뀐 수를 확인하고');
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('처리했습니다.');
    expect(nameOf(one(dialog, 'label:has(#agree)'))).to.equal('고객에게 메일 3통을 보내는 것을 확인했습니다.');
    expect(one<HTMLInputElement>(dialog, '#agree').checked).to.equal(false);
    await expect(dialog).to.be.accessible();
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
    one<HTMLInputElement>(dialog, '#agree').click();
    await press(dialog);
    expect(asked(hub)[1]?.agreed).to.deep.equal({ eligible: 3, mails: 3 });
    expect(asked(hub)[1]?.id).not.to.equal(asked(hub)[0]?.id);
  });

  it('can leave out at once what the list no longer has', async () => {
    const hub = hubWith();
    hub.bulk.check = (target) => {
      const here = 'ids' in target ? target.ids : [];
      const absent = 'ids' in target && target.list ? here.filter((id) => id === ids[1]) : [];
      return Promise.resolve(sampleCheck(here.length, 0, 'ko', { mails: 0, absent }));
    };
    const dialog = await commentReady(hub);
    expect(textOf(dialog)).to.contain('선택한 티켓 중 1건은 지금 이 목록에 없습니다.');
    await expect(dialog).to.be.accessible();
    named(dialog, '목록에 없는 티켓 1건 빼기').click();
    await until(() => textOf(dialog).includes('2건 모두 처리합니다.'), 'the check without it');
    expect(textOf(dialog)).to.contain('선택한 티켓 2건').and.not.to.contain('목록에 없');
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('확인했습니다.');
    expect(hub.asked(requests.TickRequest).map(({ ticked }) => [...ticked.ids])).to.deep.equal([[ids[0], ids[2]]]);
    await press(dialog);
    expect(asked(hub)[0]?.tickets).to.deep.equal({ ids: [ids[0], ids[2]] });
  });

  it('says that nothing is left where the list has none of them', async () => {
    const hub = hubWith(sampleCheck(3, 0, 'ko', { absent: ids }));
    const dialog = await commentReady(hub);
    named(dialog, '목록에 없는 티켓 3건 빼기').click();
    await until(() => textOf(dialog).includes('선택한 티켓이 없습니다.'), 'the end of the selection');
    expect(hub.asked(requests.TickRequest).map(({ ticked }) => ticked.ids.size)).to.deep.equal([0]);
  });

  it('is asked for under the same id until its outcome is known', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await press(dialog);
    task(hub, 'running');
    task(hub, 'failed', new DeskError('timeout', ''));
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('두 번 처리하지 않습니다.').and.not.to.contain('처리된 티켓은 없고');
    await press(dialog);
    task(hub, 'failed', new DeskError('denied', ''));
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('처리된 티켓은 없고');
    await expect(dialog).to.be.accessible();
    await press(dialog);
    const [first, second, third] = asked(hub).map(({ id }) => id);
    expect(second).to.equal(first);
    expect(third).not.to.equal(first);
  });

  it('has another id when something else is wanted', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await press(dialog);
    task(hub, 'failed', new DeskError('timeout', ''));
    await type(dialog, '다른 글');
    await press(dialog);
    const [first, second] = asked(hub).map(({ id }) => id);
    expect(second).not.to.equal(first);
  });

  it('cannot be started twice while it starts', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    submit(dialog).click();
    submit(dialog).click();
    task(hub, 'running');
    await dialog.updateComplete;
    await press(dialog);
    expect(asked(hub)).to.have.lengthOf(1);
    expect(nameOf(submit(dialog))).to.equal('시작하는 중…');
  });

  it('clears the selection once it has begun, and shows how far it is', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await press(dialog);
    expect(hub.asked(requests.TickRequest)).to.have.lengthOf(0);
    const job = await begin(hub, dialog, { total: 300 });
    expect(hub.asked(requests.TickRequest).map(({ ticked }) => [ticked.all, ticked.ids.size])).to.deep.equal([
      [false, 0],
    ]);
    const bar = one(dialog, '[role=progressbar]');
    expect(bar.getAttribute('aria-valuetext')).to.equal('300건 중 0건');
    hub.bulk.$jobs.set(ready([{ ...job, succeeded: 120 }]));
    await dialog.updateComplete;
    expect(bar.getAttribute('aria-valuenow')).to.equal('120');
    await expect(dialog).to.be.accessible();
  });

  it('is found by its id also where nobody heard the answer', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await press(dialog);
    task(hub, 'failed', new DeskError('timeout', ''));
    const [request] = asked(hub);
    hub.bulk.items = (_jobId, which) => Promise.resolve(pageOf(sampleJob(), which));
    hub.bulk.$jobs.set(ready([sampleJob({ requestId: request!.id })]));
    await dialog.updateComplete;
    expect(all(dialog, '[role=progressbar]')).to.have.lengthOf(1);
    expect(hub.asked(requests.TickRequest)).to.have.lengthOf(1);
  });

  it('leaves the selection alone where its tickets were named', async () => {
    const hub = hubWith();
    const dialog = await open(hub, { ids: ['T7'] });
    await choose(dialog, '중요');
    await checked(dialog);
    await press(dialog);
    await begin(hub, dialog);
    expect(hub.asked(requests.TickRequest)).to.have.lengthOf(0);
  });

  it('belongs to the page when the page cancels the request', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    dialog.addEventListener(requests.BulkRequest.type, (event) => event.preventDefault());
    await press(dialog);
    expect(isOpen(dialog)).to.equal(false);
    expect(hub.asked(requests.TickRequest)).to.have.lengthOf(0);
  });
});

describe('what was entered in bulk-dialog', () => {
  it('survives Escape, other tickets and refusals', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(dialog)).to.equal(false);
    hub.selection.$ticked.set({ all: false, ids: new Set(ids.slice(0, 2)) });
    await dialog.show();
    expect(textOf(dialog)).to.contain('선택한 티켓 2건');
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('확인했습니다.');
    await checked(dialog);
    await press(dialog);
    task(hub, 'failed', new DeskError('server', ''));
    await dialog.updateComplete;
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('확인했습니다.');
  });

  it('stays while something else is chosen and the service changes', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await choose(dialog, '중요');
    hub.session.$settings.set(ready(sampleSettings()));
    await choose(dialog, '보류');
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('확인했습니다.');
  });

  it('is done with once the run has begun', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    await press(dialog);
    await begin(hub, dialog);
    dialog.close();
    await dialog.show();
    expect(all(dialog, 'input:checked')).to.have.lengthOf(0);
  });

  it('is never shown to another agent', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    dialog.close();
    const session = sampleSession();
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, usercode: 'agent-2' } }));
    await dialog.show();
    await choose(dialog, '코멘트 추가');
    expect(one<HTMLTextAreaElement>(dialog, 'textarea').value).to.equal('');
  });
});

describe('the results of a run', () => {
  it('show what went wrong first, with the reason of each ticket', async () => {
    const dialog = await openJob(withJob(finished));
    expect(textOf(dialog)).to.contain('처리가 끝났습니다. 완료 293건, 실패 7건.');
    expect(all(dialog, '[data-filter]').map(nameOf)).to.deep.equal(['전체 300', '실패 7', '완료 293', '대기 0']);
    expect(nameOf(one(dialog, '[aria-pressed=true]'))).to.equal('실패 7');
    expect(all(dialog, '.item')).to.have.lengthOf(7);
    expect(nameOf(all(dialog, '.item .outcome')[0]!)).to.equal('처리하는 사이에 바뀜');
    await expect(dialog).to.be.accessible();
  });

  it('are filtered, and come page after page', async () => {
    const dialog = await openJob(withJob(finished));
    named(dialog, '완료 293').click();
    await until(() => all(dialog, '.item').length === 50);
    named(dialog, '더 보기').click();
    await until(() => all(dialog, '.item').length === 100);
    expect(new Set(all(dialog, '.item .id').map(nameOf)).size).to.equal(100);
    named(dialog, '대기 0').click();
    await until(() => textOf(dialog).includes('해당하는 티켓이 없습니다.'));
  });

  it('open a ticket', async () => {
    const hub = withJob(finished);
    const dialog = await openJob(hub);
    const ticketId = nameOf(all(dialog, '.item .id')[0]!);
    all(dialog, '.item button')[0]!.click();
    expect(hub.asked(requests.TicketSelectRequest).map((request) => request.ticketId)).to.deep.equal([ticketId]);
    expect(isOpen(dialog)).to.equal(false);
  });

  it('lead to another try for those that failed', async () => {
    const hub = withJob(finished);
    const dialog = await openJob(hub);
    named(dialog, '실패한 7건 다시 시도').click();
    const asked = hub.asked(requests.JobRequest).map(({ jobId, what }) => [jobId, what]);
    expect(asked).to.deep.equal([['job-1', 'retry']]);
    hub.work.$tasks.set([
      { id: 'x', ticketId: '', action: 'bulk', state: 'failed', error: new DeskError('denied', '') },
    ]);
    await dialog.updateComplete;
    expect(textOf(dialog)).to.contain('이 작업을 할 권한이 없습니다.');
  });

  it('offer to cancel the rest while the run goes on, and say how it ended', async () => {
    const hub = withJob({});
    const dialog = await openJob(hub);
    expect(textOf(dialog)).to.contain('창을 닫아도 처리는 계속됩니다.');
    named(dialog, '나머지 취소').click();
    expect(hub.asked(requests.JobRequest)[0]?.what).to.equal('cancel');
    hub.bulk.$jobs.set(ready([sampleJob({ state: 'cancelled' })]));
    await settle();
    expect(textOf(dialog)).to.contain('나머지를 취소했습니다. 완료 118건, 실패 2건, 처리하지 않음 180건.');
    expect(all(dialog, '[data-filter]').map(nameOf)).to.include('처리하지 않음 180');
  });

  it('follow the run to its end', async () => {
    const hub = withJob({ total: 4, succeeded: 1, failed: 0 });
    const dialog = await openJob(hub);
    expect(all(dialog, '.item.done')).to.have.lengthOf(1);
    const job = sampleJob({ total: 4, succeeded: 3, failed: 1, state: 'done' });
    hub.bulk.items = (_jobId, which) => Promise.resolve(pageOf(job, which));
    hub.bulk.$jobs.set(ready([job]));
    await until(() => all(dialog, '.item.failed').length === 1);
    expect(all(dialog, '.item.done')).to.have.lengthOf(3);
  });

  it('say that they are no longer kept', async () => {
    const hub = sampleHub();
    hub.bulk.items = () => Promise.reject(new DeskError('missing', ''));
    const dialog = await openJob(hub);
    expect(textOf(dialog)).to.contain('결과는 더 이상 남아 있지 않습니다.');
    await expect(dialog).to.be.accessible();
  });

  it('show hostile subjects as text', async () => {
    const hub = withJob(finished);
    const subject = '<img src=x onerror=alert(1)>\u202egpj.exe';
    hub.bulk.items = () =>
      Promise.resolve({
        job: sampleJob(finished),
        items: [{ ticketId: 'T1', subject, state: 'failed', code: 'failed' }],
        next: null,
      });
    const dialog = await openJob(hub);
    expect(all(dialog, 'img')).to.have.lengthOf(0);
    expect(nameOf(all(dialog, '.item button')[0]!)).to.equal('<img src=x onerror=alert(1)>gpj.exe');
  });
});

describe('bulk-dialog in its hub', () => {
  it('speaks the language of its hub', async () => {
    const hub = hubWith();
    const dialog = await commentReady(hub);
    speak(hub, 'ja');
    await dialog.updateComplete;
    expect(nameOf(submit(dialog))).to.equal('3件にコメントを追加する');
    speak(hub, 'en');
    await dialog.updateComplete;
    expect(nameOf(submit(dialog))).to.equal('Comment on 3 tickets');
  });

  it('closes when its hub leaves', async () => {
    const dialog = await open(hubWith());
    dialog.remove();
    expect(isOpen(dialog)).to.equal(false);
  });
});
