import { expect } from '@open-wc/testing';
import type { StreamOptions, StreamState } from '../../src/api/event-stream.js';
import type { Line } from '../../src/hub/live.js';
import type { News } from '../../src/hub/news.js';
import type { SharedMeans } from '../../src/hub/shared-means.js';
import { SharedStream } from '../../src/hub/shared-stream.js';
import { readMessage, toldOf } from '../../src/hub/stream-message.js';
import { newKey } from '../../src/util/key.js';
import { until } from '../support/until.js';

const ticketId = 'T1763700000000AbCdE';
const look = 100;

/** One page: what it was told, and the streams that it opened. */
interface Page {
  readonly line: SharedStream;
  readonly news: string[];
  readonly states: StreamState[];
  readonly opened: { readonly hooks: Omit<StreamOptions, 'open'>; isOpen: boolean }[];
}

describe('a stream that pages share', () => {
  const pages: Page[] = [];
  let name = '';

  beforeEach(() => {
    name = newKey();
  });
  afterEach(() => {
    for (const { line } of pages.splice(0)) line.stop();
  });

  interface Kind {
    readonly within?: number;
    readonly means?: SharedMeans;
    readonly as?: string;
    /** What a stream waits for before it is there. */
    readonly loaded?: Promise<void>;
  }

  function open({ within = 0, means, as = name, loaded = Promise.resolve() }: Kind = {}): Page {
    const [news, states, opened]: [string[], StreamState[], Page['opened']] = [[], [], []];
    const say = (one: News): string => ('version' in one ? `${one.topic} ${one.version}` : one.topic);
    const line = new SharedStream({
      name: as,
      within: () => within,
      look,
      ...(means && { means }),
      open: (hooks): Promise<Line> => {
        const stream = { hooks, isOpen: true };
        opened.push(stream);
        return loaded.then(() => ({ stop: () => (stream.isOpen = false), hurry: () => undefined }) as Line);
      },
      onNews: (one) => news.push(say(one)),
      onState: (state) => states.push(state),
    });
    const page = { line, news, states, opened };
    pages.push(page);
    return page;
  }

  const isLeading = ({ opened }: Page): boolean => opened.at(-1)?.isOpen === true;
  const leads = (page: Page) => until(() => isLeading(page), 'a page that leads');
  const streams = (): number => pages.flatMap(({ opened }) => opened).filter(({ isOpen }) => isOpen).length;
  let place = 1_000;
  function tell(page: Page, version: number, topic = 'ticket'): void {
    const data = { ticketId, version, changed: ['status'] };
    page.opened.at(-1)?.hooks.onEvent({ id: String(++place), name: topic, data });
  }
  const knows = (page: Page, ...news: string[]) =>
    until(() => page.news.filter((one) => one !== 'presence').join() === news.join(), `${news.join()} at a page`);

  async function two(): Promise<readonly [Page, Page]> {
    const first = open({ within: 10_000 });
    await leads(first);
    first.opened[0]?.hooks.onState('live');
    const second = open();
    await until(() => second.states.includes('live'), 'the second page');
    second.news.length = 0;
    return [first, second];
  }

  it('is one stream, whose news all of them hear once and in order', async () => {
    const [first, second] = await two();
    for (const version of [2, 3, 4]) tell(first, version);
    await knows(second, 'ticket 2', 'ticket 3', 'ticket 4');
    await knows(first, 'ticket 2', 'ticket 3', 'ticket 4');
    expect(streams()).to.equal(1);
    expect(second.opened).to.have.lengthOf(0);
  });

  it('tells a page that comes later what happened since it began to read, or to read all again', async () => {
    const [first] = await two();
    tell(first, 2);
    const late = open({ within: 20 });
    await until(() => late.news.length > 0, 'news');
    expect(late.news).to.deep.equal(['ticket 2', 'presence']);
    const old = open({ within: 100_000 });
    await until(() => old.news.length > 0, 'news');
    expect(old.news).to.deep.equal(['reset', 'presence']);
  });

  it('goes on in another page behind the last event that was heard, when the first is closed', async () => {
    const [first, second] = await two();
    const third = open({ within: 100_000 });
    await until(() => third.news.includes('reset'), 'the third page');
    third.news.length = 0;
    tell(first, 2);
    await knows(second, 'ticket 2');
    first.line.stop();
    await leads(second);
    expect(second.opened[0]?.hooks.after).to.equal(String(place));
    second.opened[0]?.hooks.onState('live');
    tell(second, 3);
    await knows(third, 'ticket 2', 'ticket 3');
    expect(streams()).to.equal(1);
  });

  it('goes on in another page where the server said that it is, also when that is behind what was heard', async () => {
    const [first, second] = await two();
    tell(first, 2);
    await knows(second, 'ticket 2');
    first.opened.at(-1)?.hooks.onEvent({ id: '70', name: 'reset', data: {} });
    await knows(second, 'ticket 2', 'reset');
    first.line.stop();
    await leads(second);
    expect(second.opened[0]?.hooks.after).to.equal('70');
  });

  it('goes on in another page when the first is frozen, which follows when it wakes', async () => {
    let isFrozen = false;
    const means: SharedMeans = {
      locks: navigator.locks,
      channel: (of) => {
        const channel = new BroadcastChannel(of);
        const frozen: ReturnType<SharedMeans['channel']> = {
          onmessage: null,
          postMessage: (message) => isFrozen || channel.postMessage(message),
          close: () => channel.close(),
        };
        channel.onmessage = (event) => isFrozen || frozen.onmessage?.call(channel, event);
        return frozen;
      },
    };
    const first = open({ means, within: 10_000 });
    await leads(first);
    first.opened[0]?.hooks.onState('live');
    const second = open();
    await until(() => second.states.includes('live'), 'the second page');
    tell(first, 2);
    await until(() => second.news.includes('ticket 2'), 'news');
    isFrozen = true;
    await leads(second);
    await until(() => !isLeading(first), 'the lock that was taken');
    expect(second.opened[0]?.hooks.after).to.equal(String(place));
    isFrozen = false;
    second.opened[0]?.hooks.onState('live');
    tell(second, 3);
    await until(() => first.news.some((one) => one === 'ticket 3' || one === 'reset'), 'news for who woke');
    expect(streams()).to.equal(1);
  });

  it('says to read all again when something on the way was lost', async () => {
    const [first, second] = await two();
    const other = new BroadcastChannel(name);
    const heard: unknown[] = [];
    other.onmessage = ({ data }: MessageEvent) => heard.push(data);
    tell(first, 2);
    await until(() => heard.length > 0, 'a message');
    const { from, count } = heard[0] as { from: string; count: number };
    other.postMessage({ version: 1, from, kind: 'news', count: count + 5, place: String(place), news: null });
    await until(() => second.news.includes('reset'), 'the word to read again');
    other.close();
  });

  it('carries neither names nor texts, and takes nothing that is not as agreed', async () => {
    const viewers = [{ usercode: 'agent2', name: '김민지', typing: true }];
    expect(toldOf({ topic: 'presence', ticketId, viewers })).to.deep.equal({ topic: 'presence' });
    const [from, count] = [newKey(), 1];
    const news = { topic: 'ticket', ticketId, version: 2 };
    const good = { version: 1, from, kind: 'news', count, place: '5', news };
    expect(readMessage({ ...good, news: { ...news, subject: '문의' } })).to.deep.equal({
      from,
      kind: 'news',
      count,
      place: '5',
      news,
    });
    for (const bad of [
      null,
      'news',
      { ...good, version: 2 },
      { ...good, from: '<b>' },
      { ...good, place: 'x' },
      { ...good, count: -1 },
      { ...good, news: { ...news, ticketId: 'T1' } },
      { ...good, news: { topic: 'token' } },
      { version: 1, from, kind: 'state', count, place: '5', state: 'fine' },
      { version: 1, from, kind: 'welcome', count, place: '5', state: 'live', to: from, missed: [{}] },
      { version: 1, from, kind: 'join', within: 'long' },
    ]) {
      expect(readMessage(bad), JSON.stringify(bad)).to.equal(undefined);
    }
  });

  it('is each page’s own for another agent, and where a browser has no locks', async () => {
    const [first] = await two();
    const other = open({ as: newKey() });
    await leads(other);
    tell(first, 2);
    const without = open({
      means: { locks: { request: () => Promise.reject(new Error('none')) }, channel: (of) => new BroadcastChannel(of) },
    });
    await leads(without);
    expect(other.news).to.deep.equal([]);
    expect(streams()).to.equal(3);
  });

  it('is one also for a page that lost the lead and has it again before its first stream was there', async () => {
    let load = (): void => undefined;
    const page = open({ within: 10_000, loaded: new Promise((resolve) => (load = resolve)) });
    await until(() => page.opened.length === 1, 'its stream');
    await navigator.locks.request(name, { steal: true }, () => undefined);
    await until(() => page.opened.length === 2, 'its second stream');
    load();
    await until(() => streams() < 2, 'the end of one');
    expect(page.opened.map(({ isOpen }) => isOpen)).to.deep.equal([false, true]);
    tell(page, 2);
    await knows(page, 'ticket 2');
  });

  it('is left to a page that has a token when the agent is signed out in the one that leads', async () => {
    const [first, second] = await two();
    // It hears of the other when that looks after it.
    await until(() => {
      first.opened.at(-1)?.hooks.onState('signed-out');
      return isLeading(second);
    }, 'the other page');
    second.opened.at(-1)?.hooks.onState('live');
    await until(() => first.states.at(-1) === 'live', 'the stream of the other');
    expect(second.states).not.to.include('signed-out');
  });
});
