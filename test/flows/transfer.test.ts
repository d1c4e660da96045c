import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { AtDooray } from './support/dooray.js';
import { startDesk, type Desk } from './support/desk.js';
import { fill, pickFromTree } from './support/fields.js';
import { enter, focusOn, pressWithControl, retype, tabTo } from './support/keyboard.js';
import { Held, lost, Network, refusing, unanswered, type Fault } from './support/network.js';
import { button, dialogOf, inside, press, says, seen, visible } from './support/screen.js';
import { mailFor, openById, since, traceOf, transferSteps, type Step } from './support/steps.js';

const languages = {
  ko: { transfer: '티켓 이관', issue: '이슈 이관', dooray: 'Dooray! 이관', send: '이관하기', people: '담당자' },
  ja: { transfer: 'チケット移管', issue: 'イシュー移管', dooray: 'Dooray!移管', send: '移管する', people: '担当者' },
  en: {
    transfer: 'Transfer',
    issue: 'Issue transfer',
    dooray: 'Dooray! transfer',
    send: 'Transfer',
    people: 'Assignees',
  },
} as const;
type Words = (typeof languages)[keyof typeof languages];

describe('handing a ticket over', function () {
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

  const dialog = () => dialogOf(hub)!;
  const status = () => hub.hub!.tickets.$current.get();
  const isNow = (wanted: string): boolean => {
    const load = status();
    return load.status === 'ready' && load.value.status === wanted;
  };
  const shown = () => visible(dialog(), '.other-side')[0]!;

  /** The dialog, from the button of the open ticket on: by mouse or by keyboard. */
  async function openDialog(entry: 'issue' | 'dooray', words: Words, how: 'mouse' | 'keys' = 'mouse'): Promise<void> {
    const detail = inside(hub, 'ticket-detail')!;
    if (how === 'mouse') {
      await press(detail, words.transfer);
      await press(detail, words[entry]);
    } else {
      await enter(detail, words.transfer);
      await focusOn('[role=menuitem]');
      if (entry === 'dooray') await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
    }
    await seen(() => dialogOf(hub) && visible(dialog(), '#subject')[0], 'the form');
  }

  interface LinkedTicket {
    readonly ticketId: string;
    readonly subject: string;
    readonly status: string;
    readonly channel: string;
    readonly customer: unknown;
    readonly fields: Readonly<Record<string, unknown>>;
  }

  const atIssue = <T>(path: string): Promise<T> =>
    desk.call('issue1', 'GET', `tickets/${path}`, undefined, 'demoissue') as Promise<T>;

  async function linkedOf(ticketId: string): Promise<LinkedTicket> {
    const { transfer } = (await desk.call('agent1', 'GET', `tickets/${ticketId}.json`)) as {
      transfer: { linkedId: string };
    };
    return atIssue<LinkedTicket>(`${transfer.linkedId}.json`);
  }

  /** How many tickets and tasks came of one. */
  const madeOf = (ticketId: string) =>
    desk.query(`select 1 from tickets where service_id = 'demoissue' and origin_ticket_id = '${ticketId}'`);

  it('goes to issue management by keys alone with masks kept, comes back answered, and goes on to Dooray!', async () => {
    const words = languages.ko;
    const ticketId = await mailFor(desk, 'by-keys', true);
    const [entry] = (await desk.call('agent1', 'GET', `tickets/${ticketId}/history.json`)) as { id: number }[];
    await desk.call('agent1', 'POST', `messages/${entry!.id}/masks.json`, { start: 0, length: 2, expectedVersion: 1 });
    await openById(hub, ticketId);
    await openDialog('issue', words, 'keys');
    await focusOn('[role=combobox]');
    await sendKeys({ type: '배송 추적' });
    await sendKeys({ press: 'Enter' });
    await tabTo("[id='f.appVersion']");
    await sendKeys({ type: '4.2.0' });
    await tabTo('#subject');
    await retype('배송이 멈췄습니다');
    await seen(() => says(shown(), '** 오나요?') && says(shown(), '4.2.0'), 'what the other side will see');
    await pressWithControl('Enter');
    await seen(() => isNow('issue_transferred') && !dialogOf(hub), 'the transfer');
    const linked = await linkedOf(ticketId);
    expect(linked).to.deep.include({
      subject: '배송이 멈췄습니다',
      status: 'unassigned',
      channel: 'issue',
      customer: null,
    });
    expect(linked.fields).to.deep.include({ appVersion: '4.2.0' });
    const messages = await atIssue<{ text: string }[]>(`${linked.ticketId}/history.json`);
    expect(messages.map(({ text }) => text)).to.deep.equal(['** 오나요?']);
    expect(button(inside(hub, 'ticket-detail')!, words.transfer)).to.equal(undefined);

    const work = async (path: string, body: object): Promise<void> => {
      const { version } = await atIssue<{ version: number }>(`${linked.ticketId}.json`);
      const whole = { expectedVersion: version, ...body };
      await desk.call('issue1', 'POST', `tickets/${linked.ticketId}/${path}`, whole, 'demoissue');
    };
    await work('claim.json', { groupId: 21 });
    await work('process.json', { action: 'resolve', html: '<p>오늘 다시 출발합니다.</p>' });
    await seen(() => isNow('issue_answered'), 'the answer');
    await seen(() => says(inside(hub, 'ticket-history')!, '오늘 다시 출발합니다.'), 'its words');

    await openDialog('dooray', words, 'keys');
    await focusOn('[role=combobox]');
    await sendKeys({ type: '앱 개발' });
    await sendKeys({ press: 'Enter' });
    await seen(() => visible(dialog(), '.tags').length > 0, 'the project');
    await tabTo('#subject');
    await retype('앱에서도 멈춥니다');
    await pressWithControl('Enter');
    await seen(() => isNow('dooray_transferred') && !dialogOf(hub), 'the other transfer');
    await seen(() => there.tasks('앱에서도 멈춥니다').length === 1, 'the task');
  });

  const hands = [
    { language: 'ja', toIssue: 'mouse', toDooray: 'keys' },
    { language: 'en', toIssue: 'keys', toDooray: 'mouse' },
  ] as const;
  for (const { language, toIssue, toDooray } of hands) {
    it(`is done in another language: ${language}, to issue management by ${toIssue}, to Dooray! by ${toDooray}`, async () => {
      const words = languages[language];
      hub.lang = language;
      const issue = await mailFor(desk, `issue-${language}`, true);
      await openById(hub, issue);
      await seen(() => button(inside(hub, 'ticket-detail')!, words.transfer), 'the language');
      await openDialog('issue', words, toIssue);
      const send = async (name: string, how: 'mouse' | 'keys'): Promise<void> => {
        if (how === 'keys') await pressWithControl('Enter');
        else await press(dialog(), name);
      };
      await send(words.send, toIssue);
      await seen(() => visible(dialog(), '[role=alert]').length > 0, 'what is missing');
      await pickFromTree(hub, language === 'ja' ? '受付タイプ' : 'Submission', '배송 추적');
      await send(words.send, toIssue);
      await seen(() => isNow('issue_transferred') && !dialogOf(hub), 'the transfer');
      expect((await linkedOf(issue)).subject).to.equal(`issue-${language}`);

      const dooray = await mailFor(desk, `dooray-${language}`, true);
      await openById(hub, dooray);
      await openDialog('dooray', words, toDooray);
      const project = toDooray === 'keys' ? '앱 개발' : '물류 운영';
      await pickFromTree(hub, language === 'ja' ? 'プロジェクト' : 'Project', project);
      await seen(() => visible(dialog(), '.tags, choice-picker').length > 0, 'the project');
      // Its usual template writes into the title too.
      if (toDooray === 'keys') await seen(() => visible(dialog(), '.tags input:checked')[0], 'the template');
      await fill(hub, 'subject', `task-${language}`);
      if (toDooray === 'mouse')
        for (const group of visible(dialog(), '.tags')) group.querySelector<HTMLElement>('input')?.click();
      await send(words.dooray, toDooray);
      await seen(() => isNow('dooray_transferred') && !dialogOf(hub), 'the transfer');
      await seen(() => there.tasks(`task-${language}`).length === 1, 'the task');
    });
  }

  /** The form as it was left, from the button of the ticket on. */
  async function openAgain(step: Step, entry: 'issue' | 'dooray'): Promise<void> {
    await openDialog(entry, languages.ko);
    await seen(() => step.isKept(hub), 'what was entered');
  }

  const begun = (ticketId: string) =>
    desk.query(`select 1 from drafts where ticket_id = '${ticketId}' and kind <> 'answer' and not ended
      and "values"->>'subject' like '% 이관' and ("values"->>'categoryId' <> '' or "values"->>'projectId' <> '')`);

  for (const step of transferSteps) {
    const entry = step.isAlike ? 'dooray' : 'issue';
    it(`survives a page that ends before and after it is sent, as a ${step.name}`, async () => {
      const ticketId = await mailFor(desk, `reload-${entry}`, true);
      await openById(hub, ticketId);
      await step.enter(hub);
      const before = await traceOf(desk, ticketId);
      await seen(async () => (await begun(ticketId)).length === 1, 'that it is kept');
      /** The page ends with all it knows, and another begins. */
      const reload = async (): Promise<void> => {
        hub.remove();
        network = new Network(desk.server, 'agent1');
        hub = await desk.open('agent1', network);
        await openById(hub, ticketId);
      };
      const never = new Promise<Response>(() => undefined);
      let isReached = false;
      const ending =
        (isDone: boolean): Fault =>
        async (request, pass) => {
          if (isDone) await pass(request);
          hub.remove();
          isReached = true;
          return never;
        };
      network.trap(step.request, ending(false));
      (await seen(() => step.button(hub), 'the button')).click();
      await seen(() => isReached, 'the end of the page');
      await reload();
      await openAgain(step, entry);
      isReached = false;
      network.trap(step.request, ending(true));
      // Nothing is sent before project and template are there again.
      await seen(() => (step.button(hub)?.click(), isReached), 'the end of the other page');
      await reload();
      await seen(() => isNow(`${entry}_transferred`), 'the transfer');
      expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
      expect(await begun(ticketId)).to.deep.equal([]);
      expect(button(inside(hub, 'ticket-detail')!, languages.ko.transfer)).to.equal(undefined);
    });
  }

  it('survives a page that moves the console before and while it is sent', async () => {
    const [step] = transferSteps as [Step];
    const ticketId = await mailFor(desk, 'moved', true);
    await openById(hub, ticketId);
    await step.enter(hub);
    const before = await traceOf(desk, ticketId);
    const move = (): void => {
      const place = document.createElement('section');
      document.body.append(place);
      hub.remove();
      place.append(hub);
    };
    move();
    if (!dialogOf(hub)) await openAgain(step, 'issue');
    expect(step.isKept(hub)).to.equal(true);
    const held = new Held();
    network.trap(step.request, held.fault);
    (await seen(() => step.button(hub), 'the button')).click();
    await seen(() => network.timesAsked(step.request) === 1, 'the request');
    move();
    held.let();
    await seen(() => isNow('issue_transferred') && network.isQuiet, 'the transfer');
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  });

  it('goes once when the answer is lost, and when the network comes and goes', async () => {
    const courses: readonly (readonly Fault[])[] = [[unanswered], [lost, unanswered, refusing(503, 'starting', 0)]];
    for (const [at, faults] of courses.entries()) {
      const ticketId = await mailFor(desk, `once-${at}`, true);
      await openById(hub, ticketId);
      await openDialog('issue', languages.ko);
      await pickFromTree(hub, '접수유형', '배송 추적');
      network.trap(/^POST .*\/transfer\/issue\.json$/, ...faults);
      await pressWithControl('Enter');
      await pressWithControl('Enter');
      await seen(() => isNow('issue_transferred') && !dialogOf(hub), 'the transfer');
      await seen(() => network.isQuiet, 'the end of all calls');
      expect(await madeOf(ticketId)).to.have.lengthOf(1);
    }
  });

  it('keeps every word when it is refused, closed and looked at again, and names the field', async () => {
    const ticketId = await mailFor(desk, 'refused', true);
    const other = await mailFor(desk, 'other-ticket', true);
    await openById(hub, ticketId);
    await openDialog('issue', languages.ko);
    await pickFromTree(hub, '접수유형', '배송 추적');
    await fill(hub, 'f.appVersion', '4.2.0-beta');
    await fill(hub, 'subject', '내가 쓴 제목');
    await desk.execute(
      `update field_definitions set length = 3 where service_id = 'demoissue' and code = 'appVersion'`,
    );
    await pressWithControl('Enter');
    await focusOn("[id='f.appVersion'][aria-invalid=true]");
    expect(await madeOf(ticketId)).to.have.lengthOf(0);
    await sendKeys({ press: 'Escape' });
    await openById(hub, other);
    await openDialog('issue', languages.ko);
    expect(visible<HTMLInputElement>(dialog(), '#subject')[0]!.value).to.equal('other-ticket');
    await sendKeys({ press: 'Escape' });
    await openById(hub, ticketId);
    await openDialog('issue', languages.ko);
    expect(visible<HTMLInputElement>(dialog(), '#subject')[0]!.value).to.equal('내가 쓴 제목');
    await fill(hub, 'f.appVersion', '4.2');
    await pressWithControl('Enter');
    await seen(() => isNow('issue_transferred') && !dialogOf(hub), 'the transfer');
    expect((await linkedOf(ticketId)).subject).to.equal('내가 쓴 제목');
  });

  it('says that Dooray! is paused where the dialog was open, and has no entry for it then', async () => {
    const ticketId = await mailFor(desk, 'switched-off', true);
    await openById(hub, ticketId);
    await openDialog('dooray', languages.ko);
    await pickFromTree(hub, '프로젝트', '물류 운영');
    await seen(() => visible(dialog(), 'choice-picker').length > 0, 'the project');
    for (const group of visible(dialog(), '.tags')) group.querySelector<HTMLElement>('input')?.click();
    const paused = (is: boolean) =>
      desk.execute(
        `insert into dooray_settings (service_id, paused) values ('demo', ${is})
         on conflict (service_id) do update set paused = ${is}`,
      );
    await paused(true);
    try {
      await press(dialog(), languages.ko.dooray);
      await seen(() => says(dialog(), 'Dooray! 이관 기능이 꺼져 있습니다.'), 'the refusal');
      expect(isNow('processing')).to.equal(true);
      await sendKeys({ press: 'Escape' });
      const detail = inside(hub, 'ticket-detail')!;
      await press(detail, languages.ko.transfer);
      const entries = () => visible(detail, '[role=menuitem]').map(({ textContent }) => textContent!.trim());
      await seen(() => entries().join() === languages.ko.issue, 'the only entry');
      await sendKeys({ press: 'Escape' });
    } finally {
      await paused(false);
    }
  });
});
