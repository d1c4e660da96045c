import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import type { Board, Figure } from '../../src/domain/types.js';
import { MiniBoard } from '../../src/elements/mini-board/mini-board.js';
import type { PromisedCalls } from '../../src/elements/promised-calls/promised-calls.js';
import { ListOpenRequest, RetryRequest } from '../../src/events/requests.js';
import { sampleCalls } from '../../stories/support/calls.js';
import { ready, sampleBoard, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

async function mount(hub: FakeHub, attributes = ''): Promise<MiniBoard> {
  await import('../../src/elements/mini-board/define.js');
  return inHub<MiniBoard>(hub, `<mini-board ${attributes}></mini-board>`);
}

function boardWith(change: { all?: Partial<Board['all']>; my?: Partial<Board['my']> }): Board {
  return { all: { ...sampleBoard.all, ...change.all }, my: { ...sampleBoard.my, ...change.my } };
}

const wordsOf = (part: Element): string => (part.textContent ?? '').replace(/\s+/g, ' ').trim();
const names = (board: MiniBoard): string[] => all(board, 'button').map(nameOf);
const moving = (board: MiniBoard): Animation[] =>
  board.shadowRoot!.getAnimations().filter((animation) => !(animation instanceof CSSAnimation));

describe('mini-board', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('is not defined by importing the class', () => {
    expect(MiniBoard.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/mini-board/define.js');
    expect(textOf(await fixture(html`<mini-board></mini-board>`))).to.equal('');
  });

  it('shows the figures of the service and of the agent', async () => {
    const board = await mount(sampleHub());
    expect(names(board)).to.deep.equal([
      '금일 접수 128건',
      '금일 해결 96건',
      '처리중 41건',
      '보류중 17건',
      '미할당 23건',
      '처리율 75%',
      '금일 해결 12건',
      '처리중 8건',
      '보류중 3건',
      '이관중 5건',
      '약속콜 2건',
      '고객 안내 1건',
      '현황판 설정',
    ]);
    await expect(board).to.be.accessible();
  });

  it('opens for each figure exactly the list that it counts', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    for (const button of all(board, '[part=figure]')) button.click();
    const opened = hub.asked(ListOpenRequest).map((request) => request.change);
    const expected: Figure[] = [
      'all.receivedToday',
      'all.resolvedToday',
      'all.processing',
      'all.pending',
      'all.unassigned',
      'all.handlingRate',
      'my.resolvedToday',
      'my.processing',
      'my.pending',
      'my.transferring',
      'my.promisedCalls',
      'my.customerGuidance',
    ];
    const whole = { group: undefined, transfer: undefined, starred: undefined, unread: undefined };
    const rest = { ...whole, view: 'all', q: undefined, where: undefined };
    expect(opened).to.deep.equal(expected.map((figure) => ({ figure, ...rest })));
  });

  it('shows no figure and opens no list while nothing is known', async () => {
    const hub = sampleHub();
    hub.board.$board.set({ status: 'loading' });
    const board = await mount(hub);
    named(board, '금일 접수').click();
    expect(hub.requests).to.deep.equal([]);
    await expect(board).to.be.accessible();
  });

  it('says that the figures are missing and offers another try', async () => {
    const hub = sampleHub();
    hub.board.$board.set({ status: 'failed', error: new DeskError('server', '') });
    const board = await mount(hub);
    expect(textOf(board)).to.contain('현황을 불러오지 못했습니다. 서버에서 오류가 났습니다.');
    named(board, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('board');
    await expect(board).to.be.accessible();
  });

  it('keeps the last figures when loading them again fails, and says that they are old', async () => {
    const hub = sampleHub();
    hub.board.$board.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleBoard });
    const board = await mount(hub);
    expect(named(board, '금일 접수 128건')).to.exist;
    expect(textOf(board)).to.contain('마지막으로 받은 수치입니다.');
  });

  it('shows an en dash for a rate of nothing, and says why', async () => {
    const hub = sampleHub();
    hub.board.$board.set(ready(boardWith({ all: { handlingRate: null } })));
    const board = await mount(hub);
    const rate = named(board, '처리율: 최근 24시간 동안 접수된 티켓이 없습니다');
    expect(rate.querySelector('[part=value]')!.textContent).to.equal('–');
    await expect(board).to.be.accessible();
  });

  it('shows a rate of nought as nought', async () => {
    const hub = sampleHub();
    hub.board.$board.set(ready(boardWith({ all: { handlingRate: 0 } })));
    expect(named(await mount(hub), '처리율 0%')).to.exist;
  });

  it('fades the background of the figure that changed, and of no other', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    expect(moving(board)).to.have.lengthOf(0);
    hub.board.$board.set(ready(boardWith({ all: { unassigned: 24 } })));
    await board.updateComplete;
    const targets = moving(board).map((animation) => (animation.effect as KeyframeEffect).target as Element);
    expect(targets.map(nameOf)).to.deep.equal(['미할당 24건']);
  });

  it('moves nothing for readers who asked for less movement', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const hub = sampleHub();
    const board = await mount(hub);
    hub.board.$board.set(ready(boardWith({ all: { unassigned: 24 }, my: { promisedCallsDue: 1 } })));
    await board.updateComplete;
    expect(moving(board)).to.have.lengthOf(0);
    expect(named(board, '지금 걸 약속콜 1건')).to.exist;
  });

  it('never moves a neighbour when a figure grows', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    board.parentElement!.style.cssText = 'display: block; inline-size: 1100px';
    const places = (): number[] => all(board, '[part=figure]').map((figure) => figure.getBoundingClientRect().left);
    const before = places();
    hub.board.$board.set(ready(boardWith({ all: { receivedToday: 4321 }, my: { promisedCallsDue: 2 } })));
    await board.updateComplete;
    expect(places()).to.deep.equal(before);
  });

  it('blinks at most five times, once a second, when a promised call is due', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    hub.board.$board.set(ready(boardWith({ my: { promisedCallsDue: 1 } })));
    await board.updateComplete;
    const timing = moving(board).map((animation) => animation.effect!.getTiming());
    expect(timing.map(({ duration, iterations }) => [duration, iterations])).to.deep.equal([[1000, 5]]);
  });

  it('tells of due calls politely, and goes on showing them', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    const status = one(board, '[role=status]');
    expect(status.textContent!.trim()).to.equal('');
    hub.board.$board.set(ready(boardWith({ my: { promisedCallsDue: 2 } })));
    await board.updateComplete;
    expect(status.textContent!.trim()).to.equal('약속콜 2건의 약속 시간이 되었습니다.');
    for (const animation of moving(board)) animation.finish();
    expect(named(board, '지금 걸 약속콜 2건').getBoundingClientRect().height).to.be.at.least(24);
    await expect(board).to.be.accessible();
  });

  async function withDue(): Promise<[MiniBoard, FakeHub]> {
    const hub = sampleHub();
    hub.board.$board.set(ready(boardWith({ my: { promisedCallsDue: 1 } })));
    hub.calls.$calls.set(ready(sampleCalls()));
    return [await mount(hub), hub];
  }
  async function openDue(board: MiniBoard): Promise<PromisedCalls> {
    named(board, '지금 걸 약속콜 1건').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => Boolean(all(board, 'promised-calls')[0]?.shadowRoot?.activeElement), 'the keyboard in the layer');
    return one<PromisedCalls>(board, 'promised-calls');
  }

  it('opens the calls that are due in a layer, and stops blinking once they were looked at', async () => {
    const [board, hub] = await withDue();
    const layer = await openDue(board);
    expect(all(layer, 'li').map(wordsOf)).to.have.lengthOf(1);
    expect(textOf(layer)).to.contain('지금 걸 약속콜').and.to.contain(sampleCalls()[0]!.customerName);
    expect(hub.asked(ListOpenRequest)).to.deep.equal([]);
    expect(moving(board).filter((animation) => animation.playState === 'running')).to.have.lengthOf(0);
    await expect(layer).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await layer.updateComplete;
    expect(all(layer, 'dialog')).to.deep.equal([]);
    expect(focusedName(board)).to.equal('지금 걸 약속콜 1건');
  });

  for (const isOpen of [true, false]) {
    it(`keeps the keyboard at the figure when the last due call is made ${isOpen ? 'in' : 'after'} the layer`, async () => {
      const [board, hub] = await withDue();
      const layer = await openDue(board);
      const make = async (): Promise<void> => {
        hub.calls.$calls.set(ready(sampleCalls().slice(1)));
        hub.board.$board.set(ready(boardWith({ my: { promisedCalls: 1, promisedCallsDue: 0 } })));
        await board.updateComplete;
      };
      if (isOpen) await make();
      layer.close();
      if (!isOpen) await make();
      expect(focusedName(board)).to.equal('약속콜 1건');
    });
  }

  it('shows one half alone when it is told to', async () => {
    const hub = sampleHub();
    expect(names(await mount(hub, 'fixed scope="my"'))).to.have.lengthOf(6);
    const board = await mount(hub, 'fixed scope="all"');
    expect(names(board)[0]).to.equal('금일 접수 128건');
    expect(names(board)).to.have.lengthOf(6);
  });

  it('puts the figures one below the other when it is told to', async () => {
    const board = await mount(sampleHub(), 'orientation="vertical"');
    const lefts = all(board, '[part=figure]').map((figure) => figure.getBoundingClientRect().left);
    expect(new Set(lefts).size).to.equal(1);
    await expect(board).to.be.accessible();
  });

  for (const width of [320, 640, 1024]) {
    it(`cuts nothing off at ${width} pixels`, async () => {
      const hub = sampleHub('en');
      const board = await mount(hub);
      board.parentElement!.style.cssText = `display: block; inline-size: ${width}px`;
      const box = board.getBoundingClientRect();
      for (const button of all(board, 'button')) {
        expect(button.getBoundingClientRect().right).to.be.at.most(box.right + 1);
        expect(button.getBoundingClientRect().width).to.be.at.least(24);
      }
    });
  }

  it('shows the figures that the page names, else those that the agent arranged', async () => {
    const hub = sampleHub();
    const board = await mount(hub, 'fixed figures="unassigned my.pending"');
    expect(names(board)).to.deep.equal(['미할당 23건', '보류중 3건']);
    board.figures = null;
    const items = ['my.promisedCalls', 'all.pending', 'all.receivedToday', 'my.processing'];
    const preferences = { ...usualPreferences, board: { items, orientation: 'vertical' as const } };
    hub.preferences.$preferences.set(ready(preferences));
    await board.updateComplete;
    expect(names(board)).to.deep.equal(['보류중 17건', '금일 접수 128건', '약속콜 2건', '처리중 8건']);
    const lefts = all(board, '[part=figure]').map((figure) => figure.getBoundingClientRect().left);
    expect(new Set(lefts).size).to.equal(1);
  });

  it('keeps calls that are due marked, quietly once they are acknowledged, and marks anew what comes', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    hub.board.$board.set(ready(boardWith({ my: { promisedCallsDue: 1 } })));
    await board.updateComplete;
    expect(moving(board).length).to.be.greaterThan(0);
    named(board, '약속콜 알림 확인').click();
    await board.updateComplete;
    expect(names(board)).not.to.include('약속콜 알림 확인');
    expect(one(board, '.due')).to.exist;
    expect(
      moving(board).filter(({ effect }) => (effect as KeyframeEffect).target === one(board, '.due')),
    ).to.deep.equal([]);
    await expect(board).to.be.accessible();
    hub.board.$board.set(ready(boardWith({ my: { promisedCallsDue: 2 } })));
    await board.updateComplete;
    expect(names(board)).to.include('약속콜 알림 확인');
  });

  it('is reached and pressed by the keyboard', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    named(board, '미할당 23건').focus();
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(ListOpenRequest)[0]?.change.figure).to.equal('all.unassigned');
  });

  it('speaks the language of its hub', async () => {
    const hub = sampleHub();
    const board = await mount(hub);
    speak(hub, 'ja');
    await board.updateComplete;
    expect(named(board, 'アサイン待ち 23件')).to.exist;
    speak(hub, 'en');
    await board.updateComplete;
    expect(named(board, 'Customer guidance: 1 ticket')).to.exist;
  });

  it('leaves nothing behind when it moves between hubs', async () => {
    await import('../../src/elements/mini-board/define.js');
    await survivesMoves('mini-board', sampleHub(), sampleHub('ja'));
  });
});
