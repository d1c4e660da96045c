import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { usualPreferences } from '../../src/domain/preferences.js';
import { usualRail, type RailState } from '../../src/domain/side-tools.js';
import { SideTools } from '../../src/elements/side-tools/side-tools.js';
import { PreferencesChangeRequest } from '../../src/events/requests.js';
import { relatedHub } from '../../stories/support/related.js';
import { sampleTicket } from '../../stories/support/sample-tickets.js';
import { ready, sampleSession } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

/** A hub that keeps what the rail asks for, as the real one does. */
function railHub(change: Partial<RailState> = {}): FakeHub {
  const hub = relatedHub();
  hub.preferences.$preferences.set(ready({ ...usualPreferences, rail: { ...usualRail, ...change } }));
  return hub;
}

async function open(hub: FakeHub, markup = '<side-tools></side-tools>'): Promise<SideTools> {
  await import('../../src/elements/side-tools/define.js');
  const element = await inHub<SideTools>(hub, markup);
  element.parentElement!.addEventListener(PreferencesChangeRequest.type, (event) => {
    const { value } = hub.preferences.$preferences.get() as { value: typeof usualPreferences };
    hub.preferences.$preferences.set(ready({ ...value, ...(event as PreferencesChangeRequest).change }));
  });
  return element;
}

const signs = (element: SideTools) => all<HTMLButtonElement>(element, '.tools > .item:not(.fold)');
const order = (element: SideTools) => signs(element).map(({ dataset }) => dataset['id']);
const panelOf = (element: SideTools, tag: string) =>
  element.shadowRoot!.querySelector(`.content:not([hidden]) > ${tag}`);
const kept = (hub: FakeHub) => hub.asked(PreferencesChangeRequest).at(-1)?.change.rail;

const middle = (element: SideTools, id: string): [number, number] => {
  const { left, top, width, height } = one(element, `[data-id=${id}]`).getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/** Takes a sign by the mouse and lets it go at another one. */
async function drag(element: SideTools, id: string, onto: string): Promise<void> {
  const [from, to] = [middle(element, id), middle(element, onto)];
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [from[0], Math.round((from[1] + to[1]) / 2)] });
  await sendMouse({ type: 'move', position: to });
  await sendMouse({ type: 'up' });
}

async function chord(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}

describe('side-tools', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(SideTools.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/side-tools/define.js');
    expect(textOf(await fixture(html`<side-tools></side-tools>`))).to.equal('');
  });

  it('has a sign for each tool that the service and the ticket have, and no place for others', async () => {
    const hub = railHub();
    const element = await open(hub);
    expect(signs(element).map(nameOf).slice(0, 5)).to.deep.equal([
      '문의내역',
      '템플릿 관리',
      'Dooray! 대화 내역',
      '고객 정보',
      '이벤트',
    ]);
    await expect(element).to.be.accessible();
    const session = sampleSession();
    const capabilities = { ...session.capabilities, dooray: false, customerInfo: false, sms: false };
    hub.session.$session.set(ready({ ...session, capabilities }));
    hub.tickets.$current.set(ready({ ...sampleTicket('ko', 1), channel: 'mail' }));
    await element.updateComplete;
    expect(order(element)).to.deep.equal(['history', 'templates', 'events']);
  });

  it('opens one panel at a time, keeps which with the agent, and closes it by its sign, its button and Escape', async () => {
    const hub = railHub();
    const element = await open(hub);
    named(element, '문의내역').click();
    await until(() => panelOf(element, 'inquiry-history') !== null);
    expect(kept(hub)).to.deep.equal({ ...usualRail, open: 'history' });
    named(element, '이벤트').click();
    await until(() => panelOf(element, 'ticket-events') !== null);
    expect(panelOf(element, 'inquiry-history')).to.equal(null);
    expect(one(element, '.title').textContent).to.equal('이벤트');
    await expect(element).to.be.accessible();
    named(element, '이벤트').click();
    await element.updateComplete;
    expect(one(element, '.panel').hidden).to.equal(true);
    for (const close of [async () => named(element, '고객 정보 닫기').click(), () => sendKeys({ press: 'Escape' })]) {
      named(element, '고객 정보').click();
      await until(() => panelOf(element, 'customer-info') !== null);
      named(element, '고객 정보 닫기').focus();
      await close();
      await until(() => focusedName(element) === '고객 정보');
      expect(one(element, '.panel').hidden).to.equal(true);
    }
    expect(kept(hub)?.open).to.equal(null);
  });

  it('follows what the agent arranged in another page', async () => {
    const hub = railHub({ open: 'events' });
    const element = await open(hub);
    await until(() => panelOf(element, 'ticket-events') !== null);
    const rail = { order: ['events', 'history'] as const, open: null, folded: false };
    hub.preferences.$preferences.set(ready({ ...usualPreferences, rail }));
    await element.updateComplete;
    expect(order(element).indexOf('events')).to.equal(0);
    expect(one(element, '.panel').hidden).to.equal(true);
  });

  it('is walked by arrow keys, with one stop for Tab', async () => {
    const element = await open(railHub());
    element.focus();
    expect(focusedName(element)).to.equal('문의내역');
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName(element)).to.equal('템플릿 관리');
    await sendKeys({ press: 'End' });
    expect(focusedName(element)).to.equal('부가 기능 접기');
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName(element)).to.equal('문의내역');
    expect(all(element, '.tools > [tabindex="0"]')).to.have.lengthOf(1);
    await sendKeys({ press: 'Enter' });
    await until(() => panelOf(element, 'inquiry-history') !== null);
    // From the sign into its panel.
    await sendKeys({ press: 'Tab' });
    expect(focusedName(element)).to.equal('문의내역 순서 변경');
  });

  it('is put in order by Alt and an arrow key, which is told', async () => {
    const hub = railHub();
    const element = await open(hub);
    named(element, '문의내역').focus();
    await chord('Alt', 'ArrowDown');
    await until(() => order(element)[0] === 'templates');
    expect(order(element)[1]).to.equal('history');
    await until(() => focusedName(element) === '문의내역');
    expect(one(element, '[role=status].visually-hidden').textContent).to.match(/^문의내역: \d개 중 2번째$/);
    expect(kept(hub)?.order.slice(0, 2)).to.deep.equal(['templates', 'history']);
    await chord('Alt', 'ArrowUp');
    await chord('Alt', 'ArrowUp');
    expect(order(element)[0]).to.equal('history');
  });

  it('is put in order by a menu, by keys and by the button of a panel, and put back', async () => {
    const element = await open(railHub());
    named(element, '문의내역').focus();
    await chord('Shift', 'F10');
    await until(() => focusedName(element) === '앞으로');
    await sendKeys({ press: 'End' });
    expect(focusedName(element)).to.equal('처음 순서로');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await until(() => order(element).at(-1) === 'history');
    await until(() => focusedName(element) === '문의내역');
    named(element, '이벤트').click();
    await element.updateComplete;
    named(element, '이벤트 순서 변경').click();
    await until(() => focusedName(element) === '앞으로');
    await expect(element).to.be.accessible();
    named(element, '처음 순서로').click();
    await until(() => order(element)[0] === 'history');
    expect(textOf(element)).to.contain('처음 순서로 되돌렸습니다.');
  });

  it('is put in order by dragging, which is no press', async () => {
    const hub = railHub();
    const element = await open(hub);
    await drag(element, 'history', 'customer');
    await until(() => order(element)[3] === 'history');
    expect(order(element).slice(0, 4)).to.deep.equal(['templates', 'dooray', 'customer', 'history']);
    expect([kept(hub)?.open, one(element, '.panel').hidden]).to.deep.equal([null, true]);
    expect(kept(hub)?.order.slice(0, 4)).to.deep.equal(['templates', 'dooray', 'customer', 'history']);
    await until(() => focusedName(element) === '문의내역');
    expect(one(element, '[role=status].visually-hidden').textContent).to.match(/^문의내역: \d개 중 4번째$/);
  });

  it('is put in order by the menu of the right mouse button, which leads nowhere beyond the ends', async () => {
    const hub = railHub();
    const element = await open(hub);
    await sendMouse({ type: 'click', button: 'right', position: middle(element, 'history') });
    await until(() => focusedName(element) === '앞으로');
    expect(['앞으로', '맨 앞으로', '뒤로'].map((name) => named(element, name).ariaDisabled)).to.deep.equal([
      'true',
      'true',
      null,
    ]);
    named(element, '앞으로').click();
    expect(kept(hub)).to.equal(undefined);
    named(element, '뒤로').click();
    await until(() => order(element)[1] === 'history');
    expect(kept(hub)?.order.slice(0, 2)).to.deep.equal(['templates', 'history']);
    expect(one(element, '.panel').hidden).to.equal(true);
  });

  it('stays in the order that the page does not let the agent change, by whichever way', async () => {
    const hub = railHub();
    const element = await open(hub);
    const before = order(element);
    element.addEventListener(PreferencesChangeRequest.type, (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
    named(element, '문의내역').focus();
    await chord('Alt', 'ArrowDown');
    await chord('Shift', 'F10');
    await until(() => focusedName(element) === '앞으로');
    named(element, '맨 뒤로').click();
    await drag(element, 'history', 'customer');
    await element.updateComplete;
    expect(order(element)).to.deep.equal(before);
    expect(one(element, '[role=status].visually-hidden').textContent).to.equal('');
  });

  it('takes a finger that drags, and lets go where the browser takes it away', async () => {
    const element = await open(railHub());
    const list = one(element, '.tools');
    const first = one(element, '[data-id=history]');
    const touch = (type: string, target: Element): void => {
      const { left, top, width, height } = target.getBoundingClientRect();
      const [clientX, clientY] = [left + width / 2, top + height / 2];
      const how = { pointerId: 1, pointerType: 'touch', button: 0, bubbles: true, composed: true };
      (type === 'pointerdown' ? target : list).dispatchEvent(new PointerEvent(type, { ...how, clientX, clientY }));
    };
    list.setPointerCapture = () => undefined;
    touch('pointerdown', first);
    touch('pointermove', one(element, '[data-id=dooray]'));
    touch('pointercancel', first);
    await element.updateComplete;
    expect(order(element)[0]).to.equal('history');
    touch('pointerdown', one(element, '[data-id=history]'));
    touch('pointermove', one(element, '[data-id=dooray]'));
    touch('pointerup', one(element, '[data-id=dooray]'));
    await until(() => order(element)[2] === 'history');
  });

  it('folds away with its panel, and comes back as it was', async () => {
    const hub = railHub({ open: 'events' });
    const element = await open(hub);
    named(element, '부가 기능 접기').click();
    await until(() => signs(element).length === 0);
    expect([one(element, '.panel').hidden, kept(hub)?.folded]).to.deep.equal([true, true]);
    await until(() => focusedName(element) === '부가 기능 펼치기');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await until(() => panelOf(element, 'ticket-events') !== null);
    expect(one(element, '.panel').hidden).to.equal(false);
  });

  it('opens nothing by itself where the panel would lie over something, and keeps nothing of it', async () => {
    const hub = railHub({ open: 'events' });
    const element = await open(hub, '<side-tools overlay></side-tools>');
    expect(one(element, '.panel').hidden).to.equal(true);
    named(element, '고객 정보').click();
    await until(() => panelOf(element, 'customer-info') !== null);
    expect(hub.asked(PreferencesChangeRequest)).to.deep.equal([]);
  });

  it('lies along a line, and is walked along it', async () => {
    const element = await open(railHub(), '<side-tools orientation="horizontal"></side-tools>');
    element.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focusedName(element)).to.equal('템플릿 관리');
    await chord('Alt', 'ArrowLeft');
    await until(() => order(element)[0] === 'templates');
    expect(textOf(element)).not.to.contain('접기');
    await expect(element).to.be.accessible();
    // Where lines run from right to left, the next sign is the one to the left.
    element.parentElement!.dir = 'rtl';
    await chord('Alt', 'ArrowLeft');
    await until(() => order(element)[1] === 'templates');
  });

  it('shows panels that the page brings, in the place of ours and beside them', async () => {
    const element = await open(
      railHub(),
      '<side-tools><p slot="events">우리 이벤트</p><p slot="own-memo" title="메모">메모장</p></side-tools>',
    );
    named(element, '이벤트').click();
    await element.updateComplete;
    expect(panelOf(element, 'ticket-events')).to.equal(null);
    expect(one<HTMLSlotElement>(element, 'slot[name=events]').assignedElements()[0]?.textContent).to.equal(
      '우리 이벤트',
    );
    named(element, '메모').click();
    await element.updateComplete;
    expect(one<HTMLSlotElement>(element, 'slot[name=own-memo]').assignedElements()).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
    element.querySelector('[slot=own-memo]')!.remove();
    await until(() => !order(element).includes('own-memo'));
    expect(element.show('own-memo')).to.equal(false);
    expect(element.show('history')).to.equal(true);
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/side-tools/define.js');
    await survivesMoves('side-tools', relatedHub('ko'), relatedHub('en'));
  });
});
