import '../../../src/elements/reply-composer/define.js';
import '../../../src/elements/ticket-history/define.js';
import '../../../src/elements/ticket-list/define.js';
import { MemoryWindow } from '../../../src/hub/memory-window.js';
import type { FakeHub, FakeHubElement } from '../../support/fake-hub.js';
import { aCourse, aSession, aTicket, hubWith } from '../../support/open-ticket.js';
import { makeRows } from '../list/rows.js';

export type Kind = 'ours' | 'reference';

/** How typing was, in milliseconds. */
export interface Typing {
  /** From each key to a page that answers again. */
  readonly waits: readonly number[];
  /** Keys whose letter was later than a frame. */
  readonly late: number;
}

const perSecond = 100;
const place = document.querySelector('#place') as HTMLElement;
let stopEvents: () => void = () => undefined;
let waits: number[] = [];

/** A console with a ticket open, in a service that answers with formats. */
function mount(): { hub: FakeHub; composer: HTMLElement; list: MemoryWindow } {
  const hub = hubWith(aTicket(), aCourse());
  const session = aSession();
  const value = { ...session, service: { ...session.service, editor: 'html' as const } };
  hub.session.$session.set({ status: 'ready', value });
  const list = new MemoryWindow(makeRows(1_000, Date.now()));
  Object.assign(hub.tickets, { $window: list.$window, $waiting: list.$waiting });
  const provider = document.createElement('fake-hub') as FakeHubElement;
  provider.hub = hub;
  const composer = document.createElement('reply-composer');
  provider.append(document.createElement('ticket-list'), document.createElement('ticket-history'), composer);
  place.replaceChildren(provider);
  return { hub, composer, list };
}

/** News of the list, a tenth of it about rows in sight, and some about the open ticket and its history. */
function flood(hub: FakeHub, list: MemoryWindow): () => void {
  const rows = makeRows(1_000, Date.now());
  const began = performance.now();
  let count = 0;
  const one = (): void => {
    count += 1;
    const row = rows[count % 10 === 0 ? count % 20 : count % rows.length];
    if (row) list.update([{ ...row, version: row.version + count, priority: count % 2 ? 'high' : 'normal' }]);
    if (count % 10 === 0) hub.tickets.$current.set({ status: 'ready', value: aTicket({ version: 3 + count }) });
    if (count % 50 === 0) hub.tickets.$history.set({ status: 'ready', value: [...aCourse()] });
  };
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1_000) * perSecond;
    while (count < due) one();
  }, 1_000 / perSecond);
  return () => clearInterval(timer);
}

/** Whether the field that is typed into is there and has the keyboard. */
async function fieldOf(kind: Kind, composer: HTMLElement): Promise<HTMLElement> {
  if (kind === 'reference') {
    const field = document.createElement('div');
    field.contentEditable = 'true';
    field.className = 'reference';
    composer.replaceWith(field);
    field.focus();
    return field;
  }
  const root = composer.shadowRoot as ShadowRoot;
  while (!root.querySelector('.toolbar')) await new Promise((resolve) => setTimeout(resolve, 20));
  root.querySelector('textarea')?.focus();
  while (!root.activeElement?.matches('.ProseMirror')) await new Promise((resolve) => setTimeout(resolve, 20));
  return root.activeElement as HTMLElement;
}

/** Opens the ticket anew and puts the caret into its answer; the flood begins. */
async function begin(kind: Kind, paragraphs: number): Promise<void> {
  const { hub, composer, list } = mount();
  const field = await fieldOf(kind, composer);
  const words = '환불 처리가 접수되었으며 카드사 사정에 따라 사흘쯤 걸릴 수 있습니다. ';
  const html = `<p><b>안녕하세요.</b> ${words.repeat(3)}</p>`.repeat(paragraphs);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  if (kind === 'reference') document.execCommand('insertHTML', false, html);
  else field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  waits = [];
  let pressed = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waits.push(performance.now() - pressed);
  field.addEventListener('keydown', (event) => (pressed = event.timeStamp));
  field.addEventListener('input', () => port2.postMessage(null));
  stopEvents = flood(hub, list);
}

/** Takes everything away again. */
function end(): Typing {
  stopEvents();
  place.replaceChildren();
  return { waits, late: waits.filter((wait) => wait > 1_000 / 60).length };
}

const bench = { begin, end };

declare global {
  interface Window {
    typingBench: typeof bench;
  }
}

window.typingBench = bench;
