import { aTimeout, expect } from '@open-wc/testing';
import { known } from '../../src/base/known.js';
import type { Notice } from '../../src/domain/notices.js';
import { NoticeReadRequest } from '../../src/events/requests.js';
import { sampleNotices } from '../../stories/support/sample-notices.js';
import { content, envelope, refusal, ScriptedServer } from '../support/scripted-server.js';
import { until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch } from './support.js';

/** A server with notices, and a hub in which somebody looks at them. */
async function start(lang = 'ko') {
  const server = new ScriptedServer();
  let notices: readonly Notice[] = sampleNotices('ko', 3);
  const answer = ({ path }: { readonly path: string }) =>
    path === 'notices.json' ? envelope({ contents: notices }) : undefined;
  server.before = answer;
  const element = await openHub(server, { lang });
  const hub = hubOf(element);
  watch(hub.text.$texts);
  watch(hub.notices.$notices);
  const now = (): readonly Notice[] => known(hub.notices.$notices.get()) ?? [];
  const unread = (): readonly number[] => now().flatMap(({ read, noticeId }) => (read ? [] : [noticeId]));
  await until(() => now().length > 0, 'the notices');
  const read = (noticeId: number): void => {
    element.dispatchEvent(
      new NoticeReadRequest(`read-${noticeId}`, noticeId, sampleNotices()[noticeId - 1]!.updatedAt),
    );
  };
  return { server, element, hub, now, unread, read, answer, change: (to: readonly Notice[]) => (notices = to) };
}

describe('notices of a hub', () => {
  afterEach(cleanUp);

  it('are asked for in its language, and again when it changes', async () => {
    const { server, element } = await start('ja');
    expect(server.to('notices.json').every(({ search }) => search.get('language') === 'ja')).to.equal(true);
    element.lang = 'en';
    await until(() => server.to('notices.json').at(-1)?.search.get('language') === 'en', 'the other language');
  });

  it('follow what the server tells', async () => {
    const { server, now, change } = await start();
    await until(() => server.streams > 0, 'the stream');
    change(sampleNotices().slice(1));
    server.tell('notice');
    await until(() => now().length === 2, 'the change');
  });

  it('are asked for every minute while the page is shown', async () => {
    const { setInterval } = window;
    let tick: () => void = () => undefined;
    window.setInterval = ((call: () => void, after: number) => {
      if (after === 60_000) tick = call;
      return setInterval(call, after);
    }) as typeof setInterval;
    const { server } = await start();
    window.setInterval = setInterval;
    const asked = (): number => server.to('notices.json').length;
    const before = asked();
    const show = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      show(true);
      tick();
      await aTimeout(50);
      expect(asked()).to.equal(before);
      show(false);
      await until(() => asked() === before + 1, 'what was left out');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('are read at once, whatever an older answer says', async () => {
    const { server, unread, read, answer } = await start();
    server.before = (call) =>
      call.path === 'notices/1/read.json' ? content({ noticeId: 1, read: true }) : answer(call);
    read(1);
    await until(() => unread().join() === '2,3', 'the mark');
    await until(() => server.to('notices/1/read.json', 'PUT').length === 1, 'the call');
    const [call] = server.to('notices/1/read.json');
    expect(call?.body).to.deep.equal({ updatedAt: sampleNotices()[0]?.updatedAt });
    expect(call?.key).to.equal('read-1');
    server.tell('notice');
    await until(() => server.to('notices.json').length > 1, 'the notices again');
    expect(unread()).to.deep.equal([2, 3]);
  });

  it('are unread again where that is refused, and the refusal waits to be seen', async () => {
    const { server, hub, unread, read, answer } = await start();
    server.before = (call) => (call.path === 'notices/2/read.json' ? refusal(404) : answer(call));
    read(2);
    await until(() => hub.work.$tasks.get()[0]?.state === 'failed', 'the refusal');
    expect(hub.work.$tasks.get()[0]).to.include({ id: 'read-2', action: 'notice' });
    expect(unread()).to.deep.equal([1, 2, 3]);
  });

  it('of one agent are not the next one’s', async () => {
    const { server, element, hub, unread, read, answer } = await start();
    server.before = (call) =>
      call.path === 'notices/1/read.json' ? content({ noticeId: 1, read: true }) : answer(call);
    read(1);
    await until(() => unread().join() === '2,3', 'the mark');
    signInOther(server, element);
    const refuse = server.before;
    server.before = (call) => refuse?.(call) ?? answer(call);
    watch(hub.board.$board);
    await until(() => unread().length === 3, 'the marks of the other agent');
  });
});
