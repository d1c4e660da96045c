import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { usualColumns } from '../../src/domain/columns.js';
import type { FieldDefinition } from '../../src/domain/fields.js';
import type { TicketRow } from '../../src/domain/types.js';
import type { TicketList } from '../../src/elements/ticket-list/ticket-list.js';
import { ListArrangeRequest, ListSortRequest } from '../../src/events/requests.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleSettings, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, named, one } from '../support/in-hub.js';
import {
  cell,
  focusedRow,
  headOf,
  headings,
  hubWith,
  keepColumns,
  mount,
  rowOf,
  size,
} from '../support/ticket-list.js';
import { settle, until } from '../support/until.js';

const field = (code: string, type: FieldDefinition['type'], ko: string): FieldDefinition => ({
  code,
  type,
  owner: 'customer',
  names: { ko, ja: `${ko}（日）` },
  options: null,
  required: false,
  encrypted: false,
  length: 0,
  categories: null,
});
const columns = (...ids: string[]) => ids.map((id) => ({ id, width: null }));
const box = (list: Element, word: string): DOMRect => headOf(list, word).getBoundingClientRect();

/** A list with fields of the service's own. */
function fieldHub(change: Partial<TicketRow> = {}): FakeHub {
  const hub = hubWith(sampleRows(20).map((row) => ({ ...row, ...change })));
  const fields = [
    field('order', 'text', '주문번호'),
    field('agree', 'agree', '동의'),
    field('stay', 'date_period', '기간'),
  ];
  hub.session.$settings.set(
    ready({
      ...sampleSettings(),
      fields: [...fields, field('note', 'caption', '안내문')],
      categories: [{ id: 7, parent: 0, name: '배송 문의' }],
    }),
  );
  return hub;
}

async function drag(from: { x: number; y: number }, to: number, release = true): Promise<void> {
  const [x, y] = [Math.round(from.x), Math.round(from.y)];
  await sendMouse({ type: 'move', position: [x, y] });
  // The code of the drag comes when the pointer is over the heads.
  await import('../../src/elements/ticket-list/head-controls.js');
  await sendMouse({ type: 'down' });
  await settle(30);
  await sendMouse({ type: 'move', position: [Math.round((x + to) / 2), y] });
  await sendMouse({ type: 'move', position: [Math.round(to), y] });
  if (release) await sendMouse({ type: 'up' });
}

const middle = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 });
const ids = (hub: FakeHub): string[] => hub.tickets.$columns.get().map(({ id }) => id);

async function arranged(hub = fieldHub(), width = size.wide): Promise<{ hub: FakeHub; list: TicketList }> {
  const list = await mount(hub, width);
  keepColumns(hub, list);
  return { hub, list };
}

describe('the columns of ticket-list', () => {
  before(() => setViewport({ width: 1100, height: 700 }));
  afterEach(() => resetMouse());
  after(() => setViewport({ width: 800, height: 600 }));

  it('are those that the agent arranged, with facts of every kind in words', async () => {
    const hub = fieldHub({
      categoryId: 7,
      language: 'ja',
      reason: 'duplicate',
      resolvedAt: Date.now() - 3_600_000,
      fields: { order: 'A-1001', agree: true, stay: ['2026-11-01', '2026-11-03'] },
    });
    hub.tickets.$columns.set(
      columns(
        'subject',
        'ticketId',
        'category',
        'language',
        'reason',
        'resolvedAt',
        'email',
        'f.order',
        'f.agree',
        'f.stay',
      ),
    );
    const list = await mount(hub);
    expect(headings(list)).to.deep.equal([
      '제목',
      '티켓 ID',
      '접수유형',
      '언어',
      '내부해결 사유',
      '해결시간',
      '이메일',
      '주문번호',
      '동의',
      '기간',
    ]);
    const texts = [...rowOf(list, 1).children].slice(3).map((each) => each.textContent);
    expect(texts).to.deep.equal([
      'T1760000000001AB1C2',
      '배송 문의',
      '일본어',
      '중복',
      '1시간',
      'customer2@example.com',
      'A-1001',
      '예',
      '2026-11-01 – 2026-11-03',
    ]);
    expect(one(list, '[role="grid"]').getAttribute('aria-colcount')).to.equal('12');
    await expect(list).to.be.accessible();
  });

  it('leave out what there is not, and always name the ticket', async () => {
    const hub = fieldHub();
    hub.tickets.$columns.set(columns('status', 'f.gone', 'f.note', 'status', 'channel'));
    const list = await mount(hub);
    expect(headings(list)).to.deep.equal(['제목', '상태', '유입채널']);
  });

  it('are as the page says where it says so', async () => {
    const { hub, list } = await arranged();
    list.columns = columns('subject', 'channel');
    list.density = 'compact';
    await settle(60);
    hub.tickets.$density.set('comfortable');
    await until(() => rowOf(list, 0).offsetHeight === 28, 'the rows of the page');
    expect(headings(list)).to.deep.equal(['제목', '유입채널']);
    list.columns = list.density = null;
    await until(() => rowOf(list, 0).offsetHeight === 40, "the agent's rows");
    expect(headings(list)).to.have.lengthOf(usualColumns.length);
  });

  it('change while the list stays where it is, with the focus in its row', async () => {
    const hub = hubWith(sampleRows(300));
    const list = await mount(hub);
    one(list, '.viewport').scrollTop = 2011;
    await settle(60);
    rowOf(list, 64).querySelector('input')!.focus();
    hub.tickets.$columns.set(columns('subject', 'email'));
    await settle(60);
    expect(one(list, '.viewport').scrollTop).to.equal(2011);
    expect(focusedRow(list)).to.equal(64);
    expect(list.shadowRoot!.activeElement!.getAttribute('type')).to.equal('checkbox');
    expect(cell(rowOf(list, 64), 4).textContent).to.equal('customer65@example.com');
  });

  it('offer to claim where the assignee is not shown', async () => {
    const hub = hubWith(sampleRows(5));
    hub.tickets.$columns.set(columns('status', 'subject'));
    const list = await mount(hub);
    expect(cell(rowOf(list, 0), 3).textContent).to.equal('미할당가져오기');
  });

  it('sort by any of them, and say by which', async () => {
    const { hub, list } = await arranged();
    hub.tickets.$columns.set(columns('subject', 'createdAt', 'f.order', 'transfer'));
    hub.tickets.$query.set({ view: 'all', sort: 'f.order', descending: false });
    await settle(60);
    expect(headOf(list, '주문번호').getAttribute('aria-sort')).to.equal('ascending');
    expect(all(list, '[aria-sort]')).to.have.lengthOf(1);
    for (const word of ['생성시간', '주문번호']) headOf(list, word).querySelector('button')!.click();
    expect(hub.asked(ListSortRequest).map(({ sort, descending }) => [sort, descending])).to.deep.equal([
      ['createdAt', true],
      ['f.order', true],
    ]);
  });

  it('are dragged to another place, and nothing is sorted by that', async () => {
    const { hub, list } = await arranged();
    const rows = rowOf(list, 1);
    await drag(middle(box(list, '담당그룹')), box(list, '상태').left + 4, false);
    expect(box(list, '담당그룹').left).to.be.lessThan(box(list, '상태').left);
    expect(rows.querySelector('.group')!.getBoundingClientRect().left).to.be.closeTo(box(list, '담당그룹').left, 1);
    await sendMouse({ type: 'up' });
    await settle(60);
    expect(ids(hub).slice(0, 3)).to.deep.equal(['priority', 'group', 'status']);
    expect(headings(list)[1]).to.equal('담당그룹');
    expect(hub.asked(ListSortRequest)).to.have.lengthOf(0);
    headOf(list, '상태').querySelector('button')!.click();
    expect(hub.asked(ListSortRequest)).to.have.lengthOf(1);
  });

  it('go back where they were by Escape', async () => {
    const { hub, list } = await arranged();
    const before = box(list, '담당그룹').left;
    await drag(middle(box(list, '담당그룹')), box(list, '상태').left + 4, false);
    await sendKeys({ press: 'Escape' });
    expect(box(list, '담당그룹').left).to.equal(before);
    await sendMouse({ type: 'up' });
    expect(hub.asked(ListArrangeRequest)).to.have.lengthOf(0);
  });

  it('are widened by their edge, before the subject and behind it, and get back their usual width', async () => {
    const { list } = await arranged();
    const status = box(list, '상태');
    await drag({ x: status.right - 4, y: status.top + 10 }, status.right + 36);
    await settle(60);
    expect(box(list, '상태').width).to.be.closeTo(status.width + 40, 1);
    const customer = box(list, '고객');
    await drag({ x: customer.left - 3, y: customer.top + 10 }, customer.left - 63);
    await settle(60);
    expect(box(list, '고객').width).to.be.closeTo(customer.width + 60, 1);
    expect(cell(rowOf(list, 2), 7).offsetWidth).to.be.closeTo(customer.width + 60, 1);
    headOf(list, '고객').dispatchEvent(
      new MouseEvent('dblclick', { bubbles: true, composed: true, clientX: box(list, '고객').left - 2 }),
    );
    await settle(60);
    expect(box(list, '고객').width).to.be.closeTo(customer.width, 1);
  });

  it('are dragged from right to left as well', async () => {
    const { hub, list } = await arranged();
    list.parentElement!.dir = 'rtl';
    await settle(60);
    const status = box(list, '상태');
    await drag({ x: status.left + 4, y: status.top + 10 }, status.left - 36);
    await settle(60);
    expect(box(list, '상태').width).to.be.closeTo(status.width + 40, 1);
    await drag(middle(box(list, '담당그룹')), box(list, '상태').right - 4);
    await settle(60);
    expect(ids(hub).slice(0, 3)).to.deep.equal(['priority', 'group', 'status']);
  });

  it('move sideways with their heads where they are wider than the list', async () => {
    const { hub, list } = await arranged();
    hub.tickets.$columns.set(usualColumns.map(({ id }) => ({ id, width: 200 })));
    await settle(60);
    const view = one(list, '.viewport');
    view.scrollLeft = 240;
    await until(() => one(list, '.head').scrollLeft === 240, 'the heads');
    expect(cell(rowOf(list, 1), 11).getBoundingClientRect().left).to.be.closeTo(box(list, '수정').left, 1);
    headOf(list, '수정').querySelector('button')!.focus();
    await until(() => view.scrollLeft > 400, 'the rows');
    expect(box(list, '수정').right).to.be.at.most(list.getBoundingClientRect().right);
  });

  it('give way in a narrow place as long as nobody arranged them', async () => {
    const { hub, list } = await arranged(fieldHub(), 640);
    expect(headOf(list, '담당그룹').offsetWidth).to.equal(0);
    expect(one(list, '.viewport').scrollWidth).to.be.at.most(one(list, '.viewport').clientWidth);
    hub.tickets.$columns.set([...usualColumns].reverse());
    await settle(60);
    expect(headOf(list, '담당그룹').offsetWidth).to.be.greaterThan(50);
  });

  it('show on cards what was chosen, whoever works on it and where it came from first', async () => {
    const hub = fieldHub({ fields: { order: 'A-1001' } });
    hub.tickets.$columns.set(columns('subject', 'f.order', 'email', 'assignee', 'channel', 'createdAt'));
    const list = await mount(hub, size.narrow);
    const seen = headings(list).filter((_, at) => cell(rowOf(list, 1), at + 3).offsetWidth > 30);
    expect(seen).to.deep.equal(['제목', '담당자', '유입채널', '생성시간']);
    list.parentElement!.style.inlineSize = '500px';
    await settle(80);
    expect(cell(rowOf(list, 1), 4).offsetWidth).to.be.greaterThan(30);
    const choice = named<HTMLSelectElement>(list, '정렬 기준');
    expect([...choice.options].map(({ text }) => text)).to.include.members(['주문번호', '해결시간', '언어', '이메일']);
    await expect(list).to.be.accessible();
  });

  it('have their names in the language of the hub, or of the service', async () => {
    const hub = fieldHub();
    hub.tickets.$columns.set(columns('subject', 'handlingType', 'f.order'));
    const list = await mount(hub);
    speak(hub, 'ja');
    await settle(60);
    expect(headings(list)).to.deep.equal(['タイトル', '処理タイプ', '주문번호（日）']);
    speak(hub, 'en');
    await settle(60);
    expect(headings(list)).to.deep.equal(['Title', 'Handling type', '주문번호']);
  });
});
