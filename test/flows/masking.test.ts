import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { enter, focusOn, tabTo } from './support/keyboard.js';
import { after as afterwards, Network, type Fault } from './support/network.js';
import {
  answerIn,
  button,
  choose,
  dialogOf,
  inside,
  messagesWith,
  press,
  says,
  seen,
  visible,
  write,
} from './support/screen.js';
import { act, openById } from './support/steps.js';

const phone = '010-9876-5432';
const stars = '*'.repeat(phone.length);
const told = (lines: string): string => `<p>안녕하세요, 박민지입니다.</p><p>${lines}</p>`;
const line = `제 번호는 <b>010-9876</b>-<a href="tel:01098765432">5432</a>이고 카드는 4111 1111 1111 1111입니다.`;

/** The server lets it be seen for a second only. */
const shortly: Fault = async (request, pass) => {
  const answer = await pass(request);
  return new Response((await answer.text()).replace(/"ttl":\d+/, '"ttl":1'), answer);
};

/** Everything that a page could read of a console, and that its hub keeps. */
function everythingOf(hub: DeskHub): string {
  const markup = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map((each) => each.outerHTML + (each.shadowRoot ? each.shadowRoot.innerHTML + markup(each.shadowRoot) : ''))
      .join('');
  const stores = Object.values(hub.hub ?? {})
    .flatMap((topic: object) => Object.values(topic))
    .map((store: { readonly value?: unknown }) => JSON.stringify(store.value) ?? '');
  return markup(hub) + stores.join('') + JSON.stringify({ ...sessionStorage, ...localStorage });
}

describe('masking', function () {
  this.timeout(60_000);
  let desk: Desk;
  let network: Network;
  let one: DeskHub;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    network = new Network(desk.server, 'agent1');
    one = await desk.open('agent1', network);
    // The vault starts with the first mask, which takes its time on a busy machine.
    const [entry] = await historyOf(await arrived('first', '확인 부탁드립니다.'));
    await desk.call('agent1', 'POST', `messages/${entry!.id}/masks.json`, { start: 0, length: 2, expectedVersion: 1 });
  });
  afterEach(() => {
    network.clear();
    for (const hub of document.querySelectorAll('desk-hub')) if (hub !== one) hub.remove();
    document.getSelection()?.removeAllRanges();
    sessionStorage.clear();
  });
  after(() => desk.close());

  const bodyOf = (hub: DeskHub): HTMLElement | undefined => {
    const history = inside(hub, 'ticket-history');
    return history && visible(history, '.message-body')[0];
  };
  const marksIn = (hub: DeskHub) => [...(bodyOf(hub)?.querySelectorAll<HTMLElement>('.mask') ?? [])];
  const words = (hub: DeskHub): string => bodyOf(hub)?.textContent ?? '';
  const bar = (hub: DeskHub): ParentNode => inside(hub, 'mask-selection') ?? document.createDocumentFragment();
  const historyOf = (ticketId: string, agent = 'agent3') =>
    desk.call(agent, 'GET', `tickets/${ticketId}/history.json`) as Promise<HistoryEntry[]>;

  async function arrived(id: string, lines = line): Promise<string> {
    const ticketId = await desk.receive({
      id: `${id}@x.example`,
      from: 'Mina <mina@x.example>',
      subject: id,
      text: '',
      html: told(lines),
    });
    await openById(one, ticketId);
    await seen(() => words(one).includes('박민지'), 'the message');
    return ticketId;
  }

  /** The range of some words of a message, over whatever nodes they stand in. */
  function rangeOf(hub: DeskHub, text: string): Range {
    const body = bodyOf(hub)!;
    const range = document.createRange();
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const start = words(hub).indexOf(text);
    let at = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (at <= start && start < at + node.length) range.setStart(node, start - at);
      if (at < start + text.length && start + text.length <= at + node.length)
        range.setEnd(node, start + text.length - at);
      at += node.length;
    }
    return range;
  }

  async function drag(hub: DeskHub, text: string): Promise<void> {
    const boxes = [...rangeOf(hub, text).getClientRects()];
    const [from, to] = [boxes[0]!, boxes.at(-1)!];
    const place = (x: number, { top, height }: DOMRect): [number, number] => [
      Math.round(x),
      Math.round(top + height / 2),
    ];
    await sendMouse({ type: 'move', position: place(from.left, from) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: place(to.right, to) });
    await sendMouse({ type: 'up' });
  }

  function select(hub: DeskHub, text: string): void {
    const { startContainer, startOffset, endContainer, endOffset } = rangeOf(hub, text);
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }

  const ready = (hub: DeskHub) => seen(() => button(bar(hub), '개인정보 마스킹'), 'the icon for what is selected');

  it('turns what is dragged over into asterisks, for everybody and everywhere', async () => {
    const ticketId = await arrived('masked-everywhere');
    const other = await desk.open('agent3');
    await openById(other, ticketId);
    await write(other, `${phone} 확인`);
    await seen(() => says(other, '저장됨'), 'the draft');
    one.firstElementChild?.scrollIntoView();
    await drag(one, phone);
    const float = await seen(() => visible(bar(one) as ShadowRoot, '.float button')[0], 'the icon at the words');
    expect(document.getSelection()?.toString()).to.equal(phone);
    const { left, top, width, height } = float.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await seen(() => words(one).includes(stars), 'the asterisks');
    await seen(() => says(one, '마스킹했습니다.'), 'the news');
    await seen(() => words(other).includes(stars), 'the asterisks of the other');
    await seen(() => answerIn(other)?.includes(`${stars} 확인`), 'the masked draft');
    const raw = JSON.stringify(await historyOf(ticketId));
    expect(raw).to.contain(stars);
    for (const part of ['9876', '5432', 'tel:']) {
      expect(raw).not.to.contain(part);
      expect(one.innerHTML + (bodyOf(one)?.innerHTML ?? '')).not.to.contain(part);
    }
    const rows = await desk.query(
      `select m.id from messages m where m.ticket_id = '${ticketId}' and to_jsonb(m)::text like '%9876%'`,
    );
    expect(rows).to.deep.equal([]);
    for (const text of ['9876-5432', '010-9876'])
      expect(await desk.call('agent1', 'GET', `tickets.json?${new URLSearchParams({ q: text })}`)).to.deep.equal([]);
    const [entry] = await historyOf(ticketId);
    expect(entry?.masks).to.have.lengthOf(1);
    expect(entry?.masks[0]).to.include({ category: 'phone' });
  });

  it('is done, found, shown and left by the keyboard alone', async () => {
    const ticketId = await arrived('masked-by-keys', '카드는 4111 1111 1111 1111입니다. 제 암호는 하늘구름입니다.');
    await enter(inside(one, 'ticket-history')!, '마스킹…');
    await focusOn('.words [tabindex="0"]');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Enter' });
    await seen(() => words(one).includes('제 암호는 *******.'), 'the asterisks');
    await seen(() => button(bar(one), '개인정보로 보이는 내용 1'), 'what was found');
    await enter(bar(one), '개인정보로 보이는 내용 1');
    await focusOn('.mask-one');
    await sendKeys({ press: 'Enter' });
    await seen(() => words(one).includes(`카드는 ${'*'.repeat(19)}입니다`), 'the masked card');
    await focusOn('.main');
    (await seen(() => marksIn(one)[0], 'the mask')).focus();
    await sendKeys({ press: 'Enter' });
    await seen(() => dialogOf(one), 'the question');
    await tabTo('[type=submit]');
    await sendKeys({ press: 'Enter' });
    await seen(() => words(one).includes('4111 1111'), 'the words');
    await focusOn('.mask');
    await sendKeys({ press: 'Escape' });
    expect(words(one)).not.to.contain('4111');
    expect((await historyOf(ticketId))[0]?.masks.map(({ category }) => category)).to.have.members(['card', null]);
  });

  it('masks what is selected by one key, and says so where nothing is', async () => {
    await arrived('masked-by-a-key');
    const article = await seen(() => visible(inside(one, 'ticket-history')!, 'article')[0], 'the message');
    article.focus();
    await sendKeys({ press: 'h' });
    await seen(() => says(one, '처리 내역에서 가릴 내용을 먼저 선택하세요.'), 'why nothing is masked');
    select(one, '박민지');
    await ready(one);
    await sendKeys({ press: 'h' });
    await seen(() => words(one).includes('안녕하세요, ***입니다.'), 'the asterisks');
  });

  it('shows the words to one agent for a while, and gives them back by an administrator', async () => {
    const ticketId = await arrived('masked-and-back');
    const [before] = await historyOf(ticketId);
    select(one, phone);
    (await ready(one)).click();
    const mark = () => marksIn(one)[0];
    const reveal = async (): Promise<void> => {
      (await seen(mark, 'the mask')).click();
      await press(await seen(() => dialogOf(one), 'the question'), '보기');
      await seen(() => words(one).includes(phone), 'the words');
    };
    network.trap(/reveal/, shortly);
    await reveal();
    await seen(() => !words(one).includes(phone), 'the end of the time');
    expect(everythingOf(one)).not.to.contain('9876');
    await reveal();
    const isHidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')!;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'hidden', isHidden);
    expect(everythingOf(one)).not.to.contain('9876');
    await reveal();
    expect(JSON.stringify(await historyOf(ticketId, 'agent1'))).not.to.contain('9876');
    await openById(one, await desk.receive({ id: 'next@x.example', from: 'M <m@x.example>', subject: 'n', text: '.' }));
    expect(everythingOf(one)).not.to.contain('9876');
    await openById(one, ticketId);
    await seen(mark, 'the mask again');
    expect(words(one)).not.to.contain('9876');
    const admin = await desk.open('admin1');
    await openById(admin, ticketId);
    (await seen(() => bodyOf(admin)?.querySelector<HTMLElement>('.mask'), 'the mask')).click();
    const dialog = await seen(() => dialogOf(admin), 'the question');
    (await seen(() => visible<HTMLInputElement>(dialog, 'input[type=radio]')[1], 'the way back')).click();
    const reason = await seen(() => visible(dialog, 'input:not([type=radio]), textarea')[0], 'the reason');
    reason.focus();
    await sendKeys({ type: '잘못 가림' });
    await press(dialog, '마스킹 해제');
    await seen(() => words(one).includes(phone) && !mark(), 'the words for everybody');
    const [after] = await historyOf(ticketId);
    expect({ html: after?.html, text: after?.text }).to.deep.equal({ html: before?.html, text: before?.text });
  });

  it('is asterisks in what is quoted and answered afterwards; of the own answer our copy has them, too', async () => {
    const ticketId = await arrived('masked-and-answered');
    await act(desk, 'agent1', ticketId, 'POST', 'claim.json', { groupId: 1 });
    const [entry] = await historyOf(ticketId);
    const start = entry!.text.indexOf(phone);
    const mask = { start, length: phone.length, expectedVersion: entry!.bodyVersion };
    await desk.call('agent1', 'POST', `messages/${entry!.id}/masks.json`, mask);
    await seen(() => marksIn(one)[0], 'the mask');
    await drag(one, `제 번호는 ${stars}이고`);
    await press(inside(one, 'ticket-history')!, '답변에 인용');
    await seen(() => answerIn(one)?.includes(`제 번호는 ${stars}이고`), 'the quoted asterisks');
    const composer = () => inside(one, 'reply-composer')!;
    choose(await seen(() => visible<HTMLSelectElement>(composer(), 'select.choice:enabled')[0], 'the ways'), 'resolve');
    await write(one, '제 번호는 010-2222-3333입니다.');
    await press(composer(), '우리 사본을 마스킹');
    await press(composer(), '처리하기');
    const own = `제 번호는 ${'*'.repeat(13)}입니다.`;
    await seen(() => messagesWith(one, own).length > 0, 'our copy');
    const reply = (await historyOf(ticketId)).at(-1)!;
    expect([reply.text.includes(own), reply.mail?.state]).to.deep.equal([true, 'queued']);
    expect(reply.text).to.contain(`제 번호는 ${stars}이고`);
    const rows = await desk.query(`select id from messages where ticket_id = '${ticketId}' and text ~ '2222|9876'`);
    expect(rows).to.deep.equal([]);
  });

  it('cuts nothing where another agent was faster, and keeps what is still selected', async () => {
    const ticketId = await arrived('masked-by-two');
    const [entry] = await historyOf(ticketId);
    const start = entry!.text.indexOf('박민지');
    const masking = /^POST .*\/masks\.json$/;
    network.trap(
      masking,
      afterwards(() =>
        desk.call('agent3', 'POST', `messages/${entry!.id}/masks.json`, {
          start,
          length: 3,
          expectedVersion: entry!.bodyVersion,
        }),
      ),
    );
    select(one, phone);
    (await ready(one)).click();
    await seen(() => says(one, '그사이 메시지가 바뀌어 다시 불러왔습니다.'), 'the refusal');
    await seen(() => words(one).includes('안녕하세요, ***입니다.'), 'the mask of the other');
    expect(words(one)).to.contain(phone);
    (await ready(one)).click();
    await seen(() => words(one).includes(stars), 'the asterisks');
    expect(network.timesAsked(masking)).to.equal(2);
    expect((await historyOf(ticketId))[0]?.masks).to.have.lengthOf(2);
  });

  it('is not there without the security service; what is masked stays masked', async () => {
    const ticketId = await arrived('masked-before');
    select(one, phone);
    (await ready(one)).click();
    await seen(() => words(one).includes(stars), 'the asterisks');
    const turn = (on: boolean) =>
      desk.execute(
        `update services set capabilities = jsonb_set(capabilities, '{security}', '${String(on)}') where service_id = 'demo'`,
      );
    await turn(false);
    const [entry] = await historyOf(ticketId);
    const mask = { start: 0, length: 3, expectedVersion: entry!.bodyVersion };
    const refused = await desk
      .call('agent1', 'POST', `messages/${entry!.id}/masks.json`, mask)
      .catch((error: unknown) => String(error));
    expect(refused).to.match(/refused: 403 .*security_off/);
    const other = await desk.open('agent1');
    await openById(other, ticketId);
    await seen(() => words(other).includes(stars), 'the asterisks');
    expect(button(bar(other), '개인정보 마스킹')).to.equal(undefined);
    expect(visible(other, '.main')).to.deep.equal([]);
    expect(button(inside(other, 'ticket-history')!, '마스킹…')).to.equal(undefined);
    await turn(true);
  });

  it('is not given to an agent without the right, who is told so', async () => {
    const ticketId = await arrived('masked-by-no-right');
    const other = await desk.open('agent2');
    await openById(other, ticketId);
    const icon = await seen(() => visible(bar(other) as ShadowRoot, '.main')[0], 'the icon');
    expect(icon.getAttribute('aria-disabled')).to.equal('true');
    expect(icon.title).to.contain('권한이 없습니다');
  });
});
