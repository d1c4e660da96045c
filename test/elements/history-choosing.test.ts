import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { selectedIn } from '../../src/base/selected-range.js';
import { DeskError } from '../../src/base/desk-error.js';
import type { MaskSpan } from '../../src/domain/types.js';
import type { MaskSelection } from '../../src/elements/mask-selection/mask-selection.js';
import type { TicketHistory } from '../../src/elements/ticket-history/ticket-history.js';
import { MaskRequest, MaskSelectRequest } from '../../src/events/requests.js';
import {
  cardRange,
  maskedHistory,
  maskingHub,
  takeSelection,
  tellingHistory,
} from '../../stories/support/sample-masks.js';
import { ready, speak } from '../../stories/support/samples.js';
import { moreTextsIn, type FakeHub } from '../support/fake-hub.js';
import { all, one } from '../support/in-hub.js';
import { aTicket, now } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const { ticketId } = aTicket();

async function mount(hub: FakeHub): Promise<TicketHistory> {
  await import('../../src/elements/ticket-history/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-history></ticket-history></fake-hub>`);
  const history = box.querySelector<TicketHistory>('ticket-history')!;
  history.style.height = '500px';
  await until(() => all(history, '.message-body p').length > 0, 'the messages');
  return history;
}

/** Selects some words of a message. */
function select(history: TicketHistory, words: string): void {
  for (const body of all(history, '.message-body')) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at >= 0) return document.getSelection()!.setBaseAndExtent(node, at, node, at + words.length);
    }
  }
}

describe('what is selected in a history', () => {
  afterEach(() => document.getSelection()?.removeAllRanges());

  it('is not selected any more once the history left the page', async () => {
    const hub = maskingHub();
    const history = await mount(hub);
    select(history, '박민지');
    await until(() => hub.asked(MaskSelectRequest).at(-1)?.selection !== undefined, 'the selection');
    expect(hub.asked(MaskSelectRequest).at(-1)?.selection).not.to.equal(null);
    history.remove();
    expect(hub.asked(MaskSelectRequest).at(-1)?.selection).to.equal(null);
  });

  it('stays selected, and where it is, when the masks of its message come late', async () => {
    const hub = maskingHub();
    const more = hub.text.$more.get();
    hub.text.$more.set(undefined as never);
    hub.tickets.$history.set(ready(maskedHistory()));
    const history = await mount(hub);
    const words = `카드는 ${'*'.repeat(5)}`;
    select(history, words);
    expect(String(selectedIn(history.shadowRoot!))).to.equal(words);
    const { height } = all(history, '.entry')[0]!.getBoundingClientRect();
    hub.text.$more.set(more);
    await until(() => all(history, '.mask').length > 0, 'the mask');
    expect(all(history, '.notes')[0]!.textContent).to.contain('마스킹');
    expect(all(history, '.entry')[0]!.getBoundingClientRect().height).to.equal(height);
    expect(String(selectedIn(history.shadowRoot!))).to.equal(words);
  });

  it('has the icon beside it also where its history stands in a closed root', async () => {
    await import('../../src/elements/mask-selection/define.js');
    const hub = maskingHub();
    const history = await mount(hub);
    const box = history.parentElement!;
    const closed = document.createElement('div');
    box.append(closed, document.createElement('mask-selection'));
    // eslint-disable-next-line wc/no-closed-shadow-root -- a page may have one
    closed.attachShadow({ mode: 'closed' }).append(history);
    box.addEventListener(MaskSelectRequest.type, (event) => takeSelection(event, hub));
    await until(() => all(history, '.message-body p').length > 0, 'the messages');
    select(history, '박민지');
    const bar = box.querySelector<MaskSelection>('mask-selection')!;
    await until(() => all(bar, '.float:popover-open').length === 1, 'the icon at the words');
  });

  it('moves the keyboard by its own keys alone, whatever a page gave every object', async () => {
    const history = await mount(maskingHub());
    Object.defineProperty(Object.prototype, 'j', { value: document.body, configurable: true });
    try {
      const event = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true });
      all(history, '.entry')[0]!.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    } finally {
      delete (Object.prototype as { j?: unknown }).j;
    }
  });
});

describe('words that are chosen to be masked', () => {
  async function choosing(hub: FakeHub): Promise<TicketHistory> {
    const history = await mount(hub);
    all(history, '.choosing')[0]!.click();
    await until(() => all(history, '[role=listbox]').length === 1, 'the words');
    return history;
  }

  it('are explained in the language of the hub, also when that changes', async () => {
    const hub = maskingHub();
    const history = await choosing(hub);
    speak(hub, 'en');
    await history.updateComplete;
    const words = moreTextsIn('en').maskWords;
    expect(one(history, '.words-hint').textContent).to.equal(words.hint);
    expect(one(history, '[role=listbox]').getAttribute('aria-label')).to.equal(words.list);
  });

  it('are not masked for a reason that is told as it is', async () => {
    const hub = maskingHub();
    const history = await choosing(hub);
    await sendKeys({ press: 'Enter' });
    const task = { id: hub.asked(MaskRequest)[0]!.id, ticketId, action: 'mask' } as const;
    const error = new DeskError('conflict', '', { content: { code: 'mask_overlap' } });
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    hub.work.$tasks.set([{ ...task, state: 'failed', error }]);
    await history.updateComplete;
    expect(one(history, '.words-problem').textContent).to.contain('이미 마스킹된 부분과 일부만 겹칩니다.');
  });

  it('give the keyboard to their mask, also where the server masked more than was asked for', async () => {
    const hub = maskingHub();
    const history = await choosing(hub);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    const task = { id: hub.asked(MaskRequest)[0]!.id, ticketId, action: 'mask', state: 'running' } as const;
    hub.work.$tasks.set([task]);
    const [inquiry, comment] = tellingHistory();
    const hide = (text: string): string => text.replace('안녕하세요, ', '*'.repeat(7));
    const by = { usercode: 'agent1', name: '김서연' };
    const mask: MaskSpan = { id: 'wider', start: 0, length: 7, category: null, state: 'masked', by, at: now };
    const { text, html: markup } = inquiry!;
    hub.tickets.$history.set(
      ready([{ ...inquiry!, text: hide(text), html: hide(markup), masks: [mask], bodyVersion: 2 }, comment!]),
    );
    hub.work.$tasks.set([]);
    await until(() => history.shadowRoot!.activeElement?.matches('.mask') ?? false, 'the keyboard at the mask');
    expect(cardRange().entryId).to.equal(inquiry!.id);
  });
});
