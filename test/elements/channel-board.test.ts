import { expect, fixture, html } from '@open-wc/testing';
import { DeskError } from '../../src/base/desk-error.js';
import type { ChannelBoard } from '../../src/elements/channel-board/channel-board.js';
import { RetryRequest } from '../../src/events/requests.js';
import { sampleChannels } from '../../stories/support/sample-channels.js';
import { ready, sampleHub, sampleSession } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

async function mount(hub: FakeHub, attributes = ''): Promise<ChannelBoard> {
  await import('../../src/elements/channel-board/define.js');
  return inHub<ChannelBoard>(hub, `<channel-board ${attributes}></channel-board>`);
}

function hubWith(channels = sampleChannels()): FakeHub {
  const hub = sampleHub();
  hub.channels.$channels.set(ready(channels));
  return hub;
}

const words = (board: ChannelBoard): string[] => all(board, '.figure > .visually-hidden').map((each) => nameOf(each));
const statuses = (board: ChannelBoard): string[] => all(board, '[role=status]').map((each) => nameOf(each));

describe('channel-board', () => {
  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/channel-board/define.js');
    expect(textOf(await fixture(html`<channel-board></channel-board>`))).to.equal('');
  });

  it('shows what was told of telephone and chat', async () => {
    const board = await mount(hubWith());
    expect(words(board)).to.deep.equal([
      '대기 고객 7명',
      '대기 상담원 3명',
      '수신 응대 15명',
      '발신 응대 4명',
      '상담원 24명',
      '응답률 91%',
      '서비스 레벨 83%',
      '대기 고객 2명',
      '대기 상담원 4명',
      '상담 중 18명',
      '상담원 12명',
      '응답률 96%',
    ]);
    expect(statuses(board)).to.deep.equal(['', '']);
    await expect(board).to.be.accessible();
  });

  it('shows the figures that the page names, in its order, of the channel that it names', async () => {
    const board = await mount(hubWith(), 'channel="phone" figures="answerRate, nothing agents"');
    expect(words(board)).to.deep.equal(['응답률 91%', '상담원 24명']);
  });

  it('takes no room for a channel that the service does not have', async () => {
    const hub = hubWith();
    const session = sampleSession();
    const capabilities = { ...session.capabilities, phone: false, chat: false };
    hub.session.$session.set(ready({ ...session, capabilities: { ...capabilities, chat: true } }));
    const board = await mount(hub);
    expect(all(board, '.scope').map((each) => nameOf(each))).to.deep.equal(['채팅']);
    hub.session.$session.set(ready({ ...session, capabilities }));
    await board.updateComplete;
    expect(board.shadowRoot?.querySelector('.root')).to.equal(null);
  });

  it('says that nothing was told, that a rate has nothing to count, and where figures are missing', async () => {
    const { phone } = sampleChannels();
    const hub = sampleHub();
    hub.channels.$channels.set(ready({ phone: { ...phone, figures: { agents: 1, answerRate: null } }, chat: null }));
    const board = await mount(hub);
    expect(words(board)).to.deep.equal(['상담원 1명', '응답률: 아직 없음']);
    expect(nameOf(one(board, '.none'))).to.equal('받은 수치 없음');
  });

  it('marks figures that nobody told anew, by itself, and no more once they come', async () => {
    const { phone, chat } = sampleChannels();
    const now = performance.now();
    const hub = sampleHub();
    hub.channels.$channels.set(ready({ phone: { ...phone, toldAt: now - 60_000, staleAt: now + 50 }, chat }));
    const board = await mount(hub);
    await until(() => statuses(board)[0] === '1분 전 수치', 'the mark');
    expect(statuses(board)[1]).to.equal('');
    hub.channels.$channels.set(ready(sampleChannels()));
    await board.updateComplete;
    expect(statuses(board)).to.deep.equal(['', '']);
  });

  it('keeps the figures when they cannot be loaded again, says so, and asks again', async () => {
    const hub = sampleHub();
    hub.channels.$channels.set({ status: 'failed', error: new DeskError('offline', ''), value: sampleChannels() });
    const board = await mount(hub);
    expect(words(board)).to.have.length(12);
    expect(nameOf(one(board, '.problem'))).to.contain('마지막으로 받은 수치입니다.');
    one(board, '.problem button').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['channels']);
  });

  it('survives being moved', async () => {
    await import('../../src/elements/channel-board/define.js');
    await survivesMoves('channel-board', hubWith(), sampleHub());
  });
});
