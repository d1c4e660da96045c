import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import type { TicketConsole } from '../../src/elements/ticket-console/ticket-console.js';
import { innermostFocus } from '../../src/base/dialog.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import {
  CommandRequest,
  ListRefreshRequest,
  SearchOpenRequest,
  TickRequest,
  TicketClaimRequest,
  TicketSelectRequest,
  TicketStarRequest,
} from '../../src/events/requests.js';
import { consoleHub, followChoice } from '../../stories/support/console-hub.js';
import { ready, sampleSession } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, one, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function mount(hub: FakeHub, inside = ''): Promise<TicketConsole> {
  await import('../../src/elements/ticket-console/define.js');
  const box = await fixture<HTMLElement>(html`<fake-hub .hub=${hub}></fake-hub>`);
  box.style.cssText = 'display: block; block-size: 700px; inline-size: 1440px';
  box.innerHTML = `<ticket-console>${inside}</ticket-console>`;
  followChoice(box, hub);
  await frame();
  return box.firstElementChild as TicketConsole;
}

const listOf = (console: TicketConsole): HTMLElement => one(console, 'ticket-list');
const rowInFocus = (console: TicketConsole): string =>
  listOf(console).shadowRoot!.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? '';

/** The keyboard is in the console, and not in its list. */
function focusTicket(console: TicketConsole): void {
  one(console, '.console').focus();
}

async function combine(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

describe('shortcuts of ticket-console', () => {
  it('open the next and the previous ticket', async () => {
    const hub = consoleHub('ko', 2);
    const console = await mount(hub);
    focusTicket(console);
    await sendKeys({ press: 'j' });
    await until(() => hub.asked(TicketSelectRequest).length === 1, 'the next ticket');
    await sendKeys({ press: 'k' });
    await until(() => hub.asked(TicketSelectRequest).length === 2, 'the ticket before');
    const { $window } = hub.tickets;
    expect(hub.asked(TicketSelectRequest).map(({ ticketId }) => ticketId)).to.deep.equal([
      $window.get().row(3)!.ticketId,
      $window.get().row(2)!.ticketId,
    ]);
  });

  it('are about the open ticket while the keyboard is in a table of the page, which hears none of its own', async () => {
    const hub = consoleHub('ko', 2);
    const console = await mount(
      hub,
      `<div slot="rail" role="grid"><div role="row" aria-rowindex="2" tabindex="0">Orders</div></div>`,
    );
    const row = console.querySelector<HTMLElement>('[role=row]')!;
    const pressed: string[] = [];
    row.addEventListener('keydown', ({ key }) => pressed.push(key));
    row.focus();
    await sendKeys({ press: 's' });
    await until(() => hub.asked(TicketStarRequest).length === 1, 'the star');
    expect(hub.asked(TicketStarRequest)[0]!.ticketId).to.equal(hub.tickets.$currentId.get());
    await sendKeys({ press: 'j' });
    await until(() => hub.asked(TicketSelectRequest).length === 1, 'the next ticket');
    expect(pressed).to.deep.equal(['s', 'j']);
  });

  it('walk the rows while the keyboard is in the list, and open the row', async () => {
    const hub = consoleHub();
    const console = await mount(hub);
    listOf(console).focus();
    expect(rowInFocus(console)).to.equal('2');
    await sendKeys({ press: 'j' });
    await until(() => rowInFocus(console) === '3', 'the next row');
    await sendKeys({ press: 'k' });
    await until(() => rowInFocus(console) === '2', 'the row before');
    await sendKeys({ press: 'j' });
    await until(() => rowInFocus(console) === '3', 'the next row');
    await sendKeys({ press: 'o' });
    await until(() => hub.asked(TicketSelectRequest).length === 1, 'the ticket');
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(hub.tickets.$window.get().row(1)!.ticketId);
  });

  it('are about the row that had the keyboard when they were pressed, however fast the next key follows', async () => {
    const hub = consoleHub();
    const console = await mount(hub);
    listOf(console).focus();
    expect(rowInFocus(console)).to.equal('2');
    const press = (key: string) =>
      listOf(console).shadowRoot!.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    press('s');
    press('ArrowDown');
    press('s');
    expect(rowInFocus(console)).to.equal('3');
    await until(() => hub.asked(TicketStarRequest).length === 2, 'both stars');
    const row = (index: number) => hub.tickets.$window.get().row(index)!.ticketId;
    expect(hub.asked(TicketStarRequest).map(({ ticketId }) => ticketId)).to.deep.equal([row(0), row(1)]);
  });

  it('are done before the next key, also while what they do is on its way', async () => {
    const hub = consoleHub();
    const console = await mount(hub);
    const press = (key: string) =>
      innermostFocus()!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    const row = (index: number) => hub.tickets.$window.get().row(index)!.ticketId;
    for (const times of [1, 2]) {
      focusTicket(console);
      for (const key of ['l', 'x', 'j', 'x']) press(key);
      await until(() => hub.asked(TickRequest).length === 2 * times, 'two ticks');
      const ticked = hub.asked(TickRequest).slice(-2);
      expect(ticked[0]!.ticked.ids).to.include(row(0));
      expect(ticked[1]!.ticked.ids).to.include(row(1));
    }
  });

  it('star, take and tick the open ticket', async () => {
    const hub = consoleHub('ko', 0);
    const session = sampleSession();
    const groups = [{ groupId: 1, name: '배송' }];
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, groups } }));
    const console = await mount(hub);
    const { ticketId } = hub.tickets.$window.get().row(0)!;
    focusTicket(console);
    await sendKeys({ press: 's' });
    await sendKeys({ press: 'c' });
    await sendKeys({ press: 'x' });
    await until(() => hub.asked(TickRequest).length === 1, 'the tick');
    expect(hub.asked(TicketStarRequest)[0]?.ticketId).to.equal(ticketId);
    expect(hub.asked(TicketClaimRequest)[0]?.ticketId).to.equal(ticketId);
    expect([...hub.asked(TickRequest)[0]!.ticked.ids]).to.deep.equal([ticketId]);
  });

  it('lead to the answer of the open ticket, which takes what is typed next for text', async () => {
    const hub = consoleHub('ko', 0);
    const console = await mount(hub);
    await until(
      () => Boolean(one(console, 'ticket-detail').shadowRoot?.querySelector('reply-composer')),
      'the composer',
    );
    const composer = one<ReplyComposer>(one(console, 'ticket-detail'), 'reply-composer');
    listOf(console).focus();
    await sendKeys({ press: 'a' });
    await until(() => Boolean(composer.shadowRoot?.activeElement), 'the keyboard in the answer');
    await sendKeys({ type: 'sa' });
    expect(composer.value).to.equal('sa');
    expect(hub.asked(TicketStarRequest)).to.have.lengthOf(0);
  });

  it('ask an agent of several groups which it is', async () => {
    const console = await mount(consoleHub('ko', 0));
    focusTicket(console);
    await sendKeys({ press: 'c' });
    await until(
      () => textOf(console.shadowRoot!.querySelector('claim-dialog') ?? console).includes('어느 그룹'),
      'the dialog',
    );
  });

  it('tick everything, untick it, load again and open the search', async () => {
    const hub = consoleHub('ko', 1);
    const console = await mount(hub);
    focusTicket(console);
    await combine('Shift', 'A');
    await until(() => hub.asked(TickRequest).length === 1, 'the ticks');
    expect(hub.asked(TickRequest)[0]?.ticked.all).to.equal(true);
    hub.selection.$ticked.set({ all: true, ids: new Set() });
    await combine('Shift', 'X');
    await until(() => hub.asked(TickRequest).length === 2, 'the ticks to go');
    await sendKeys({ press: 'r' });
    await sendKeys({ press: '/' });
    await until(() => hub.asked(SearchOpenRequest).length === 1, 'the search');
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
    expect(hub.asked(SearchOpenRequest)[0]?.open).to.equal(true);
  });

  it('bring the keyboard to the views and to the list', async () => {
    const console = await mount(consoleHub('ko', 1));
    focusTicket(console);
    await sendKeys({ press: 'm' });
    await until(() => console.shadowRoot!.activeElement?.localName === 'view-menu', 'the menu');
    await sendKeys({ press: 'l' });
    await until(() => console.shadowRoot!.activeElement?.localName === 'ticket-list', 'the list');
  });

  it('do nothing outside the console, in a text, in a layer, or when they are switched off', async () => {
    const hub = consoleHub('ko', 1);
    const console = await mount(hub, '<input slot="notice" />');
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    await sendKeys({ press: 's' });
    outside.remove();
    console.querySelector('input')!.focus();
    await sendKeys({ press: 's' });
    expect(console.querySelector('input')!.value).to.equal('s');
    hub.preferences.$preferences.set(ready({ ...usualPreferences, shortcuts: { isOn: false, keys: {} } }));
    focusTicket(console);
    await sendKeys({ press: 's' });
    await settle(100);
    expect(hub.asked(TicketStarRequest)).to.have.lengthOf(0);
  });

  it('follow the agent’s own keys', async () => {
    const hub = consoleHub('ko', 1);
    hub.preferences.$preferences.set(ready({ ...usualPreferences, shortcuts: { isOn: true, keys: { star: 'd' } } }));
    const console = await mount(hub);
    focusTicket(console);
    await sendKeys({ press: 's' });
    await sendKeys({ press: 'd' });
    await until(() => hub.asked(TicketStarRequest).length === 1, 'the star');
  });

  it('follow the agent’s own keys in the list too', async () => {
    const hub = consoleHub();
    hub.preferences.$preferences.set(ready({ ...usualPreferences, shortcuts: { isOn: true, keys: { star: 'd' } } }));
    const console = await mount(hub);
    listOf(console).focus();
    await sendKeys({ press: 'd' });
    await until(() => hub.asked(TicketStarRequest).length === 1, 'the star');
    await sendKeys({ press: 's' });
    await settle(100);
    expect(hub.asked(TicketStarRequest)).to.have.lengthOf(1);
  });

  it('open the list of keys and the list of commands, the latter from a text too', async () => {
    const console = await mount(consoleHub('ko', 1), '<input slot="notice" />');
    const shown = (text: string) => (): boolean =>
      textOf(console.shadowRoot!.querySelector('command-list') ?? console).includes(text);
    focusTicket(console);
    await sendKeys({ press: '?' });
    await until(shown('단축키 사용'), 'the keys');
    await sendKeys({ press: 'Escape' });
    console.querySelector('input')!.focus();
    await combine('Control', 'k');
    await until(shown('명령 찾기'), 'the commands');
  });

  it('run what is chosen from the list of commands, unless the page does', async () => {
    const hub = consoleHub('ko', 1);
    const console = await mount(hub);
    const box = console.parentElement!;
    box.addEventListener(CommandRequest.type, (event) => event.preventDefault(), { once: true });
    console.dispatchEvent(new CommandRequest('star'));
    console.dispatchEvent(new CommandRequest('star'));
    await until(() => hub.asked(TicketStarRequest).length > 0, 'the star');
    await settle(50);
    expect(hub.asked(TicketStarRequest)).to.have.lengthOf(1);
    expect(all(console, 'command-list')).to.have.lengthOf(0);
  });
});
