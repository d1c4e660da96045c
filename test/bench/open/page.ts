import '../../../src/elements/ticket-history/define.js';
import '../../../src/elements/reply-composer/define.js';
import { renderBody } from '../../../src/base/message-body.js';
import type { HistoryEntry } from '../../../src/domain/types.js';
import { createFakeHub, textsIn, type FakeHub } from '../../support/fake-hub.js';
import { aTicket, hubWith } from '../../support/open-ticket.js';
import { makeEntries } from './entries.js';

export type Kind = 'ours' | 'reference';

/** What opening a ticket cost, in milliseconds. */
export interface Opening {
  readonly nextPaint: number;
  readonly allThere: number;
  /** The longest time in which the page could answer nobody. */
  readonly longestTask: number;
}

const place = document.querySelector('#place') as HTMLElement;
const entries = makeEntries(500);
const others = makeEntries(500).map((entry) => ({ ...entry, id: entry.id + 1000 }));
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
const rest = (time: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, time));
let hub: FakeHub = createFakeHub();

async function painted(): Promise<void> {
  await frame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Notes the longest gap between two beats that should come every few milliseconds. */
class Heartbeat {
  #last = performance.now();
  #longest = 0;
  readonly #timer = setInterval(() => this.#beat(), 4);

  stop(): number {
    clearInterval(this.#timer);
    this.#beat();
    return this.#longest;
  }

  #beat(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last - 4);
    this.#last = now;
  }
}

/** Waits, but not for ever: on a machine that is too busy the figure is simply a bad one. */
async function until(done: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  // Looking costs time as well: seldom enough not to be what is measured.
  while (!done() && performance.now() < end) await rest(150);
}

/** An open console with no history yet. */
async function prepare(): Promise<ShadowRoot> {
  hub = hubWith(aTicket(), []);
  const provider = document.createElement('fake-hub') as HTMLElement & { hub: FakeHub };
  provider.hub = hub;
  provider.append(document.createElement('ticket-history'), document.createElement('reply-composer'));
  place.replaceChildren(provider);
  await rest(100);
  return provider.querySelector('ticket-history')!.shadowRoot!;
}

async function openOurs(): Promise<Opening> {
  const root = await prepare();
  const heart = new Heartbeat();
  const began = performance.now();
  hub.tickets.$history.set({ status: 'ready', value: entries });
  await painted();
  const nextPaint = performance.now() - began;
  const list = root.querySelector('.entries > div')!;
  // The spacer is there besides the entries. What was made last is the oldest.
  await until(() => list.childElementCount > entries.length && !list.querySelector('article .plain'));
  return { nextPaint, allThere: performance.now() - began, longestTask: heart.stop() };
}

/** The plain way: make every body safe, then put all of them into the page. */
async function openReference(): Promise<Opening> {
  await prepare();
  const box = document.createElement('div');
  box.className = 'reference';
  place.append(box);
  const texts = textsIn('ko').messageBody;
  const options = { texts, part: () => Promise.resolve('blob:none'), signal: new AbortController().signal };
  const heart = new Heartbeat();
  const began = performance.now();
  const made = await Promise.all(entries.map((entry) => renderReference(entry, options)));
  box.append(...made);
  await painted();
  const time = performance.now() - began;
  return { nextPaint: time, allThere: time, longestTask: heart.stop() };
}

async function renderReference(entry: HistoryEntry, options: Parameters<typeof renderBody>[1]): Promise<HTMLElement> {
  const article = document.createElement('article');
  article.append(await renderBody(entry, options));
  return article;
}

/** Begins to open the ticket and listens to the keys that are pressed meanwhile. */
async function startTyping(): Promise<void> {
  await prepare();
  const editor = place.querySelector('reply-composer')!.shadowRoot!.querySelector('textarea')!;
  editor.focus();
  let pressed = 0;
  window.longestKey = 0;
  editor.addEventListener('keydown', (event) => (pressed = event.timeStamp));
  editor.addEventListener('input', () => {
    void Promise.resolve().then(() => {
      window.longestKey = Math.max(window.longestKey, performance.now() - pressed);
    });
  });
  // Not before the keys come: what counts is the key that meets the opening.
  setTimeout(() => hub.tickets.$history.set({ status: 'ready', value: entries }), 150);
}

/** Goes to and fro between two tickets whose histories the hub already has; answers the time to each next paint. */
async function switches(count: number): Promise<number[]> {
  await prepare();
  const times: number[] = [];
  for (let at = 0; at < count + 2; at += 1) {
    const began = performance.now();
    hub.tickets.$history.set({ status: 'ready', value: at % 2 ? others : entries });
    await painted();
    // The first time of each ticket is an opening, not a return.
    if (at >= 2) times.push(performance.now() - began);
    await rest(400);
  }
  return times;
}

/** Scrolls to the oldest entry and tells whether its words are there in the same frame. */
async function reachesOldest(): Promise<boolean> {
  const root = await prepare();
  hub.tickets.$history.set({ status: 'ready', value: entries });
  await painted();
  const scroller = root.querySelector('[part=entries]')!;
  scroller.dispatchEvent(new WheelEvent('wheel'));
  scroller.scrollTop = 0;
  await painted();
  const oldest = root.querySelector('article');
  return oldest?.textContent?.includes(entries[0]!.text.slice(0, 40)) ?? false;
}

const bench = {
  open: (kind: Kind) => (kind === 'ours' ? openOurs() : openReference()),
  reachesOldest,
  startTyping,
  switches,
  longestKey: () => window.longestKey,
  clear: async () => {
    place.replaceChildren();
    await rest(50);
  },
};

declare global {
  interface Window {
    openBench: typeof bench;
    longestKey: number;
  }
}

window.openBench = bench;
