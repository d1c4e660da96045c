import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { TicketQuery, TicketRow } from '../../src/domain/types.js';
import { PrintList } from '../../src/elements/print-list/print-list.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, sampleSettings, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

const at = Date.UTC(2026, 10, 22, 3, 0);

interface Printer {
  readonly dialog: PrintList;
  /** How often the browser was asked to print. */
  readonly printed: () => number;
  readonly paper: () => Document;
}

function hubWith(rows: readonly TicketRow[], total = rows.length): FakeHub {
  const hub = sampleHub();
  hub.tickets.$window.set(windowOf([], { total }));
  hub.lists.rows = () => Promise.resolve(rows);
  return hub;
}

/** Opens the print view; the browser's own dialog is counted, not shown. */
async function open(hub: FakeHub): Promise<Printer> {
  await import('../../src/elements/print-list/define.js');
  const dialog = await inHub<PrintList>(hub, '<print-list></print-list>');
  let count = 0;
  await dialog.show();
  await dialog.updateComplete;
  const view = dialog.shadowRoot!.querySelector('iframe')?.contentWindow;
  if (view) view.print = () => void count++;
  return {
    dialog,
    printed: () => count,
    paper: () => one<HTMLIFrameElement>(dialog, 'iframe').contentDocument!,
  };
}

const texts = (parts: Iterable<Element>): string[] => [...parts].map((part) => part.textContent ?? '');
const row = (paper: Document, place: number): string[] => texts(paper.querySelectorAll('tbody tr')[place]!.children);

describe('print-list', () => {
  it('is not defined by importing the class', () => {
    expect(PrintList.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/print-list/define.js');
    expect(textOf(await fixture(html`<print-list></print-list>`))).to.equal('');
  });

  it('shows the list in its columns and opens the browser’s dialog once', async () => {
    const rows = sampleRows(3, 'ko', at);
    const hub = hubWith(rows);
    hub.tickets.$columns.set(['ticketId', 'subject', 'status', 'updatedAt'].map((id) => ({ id, width: null })));
    const { dialog, paper, printed } = await open(hub);
    expect(texts(paper().querySelectorAll('th'))).to.deep.equal(['티켓 ID', '제목', '상태', '수정']);
    expect(row(paper(), 1)).to.deep.equal([
      rows[1]!.ticketId,
      '배송지를 바꿀 수 있을까요?',
      '처리중',
      '2026. 11. 22. 오전 11:39',
    ]);
    await until(() => printed() === 1, 'the print dialog');
    await settle(60);
    expect(printed()).to.equal(1);
    named(dialog, '인쇄하기').click();
    expect(printed()).to.equal(2);
    await expect(dialog).to.be.accessible();
  });

  it('says whose list it is, what was searched for, how many, and when in the service’s zone', async () => {
    const hub = hubWith(sampleRows(2), 2);
    const where = { status: ['processing', 'pending'], subject: '환불' };
    hub.tickets.$query.set({ view: 'group', q: '카드', where, starred: true, sort: 'updatedAt', descending: true });
    const { paper } = await open(hub);
    expect(paper().querySelector('h1')!.textContent).to.equal('그룹내 전체 티켓');
    expect(paper().title).to.equal('그룹내 전체 티켓');
    expect(paper().documentElement.lang).to.equal('ko');
    const facts = texts(paper().querySelectorAll('dt, dd'));
    expect(facts.slice(0, 12)).to.deep.equal([
      ...['서비스', '두레상점'],
      ...['목록', '중요 표시한 티켓만'],
      ...['검색어', '카드'],
      ...['상태', '처리중, 보류중'],
      ...['티켓 제목', '환불'],
      ...['티켓', '2건'],
    ]);
    expect(facts.at(-1)).to.contain('(Asia/Seoul)');
  });

  it('is called after the saved view or the figure that is open', async () => {
    const hub = hubWith(sampleRows(1));
    const view = { id: 'v1', name: '이번 주 환불', query: 'view=all', columns: null };
    const preferences = hub.preferences.$preferences.get();
    if (preferences.status === 'ready')
      hub.preferences.$preferences.set(ready({ ...preferences.value, views: [view] }));
    hub.tickets.$savedView.set('v1');
    const saved = await open(hub);
    expect(saved.paper().title).to.equal('이번 주 환불');
    saved.dialog.remove();
    hub.tickets.$savedView.set(null);
    hub.tickets.$query.set({ view: 'all', figure: 'my.customerGuidance', sort: 'updatedAt', descending: true });
    expect((await open(hub)).paper().title).to.equal('고객 안내');
  });

  it('asks for a thousand rows with the fields of its columns, and says when there are more', async () => {
    const hub = hubWith(sampleRows(1000), 18_530);
    const seen: [TicketQuery, number][] = [];
    const rows = hub.lists.rows;
    hub.lists.rows = (query, most, signal) => {
      seen.push([query, most]);
      return rows(query, most, signal);
    };
    hub.tickets.$columns.set(['subject', 'f.order'].map((id) => ({ id, width: null })));
    const { dialog, paper } = await open(hub);
    expect(seen).to.deep.equal([[{ ...hub.tickets.$query.get(), fields: ['order'] }, 1000]]);
    expect(textOf(dialog)).to.contain('전체 18,530건 중 처음 1,000건만 인쇄합니다.');
    expect(paper().querySelectorAll('tbody tr')).to.have.lengthOf(1000);
    expect(texts(paper().querySelectorAll('dd'))).to.include('전체 18,530건 중 처음 1,000건');
  });

  it('shows values of the service’s own fields and names of its trees', async () => {
    const [first] = sampleRows(1);
    const hub = hubWith([{ ...first!, handlingTypeId: 2, fields: { tags: ['급함', '재문의'], agreed: true } }]);
    const base = {
      owner: 'agent',
      options: null,
      required: false,
      encrypted: false,
      length: 0,
      categories: null,
    } as const;
    hub.session.$settings.set(
      ready({
        ...sampleSettings(),
        handlingTypes: [
          { id: 1, parent: 0, name: '결제' },
          { id: 2, parent: 1, name: '환불' },
        ],
        fields: [
          { ...base, code: 'tags', type: 'checkbox', names: { ko: '태그' } },
          { ...base, code: 'agreed', type: 'agree', names: { ko: '동의' } },
        ],
      }),
    );
    hub.tickets.$columns.set(['handlingType', 'f.tags', 'f.agreed', 'subject'].map((id) => ({ id, width: null })));
    const { paper } = await open(hub);
    expect(texts(paper().querySelectorAll('th'))).to.deep.equal(['처리유형', '태그', '동의', '제목']);
    expect(row(paper(), 0).slice(0, 3)).to.deep.equal(['결제 › 환불', '급함, 재문의', '예']);
  });

  it('prints what a customer wrote as text alone', async () => {
    const [first] = sampleRows(1);
    const subject = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202egpj.exe';
    const customer = { ...first!.customer!, name: '<b>고객</b>' };
    const hub = hubWith([{ ...first!, subject, customer }]);
    hub.tickets.$columns.set(['subject', 'customer'].map((id) => ({ id, width: null })));
    const { paper } = await open(hub);
    expect(paper().querySelectorAll('script, img, b, [style], style')).to.have.lengthOf(0);
    const clean = '<script>alert(1)</script><img src=x onerror=alert(1)>gpj.exe';
    expect(row(paper(), 0)).to.deep.equal([clean, '<b>고객</b>']);
  });

  it('repeats the head on every page, black on white, and leaves the page alone', async () => {
    const before = document.adoptedStyleSheets.length + document.styleSheets.length;
    const { paper } = await open(hubWith(sampleRows(2)));
    const view = paper().defaultView!;
    const style = (selector: string) => view.getComputedStyle(paper().querySelector(selector)!);
    expect(style('thead').display).to.equal('table-header-group');
    expect([style('td').color, style('html').backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(document.adoptedStyleSheets.length + document.styleSheets.length).to.equal(before);
  });

  it('closes by Escape also while the keyboard is in the preview', async () => {
    const { dialog, paper, printed } = await open(hubWith(sampleRows(1)));
    await until(() => printed() === 1);
    expect(dialog.shadowRoot!.activeElement?.tagName).to.equal('BUTTON');
    paper().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await dialog.updateComplete;
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
  });

  it('waits for the rows, and forgets them when it is closed first', async () => {
    const hub = hubWith([]);
    let signal: AbortSignal | undefined;
    hub.lists.rows = (_query, _most, given) => {
      signal = given;
      return new Promise(() => undefined);
    };
    const { dialog } = await open(hub);
    expect(one(dialog, '[role=status]').textContent).to.contain('불러오는 중');
    await expect(dialog).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(signal?.aborted).to.equal(true);
    expect(all(dialog, 'dialog')).to.have.lengthOf(0);
  });

  it('says why the rows could not be loaded, and tries again', async () => {
    const hub = hubWith([]);
    hub.lists.rows = () => Promise.reject(new DeskError('offline', ''));
    const { dialog } = await open(hub);
    await until(() => all(dialog, '[role=alert]').length === 1);
    expect(one(dialog, '[role=alert]').textContent).to.contain('서버에 연결할 수 없습니다.');
    hub.lists.rows = () => Promise.resolve(sampleRows(1));
    named(dialog, '다시 시도').click();
    await until(() => all(dialog, 'iframe').length === 1);
  });

  it('says that there is nothing to print, or that the browser would not', async () => {
    const empty = await open(hubWith([]));
    expect(textOf(empty.dialog)).to.contain('인쇄할 티켓이 없습니다.');
    empty.dialog.remove();
    const { dialog } = await open(hubWith(sampleRows(1)));
    one<HTMLIFrameElement>(dialog, 'iframe').contentWindow!.print = () => {
      throw new Error('no printer');
    };
    named(dialog, '인쇄하기').click();
    await dialog.updateComplete;
    expect(one(dialog, '[role=alert]').textContent).to.contain('인쇄 창을 열지 못했습니다.');
  });

  it('speaks the language of its hub', async () => {
    const hub = hubWith(sampleRows(1));
    speak(hub, 'en');
    const { dialog, paper } = await open(hub);
    expect(named(dialog, 'Print')).to.exist;
    expect(texts(paper().querySelectorAll('th'))).to.include('Title');
  });
});
