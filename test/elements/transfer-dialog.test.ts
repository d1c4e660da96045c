import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { WritableAtom } from 'nanostores';
import { DeskError } from '../../src/base/desk-error.js';
import type { DraftState, TransferSource } from '../../src/base/hub-context.js';
import type { TransferTargets } from '../../src/domain/transfer.js';
import { TransferDialog } from '../../src/elements/transfer-dialog/transfer-dialog.js';
import type { Draft } from '../../src/domain/types.js';
import {
  DraftChangeRequest,
  DraftChooseRequest,
  TaskDismissRequest,
  TicketSelectRequest,
  TicketTransferRequest,
} from '../../src/events/requests.js';
import { textToHtml } from '../../src/util/text-html.js';
import { sampleSource, sampleTargets, sampleTemplate, transferHub } from '../../stories/support/sample-transfers.js';
import { moreTextsIn, textsIn, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { aSession } from '../support/open-ticket.js';
import { spoken, within } from '../support/spoken.js';

type Picker = HTMLElement & { value: unknown; problem: string; choices: readonly { label: string }[] };

const { ticketId } = sampleSource().ticket;
const app = { organizationId: '3010000000000000101', projectId: '3030000000000000300' };

async function open(
  hub: FakeHub,
  kind: TransferDialog['kind'],
  markup = '<transfer-dialog></transfer-dialog>',
): Promise<TransferDialog> {
  await import('../../src/elements/transfer-dialog/define.js');
  const element = await inHub<TransferDialog>(hub, markup);
  await element.show(ticketId, kind);
  await element.updateComplete;
  return element;
}

const control = <T extends HTMLElement = HTMLInputElement>(element: TransferDialog, id: string): T =>
  one<T>(element, `[id='${id}']`);
const picker = (element: TransferDialog, name: string): Picker =>
  one<Picker>(element, `[data-field='${name}'] > :is(tree-picker, choice-picker)`);
const asked = (hub: FakeHub) => hub.asked(TicketTransferRequest);
const isOpen = (element: TransferDialog) => all(element, 'dialog[open]').length === 1;
const otherSide = (element: TransferDialog) =>
  (one(element, '.other-side').textContent ?? '').replace(/\s+/g, ' ').trim();
const wrong = (element: TransferDialog): string[] =>
  all(element, '[data-field]')
    .filter((field) => field.querySelector('.problem') ?? field.querySelector<Picker>('tree-picker')?.problem)
    .map((field) => field.dataset['field']!);

async function pick(element: TransferDialog, name: string, value: unknown): Promise<void> {
  picker(element, name).value = value;
  picker(element, name).dispatchEvent(new Event('change'));
  await element.updateComplete;
}

async function put(element: TransferDialog, id: string, value: string): Promise<void> {
  control(element, id).value = value;
  control(element, id).dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

async function press(element: TransferDialog): Promise<void> {
  one(element, '[type=submit]').click();
  await element.updateComplete;
}

async function fillIssue(element: TransferDialog): Promise<void> {
  await pick(element, 'service', 'logistics');
  await pick(element, 'categoryId', '2');
  await put(element, 'f.tracking', '6480-1123');
}

/** A project is chosen, and what it offers is there. */
async function chooseApp(element: TransferDialog): Promise<void> {
  await pick(element, 'organizationId', app.organizationId);
  await pick(element, 'projectId', app.projectId);
  await waitUntil(() => all(element, '.tags').length > 0);
}

/** What would go, if it went now. */
function intentOf(element: TransferDialog, hub: FakeHub): unknown {
  one(element, '[type=submit]').click();
  const { transfer } = asked(hub).at(-1)!;
  return transfer;
}

/** What becomes of what was sent last. */
async function answer(hub: FakeHub, element: TransferDialog, error?: DeskError): Promise<void> {
  const { id, ticketId: of } = asked(hub).at(-1)!;
  const others = hub.work.$tasks.get().filter((task) => task.id !== id);
  const task = { id, ticketId: of, action: 'transfer_issue', state: 'running' } as const;
  hub.work.$tasks.set([...others, task]);
  hub.work.$tasks.set(error ? [...others, { ...task, state: 'failed', error }] : others);
  await element.updateComplete;
}

const withTargets = (hub: FakeHub, change: Partial<TransferTargets>): FakeHub => {
  hub.transfer.targets = () => Promise.resolve({ ...sampleTargets(), ...change });
  return hub;
};

describe('transfer-dialog', () => {
  it('is not defined by importing the class, and is empty without a hub', async () => {
    expect(TransferDialog.prototype).to.be.instanceOf(HTMLElement);
    const element = document.createElement('transfer-dialog');
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
    element.remove();
  });

  it('begins with what the ticket says, masked words as asterisks, and shows what the other side will see', async () => {
    const element = await open(transferHub(), 'issue');
    const { ticket, history } = sampleSource();
    expect(control(element, 'subject').value).to.equal(ticket.subject);
    expect(control(element, 'text').value).to.equal(history[0]!.text);
    expect(control(element, 'text').value).to.contain('*************');
    expect(element.shadowRoot!.activeElement).to.equal(picker(element, 'service'));
    await waitUntil(() => otherSide(element).includes('환불 계좌를 알려 드립니다'));
    expect(otherSide(element)).to.contain(ticket.subject).and.to.contain('*************');
    expect(otherSide(element)).to.contain('별표(*)로 가린 부분은').and.to.contain('처리 내역과 고객 정보는');
    expect(otherSide(element)).not.to.contain(history[1]!.text).and.not.to.contain('박민지');
    await expect(element).to.be.accessible();
  });

  it('sends to an issue service what was entered and chosen, and nothing else of the ticket', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    expect(picker(element, 'service').choices.map(({ label }) => label)).to.deep.equal([
      '물류 이슈관리',
      '결제 이슈관리',
    ]);
    expect(all(element, "[data-field='categoryId']")).to.have.lengthOf(0);
    await fillIssue(element);
    await put(element, 'text', '상자가 <젖어> 있습니다.');
    one(element, '.own-file:last-of-type > input').click();
    await element.updateComplete;
    await waitUntil(() => otherSide(element).includes('상자가 <젖어> 있습니다.'));
    expect(otherSide(element)).to.contain('물류 이슈관리 · 배송 › 파손').and.to.contain('6480-1123');
    expect(otherSide(element)).to.contain('화면 캡처.png').and.not.to.contain('카드 이용내역');
    await press(element);
    const [request] = asked(hub);
    expect(request).to.deep.include({ ticketId, version: 3 });
    expect(request!.transfer).to.deep.equal({
      issue: {
        service: 'logistics',
        categoryId: 2,
        subject: sampleSource().ticket.subject,
        content: '<p>상자가 &lt;젖어&gt; 있습니다.</p>',
        fields: { tracking: '6480-1123' },
        attachments: ['b'.repeat(32)],
      },
    });
    await answer(hub, element);
    expect(isOpen(element)).to.equal(false);
  });

  it('keeps what was entered for one service while another is chosen', async () => {
    const element = await open(transferHub(), 'issue');
    await fillIssue(element);
    await pick(element, 'service', 'payments');
    expect(picker(element, 'categoryId').value).to.equal('');
    expect(all(element, "[id='f.tracking']")).to.have.lengthOf(0);
    await pick(element, 'service', 'logistics');
    expect(picker(element, 'categoryId').value).to.equal('2');
    expect(control(element, 'f.tracking').value).to.equal('6480-1123');
  });

  it('says at each field what is missing, leads to the first, and sends nothing', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await press(element);
    expect(wrong(element)).to.deep.equal(['service']);
    await pick(element, 'service', 'logistics');
    await put(element, 'subject', ' ');
    await put(element, 'text', '');
    await press(element);
    expect(wrong(element)).to.deep.equal(['categoryId', 'subject', 'html']);
    expect(element.shadowRoot!.activeElement).to.equal(picker(element, 'categoryId'));
    await pick(element, 'categoryId', '2');
    await put(element, 'subject', '가'.repeat(256));
    await press(element);
    expect(wrong(element)).to.deep.equal(['f.tracking', 'subject', 'html']);
    expect(asked(hub)).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('tells a screen reader what it is, what is needed, and what goes', async () => {
    const element = await open(transferHub(), 'issue');
    await press(element);
    const lines = within(await spoken(), 'dialog "이슈 이관"').map((line) => line.trim());
    const spokenOf = (start: string) => lines.find((line) => line.startsWith(start)) ?? lines.join('\n');
    expect(spokenOf('combobox "이슈관리 서비스"')).to.contain('required').and.to.contain('꼭 입력해야 합니다.');
    expect(spokenOf('textbox "제목')).to.contain('required');
    expect(spokenOf('region "받는 쪽에 보이는 내용"')).to.contain('region');
    expect(spokenOf('button "이관하기"')).to.contain('이관하기');
  });

  it('offers what a project of Dooray! has, and needs a tag of each group that must have one', async () => {
    const hub = transferHub();
    const element = await open(hub, 'dooray');
    await chooseApp(element);
    await press(element);
    expect(wrong(element)).to.deep.equal(['tags.kind']);
    expect(textOf(element)).to.contain('이 그룹의 태그를 선택하세요.');
    const [bug, question, none] = all<HTMLInputElement>(element, '.tags input');
    expect([bug, question, none].map((box) => box!.type)).to.deep.equal(['radio', 'radio', 'radio']);
    bug!.click();
    await element.updateComplete;
    question!.click();
    await element.updateComplete;
    for (const box of all<HTMLInputElement>(element, '.tags [type=checkbox]')) box.click();
    await pick(element, 'assignees', ['member-1']);
    expect(wrong(element)).to.deep.equal([]);
    await expect(element).to.be.accessible();
    await press(element);
    expect(asked(hub)[0]!.transfer).to.deep.equal({
      dooray: {
        ...app,
        subject: sampleSource().ticket.subject,
        content: textToHtml(sampleSource().history[0]!.text),
        tagIds: ['tag-1', 'tag-5', 'tag-6'],
        assignees: ['member-1'],
        attachments: [],
      },
    });
  });

  it('takes a template with its tags and people, before what the ticket says', async () => {
    const hub = transferHub();
    const element = await open(hub, 'dooray');
    await chooseApp(element);
    await pick(element, 'templateId', 'template-1');
    await waitUntil(() => control(element, 'subject').value.startsWith('[오류]'));
    expect(control(element, 'subject').value).to.equal(`[오류] ${sampleSource().ticket.subject}`);
    expect(control(element, 'text').value).to.match(/^재현 방법[^]*기대한 결과[^]*환불 계좌/);
    expect(picker(element, 'assignees').value).to.deep.equal(['member-0']);
    await press(element);
    const [request] = asked(hub);
    expect(request!.transfer).to.have.nested.property('dooray.templateId', 'template-1');
    expect(request!.transfer).to.have.deep.nested.property('dooray.tagIds', ['tag-0', 'tag-5']);
  });

  it('sends no template whose words, tags and people are not there, and keeps what was chosen meanwhile', async () => {
    const hub = transferHub();
    let settle!: { arrive(): void; fail(): void };
    hub.transfer.template = () =>
      new Promise((resolve, reject) => {
        settle = { arrive: () => resolve(sampleTemplate()), fail: () => reject(new DeskError('timeout', '')) };
      });
    const element = await open(hub, 'dooray');
    await chooseApp(element);
    all(element, '.tags input')[1]!.click();
    await pick(element, 'templateId', 'template-1');
    expect(textOf(element)).to.contain('템플릿을 불러오는 중…');
    await press(element);
    expect(asked(hub)).to.have.lengthOf(0);
    settle.fail();
    await waitUntil(() => textOf(element).includes('템플릿을 불러오지 못했습니다.'));
    expect(picker(element, 'templateId').value).to.equal('');
    await pick(element, 'templateId', 'template-1');
    all(element, '.tags [type=checkbox]')[1]!.click();
    settle.arrive();
    await waitUntil(() => control(element, 'subject').value.startsWith('[오류]'));
    await press(element);
    expect(asked(hub)[0]!.transfer).to.have.nested.property('dooray.templateId', 'template-1');
    expect(asked(hub)[0]!.transfer).to.have.deep.nested.property('dooray.tagIds', ['tag-1', 'tag-5', 'tag-6']);
  });

  it('lets a template add to what was written, and never take its place', async () => {
    const element = await open(transferHub(), 'dooray');
    await chooseApp(element);
    await put(element, 'subject', '내 제목');
    await put(element, 'text', '내가 쓴 글');
    await pick(element, 'templateId', 'template-1');
    await waitUntil(() => control(element, 'text').value.includes('재현 방법'));
    expect(control(element, 'text').value).to.contain('내가 쓴 글');
    expect(control(element, 'subject').value).to.equal('내 제목');
  });

  it('begins with the usual template of a project, where nobody wrote yet', async () => {
    const hub = transferHub();
    const { project } = hub.transfer;
    hub.transfer.project = async (...of) => {
      const offered = await project(...of);
      return { ...offered, templates: offered.templates.map((one, at) => ({ ...one, isDefault: at === 0 })) };
    };
    hub.transfer.template = () => Promise.resolve({ ...sampleTemplate(), subject: '' });
    const element = await open(hub, 'dooray');
    await chooseApp(element);
    await waitUntil(() => control(element, 'text').value.startsWith('재현 방법'));
    expect(picker(element, 'templateId').value).to.equal('template-1');
    expect(control(element, 'subject').value).to.equal(sampleSource().ticket.subject);
    // The words of the template stay when the ticket's are taken anew.
    hub.tickets.$current.set({ status: 'ready', value: { ...sampleSource().ticket, subject: '카드 ****' } });
    await element.updateComplete;
    expect(control(element, 'subject').value).to.equal('카드 ****');
    expect(control(element, 'text').value).to.match(/^재현 방법/);
  });

  it('chooses what has no alternative', async () => {
    const hub = withTargets(transferHub(), {
      issue: sampleTargets().issue.slice(0, 1),
      dooray: sampleTargets().dooray!.slice(1),
    });
    const element = await open(hub, 'issue');
    expect(picker(element, 'service').value).to.equal('logistics');
    await element.show(ticketId, 'dooray');
    await waitUntil(() => all(element, '.tags').length > 0);
    expect(picker(element, 'projectId').value).to.equal('3030000000000000391');
  });

  it('asks for a project again where it could not be read, and sends nothing before', async () => {
    const hub = transferHub();
    const { project } = hub.transfer;
    hub.transfer.project = () => Promise.reject(new DeskError('timeout', ''));
    const element = await open(hub, 'dooray');
    await pick(element, 'organizationId', '3010000000000000102');
    await waitUntil(() => textOf(element).includes('프로젝트의 템플릿과 태그를 불러오지 못했습니다.'));
    await expect(element).to.be.accessible();
    await press(element);
    expect(asked(hub)).to.have.lengthOf(0);
    hub.transfer.project = project;
    named(element, '다시 시도').click();
    await waitUntil(() => all(element, '.tags').length > 0);
  });

  it('says why nothing can be handed over, with no button to try', async () => {
    const { ticket, history } = sampleSource();
    const cases: readonly [TransferDialog['kind'], Partial<TransferTargets>, string][] = [
      ['issue', { issue: [] }, '이관할 이슈관리 서비스가 없습니다.'],
      ['dooray', { dooray: null }, 'Dooray! 이관 기능이 꺼져 있습니다.'],
      ['dooray', { dooray: [] }, '등록된 Dooray! 조직이 없습니다.'],
    ];
    for (const [kind, change, said] of cases) {
      const element = await open(withTargets(transferHub(), change), kind);
      expect(textOf(element)).to.contain(said);
      expect(all(element, '[type=submit]')).to.have.lengthOf(0);
    }
    const hub = transferHub();
    hub.transfer.source = () => Promise.resolve({ history, ticket: { ...ticket, actions: ['comment'] } });
    const element = await open(hub, 'issue');
    expect(textOf(element)).to.contain('티켓의 지금 상태에서는 이관할 수 없습니다.');
    await expect(element).to.be.accessible();
  });

  it('tells an issue service that its tickets go only to Dooray!', async () => {
    const hub = withTargets(transferHub(), { issue: [] });
    const session = aSession();
    const value = { ...session, service: { ...session.service, kind: 'issue' as const } };
    hub.session.$session.set({ status: 'ready', value });
    expect(textOf(await open(hub, 'issue'))).to.contain('Dooray!로만 이관할 수 있습니다.');
  });

  it('says that it reads, what failed, and tries again; who may not is told so', async () => {
    const hub = transferHub();
    const { targets } = hub.transfer;
    hub.transfer.targets = () => new Promise(() => undefined);
    await import('../../src/elements/transfer-dialog/define.js');
    const element = await inHub<TransferDialog>(hub, '<transfer-dialog></transfer-dialog>');
    void element.show(ticketId, 'issue');
    await waitUntil(() => textOf(element).includes('불러오는 중'));
    hub.transfer.targets = () => Promise.reject(new DeskError('offline', ''));
    await element.show(ticketId, 'issue');
    await element.updateComplete;
    expect(textOf(element)).to.contain('서버에 연결할 수 없습니다.');
    await expect(element).to.be.accessible();
    hub.transfer.targets = targets;
    named(element, '다시 시도').click();
    await waitUntil(() => all(element, '#subject').length > 0);
    hub.transfer.targets = () => Promise.reject(new DeskError('denied', ''));
    await element.show(ticketId, 'dooray');
    await element.updateComplete;
    expect(textOf(element)).to.contain('권한이 없습니다');
    expect(all(element, '[type=submit]')).to.have.lengthOf(0);
  });

  it('keeps what was entered through closing, another ticket, the other kind and another element', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await put(element, 'text', '내가 쓴 글');
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    await element.show('T2', 'issue');
    await element.updateComplete;
    expect(control(element, 'text').value).not.to.equal('내가 쓴 글');
    await element.show(ticketId, 'dooray');
    await element.updateComplete;
    expect(control(element, 'text').value).not.to.equal('내가 쓴 글');
    element.remove();
    const again = await open(hub, 'issue');
    expect(control(again, 'text').value).to.equal('내가 쓴 글');
    expect(control(again, 'f.tracking').value).to.equal('6480-1123');
    named(again, '처음부터 다시').click();
    await waitUntil(() => control(again, 'text').value.includes('환불 계좌'));
    expect(picker(again, 'service').value).to.equal('');
  });

  describe('has what is entered kept', () => {
    const told = (hub: FakeHub) => hub.asked(DraftChangeRequest).at(-1);
    /** A page that was loaded anew, whose server has what was told last. */
    function reloaded(hub: FakeHub, kind: TransferDialog['kind']): FakeHub {
      const again = transferHub();
      set(again, kind, { ...told(hub)!.draft!, seq: 3, updatedAt: Date.UTC(2026, 10, 22, 5, 3) });
      return again;
    }
    function set(
      hub: FakeHub,
      kind: TransferDialog['kind'],
      draft: Draft | null,
      more: Partial<DraftState> = {},
    ): void {
      const $draft = hub.drafts.of(kind) as WritableAtom<DraftState | null>;
      $draft.set({ ticketId, draft, state: 'kept', ...more });
    }

    it('and takes it up again after a reload, or gives it up', async () => {
      const hub = transferHub();
      const before = await open(hub, 'issue');
      expect(hub.asked(DraftChangeRequest)).to.deep.equal([]);
      await fillIssue(before);
      expect(told(hub)?.draft?.html).to.equal('');
      await put(before, 'text', '내가 쓴 글');
      await put(before, 'subject', '내가 쓴 제목');
      all(before, '.own-file input')[0]!.click();
      await before.updateComplete;
      expect([told(hub)?.ticketId, told(hub)?.kind, told(hub)?.draft?.html]).to.deep.equal([
        ticketId,
        'issue',
        '<p>내가 쓴 글</p>',
      ]);
      const again = reloaded(hub, 'issue');
      const element = await open(again, 'issue');
      expect(picker(element, 'service').value).to.equal('logistics');
      expect(picker(element, 'categoryId').value).to.equal('2');
      const values = ['f.tracking', 'subject', 'text'].map((id) => control(element, id).value);
      expect(values).to.deep.equal(['6480-1123', '내가 쓴 제목', '내가 쓴 글']);
      expect(all<HTMLInputElement>(element, '.own-file input').map(({ checked }) => checked)).to.deep.equal([
        true,
        false,
      ]);
      expect(textOf(element)).to.contain('작성하던 내용을 다시 불러왔습니다.');
      expect(again.asked(DraftChangeRequest)).to.deep.equal([]);
      set(again, 'issue', null);
      named(element, '처음부터 다시').click();
      await waitUntil(() => control(element, 'text').value.includes('환불 계좌'));
      expect(told(again)?.draft).to.equal(null);
    });

    it('with the project, its tags and people; the words of a template come once', async () => {
      for (const isWritten of [false, true]) {
        const hub = transferHub();
        const before = await open(hub, 'dooray');
        await chooseApp(before);
        await pick(before, 'templateId', sampleTemplate().templateId);
        await waitUntil(() => control(before, 'text').value.includes('재현 방법'));
        if (isWritten) await put(before, 'text', `${control(before, 'text').value}\n\n끝`);
        const chosen = intentOf(before, hub);
        const again = reloaded(hub, 'dooray');
        const element = await open(again, 'dooray');
        await waitUntil(() => control(element, 'text').value.includes('재현 방법') && all(element, '.tags').length > 0);
        expect(intentOf(element, again)).to.deep.equal(chosen);
      }
    });

    it('with its files, and warns where the ticket has changed since', async () => {
      const hub = transferHub();
      const before = await open(hub, 'issue');
      await put(before, 'text', '내가 쓴 글');
      const again = reloaded(hub, 'issue');
      const file = {
        attachmentId: 'a'.repeat(32),
        fileName: '로그.txt',
        contentType: 'text/plain',
        size: 9,
        inline: false,
      };
      const $draft = again.drafts.of('issue') as WritableAtom<DraftState | null>;
      const { draft } = $draft.get()!;
      set(again, 'issue', { ...draft!, attachments: [file] });
      const { ticket, history } = sampleSource();
      const changed = history.map((entry) => ({ ...entry, bodyVersion: entry.bodyVersion + 1 }));
      again.transfer.source = () => Promise.resolve({ ticket, history: changed });
      const element = await open(again, 'issue');
      expect(textOf(element)).to.contain('로그.txt').and.contain('티켓의 원문이 바뀌었습니다.');
      expect(control(element, 'text').value).to.equal('내가 쓴 글');
    });

    it('and asks where another window has something else, takes masks over, and says what is not kept', async () => {
      const hub = transferHub();
      const element = await open(hub, 'issue');
      await put(element, 'text', '번호 010-1234');
      const mine = { ...told(hub)!.draft!, seq: 1, updatedAt: 1 };
      const other = { ...mine, html: '<p>다른 창의 글</p>', seq: 2 };
      set(hub, 'issue', mine, { state: 'conflict', other });
      await element.updateComplete;
      expect(one(element, '.other-window').textContent).to.contain('다른 창의 글');
      expect(control(element, 'text').value).to.equal('번호 010-1234');
      await expect(element).to.be.accessible();
      named(element, '다른 글로 계속').click();
      expect(hub.asked(DraftChooseRequest).map(({ keep, kind }) => `${keep} ${kind}`)).to.deep.equal(['other issue']);
      set(hub, 'issue', other);
      await element.updateComplete;
      expect([control(element, 'text').value, all(element, '.other-window').length]).to.deep.equal(['다른 창의 글', 0]);
      set(hub, 'issue', { ...other, html: '<p>다른 *의 글</p>', seq: 3 });
      await element.updateComplete;
      expect(control(element, 'text').value).to.equal('다른 *의 글');
      const asks = hub.asked(DraftChangeRequest).length;
      set(hub, 'issue', { ...other, html: '<p>다른 *의 글</p>', seq: 3 }, { state: 'unsaved' });
      await element.updateComplete;
      expect(textOf(element)).to.contain('저장되지 않았습니다.');
      expect(hub.asked(DraftChangeRequest).length).to.equal(asks);
    });
  });

  it('lets the browser ask while a ticket is on its way behind a closed dialog', async () => {
    const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    element.close();
    await element.updateComplete;
    expect(isAsked()).to.equal(true);
    await answer(hub, element);
    expect(isAsked()).to.equal(false);
  });

  it('takes the ticket as it is now where nothing was written, and warns where something was', async () => {
    const hub = transferHub();
    const masked = (version: number, text: string): TransferSource => {
      const { ticket, history } = sampleSource();
      const [first, ...others] = history;
      return { ticket, history: [{ ...first!, bodyVersion: version, text }, ...others] };
    };
    const element = await open(hub, 'issue');
    hub.tickets.$history.set({ status: 'ready', value: masked(5, '계좌 ****').history });
    await element.updateComplete;
    expect(control(element, 'text').value).to.equal('계좌 ****');
    await put(element, 'text', '계좌 1234를 확인해 주세요');
    hub.tickets.$history.set({ status: 'ready', value: masked(6, '계좌 ******').history });
    await element.updateComplete;
    expect(textOf(element)).to.contain('마스킹해야 할 내용이 남아 있지 않은지');
    expect(control(element, 'text').value).to.equal('계좌 1234를 확인해 주세요');
    element.close();
    hub.transfer.source = () => Promise.resolve(masked(6, '계좌 ******'));
    await element.show(ticketId, 'issue');
    await element.updateComplete;
    named(element, '티켓 내용으로 다시 채우기').click();
    await element.updateComplete;
    expect(control(element, 'text').value).to.equal('계좌 ******');
    expect(textOf(element)).not.to.contain('마스킹해야 할 내용이 남아 있지 않은지');
    named(element, '되돌리기').click();
    await element.updateComplete;
    expect(control(element, 'text').value).to.equal('계좌 1234를 확인해 주세요');
    expect(textOf(element)).to.contain('마스킹해야 할 내용이 남아 있지 않은지');
    named(element, '티켓 내용으로 다시 채우기').click();
    await element.updateComplete;
    await put(element, 'text', '새로 쓴 글');
    expect(all(element, '.notice')).to.have.lengthOf(0);
  });

  it('takes the title as it is masked now, and warns where something was written', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    const title = (subject: string): Promise<boolean> => {
      hub.tickets.$current.set({ status: 'ready', value: { ...sampleSource().ticket, subject } });
      return element.updateComplete;
    };
    await title('카드 **** 환불');
    expect(control(element, 'subject').value).to.equal('카드 **** 환불');
    await put(element, 'text', '내가 쓴 글');
    await title('카드 **** **');
    expect(textOf(element)).to.contain('마스킹해야 할 내용이 남아 있지 않은지');
    expect(control(element, 'subject').value).to.equal('카드 **** 환불');
    named(element, '티켓 내용으로 다시 채우기').click();
    await element.updateComplete;
    expect(control(element, 'subject').value).to.equal('카드 **** **');
  });

  it('goes on with the ticket as it is now after a conflict', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    const { ticket } = sampleSource();
    await fillIssue(element);
    await press(element);
    hub.tickets.$current.set({ status: 'ready', value: { ...ticket, version: 4 } });
    await answer(hub, element, new DeskError('conflict', '', { content: { code: 'version_conflict' } }));
    expect(textOf(element)).to.contain('그사이 티켓이 바뀌었습니다.');
    await press(element);
    expect(asked(hub)[1]).to.deep.include({ version: 4 });
    // The ticket is not the open one any more: the answer brings it along.
    hub.tickets.$current.set({ status: 'idle' });
    await answer(hub, element, new DeskError('conflict', '', { content: { ...ticket, version: 5 } }));
    await press(element);
    expect(asked(hub)[2]).to.deep.include({ version: 5 });
  });

  it('does not say that nothing went where what was sent before had arrived', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    await answer(hub, element, new DeskError('conflict', '', { content: { code: 'idempotency_key_reused' } }));
    expect(textOf(element)).to.contain('앞서 보낸 내용이 이미 서버에 도착해 있습니다.');
    expect(textOf(element)).not.to.contain('이관되지 않았고');
  });

  it('hears what becomes of what an element sent that left the page meanwhile', async () => {
    const hub = transferHub();
    const first = await open(hub, 'issue');
    await fillIssue(first);
    await press(first);
    const task = { id: asked(hub)[0]!.id, ticketId, action: 'transfer_issue', state: 'running' } as const;
    hub.work.$tasks.set([task]);
    first.remove();
    const element = await open(hub, 'issue');
    expect(textOf(element)).to.contain('이관 중…');
    await answer(hub, element, new DeskError('invalid', ''));
    expect(control(element, 'f.tracking').value).to.equal('6480-1123');
    expect(all(element, '.dialog-body[inert]')).to.have.lengthOf(0);
    await press(element);
    element.remove();
    hub.work.$tasks.set([]);
    const again = await open(hub, 'issue');
    expect(picker(again, 'service').value).to.equal('');
  });

  it('says aloud that the ticket was handed over', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    expect(one(element, '.visually-hidden[role=status]').textContent).to.equal('');
    await answer(hub, element);
    expect(one(element, '.visually-hidden[role=status]').textContent).to.contain('티켓을 이관했습니다.');
  });

  it('stays with everything when it is refused, names the field, and sends the next try as another', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    const fields = [
      { field: 'fields.tracking', code: 'invalid', message: '' },
      { field: 'content', code: 'length', message: '' },
    ];
    await answer(hub, element, new DeskError('invalid', '', { fields }));
    await element.updateComplete;
    expect(wrong(element)).to.deep.equal(['f.tracking', 'html']);
    expect(element.shadowRoot!.activeElement).to.equal(control(element, 'f.tracking'));
    expect(control(element, 'f.tracking').value).to.equal('6480-1123');
    await put(element, 'f.tracking', '6480');
    await press(element);
    expect(asked(hub)).to.have.lengthOf(2);
    expect(asked(hub)[1]!.id).not.to.equal(asked(hub)[0]!.id);
    expect(hub.asked(TaskDismissRequest)).to.have.lengthOf(1);
  });

  it('points at the tags that the server misses', async () => {
    const hub = transferHub();
    const element = await open(hub, 'dooray');
    await chooseApp(element);
    all(element, '.tags input')[0]!.click();
    await element.updateComplete;
    await press(element);
    await answer(
      hub,
      element,
      new DeskError('invalid', '', { fields: [{ field: 'tagIds', code: 'mandatory_tags', message: '' }] }),
    );
    await element.updateComplete;
    expect(wrong(element)).to.deep.equal(['tags.kind']);
  });

  it('sends the same again under the same name while nobody knows what became of it', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    await press(element);
    expect(asked(hub)).to.have.lengthOf(1);
    await answer(hub, element, new DeskError('timeout', ''));
    expect(textOf(element)).to.contain('다시 눌러도 한 번만 이관됩니다.');
    await press(element);
    expect(asked(hub)[1]!.id).to.equal(asked(hub)[0]!.id);
    hub.session.$connection.set('offline');
    await element.updateComplete;
    expect(textOf(element)).to.contain('서버에 연결되는 대로 이관합니다.');
    await answer(hub, element, new DeskError('conflict', '', { content: { code: 'wrong_status' } }));
    expect(textOf(element)).to.contain('티켓의 지금 상태에서는 이관할 수 없습니다.').and.to.contain('이관되지 않았고');
  });

  it('tells of each ticket what became of it after the dialog was closed', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    const first = { id: asked(hub)[0]!.id, ticketId, action: 'transfer_issue', state: 'running' } as const;
    hub.work.$tasks.set([first]);
    element.close();
    await element.show('T2', 'issue');
    await element.updateComplete;
    await fillIssue(element);
    await press(element);
    const second = { id: asked(hub)[1]!.id, ticketId: 'T2', action: 'transfer_issue', state: 'running' } as const;
    hub.work.$tasks.set([first, second]);
    element.close();
    hub.work.$tasks.set([{ ...first, state: 'failed', error: new DeskError('conflict', '') }]);
    await element.updateComplete;
    expect(textOf(element)).to.contain('그사이 티켓이 바뀌었습니다.');
    await expect(element).to.be.accessible();
    named(element, '다시 보기').click();
    await waitUntil(() => all(element, "[id='f.tracking']").length > 0);
    expect(control(element, 'f.tracking').value).to.equal('6480-1123');
    expect(textOf(element)).to.contain('그사이 티켓이 바뀌었습니다.');
    element.close();
    await element.updateComplete;
    expect(textOf(element)).to.contain('티켓을 이관했습니다.');
    named(element, '티켓 열기').click();
    await element.updateComplete;
    expect(hub.asked(TicketSelectRequest).map((request) => request.ticketId)).to.deep.equal(['T2']);
    expect(textOf(element)).to.equal('');
  });

  it('takes the tasks of another hub for no news of what it sent', async () => {
    const [hub, other] = [transferHub(), transferHub('en')];
    const element = await open(hub, 'issue');
    await fillIssue(element);
    await press(element);
    const task = { id: asked(hub)[0]!.id, ticketId, action: 'transfer_issue', state: 'running' } as const;
    hub.work.$tasks.set([task]);
    const { parentElement: home } = element;
    (await inHub(other, '<transfer-dialog></transfer-dialog>')).replaceWith(element);
    await element.updateComplete;
    other.work.$tasks.set([]);
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
    home!.append(element);
    await element.updateComplete;
    hub.work.$tasks.set([]);
    await element.updateComplete;
    expect(textOf(element)).to.contain('티켓을 이관했습니다.');
  });

  it('takes the pictures of the text along, and leaves those that were not loaded', async () => {
    const hub = transferHub();
    const session = aSession();
    const service = { ...session.service, editor: 'html' as const };
    hub.session.$session.set({ status: 'ready', value: { ...session, service } });
    const { ticket, history } = sampleSource();
    const picture = 'd'.repeat(32);
    const html = `<p>보세요 <img src="cid:${picture}" alt="사진"><img width="9" height="9"></p>`;
    hub.transfer.source = () => Promise.resolve({ ticket, history: [{ ...history[0]!, html }] });
    const element = await open(hub, 'issue');
    await waitUntil(() => all(element, '.editor').length === 1, 'the editor', { timeout: 10_000 });
    await fillIssue(element);
    await press(element);
    const { transfer } = asked(hub)[0]!;
    expect(transfer).to.have.deep.nested.property('issue.attachments', [picture]);
    expect('issue' in transfer && transfer.issue.content.match(/<img/g)).to.have.lengthOf(1);
  });

  it('is done when the page takes the matter over', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    element.parentElement!.addEventListener(TicketTransferRequest.type, (event) => event.preventDefault());
    await fillIssue(element);
    await press(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('sends by Ctrl+Enter from the text, and gives the keyboard back when it closes', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await fillIssue(element);
    control(element, 'text').focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    expect(asked(hub)).to.have.lengthOf(1);
  });

  it('sends uploaded files too, and waits for those on their way', async () => {
    const hub = transferHub();
    let arrive!: () => void;
    hub.files.upload = (file) =>
      new Promise((resolve) => {
        const stored = { attachmentId: 'c'.repeat(32), fileName: file.name, contentType: 'text/plain', inline: false };
        arrive = () => resolve({ ...stored, size: 3 });
      });
    const element = await open(hub, 'issue');
    await fillIssue(element);
    const input = one<HTMLInputElement>(element, '[type=file]');
    const data = new DataTransfer();
    data.items.add(new File(['abc'], '기록.txt', { type: 'text/plain' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await press(element);
    expect(asked(hub)).to.have.lengthOf(0);
    arrive();
    await waitUntil(() => otherSide(element).includes('기록.txt'));
    await press(element);
    expect(asked(hub)[0]!.transfer).to.have.deep.nested.property('issue.attachments', ['c'.repeat(32)]);
  });

  it('forgets what one agent wrote when another takes over', async () => {
    const hub = transferHub();
    const element = await open(hub, 'issue');
    await put(element, 'text', '내가 쓴 글');
    hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent2', name: '이상담' }) });
    await element.updateComplete;
    expect(isOpen(element)).to.equal(false);
    await element.show(ticketId, 'issue');
    await element.updateComplete;
    expect(control(element, 'text').value).not.to.contain('내가 쓴 글');
  });

  it('speaks the language of its hub, also when that changes', async () => {
    const hub = transferHub('ja');
    hub.text.$texts.set(textsIn('ja'));
    const element = await open(hub, 'issue');
    expect(named(element, '移管する').textContent).to.contain('移管する');
    hub.text.$language.set('en');
    hub.text.$texts.set(textsIn('en'));
    hub.text.$more.set(moreTextsIn('en'));
    await element.updateComplete;
    expect(textOf(element)).to.contain('What the other side will see');
    expect(textOf(element)).not.to.match(/undefined|\{\w+\}/);
  });
});
