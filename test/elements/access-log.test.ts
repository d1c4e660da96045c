import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { auditKinds, type AuditFilter, type AuditPage, type AuditRecord } from '../../src/domain/audit.js';
import { languages } from '../../src/domain/types.js';
import { AccessLog } from '../../src/elements/access-log/access-log.js';
import { AuditExportRequest, TaskDismissRequest } from '../../src/events/requests.js';
import { auditHub, sampleAudit } from '../../stories/support/sample-audit.js';
import { moreTextsIn, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aSession } from '../support/open-ticket.js';
import { settle } from '../support/until.js';

async function open(hub: FakeHub, markup = '<access-log></access-log>'): Promise<AccessLog> {
  await import('../../src/elements/access-log/define.js');
  const element = await inHub<AccessLog>(hub, markup);
  await quiet(element);
  return element;
}

async function quiet(element: AccessLog): Promise<void> {
  await settle();
  await element.updateComplete;
}

type Asked = readonly [AuditFilter, string | undefined];

/** A hub that answers with these pages in turn, and what it was asked. */
function hubOf(...pages: readonly (Partial<AuditPage> | DeskError)[]): { hub: FakeHub; asked: Asked[] } {
  const hub = auditHub();
  const asked: Asked[] = [];
  const page = (filter: AuditFilter, cursor: string | undefined): Promise<AuditPage> => {
    const answer = pages[Math.min(asked.push([filter, cursor]), pages.length) - 1];
    if (answer instanceof Error) return Promise.reject(answer);
    const records = answer?.records ?? sampleAudit();
    return Promise.resolve({ records, next: null, total: records.length, ...answer });
  };
  Object.assign(hub.audit, { page });
  return { hub, asked };
}

const many = (count: number, from = 0): AuditRecord[] =>
  Array.from({ length: count }, (_, index) => ({ ...sampleAudit()[4]!, id: `many-${from + index}` }));

const lines = (element: AccessLog) =>
  all(element, '.line').map((line) => line.textContent!.replace(/\s+/g, ' ').trim());

async function type(element: AccessLog, name: string, value: string): Promise<void> {
  const field = one<HTMLInputElement>(element, `[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await element.updateComplete;
}

async function press(element: AccessLog, name: string): Promise<void> {
  named(element, name).click();
  await quiet(element);
}

async function end(hub: FakeHub, element: AccessLog, error?: DeskError): Promise<void> {
  const task = { id: hub.asked(AuditExportRequest).at(-1)!.id, ticketId: '', action: 'export' } as const;
  hub.work.$tasks.set([{ ...task, state: 'running' }]);
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
  await quiet(element);
}

describe('access-log', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(AccessLog.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/access-log/define.js');
    expect(textOf(await fixture(html`<access-log></access-log>`))).to.equal('');
  });

  it('tells who did what, with whose data, when, from where and why', async () => {
    const element = await open(auditHub());
    const revealed = lines(element)[1];
    for (const part of [
      '이서연',
      'agent1',
      '마스킹 원문 보기',
      '전화번호',
      '박민지',
      'minji.park',
      '2026',
      '203.0.113.24',
    ]) {
      expect(revealed).to.contain(part);
    }
    expect(revealed).to.contain('T1764031689401aB3xY').and.contain('본인 확인 요청을 받아 연락처 확인');
    expect(lines(element)[6]).to.contain('1,284건').and.contain('열 3개');
    expect(lines(element)[8]).to.contain('티켓 38건');
    expect(lines(element)[10]).to.contain('변경 항목: 이메일, 전화번호');
    expect(lines(element)[11]).to.contain('고객 번호 88');
    await expect(element).to.be.accessible();
  });

  for (const language of languages) {
    it(`has words for every kind in ${language}`, async () => {
      const records = auditKinds.map((kind) => ({ ...sampleAudit()[4]!, id: kind, kind }));
      const told = all(await open(auditHub(language, { records })), '.did').map((kind) => kind.textContent);
      expect(told).to.deep.equal(auditKinds.map((kind) => moreTextsIn(language).auditKind[kind]));
      expect(new Set(told).size).to.equal(auditKinds.length);
    });
  }

  it('tells what of the service was set, and that no agent did it', async () => {
    const set = (kind: AuditRecord['kind'], data: AuditRecord['data']) => ({
      ...sampleAudit()[4]!,
      id: '',
      kind,
      data,
    });
    const { hub } = hubOf({
      records: [
        set('article_kept', { what: 'notice', id: 7 }),
        set('setup_kept', { what: 'faq', id: 8 }),
        set('setup_kept', { what: 'forbidden_words', added: 2, removed: 1 }),
        set('setup_removed', { what: 'constructor' }),
        set('patterns_kept', { patterns: ['EMP-####', 'A-#####'] }),
        set('open_api_changed', { spamLimits: {} }),
        { ...set('agent_added', { usercode: 'agent9' }), usercode: '', name: 'Open API' },
      ],
    });
    const element = await open(hub);
    const facts = all(element, '.what').map((cell) => cell.querySelector('.quiet-line')?.textContent ?? '');
    expect(facts).to.deep.equal([
      '공지 · 번호 7',
      '자주 묻는 질문 분류 · 번호 8',
      '금칙어 · 추가 2개, 삭제 1개',
      '',
      '패턴 2개',
      '스팸 제한',
      'agent9',
    ]);
    expect(lines(element).at(-1)).to.contain('연동 서버').and.not.contain('Open API');
    expect(textOf(element)).not.to.match(/FAQ|Open API/);
  });

  it('says how many there are to those who do not see them, also where they are too many to count', async () => {
    const { hub } = hubOf({ records: many(50), total: 120 }, { records: many(50), total: null, next: 'x' });
    const element = await open(hub);
    expect(one(element, '[role=status].count').textContent).to.equal('기록 120건 중 50건을 보고 있습니다.');
    await press(element, '조회');
    expect(one(element, '.count').textContent).to.equal('기록 1,000건 이상 중 50건을 보고 있습니다.');
  });

  it('asks for what is typed and chosen, from the beginning', async () => {
    const { hub, asked } = hubOf({});
    const element = await open(hub);
    await type(element, 'from', '2026-11-01');
    await type(element, 'to', '2026-11-21');
    await type(element, 'kind', 'mask_revealed');
    await type(element, 'usercode', 'agent2');
    await type(element, 'customer', ' 박민지 ');
    await type(element, 'ticketId', 'T1764031689401aB3xY');
    await type(element, 'q', '본인');
    await press(element, '조회');
    expect(asked.at(-1)).to.deep.equal([
      {
        from: '2026-11-01',
        to: '2026-11-21',
        usercode: 'agent2',
        kinds: ['mask_revealed'],
        customer: '박민지',
        ticketId: 'T1764031689401aB3xY',
        q: '본인',
      },
      undefined,
    ]);
    await type(element, 'kind', 'file');
    await press(element, '조회');
    expect(asked.at(-1)![0].kinds).to.deep.equal(['exported', 'export_refused']);
    await press(element, '조건 지우기');
    expect(asked.at(-1)).to.deep.equal([{}, undefined]);
    expect(one<HTMLInputElement>(element, '[name=customer]').value).to.equal('');
  });

  it('asks nothing of what cannot be, and says why beside the field', async () => {
    const { hub, asked } = hubOf({});
    const element = await open(hub);
    await type(element, 'from', '2026-11-21');
    await type(element, 'to', '2026-11-01');
    await press(element, '조회');
    expect([asked.length, one(element, '#problem').textContent]).to.deep.equal([1, '종료일이 시작일보다 빠릅니다.']);
    expect(one(element, '[name=to]').getAttribute('aria-invalid')).to.equal('true');
    await type(element, 'to', '');
    await type(element, 'ticketId', 'T17');
    await press(element, '조회');
    expect([asked.length, one(element, '#problem').textContent]).to.deep.equal([1, '티켓 ID 전체를 입력하세요.']);
    await expect(element).to.be.accessible();
  });

  it('looks for the agent, the customer or the ticket of a line', async () => {
    const { hub, asked } = hubOf({});
    const element = await open(hub);
    const second = all(element, '.line')[1]!;
    const [who, whose, ticket] = second.querySelectorAll<HTMLElement>('button');
    whose!.click();
    await quiet(element);
    expect(asked.at(-1)![0]).to.deep.equal({ customer: '4127' });
    ticket!.click();
    await quiet(element);
    expect(asked.at(-1)![0]).to.deep.equal({ customer: '4127', ticketId: 'T1764031689401aB3xY' });
    who!.click();
    await quiet(element);
    expect(asked.at(-1)![0]).to.deep.include({ usercode: 'agent1' });
  });

  it('shows more, page after page, and the keyboard goes on where the new lines begin', async () => {
    const offline = new DeskError('offline', '');
    const { hub, asked } = hubOf({ records: many(50), next: 'second' }, offline, {
      records: many(10, 50),
      total: null,
    });
    const element = await open(hub);
    await press(element, '더 보기');
    expect(textOf(one(element, '.more'))).to.equal('');
    expect(one(element, '.more [role=alert]').textContent).to.contain('다음 기록을 불러오지 못했습니다.');
    expect(lines(element)).to.have.lengthOf(50);
    await press(element, '다시 시도');
    expect(asked.map(([, cursor]) => cursor)).to.deep.equal([undefined, 'second', 'second']);
    expect(lines(element)).to.have.lengthOf(60);
    expect(element.shadowRoot!.activeElement?.closest('.line')).to.equal(all(element, '.line')[50]);
    expect(all(element, '.more')).to.have.lengthOf(0);
  });

  it('says that nothing fits, that it could not be read, and that an agent may not read it', async () => {
    const { hub } = hubOf({ records: [] }, new DeskError('offline', ''), {});
    const element = await open(hub);
    expect(textOf(element)).to.contain('조건에 맞는 기록이 없습니다.');
    await press(element, '조회');
    expect(textOf(element)).to.contain('접속기록을 불러오지 못했습니다. 서버에 연결할 수 없습니다.');
    // A file would hold what was asked for before.
    expect(named(element, '파일로 저장').matches(':disabled')).to.equal(true);
    await press(element, '다시 시도');
    expect(lines(element)).to.have.lengthOf(12);
    const { hub: denied, asked } = hubOf({});
    denied.session.$session.set({ status: 'ready', value: aSession() });
    const closed = await open(denied);
    expect(textOf(closed)).to.equal('접속기록을 볼 권한이 없습니다. 관리자에게 권한을 요청하세요.');
    expect(asked).to.deep.equal([]);
  });

  it('is saved as a file for a reason, with the conditions of the lines that are shown', async () => {
    const { hub } = hubOf({});
    const element = await open(hub);
    await type(element, 'usercode', 'agent2');
    await press(element, '조회');
    await type(element, 'q', 'not asked for yet');
    await press(element, '파일로 저장');
    await expect(element).to.be.accessible();
    await press(element, '저장하기');
    expect(one(element, '.export [role=alert]').textContent).to.equal('저장하는 이유를 입력하세요.');
    expect(hub.asked(AuditExportRequest)).to.deep.equal([]);
    await type(element, 'why', ' 월간 점검 ');
    await press(element, '저장하기');
    const [request] = hub.asked(AuditExportRequest);
    expect([request?.filter, request?.reason]).to.deep.equal([{ usercode: 'agent2' }, '월간 점검']);
    const error = new DeskError('server', '');
    await end(hub, element, error);
    expect(one(element, '.export [role=alert]').textContent).to.contain('저장하지 못했습니다.');
    expect(one<HTMLInputElement>(element, '[name=why]').value).to.equal(' 월간 점검 ');
    await press(element, '저장하기');
    await end(hub, element);
    expect(one(element, '.done').textContent).to.contain('파일을 저장했습니다.');
    expect(hub.asked(TaskDismissRequest)).to.have.lengthOf(1);
  });

  it('tells a line without a moment with all the others, and no file of lines that were asked for before', async () => {
    const { hub } = hubOf(
      { records: [{ ...sampleAudit()[4]!, at: NaN }, sampleAudit()[3]!] },
      new DeskError('offline', ''),
    );
    const element = await open(hub);
    expect(lines(element)).to.have.lengthOf(2);
    await press(element, '파일로 저장');
    await press(element, '조회');
    expect(all(element, '.export')).to.deep.equal([]);
    expect(named(element, '파일로 저장').matches(':disabled')).to.equal(true);
  });

  it('opens as a layer that reads anew each time, and of which Escape closes the question first', async () => {
    const { hub, asked } = hubOf({});
    const element = await open(hub, '<access-log layer></access-log>');
    expect([textOf(element), asked.length]).to.deep.equal(['', 0]);
    await element.show();
    await quiet(element);
    await press(element, '파일로 저장');
    await sendKeys({ press: 'Escape' });
    await quiet(element);
    expect([all(element, '.export').length, all(element, 'dialog').length]).to.deep.equal([0, 1]);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.export-open'));
    await sendKeys({ press: 'Escape' });
    await quiet(element);
    expect(all(element, 'dialog')).to.have.lengthOf(0);
    await element.show();
    await quiet(element);
    expect(asked).to.have.lengthOf(2);
  });

  it('keeps nothing of an agent for the next', async () => {
    const { hub } = hubOf({});
    const element = await open(hub);
    await type(element, 'customer', '박민지');
    hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent9' }) });
    await quiet(element);
    expect(textOf(element)).to.contain('권한이 없습니다.').and.not.contain('이서연');
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/access-log/define.js');
    await survivesMoves('access-log', auditHub(), auditHub('en'));
  });
});
