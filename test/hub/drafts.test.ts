import { expect } from '@open-wc/testing';
import { atom } from 'nanostores';
import { createApi } from '../../src/api/api.js';
import type { DraftState } from '../../src/base/hub-context.js';
import { DraftChangeRequest } from '../../src/events/requests.js';
import { Drafts } from '../../src/hub/drafts.js';
import { idOf, refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';

const ticketId = idOf(1);

describe('the drafts', () => {
  let server: ScriptedServer;
  let drafts: Drafts;
  let agent: AbortController;
  const $draft = atom<DraftState | null>(null);
  const saves = () => server.to(/draft/, 'PUT');
  const htmls = () => saves().map(({ body }) => body?.['html']);
  const type = (html: string, id = ticketId) =>
    drafts.change(new DraftChangeRequest(id, { html, action: null, values: {} }));
  const state = () => $draft.get()?.state;

  beforeEach(() => open());

  async function open(retryAfter = 20): Promise<void> {
    server = serverWith(5);
    agent = new AbortController();
    const { signal } = agent;
    const api = createApi({
      baseUrl: 'https://desk.example',
      service: 'demo',
      fetch: () => server.fetch,
      getToken: () => () => Promise.resolve({ token: 't', expiresAt: Infinity }),
      signal,
    });
    drafts = new Drafts({
      api: await api.work(),
      $draft,
      currentId: () => ticketId,
      serverNow: () => 1,
      signal: () => signal,
      saveAfter: 40,
      retryAfter,
    });
  }

  // A page whose text is nowhere else asks before it goes, and these do not.
  afterEach(() => drafts.clear());

  async function show(): Promise<void> {
    drafts.show(ticketId);
    await until(() => state() !== 'loading');
  }

  it('shows what the server kept', async () => {
    server.drafts.set(ticketId, { html: '<p>전에</p>', seq: 4, action: null, values: {}, updatedAt: 1 });
    await show();
    expect($draft.get()?.draft?.html).to.equal('<p>전에</p>');
    expect(state()).to.equal('kept');
  });

  it('puts a step that was chosen while the text was on its way to that text', async () => {
    server.drafts.set(ticketId, { html: '<p>전에</p>', seq: 4, action: 'hold', values: { a: '1' }, updatedAt: 1 });
    drafts.show(ticketId);
    drafts.change(new DraftChangeRequest(ticketId, { html: '', action: 'resolve', values: {} }));
    await until(() => state() === 'kept');
    expect($draft.get()?.draft).to.include({ html: '<p>전에</p>', action: 'resolve' });
    expect(saves().map(({ body }) => body)).to.deep.include.members([
      { html: '<p>전에</p>', action: 'resolve', values: { a: '1' }, seq: 4 },
    ]);
  });

  it('has the text at once and saves it soon', async () => {
    await show();
    type('가');
    expect($draft.get()?.draft?.html).to.equal('가');
    expect(state()).to.equal('dirty');
    expect(saves().length).to.equal(0);
    await until(() => state() === 'kept');
    expect(htmls()).to.deep.equal(['가']);
  });

  it('saves while somebody types without a pause, the newest text each time', async () => {
    await show();
    let keys = 0;
    while (saves().length < 3) {
      for (let i = 0; i < 4; i++) type('가'.repeat(++keys));
      await settle(8);
    }
    // One save holds what several keys typed, and none an older text than the one before.
    expect(saves().length).to.be.below(keys / 2);
    const lengths = htmls().map((html) => String(html).length);
    expect(lengths).to.deep.equal([...lengths].sort((one, other) => one - other));
    type('가'.repeat(++keys));
    await until(() => state() === 'kept');
    expect(htmls().at(-1)).to.equal('가'.repeat(keys));
  });

  it('never has two saves on their way', async () => {
    await show();
    let under = 0;
    let most = 0;
    server.before = async ({ method }) => {
      if (method !== 'PUT') return undefined as never;
      most = Math.max(most, ++under);
      await settle(70);
      under--;
      return undefined as never;
    };
    type('하나');
    await settle(60);
    type('둘');
    void drafts.flush();
    await until(() => htmls().includes('둘') && state() === 'kept');
    expect(most).to.equal(1);
    expect(saves().map(({ body }) => body?.['seq'])).to.deep.equal([0, 1]);
  });

  it('saves what was written during a save that took longer than the next one waits', async () => {
    await show();
    server.before = ({ method }) => (method === 'PUT' ? settle(150).then(() => undefined as never) : undefined);
    type('하나');
    await until(() => saves().length === 1);
    type('둘');
    await until(() => server.drafts.get(ticketId)?.html === '둘');
  });

  it('sends what is unsaved when the page goes into the background', async () => {
    await show();
    type('급히');
    void drafts.flush();
    await until(() => saves().length === 1);
    expect(htmls()).to.deep.equal(['급히']);
  });

  it('keeps the text and tries again when the server is away', async () => {
    await show();
    server.before = ({ method }) => {
      if (method === 'PUT') throw new TypeError('failed to fetch');
      return undefined;
    };
    type('남는다');
    await until(() => state() === 'unsaved');
    expect($draft.get()?.error?.kind).to.equal('offline');
    expect($draft.get()?.draft?.html).to.equal('남는다');
    server.before = undefined;
    await until(() => state() === 'kept');
    expect(server.drafts.get(ticketId)?.html).to.equal('남는다');
  });

  it('takes its own save whose answer was lost for what it is', async () => {
    await show();
    let isLost = false;
    server.before = ({ method, body }) => {
      if (method !== 'PUT' || isLost) return undefined;
      isLost = true;
      server.drafts.set(ticketId, { html: String(body?.['html']), seq: 1, action: null, values: {}, updatedAt: 1 });
      throw new TypeError('failed to fetch');
    };
    type('한 번');
    await until(() => isLost);
    type('한 번 더');
    await until(() => server.drafts.get(ticketId)?.html === '한 번 더');
    await until(() => state() === 'kept');
  });

  it('offers both texts when another tab wrote, and overwrites neither', async () => {
    await show();
    server.drafts.set(ticketId, { html: '다른 탭', seq: 9, action: null, values: {}, updatedAt: 1 });
    type('이 탭');
    await until(() => state() === 'conflict');
    expect($draft.get()?.draft?.html).to.equal('이 탭');
    expect($draft.get()?.other?.html).to.equal('다른 탭');
    await settle(100);
    expect(server.drafts.get(ticketId)?.html).to.equal('다른 탭');
    drafts.choose(ticketId, 'mine');
    await until(() => server.drafts.get(ticketId)?.html === '이 탭');
    await until(() => state() === 'kept');
  });

  it('ends the draft on the server when its text is given up', async () => {
    await show();
    type('가');
    await until(() => state() === 'kept');
    type('');
    await until(() => server.to(/draft/, 'DELETE').length === 1);
    await until(() => state() === 'kept');
    expect(htmls()).to.deep.equal(['가']);
    type('나');
    await until(() => server.drafts.get(ticketId)?.html === '나');
  });

  it('does not give up what another tab wrote', async () => {
    await show();
    type('가');
    await until(() => state() === 'kept');
    server.drafts.set(ticketId, { html: '다른 탭', seq: 9, action: null, values: {}, updatedAt: 1 });
    type('');
    await until(() => state() === 'conflict');
    expect(server.to(/draft/, 'DELETE').length).to.equal(0);
    expect($draft.get()?.other?.html).to.equal('다른 탭');
  });

  it('takes the other text when the agent chooses it', async () => {
    await show();
    server.drafts.set(ticketId, { html: '다른 탭', seq: 9, action: null, values: {}, updatedAt: 1 });
    type('이 탭');
    await until(() => state() === 'conflict');
    drafts.choose(ticketId, 'other');
    expect(state()).to.equal('kept');
    expect($draft.get()?.draft?.html).to.equal('다른 탭');
  });

  it('does not save while the text is sent as an answer', async () => {
    await show();
    type('답변');
    await drafts.rest(ticketId);
    type('답변!');
    await settle(80);
    expect(htmls()).to.deep.equal(['답변']);
    drafts.wake(ticketId);
    await until(() => htmls().at(-1) === '답변!');
  });

  it('has the text on the server before it is sent as an answer', async () => {
    await show();
    type('답변');
    expect(await drafts.rest(ticketId)).to.equal(1);
    expect(server.drafts.get(ticketId)?.html).to.equal('답변');
  });

  it('saves what could not be saved before, when the page goes while the answer is on its way', async () => {
    await show();
    server.before = ({ method }) => (method === 'PUT' ? refusal(503) : undefined);
    type('답변');
    await drafts.rest(ticketId);
    server.before = undefined;
    await drafts.flush();
    expect(server.drafts.get(ticketId)?.html).to.equal('답변');
  });

  it('says that it does not know the draft, and shows it when the server is back', async () => {
    server.drafts.set(ticketId, { html: '전에', seq: 4, action: null, values: {}, updatedAt: 1 });
    server.before = () => refusal(403);
    await show();
    expect(state()).to.equal('unread');
    server.before = undefined;
    await until(() => $draft.get()?.draft?.html === '전에');
    expect(state()).to.equal('kept');
  });

  it('loads the draft at once when the agent asks, long before it would by itself', async () => {
    await open(60_000);
    server.drafts.set(ticketId, { html: '전에', seq: 4, action: null, values: {}, updatedAt: 1 });
    server.before = () => refusal(403);
    await show();
    server.before = undefined;
    const reads = server.to(/draft/, 'GET').length;
    drafts.retry(ticketId);
    await until(() => state() === 'kept');
    expect(server.to(/draft/, 'GET').length).to.equal(reads + 1);
  });

  it('does not load by itself what the agent asked for meanwhile', async () => {
    server.before = () => refusal(403);
    await show();
    server.before = undefined;
    drafts.retry(ticketId);
    await until(() => state() === 'kept');
    const reads = server.to(/draft/, 'GET').length;
    await settle(60);
    expect(server.to(/draft/, 'GET').length).to.equal(reads);
  });

  it('lets no text outlive the page that is too long for it in bytes', async () => {
    await show();
    type('가'.repeat(1_000));
    await until(() => state() === 'kept');
    type('가'.repeat(24_000));
    await until(() => saves().length === 2, `a second save (${state()}, ${$draft.get()?.error?.message})`);
    expect(saves().map(({ keepalive }) => keepalive)).to.deep.equal([true, false]);
  });

  describe('when the server has another text by now, as after a mail was taken back', () => {
    const takeBack = () =>
      server.drafts.set(ticketId, { html: '보낸 글', seq: 9, action: null, values: {}, updatedAt: 1 });

    it('shows it where nothing else was written', async () => {
      await show();
      takeBack();
      drafts.renew(ticketId);
      await until(() => $draft.get()?.draft?.html === '보낸 글');
      expect(state()).to.equal('kept');
    });

    it('lets the agent choose where something else was, though that is kept', async () => {
      await show();
      type('새 글');
      await until(() => state() === 'kept');
      takeBack();
      drafts.renew(ticketId);
      await until(() => state() === 'conflict');
      expect($draft.get()?.draft?.html).to.equal('새 글');
      expect($draft.get()?.other?.html).to.equal('보낸 글');
      await settle(80);
      expect(server.drafts.get(ticketId)?.html).to.equal('보낸 글');
      drafts.choose(ticketId, 'mine');
      await until(() => state() === 'kept');
      expect(server.drafts.get(ticketId)?.html).to.equal('새 글');
    });

    it('lets the agent choose where something else is on its way to the server', async () => {
      await show();
      type('새 글');
      server.before = async (call) => {
        if (call.method !== 'PUT') return undefined as never;
        server.before = undefined;
        const saved = await server.fetch(`https://desk.example/console/${call.path}`, {
          method: 'PUT',
          body: JSON.stringify(call.body),
        });
        takeBack();
        drafts.renew(ticketId);
        return saved;
      };
      await until(() => state() === 'conflict');
      expect($draft.get()?.other?.html).to.equal('보낸 글');
    });
  });

  it('asks before the page goes while a text is nowhere else', async () => {
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await show();
    server.drafts.set(ticketId, { html: '다른 탭', seq: 9, action: null, values: {}, updatedAt: 1 });
    type('이 탭');
    await until(() => state() === 'conflict');
    expect(leave(), 'may the page go?').to.equal(false);
    drafts.choose(ticketId, 'mine');
    await until(() => state() === 'kept');
    expect(leave()).to.equal(true);
  });

  it('tells the number of the draft that becomes an answer, and forgets it then', async () => {
    await show();
    type('답변');
    await until(() => state() === 'kept');
    expect(await drafts.rest(ticketId)).to.equal(1);
    server.drafts.delete(ticketId);
    drafts.end(ticketId);
    await until(() => state() === 'kept');
    expect($draft.get()?.draft).to.equal(null);
  });

  it('saves the text of a ticket that is no longer open', async () => {
    await show();
    type('다른 티켓', idOf(2));
    await until(() => server.drafts.get(idOf(2))?.html === '다른 티켓');
    expect($draft.get()?.ticketId).to.equal(ticketId);
  });

  it('neither shows nor sends anything of a former agent', async () => {
    await show();
    type('비밀');
    drafts.clear();
    agent.abort();
    await settle(80);
    expect($draft.get()).to.equal(null);
    expect(saves().length).to.equal(0);
  });
});
