import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TicketConsole } from '../../src/elements/ticket-console/ticket-console.js';
import { CommandRequest } from '../../src/events/requests.js';
import { consoleHub, followChoice } from '../../stories/support/console-hub.js';
import { pageOf, sampleJob } from '../../stories/support/sample-runs.js';
import { ready } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, named, one, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

async function mount(hub: FakeHub, width = 1440): Promise<TicketConsole> {
  await Promise.all([
    import('../../src/elements/ticket-console/define.js'),
    import('../../src/elements/job-status/define.js'),
  ]);
  const box = await fixture<HTMLElement>(html`<fake-hub .hub=${hub}></fake-hub>`);
  box.style.cssText = `display: block; block-size: 700px; inline-size: ${width}px`;
  box.innerHTML = '<ticket-console></ticket-console>';
  followChoice(box, hub);
  const console = box.firstElementChild as TicketConsole;
  await until(() => all(console, '.console').length === 1, 'the console');
  return console;
}

/** A hub with two ticked tickets and a run that goes on. */
function busyHub(current?: number): FakeHub {
  const hub = consoleHub('ko', current);
  const { $window } = hub.tickets;
  const ids = new Set([0, 1].map((index) => $window.get().row(index)!.ticketId));
  hub.selection.$ticked.set({ all: false, ids });
  const job = sampleJob({ state: 'running' });
  hub.bulk.$jobs.set(ready([job]));
  hub.bulk.items = (_jobId, which) => Promise.resolve(pageOf(job, which));
  return hub;
}

/** Every bulk dialog there is, wherever it stands. */
function bulkDialogs(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'bulk-dialog' ? [element] : []),
    ...(element.shadowRoot ? bulkDialogs(element.shadowRoot) : []),
  ]);
}

const opened = (console: TicketConsole): Element | undefined =>
  bulkDialogs(console.shadowRoot!).find((dialog) => dialog.shadowRoot!.querySelector('dialog')?.checkVisibility());

describe('dialogs of ticket-console', () => {
  it('open although their texts come after the press', async () => {
    const hub = consoleHub();
    const texts = hub.text.$more.get();
    hub.text.$more.set(undefined);
    const console = await mount(hub);
    console.dispatchEvent(new CommandRequest('create'));
    const dialog = await found(() => console.shadowRoot!.querySelector('create-dialog') ?? undefined);
    await settle();
    expect(dialog.shadowRoot!.querySelector('dialog')).to.equal(null);
    hub.text.$more.set(texts);
    await until(() => dialog.shadowRoot!.querySelector('dialog')?.open === true, 'the dialog');
  });

  it('are one each, opened by the button, by the key or by the line of a run', async () => {
    const console = await mount(busyHub());
    const toolbar = one(console, 'ticket-toolbar');
    named(toolbar, '티켓 일괄처리 2').focus();
    await sendKeys({ press: 'Enter' });
    const first = await found(() => opened(console));
    expect(textOf(first)).to.contain('선택한 티켓 2건');
    await sendKeys({ press: 'Escape' });
    await until(() => !opened(console), 'the end of the dialog');
    expect(toolbar.shadowRoot?.activeElement?.textContent).to.contain('티켓 일괄처리');
    await sendKeys({ press: 'b' });
    await until(() => opened(console) === first, 'the same dialog by its key');
    await sendKeys({ press: 'Escape' });
    one(one(console, 'job-status'), '[part=button]').click();
    await until(() => opened(console) === first, 'the same dialog at the run');
    expect(bulkDialogs(console.shadowRoot!)).to.deep.equal([first]);
  });

  it('are to be seen where a ticket stands in the place of the toolbar', async () => {
    const console = await mount(busyHub(1), 640);
    one(console, '.console').focus();
    await sendKeys({ press: 'b' });
    await until(() => opened(console) !== undefined, 'the dialog');
  });

  it('belong to the page where it takes the command over', async () => {
    const console = await mount(busyHub());
    const asked: string[] = [];
    console.addEventListener(CommandRequest.type, (event) => {
      event.preventDefault();
      asked.push((event as CommandRequest).command);
    });
    named(one(console, 'ticket-toolbar'), '티켓 일괄처리 2').click();
    named(one(console, 'ticket-toolbar'), '정보 검색').click();
    expect(asked).to.deep.equal(['bulk', 'infoSearch']);
    expect(bulkDialogs(console.shadowRoot!)).to.deep.equal([]);
  });
});

async function found<T>(find: () => T | undefined): Promise<T> {
  await until(() => find() !== undefined, 'the dialog');
  return find()!;
}
