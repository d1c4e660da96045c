import { expect } from '@open-wc/testing';
import type { BulkDialog } from '../../src/elements/bulk-dialog/bulk-dialog.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { sampleHub } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { inHub, named, one } from '../support/in-hub.js';
import { spoken, within } from '../support/spoken.js';
import { headOf, hubWith, mount, press } from '../support/ticket-list.js';
import { until } from '../support/until.js';

const rowsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^\s*row "/.test(line)).map((line) => line.trim());

function ticking(hub: FakeHub): FakeHub {
  hub.selection.$ticked.set({ all: false, ids: new Set([sampleRows(3)[1]!.ticketId]) });
  return hub;
}

describe('what a screen reader is told', () => {
  it('of the list: how many rows there are, what the heads sort by, and what is ticked, starred and unread', async () => {
    await mount(ticking(hubWith(sampleRows(3))));
    const grid = within(await spoken(), 'grid');
    expect(grid[0]).to.equal('grid "티켓 목록" multiselectable rowcount=4');
    const heads = grid.filter((line) => line.includes('columnheader')).map((line) => line.trim());
    expect(heads).to.deep.equal([
      'columnheader "모두 선택"',
      'columnheader "중요"',
      'columnheader "우선순위"',
      'columnheader "상태"',
      'columnheader "제목"',
      'columnheader "이관"',
      'columnheader "고객"',
      'columnheader "담당자"',
      'columnheader "유입채널"',
      'columnheader "담당그룹"',
      'columnheader "수정" sort=descending',
    ]);
    expect(grid.join('\n')).to.contain('checkbox "모두 선택" checked=mixed');
    const [, first, second, third] = rowsIn(grid);
    expect([first, second, third].map((row) => / selected/.test(row!))).to.deep.equal([false, true, false]);
    expect([first, second, third].map((row) => row!.endsWith('(읽지 않음)'))).to.deep.equal([true, true, false]);
    const ticked = within(grid, second!).map((line) => line.trim());
    expect(ticked).to.include('checkbox "선택 배송지를 바꿀 수 있을까요?" checked');
    expect(ticked).to.include('button "중요 배송지를 바꿀 수 있을까요?" pressed=false (중요 표시 (S))');
    expect(ticked.filter((line) => line.startsWith('gridcell')).slice(2)).to.deep.equal([
      'gridcell "높음"',
      'gridcell "처리중"',
      'gridcell "배송지를 바꿀 수 있을까요?"',
      'gridcell',
      'gridcell "윤채원"',
      'gridcell "이도윤"',
      'gridcell "웹"',
      'gridcell "배송"',
      'gridcell "21분"',
    ]);
  });

  it('of a list that is on its way, or too long to count: not how many rows it has', async () => {
    const hub = hubWith([]);
    hub.tickets.$window.set(windowOf([], { status: 'loading' }));
    const list = await mount(hub);
    expect(within(await spoken(), 'grid')[0]).to.equal('grid "티켓 목록" busy multiselectable rowcount=-1');
    hub.tickets.$window.set(windowOf(sampleRows(3), { total: 54_321, isEstimate: true }));
    await list.updateComplete;
    expect(within(await spoken(), 'grid')[0]).to.equal('grid "티켓 목록" multiselectable rowcount=-1');
  });

  it('of the line above the rows: what is filtered, and how many are ticked', async () => {
    await mount(ticking(hubWith(sampleRows(3))));
    const bar = within(await spoken(), 'region "티켓 목록"').slice(1, 8);
    expect(bar.map((line) => line.trim())).to.deep.equal([
      'button "중요" pressed=false (중요 표시한 티켓만 보기)',
      'button "읽지 않음" pressed=false (읽지 않은 티켓만 보기)',
      'status live=polite',
      '"1건 선택"',
      'button "전체 3건 선택"',
      'button "선택 취소"',
      'button "열과 행 높이" hasPopup=dialog',
    ]);
  });

  it('of the menu of a column: its name, its items, and which one cannot be chosen', async () => {
    const list = await mount(hubWith(sampleRows(3)));
    headOf(list, '고객').querySelector('button')!.focus();
    await press('Shift', 'F10');
    await until(() => list.shadowRoot!.activeElement?.localName === 'column-menu', 'the menu');
    const menu = within(await spoken(), 'menu');
    expect(menu.filter((line) => !line.includes('separator')).map((line) => line.trim())).to.deep.equal([
      'menu "고객 열 메뉴"',
      'menuitem "오름차순 정렬" focused',
      'menuitem "내림차순 정렬"',
      'menuitem "앞으로 이동"',
      'menuitem "뒤로 이동"',
      'menuitem "너비 늘리기"',
      'menuitem "너비 줄이기"',
      'menuitem "기본 너비" disabled',
      'menuitem "열 숨기기"',
      'menuitem "모든 열…"',
    ]);
  });

  it('of the toolbar: its buttons with keys and states, and the menu it opens', async () => {
    await import('../../src/elements/ticket-toolbar/define.js');
    const bar = await inHub(ticking(sampleHub()), '<ticket-toolbar></ticket-toolbar>');
    bar.style.cssText = 'display: block; inline-size: 900px';
    const [group, ...lines] = within(await spoken(), 'group "티켓 관련 기능"');
    expect(group).to.equal('group "티켓 관련 기능"');
    const buttons = lines.map((line) => line.trim()).filter((line) => line.startsWith('button'));
    const [create, bulk, clear, search, , more] = buttons;
    expect(create).to.contain('button "티켓 생성"');
    expect(bulk).to.contain('button "티켓 일괄처리 1"');
    expect(clear).to.contain('button "선택 취소"');
    expect(search).to.contain('button "티켓 검색"').and.to.contain('expanded=false');
    expect(more).to.contain('button "더 보기" hasPopup=menu expanded=false');
    named(bar, '더 보기').click();
    await until(() => bar.shadowRoot!.activeElement?.matches('.item') === true, 'the menu');
    const open = await spoken();
    expect(within(open, 'button "더 보기"')[0]).to.equal('button "더 보기" expanded hasPopup=menu');
    const [name, first, ...rest] = within(open, 'menu "더 보기"').map((line) => line.trim());
    expect(name).to.equal('menu "더 보기"');
    expect(first).to.contain('menuitem "목록 내보내기" disabled focused (내보내기 권한이 없습니다.');
    expect(rest).to.deep.equal(['menuitem "인쇄"', 'menuitem "템플릿 관리"', 'menuitem "단축키"']);
  });

  it('of the search: its fields with their hints and values, and the conditions with what takes them away', async () => {
    await import('../../src/elements/ticket-search/define.js');
    const hub = sampleHub();
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), q: '환불' });
    hub.tickets.$isSearchOpen.set(true);
    await inHub(hub, '<ticket-search></ticket-search>');
    const lines = await spoken();
    const area = within(lines, 'search "상세 검색 조건"').map((line) => line.trim());
    expect(area).to.include('textbox "검색어" value=환불 (제목, 내용, 고객, ID에서 찾습니다)');
    expect(area).to.include('group "생성시간"');
    expect(area).to.include('option "6개월" selected');
    expect(area).to.include('button "조건 설정" hasPopup=dialog');
    const result = within(lines, 'group "적용한 검색 조건"').map((line) => line.trim());
    expect(result).to.include('list "적용한 검색 조건"');
    expect(result).to.include('button "검색어: 환불 지우기"');
    expect(result).to.include('button "모두 지우기"');
  });

  it('of a dialog: that it is one, its name, and each field with its own', async () => {
    await import('../../src/elements/bulk-dialog/define.js');
    const dialog = await inHub<BulkDialog>(ticking(sampleHub()), '<bulk-dialog></bulk-dialog>');
    await dialog.show();
    expect(one(dialog, 'dialog')).to.exist;
    const lines = within(await spoken(), 'dialog').map((line) => line.trim());
    expect(lines[0]).to.equal('dialog "티켓 일괄처리" modal');
    expect(lines).to.include('heading "티켓 일괄처리"');
    expect(lines).to.include('group "처리 방법"');
    expect(lines.filter((line) => line.startsWith('radio'))).to.deep.equal([
      'radio "코멘트 추가" checked=false focused',
      ...['해결', '보류', '내부해결', '전달', '우선순위', '중요'].map((action) => `radio "${action}" checked=false`),
    ]);
    expect(lines.filter((line) => line.startsWith('button'))).to.deep.equal([
      'button "취소"',
      'button "티켓 일괄처리" disabled',
    ]);
  });
});
