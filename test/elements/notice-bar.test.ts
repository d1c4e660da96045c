import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Notice } from '../../src/domain/notices.js';
import { NoticeBar } from '../../src/elements/notice-bar/notice-bar.js';
import { NoticeReadRequest, RetryRequest, TaskDismissRequest } from '../../src/events/requests.js';
import { sampleNotices } from '../../stories/support/sample-notices.js';
import { ready, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, nameOf, one, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

async function show(notices: readonly Notice[] = sampleNotices()): Promise<{ bar: NoticeBar; hub: FakeHub }> {
  await import('../../src/elements/notice-bar/define.js');
  const hub = sampleHub();
  hub.notices.$notices.set(ready(notices));
  return { bar: await inHub<NoticeBar>(hub, '<notice-bar></notice-bar>'), hub };
}

async function set(hub: FakeHub, bar: NoticeBar, notices: readonly Notice[]): Promise<void> {
  hub.notices.$notices.set(ready(notices));
  await bar.updateComplete;
}

const line = (bar: NoticeBar): string => nameOf(one(bar, '.line'));
const marked = (hub: FakeHub): readonly number[] => hub.asked(NoticeReadRequest).map(({ noticeId }) => noticeId);
const isOpen = (bar: NoticeBar): boolean => all(bar, 'dialog').length > 0;
const bodyText = (bar: NoticeBar): string => one(bar, '.message-body').textContent ?? '';

async function open(bar: NoticeBar): Promise<void> {
  one(bar, '.line').click();
  await until(() => isOpen(bar) && bodyText(bar) !== '', 'the text of the notice');
}

describe('notice-bar', () => {
  it('is not defined by importing the class', () => {
    expect(NoticeBar.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/notice-bar/define.js');
    expect(textOf(await fixture(html`<notice-bar></notice-bar>`))).to.equal('');
  });

  it('takes no room without notices and while they are on their way', async () => {
    const { bar, hub } = await show([]);
    expect(bar.getBoundingClientRect().height).to.equal(0);
    hub.notices.$notices.set({ status: 'loading' });
    await bar.updateComplete;
    expect(bar.getBoundingClientRect().height).to.equal(0);
  });

  it('shows the newest that is unread and how many more there are', async () => {
    const [first, second, third] = sampleNotices('ko', 3) as [Notice, Notice, Notice];
    const { bar, hub } = await show([{ ...first, read: true }, second, third]);
    expect(line(bar)).to.equal('안 읽음 연말 배송 지연 안내 문구가 바뀌었습니다 외 2건');
    await expect(bar).to.be.accessible();
    await set(hub, bar, sampleNotices('ko', 0));
    expect(line(bar)).to.match(/^11월 24일.* 외 2건$/);
    expect(all(bar, '.dismiss')).to.have.lengthOf(0);
    await set(hub, bar, [third]);
    expect(line(bar)).to.not.contain('외');
  });

  it('marks a notice as read where it is dismissed', async () => {
    const { bar, hub } = await show();
    one(bar, '.dismiss').focus();
    await sendKeys({ press: 'Enter' });
    expect(marked(hub)).to.deep.equal([1]);
    expect(hub.asked(NoticeReadRequest)[0]?.updatedAt).to.equal(sampleNotices()[0]?.updatedAt);
    await set(hub, bar, sampleNotices('ko', 0));
    expect(bar.shadowRoot?.activeElement?.className).to.equal('line');
  });

  it('opens the text by keyboard, which reads it once, and closes by Escape', async () => {
    const { bar, hub } = await show();
    one(bar, '.line').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(bar) && bodyText(bar) !== '', 'the text of the notice');
    expect(bodyText(bar)).to.contain('결제와 환불이 되지 않습니다');
    expect(textOf(bar)).to.contain('2026. 11. 20. ~ 2026. 11. 25.');
    await expect(bar).to.be.accessible();
    await set(hub, bar, sampleNotices());
    expect(marked(hub)).to.deep.equal([1]);
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(bar), 'the layer to close');
    expect(bar.shadowRoot?.activeElement?.className).to.equal('line');
  });

  it('leads to every other notice, and reads the ones that are looked at', async () => {
    const { bar, hub } = await show();
    await open(bar);
    const items = all(bar, '.item');
    expect(items.map((item) => item.getAttribute('aria-current'))).to.deep.equal(['true', null, null]);
    items[1]?.click();
    await until(() => bodyText(bar).includes('새 문구는'), 'the other text');
    items[2]?.click();
    await until(() => bodyText(bar).includes('신분증'), 'the third text');
    // The third was read before.
    expect(marked(hub)).to.deep.equal([1, 2]);
  });

  it('keeps markup that came from elsewhere from running', async () => {
    const [notice] = sampleNotices() as [Notice];
    const html = '<p onclick="window.hurt=1">가<script>window.hurt=1</script><img src="x" onerror="window.hurt=1"></p>';
    const { bar } = await show([{ ...notice, html }]);
    await open(bar);
    expect(all(bar, '.message-body [onclick], .message-body script, .message-body [onerror]')).to.have.lengthOf(0);
  });

  it('follows what changes while it is open, and says aloud only what is new', async () => {
    const [first, second] = sampleNotices() as [Notice, Notice];
    const { bar, hub } = await show([second]);
    const said = (): string => nameOf(one(bar, '.root > [role=status]'));
    expect(said()).to.equal('');
    await set(hub, bar, [first, second]);
    expect(said()).to.contain('새 내부공지: 11월 24일');
    let times = 0;
    const hearing = new MutationObserver(() => times++);
    hearing.observe(one(bar, '.root > [role=status]'), { childList: true, characterData: true, subtree: true });
    await set(hub, bar, [{ ...first, updatedAt: first.updatedAt + 1 }, second]);
    await until(() => times > 0 && said() !== '', 'the same words once more');
    hearing.disconnect();
    hub.notices.$notices.set({ status: 'idle' });
    await set(hub, bar, sampleNotices('ko', 3));
    expect(said()).to.equal('');
    await open(bar);
    await set(hub, bar, [{ ...first, html: '<p>점검이 끝났습니다.</p>', updatedAt: first.updatedAt + 1 }, second]);
    await until(() => bodyText(bar) === '점검이 끝났습니다.', 'the changed text');
    const styles = [{ node: 0, props: [['color', 'rgb(255, 0, 0)']] as const }];
    await set(hub, bar, [
      { ...first, html: '<p>점검이 끝났습니다.</p>', styles, updatedAt: first.updatedAt + 2 },
      second,
    ]);
    await until(() => one(bar, '.message-body > p').style.color !== '', 'the changed look');
    const before = marked(hub);
    await set(hub, bar, [second]);
    expect(textOf(bar)).to.contain('이 내부공지는 게시가 끝났습니다.');
    expect(marked(hub)).to.deep.equal(before);
    await set(hub, bar, []);
    expect(isOpen(bar)).to.equal(true);
    expect(textOf(bar)).to.contain('지금 게시 중인 내부공지가 없습니다.');
  });

  it('says calmly what failed, and offers to try again', async () => {
    const { bar, hub } = await show();
    hub.notices.$notices.set({ status: 'failed', error: new DeskError('server', ''), value: sampleNotices() });
    await bar.updateComplete;
    expect(line(bar)).to.contain('11월 24일');
    hub.notices.$notices.set({ status: 'failed', error: new DeskError('server', '') });
    await bar.updateComplete;
    expect(textOf(bar)).to.contain('내부공지를 불러오지 못했습니다.');
    one(bar, '.failed button').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['notices']);
    one(bar, '.failed button').focus();
    hub.notices.$notices.set({ status: 'loading' });
    await bar.updateComplete;
    await set(hub, bar, sampleNotices());
    expect(bar.shadowRoot?.activeElement?.className).to.equal('line');
  });

  it('says that a notice could not be marked, until the layer was closed', async () => {
    const { bar, hub } = await show();
    const error = new DeskError('offline', '');
    hub.work.$tasks.set([{ id: 'n1', ticketId: '', action: 'notice', state: 'failed', error }]);
    await bar.updateComplete;
    expect(textOf(bar)).to.contain('읽음으로 표시하지 못했습니다.');
    await open(bar);
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(bar), 'the layer to close');
    expect(hub.asked(TaskDismissRequest).map(({ taskId }) => taskId)).to.deep.equal(['n1']);
  });

  it('speaks Japanese and English', async () => {
    const { bar, hub } = await show();
    speak(hub, 'ja');
    await set(hub, bar, sampleNotices('ja'));
    expect(line(bar)).to.match(/^未読 .* 他2件$/);
    speak(hub, 'en');
    await set(hub, bar, sampleNotices('en'));
    expect(line(bar)).to.match(/^Unread .* and 2 more$/);
  });
});
