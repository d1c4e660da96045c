import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import { searchText } from '../../src/domain/search.js';
import type { TicketQuery } from '../../src/domain/types.js';
import { TicketSearch } from '../../src/elements/ticket-search/ticket-search.js';
import { ListOpenRequest, ListRefreshRequest, RetryRequest, SearchOpenRequest } from '../../src/events/requests.js';
import { longSearch, searchHub, searchSettings } from '../../stories/support/sample-search.js';
import { ready, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, rendersOf, survivesMoves, textOf } from '../support/in-hub.js';

async function search(hub: FakeHub, markup = '<ticket-search></ticket-search>'): Promise<TicketSearch> {
  await import('../../src/elements/ticket-search/define.js');
  return inHub<TicketSearch>(hub, markup);
}

/** A hub that opens the lists it is asked for, as the real one does. */
function working(hub: FakeHub, element: HTMLElement): void {
  element.addEventListener(ListOpenRequest.type, (event) => {
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), ...(event as ListOpenRequest).change });
  });
  element.addEventListener(SearchOpenRequest.type, (event) => {
    hub.tickets.$isSearchOpen.set((event as SearchOpenRequest).open);
  });
}

const labelled = <T extends HTMLElement>(element: Element, label: string): T => {
  const found = all<HTMLLabelElement>(element, 'label').find((each) => textIn(each).startsWith(label));
  expect(found, label).to.exist;
  return (found!.htmlFor ? one(element, `#${found!.htmlFor}`) : found!.querySelector('input, select')) as T;
};
const textIn = (part: Element): string => (part.textContent ?? '').replace(/\s+/g, ' ').trim();
const type = (element: TicketSearch, label: string, value: string): Promise<boolean> => {
  const input = labelled<HTMLInputElement>(element, label);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return element.updateComplete;
};
const pick = (element: TicketSearch, label: string, value: string): Promise<boolean> => {
  const select = labelled<HTMLSelectElement>(element, label);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return element.updateComplete;
};
const setDate = (element: TicketSearch, label: string, value: string): Promise<boolean> => {
  const input = one<HTMLInputElement>(element, `input[aria-label='${label}']`);
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return element.updateComplete;
};
const press = (element: TicketSearch, name: string): Promise<boolean> => {
  named(element, name).click();
  return element.updateComplete;
};
const chips = (element: Element): string[] => all(element, '.chips > li').map(textIn);
const last = (hub: FakeHub): Partial<TicketQuery> | undefined => hub.asked(ListOpenRequest).at(-1)?.change;
const labels = (element: TicketSearch): string[] =>
  all<HTMLElement & { label?: string }>(element, '.fields .label, choice-picker').map(
    (each) => each.label ?? textIn(each),
  );

describe('ticket-search', () => {
  it('is not defined by importing the class', () => {
    expect(TicketSearch.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/ticket-search/define.js');
    expect(textOf(await fixture(html`<ticket-search></ticket-search>`))).to.equal('');
  });

  it('shows itself while the search of its hub is open', async () => {
    const hub = searchHub();
    hub.tickets.$isSearchOpen.set(false);
    const element = await search(hub);
    expect(all(element, '[role=search]')).to.have.lengthOf(0);
    hub.tickets.$isSearchOpen.set(true);
    await element.updateComplete;
    expect(one(element, '[role=search]').getAttribute('aria-label')).to.equal('상세 검색 조건');
    await expect(element).to.be.accessible();
  });

  it('stays open where the page wants it to, without a button that closes it', async () => {
    const hub = searchHub();
    hub.tickets.$isSearchOpen.set(false);
    const element = await search(hub, '<ticket-search open></ticket-search>');
    expect(all(element, '[role=search]')).to.have.lengthOf(1);
    expect(all(element, 'button').map(nameOf)).not.to.include('검색 조건 닫기');
  });

  it('offers the conditions of the service, until the agent chose some', async () => {
    const hub = searchHub();
    const element = await search(hub);
    expect(labels(element)).to.deep.equal([
      '검색어',
      '생성시간',
      '상태',
      '담당자',
      '접수유형',
      '티켓 제목',
      '수정시간',
      '고객 등급',
      '마케팅 수신 동의',
    ]);
    hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: ['f.order', 'channel'] }));
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(['검색어', '생성시간', '주문번호', '유입채널']);
  });

  it('never offers what is encrypted or gone', async () => {
    const hub = searchHub();
    hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: ['f.secret', 'f.gone', 'email'] }));
    expect(labels(await search(hub))).to.deep.equal(['검색어', '생성시간', '이메일']);
  });

  it('searches by Enter, and sends nothing while text is typed', async () => {
    const hub = searchHub();
    const element = await search(hub);
    labelled(element, '검색어').focus();
    await sendKeys({ type: 'refund' });
    expect(hub.requests).to.have.lengthOf(0);
    await sendKeys({ press: 'Enter' });
    expect(last(hub)).to.deep.equal({ q: 'refund', where: undefined });
  });

  it('takes the Enter that ends a composition for no search', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await type(element, '검색어', '환불');
    const input = labelled(element, '검색어');
    const enter = (state: KeyboardEventInit): boolean =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...state }),
      );
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    expect(hub.requests).to.have.lengthOf(0);
    enter({});
    expect(last(hub)?.q).to.equal('환불');
  });

  it('asks for two characters, at the field and before anything is sent', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await type(element, '검색어', ' 환 ');
    await press(element, '검색');
    const input = labelled(element, '검색어');
    expect(hub.requests).to.have.lengthOf(0);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const described = input
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => one(element, `#${id}`));
    expect(described.map(textIn)).to.include('두 글자 이상 입력하세요.');
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement).to.equal(input);
    await expect(element).to.be.accessible();
    await type(element, '검색어', '환불');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('asks for every kind of condition as the list wants it', async () => {
    const hub = searchHub();
    const every = ['status', 'category', 'f.order', 'f.agreed', 'f.wished', 'f.booked'];
    hub.preferences.$preferences.set(ready({ ...usualPreferences, conditions: every }));
    const element = await search(hub);
    const [status, category] = all<HTMLElement & { value: readonly string[] }>(element, 'choice-picker');
    for (const [picker, value] of [
      [status!, ['processing', 'pending']],
      [category!, ['2', '-']],
    ] as const) {
      picker.value = value;
      picker.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await type(element, '주문번호', ' 2026-1 ');
    await pick(element, '마케팅 수신 동의', 'false');
    await pick(element, '희망 배송일', 'custom');
    await setDate(element, '희망 배송일 시작', '2026-12-01');
    await pick(element, '상담 예약', 'custom');
    await setDate(element, '상담 예약 종료', '2026-12-24T18:30');
    await pick(element, '생성시간', 'month');
    await press(element, '검색');
    expect(last(hub)?.where).to.deep.equal({
      status: ['processing', 'pending'],
      category: ['2', '-'],
      'f.order': '2026-1',
      'f.agreed': false,
      'f.wished': { from: '2026-12-01' },
      'f.booked': { to: '2026-12-24 18:30' },
      created: { from: '-1m' },
    });
    expect(searchText({ ...hub.tickets.$query.get(), ...last(hub) })).to.contain(
      'f.booked.during=%7E2026-12-24+18%3A30',
    );
  });

  it('begins with six months, which go without saying unless they are all that is asked for', async () => {
    const hub = searchHub();
    const element = await search(hub);
    expect(labelled<HTMLSelectElement>(element, '생성시간').selectedOptions[0]!.text.trim()).to.equal('6개월');
    await press(element, '검색');
    expect(last(hub)).to.deep.equal({ q: undefined, where: { created: { from: '-6m' } } });
    await type(element, '검색어', '환불');
    await press(element, '검색');
    expect(last(hub)).to.deep.equal({ q: '환불', where: undefined });
  });

  it('refuses more than six months, and names the dates that would do', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await pick(element, '생성시간', 'custom');
    await setDate(element, '생성시간 시작', '2026-01-31');
    await setDate(element, '생성시간 종료', '2026-08-31');
    await press(element, '검색');
    expect(hub.requests).to.have.lengthOf(0);
    expect(textOf(element)).to.contain(
      '최대 6개월까지 검색할 수 있습니다. 시작을 2026. 2. 28. 이후로, 또는 종료를 2026. 7. 31. 이전으로 바꾸세요.',
    );
    await setDate(element, '생성시간 시작', '2026-02-28');
    await press(element, '검색');
    expect(last(hub)?.where).to.deep.equal({ created: { from: '2026-02-28', to: '2026-08-31' } });
  });

  it('refuses a period whose start is after its end, and leads the keyboard there', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await pick(element, '생성시간', 'custom');
    await setDate(element, '생성시간 시작', '2026-05-02');
    await setDate(element, '생성시간 종료', '2026-05-01');
    await press(element, '검색');
    await element.updateComplete;
    expect(hub.requests).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('시작이 종료보다 늦습니다. 시작을 2026. 5. 1. 이전으로 바꾸세요.');
    expect(element.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('생성시간 시작');
    await expect(element).to.be.accessible();
  });

  it('completes a period of creation that has an end alone', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await pick(element, '생성시간', 'custom');
    await setDate(element, '생성시간 시작', '');
    await setDate(element, '생성시간 종료', '2026-08-31');
    await press(element, '검색');
    expect(last(hub)?.where).to.deep.equal({ created: { from: '2026-02-28', to: '2026-08-31' } });
  });

  it('shows every condition of the list as a chip with its words, and how many tickets there are', async () => {
    const element = await search(searchHub('ko', longSearch));
    expect(textIn(one(element, '.count'))).to.equal('1,234건');
    expect(chips(element)).to.deep.equal([
      '검색어: 환불 지연',
      '상태: 처리중, 보류중',
      '담당자: 김서연 (나), 없음',
      '접수유형: 카드 결제, 배송 지연',
      '수정시간: 2026. 10. 1. ~ 2026. 11. 15.',
      '마케팅 수신 동의: 예',
      '주문번호: 2026-0042',
      'gone: A, B',
      '생성시간: 최근 3개월',
      '중요 표시한 티켓',
      '읽지 않은 티켓',
    ]);
    await expect(element).to.be.accessible();
  });

  it('keeps the chips in sight while the area is closed, and none without a search', async () => {
    const hub = searchHub('ko', { q: '환불' });
    hub.tickets.$isSearchOpen.set(false);
    const element = await search(hub);
    expect(chips(element)).to.deep.equal(['검색어: 환불', '생성시간: 최근 6개월']);
    hub.tickets.$query.set({ view: 'all', sort: 'updatedAt', descending: true });
    await element.updateComplete;
    expect(chips(element)).to.deep.equal([]);
  });

  it('does not offer to take away the period that every search has', async () => {
    const element = await search(searchHub('ko', { q: '환불' }));
    expect(all(element, '.chips button').map(nameOf)).to.deep.equal(['검색어: 환불 지우기']);
  });

  it('searches at once without a condition that is taken away, and leads the keyboard to the next', async () => {
    const hub = searchHub('ko', { q: '환불', where: { status: ['processing'], channel: ['mail'] } });
    const element = await search(hub);
    working(hub, element);
    named(element, '상태: 처리중 지우기').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(last(hub)).to.deep.equal({ q: '환불', where: { channel: ['mail'] } });
    expect(focusedName(element)).to.equal('유입채널: 이메일 지우기');
    expect(textIn(one(element, '[role=status]'))).to.equal('상태: 처리중 조건을 지웠습니다.');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(focusedName(element)).to.equal('검색어: 환불 지우기');
  });

  it('keeps what is typed and not searched for when a chip is taken away', async () => {
    const hub = searchHub('ko', { q: '환불', where: { status: ['processing'] } });
    const element = await search(hub);
    working(hub, element);
    await type(element, '티켓 제목', '배송');
    await press(element, '상태: 처리중 지우기');
    expect(labelled<HTMLInputElement>(element, '티켓 제목').value).to.equal('배송');
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
  });

  it('takes stars and unread away as parts of the list', async () => {
    const hub = searchHub('ko', longSearch);
    const element = await search(hub);
    await press(element, '중요 표시한 티켓 지우기');
    await press(element, '읽지 않은 티켓 지우기');
    expect(hub.asked(ListOpenRequest).map(({ change }) => change)).to.deep.equal([
      { starred: undefined },
      { unread: undefined },
    ]);
  });

  it('clears everything at once, also what was typed', async () => {
    const hub = searchHub('ko', longSearch);
    const element = await search(hub);
    working(hub, element);
    await type(element, '티켓 제목', '배송');
    await press(element, '모두 지우기');
    expect(last(hub)).to.deep.equal({ q: undefined, where: undefined, starred: undefined, unread: undefined });
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('');
    expect(labelled<HTMLInputElement>(element, '티켓 제목').value).to.equal('');
    expect(chips(element)).to.deep.equal([]);
  });

  it('resets the fields alone', async () => {
    const hub = searchHub('ko', { q: '환불', where: { created: { from: '-7d' } } });
    const element = await search(hub);
    await press(element, '초기화');
    expect(hub.requests).to.have.lengthOf(0);
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('');
    expect(labelled<HTMLSelectElement>(element, '생성시간').value).to.equal('half');
    expect(chips(element)[0]).to.equal('검색어: 환불');
  });

  it('keeps what was typed when it is closed, moved and while the list changes', async () => {
    const hub = searchHub();
    const element = await search(hub);
    working(hub, element);
    await type(element, '검색어', '환불');
    await press(element, '검색 조건 닫기');
    expect(all(element, 'input')).to.have.lengthOf(0);
    hub.tickets.$isSearchOpen.set(true);
    hub.tickets.$window.set(windowOf([], { total: 5, generation: 9 }));
    await element.updateComplete;
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
    const home = element.parentElement!;
    element.remove();
    home.append(element);
    await element.updateComplete;
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
  });

  it('keeps the conditions of a search that failed, says so and can be tried again', async () => {
    const hub = searchHub();
    const element = await search(hub);
    working(hub, element);
    await type(element, '검색어', '환불');
    await press(element, '검색');
    const error = new DeskError('timeout', '');
    hub.tickets.$window.set(windowOf([], { status: 'failed', total: 0, generation: 2, error }));
    await element.updateComplete;
    expect(textIn(one(element, '[role=alert]'))).to.contain('조건은 그대로 있습니다. 서버가 제때 응답하지 않았습니다.');
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
    await press(element, '다시 시도');
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
  });

  it('shows at its field what the server refuses', async () => {
    const hub = searchHub('ko', { where: { subject: '배송' } });
    const element = await search(hub);
    const error = new DeskError('invalid', '', { fields: [{ field: 'subject', code: 'too_short', message: '' }] });
    hub.tickets.$window.set(windowOf([], { status: 'failed', total: 0, generation: 2, error }));
    await element.updateComplete;
    expect(labelled(element, '티켓 제목').getAttribute('aria-invalid')).to.equal('true');
  });

  it('follows a list that was opened elsewhere, such as a saved view', async () => {
    const hub = searchHub();
    const element = await search(hub);
    await type(element, '티켓 제목', '배송');
    hub.tickets.$query.set({
      ...hub.tickets.$query.get(),
      q: '환불',
      where: { 'f.order': '77', created: { from: 'today' } },
    });
    await element.updateComplete;
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
    expect(labelled<HTMLInputElement>(element, '주문번호').value).to.equal('77');
    expect(labelled<HTMLInputElement>(element, '티켓 제목').value).to.equal('');
    expect(labelled<HTMLSelectElement>(element, '생성시간').value).to.equal('today');
  });

  it('says once how many tickets were found', async () => {
    const hub = searchHub();
    const element = await search(hub);
    working(hub, element);
    await type(element, '검색어', '환불');
    await press(element, '검색');
    hub.tickets.$window.set(windowOf([], { status: 'loading', total: 0, generation: 2 }));
    await element.updateComplete;
    expect(textIn(one(element, '.count'))).to.equal('검색하는 중…');
    hub.tickets.$window.set(windowOf([], { total: 40, generation: 2 }));
    await element.updateComplete;
    expect(textIn(one(element, '[role=status]'))).to.equal('검색 결과 40건');
    hub.tickets.$window.set(windowOf([], { total: 41, generation: 2 }));
    await element.updateComplete;
    expect(textIn(one(element, '.count'))).to.equal('41건');
    expect(textIn(one(element, '[role=status]'))).to.equal('검색 결과 40건');
  });

  it('tells no exact number where the server only estimates', async () => {
    const hub = searchHub('ko', { q: '환불' }, 54_321);
    const element = await search(hub);
    expect(textIn(one(element, '.count'))).to.equal('54,321건');
    hub.tickets.$window.set(windowOf([], { total: 54_321, isEstimate: true }));
    await element.updateComplete;
    expect(textIn(one(element, '.count'))).to.equal('10,000건 이상');
    hub.tickets.$window.set(windowOf([], { total: 1_999, isEstimate: true }));
    await element.updateComplete;
    expect(textIn(one(element, '.count'))).to.equal('1,000건 이상');
  });

  it('is rendered for what it shows, not for every change of the list', async () => {
    const hub = searchHub('ko', { q: '환불' }, 40);
    const element = await search(hub);
    const renders = rendersOf(element);
    for (let change = 0; change < 20; change++) {
      hub.tickets.$window.set({ ...hub.tickets.$window.get(), changed: new Set([change]) });
      await element.updateComplete;
    }
    expect(renders()).to.equal(0);
    hub.tickets.$window.set({ ...hub.tickets.$window.get(), total: 41 });
    await element.updateComplete;
    expect(renders()).to.equal(1);
    expect(textIn(one(element, '.count'))).to.equal('41건');
  });

  it('offers to search all tickets where a view holds none', async () => {
    const hub = searchHub('ko', { view: 'mine_pending', q: '환불' }, 0);
    const element = await search(hub);
    expect(textOf(element)).to.contain('조건에 맞는 티켓이 없습니다.');
    await press(element, '전체 티켓에서 검색');
    expect(last(hub)?.view).to.equal('all');
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), view: 'all' });
    await element.updateComplete;
    expect(all(element, 'button').map(nameOf)).not.to.include('전체 티켓에서 검색');
  });

  it('takes the keyboard when it opens, and gives it back on Escape', async () => {
    const hub = searchHub();
    hub.tickets.$isSearchOpen.set(false);
    const element = await search(hub);
    working(hub, element);
    const opener = document.createElement('button');
    element.before(opener);
    opener.focus();
    hub.tickets.$isSearchOpen.set(true);
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement).to.equal(labelled(element, '검색어'));
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(hub.tickets.$isSearchOpen.get()).to.equal(false);
    expect(document.activeElement).to.equal(opener);
  });

  it('takes no focus where it was open from the beginning', async () => {
    const element = await search(searchHub());
    expect(element.shadowRoot!.activeElement).to.equal(null);
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const hub = searchHub();
    const element = await search(hub);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    labelled(element, '검색어').focus();
    await sendKeys({ press: 's' });
    await sendKeys({ press: 'Tab' });
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Tab']);
  });

  it('opens the condition settings, and the dialog for a saved view', async () => {
    const hub = searchHub('ko', { q: '환불' });
    const element = await search(hub);
    const opened = async (tag: string): Promise<void> => {
      for (
        let i = 0;
        i < 100 && !element.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelector('dialog[open]');
        i++
      )
        await new Promise((done) => setTimeout(done, 20));
      expect(element.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelector('dialog[open]'), tag).to.exist;
    };
    named(element, '조건 설정').focus();
    await press(element, '조건 설정');
    await opened('condition-dialog');
    await sendKeys({ press: 'Escape' });
    expect(focusedName(element)).to.equal('조건 설정');
    await press(element, '검색 저장');
    await opened('view-dialog');
  });

  it('can search by text and period while the conditions are not there', async () => {
    const hub = searchHub();
    hub.session.$settings.set({ status: 'failed', error: new DeskError('server', '') });
    const element = await search(hub);
    expect(textOf(element)).to.contain('검색 조건을 불러오지 못했습니다.');
    await press(element, '다시 시도');
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('settings');
    await type(element, '검색어', '환불');
    await press(element, '검색');
    expect(last(hub)?.q).to.equal('환불');
    hub.session.$settings.set(ready(searchSettings()));
    await element.updateComplete;
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
  });

  it('lets the page take a search over', async () => {
    const hub = searchHub();
    const element = await search(hub);
    element.addEventListener(ListOpenRequest.type, (event) => event.preventDefault());
    await type(element, '검색어', '환불');
    await press(element, '검색');
    expect(labelled<HTMLInputElement>(element, '검색어').value).to.equal('환불');
  });

  it('survives moves', async () => {
    await import('../../src/elements/ticket-search/define.js');
    await survivesMoves('ticket-search', searchHub('ko', { q: '환불' }), searchHub('ja', { q: '返金' }));
  });

  it('speaks the language of its hub', async () => {
    const hub = searchHub('ko', { q: '환불' });
    const element = await search(hub);
    speak(hub, 'ja');
    await element.updateComplete;
    expect(chips(element)).to.deep.equal(['キーワード：환불', '作成時間：過去6か月']);
    speak(hub, 'en');
    await element.updateComplete;
    expect(named(element, 'Search')).to.exist;
    expect(textIn(one(element, '.count'))).to.equal('1,234 tickets');
  });
});
