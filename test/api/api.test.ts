import { expect } from '@open-wc/testing';
import { createApi, type Api } from '../../src/api/api.js';
import type { GetToken } from '../../src/api/token-source.js';
import { DeskError } from '../../src/base/desk-error.js';
import type { Ticket } from '../../src/domain/types.js';
import { content, envelope, idOf, refusal, ScriptedServer, serverWith } from '../support/scripted-server.js';

const { signal } = new AbortController();

function apiFor(
  server: ScriptedServer,
  getToken: GetToken = () => Promise.resolve({ token: 'one', expiresAt: Infinity }),
): Api {
  return createApi({
    baseUrl: 'https://desk.example/base/',
    service: 'demo',
    fetch: () => server.fetch,
    getToken: () => getToken,
    signal,
    pause: () => 1,
  });
}

async function claim(server: ScriptedServer, key: string): Promise<Ticket> {
  return (await apiFor(server).work()).claim(idOf(1), 1, null, { key });
}

async function failureOf(call: Promise<unknown>): Promise<DeskError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(DeskError);
  return error as DeskError;
}

describe('the api client', () => {
  it('asks below the service with the token of the page', async () => {
    const server = serverWith(1);
    await apiFor(server).session(signal);
    expect(server.calls[0]?.token).to.equal('Bearer one');
    expect(server.calls[0]?.path).to.equal('session.json');
  });

  for (const [status, kind] of [
    [400, 'invalid'],
    [403, 'denied'],
    [404, 'missing'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'too-large'],
    [422, 'blocked'],
    [429, 'busy'],
    [503, 'busy'],
    [500, 'server'],
    [504, 'timeout'],
  ] as const) {
    it(`tells ${status} as ${kind}`, async () => {
      const server = new ScriptedServer();
      server.before = () => refusal(status);
      expect((await failureOf(apiFor(server).session(signal))).kind).to.equal(kind);
    });
  }

  it('names the fields that are wrong and who was faster', async () => {
    const server = new ScriptedServer();
    const fields = [{ field: 'groupId', code: 'required', message: 'choose' }];
    server.before = () => envelope({ contents: fields, content: { winner: '이상담' } }, 400);
    const { details } = await failureOf(claim(server, 'k'));
    expect(details.fields).to.deep.equal(fields);
    expect(details.winner).to.equal('이상담');
  });

  it('tells a network failure as offline', async () => {
    const server = new ScriptedServer();
    server.before = () => {
      throw new TypeError('failed to fetch');
    };
    expect((await failureOf(apiFor(server).session(signal))).kind).to.equal('offline');
  });

  it('does not take a sign-in page for an answer', async () => {
    const server = new ScriptedServer();
    server.before = () => new Response('<form>', { headers: { 'Content-Type': 'text/html' } });
    expect((await failureOf(apiFor(server).session(signal))).kind).to.equal('signed-out');
  });

  it('reads again when an answer broke off', async () => {
    const server = serverWith(1);
    let times = 0;
    server.before = () =>
      times++ === 0
        ? new Response('{"header":{"isSucc', { headers: { 'Content-Type': 'application/json' } })
        : undefined;
    expect((await apiFor(server).session(signal)).agent.usercode).to.equal('agent1');
  });

  it('repeats an action of unknown outcome with the same key', async () => {
    const server = serverWith(2);
    let times = 0;
    server.before = () => {
      if (times++ < 3) throw new TypeError('failed to fetch');
      return undefined;
    };
    await claim(server, 'intention');
    expect(server.calls.map(({ key }) => key)).to.deep.equal(Array(4).fill('intention'));
  });

  it('tries an action eight times at most', async () => {
    const server = serverWith(2);
    server.before = () => refusal(503);
    await failureOf(claim(server, 'intention'));
    expect(server.calls.length).to.equal(8);
  });

  it('does not repeat what the server refused', async () => {
    const server = serverWith(2);
    server.before = () => refusal(409);
    await failureOf(claim(server, 'intention'));
    expect(server.calls.length).to.equal(1);
  });

  it('waits as long as the server asks', async () => {
    const server = serverWith(1);
    let times = 0;
    server.before = () => (times++ === 0 ? envelope(null, 429, { 'Retry-After': '0' }) : undefined);
    await apiFor(server).session(signal);
    expect(server.calls.length).to.equal(2);
  });

  it('tells at once of a pause that nobody waits through who only reads', async () => {
    const server = serverWith(1);
    server.before = () => envelope(null, 503, { 'Retry-After': '30' });
    const error = await failureOf(apiFor(server).session(signal));
    expect([error.kind, error.details.retryAfter, server.calls.length]).to.deep.equal(['busy', 30_000, 1]);
  });

  it('asks the page once for a new token, however many calls were refused', async () => {
    const server = serverWith(1);
    const reasons: string[] = [];
    server.before = ({ token }) => (token === 'Bearer two' ? undefined : refusal(401));
    const api = apiFor(server, ({ reason }) => {
      reasons.push(reason);
      return Promise.resolve({ token: reasons.length === 1 ? 'one' : 'two', expiresAt: Infinity });
    });
    await Promise.all([api.session(signal), api.settings(signal), api.counts(signal)]);
    expect(reasons).to.deep.equal(['start', 'refused']);
  });

  it('asks again with a new token even for what is tried only once, and for nothing else', async () => {
    const server = new ScriptedServer();
    let isDown = false;
    server.before = ({ token }) => {
      if (token !== 'Bearer two') return refusal(401);
      return isDown ? refusal(500) : envelope({ content: { text: '010', ttl: 30 } });
    };
    let given = 0;
    const api = apiFor(server, () => Promise.resolve({ token: given++ === 0 ? 'one' : 'two', expiresAt: Infinity }));
    const { reveal } = await api.masking();
    expect((await reveal('m1', '본인 확인', signal)).text).to.equal('010');
    expect(server.calls.map(({ token }) => token)).to.deep.equal(['Bearer one', 'Bearer two']);
    isDown = true;
    expect((await failureOf(reveal('m1', '본인 확인', signal))).kind).to.equal('server');
    expect(server.calls.length).to.equal(3);
  });

  it('asks for a new token before the old one ends', async () => {
    const server = serverWith(1);
    const reasons: string[] = [];
    const api = apiFor(server, ({ reason }) => {
      reasons.push(reason);
      return Promise.resolve({ token: 't', expiresAt: reasons.length === 1 ? Date.now() : Date.now() + 900_000 });
    });
    await api.session(signal);
    await api.session(signal);
    await api.session(signal);
    expect(reasons).to.deep.equal(['start', 'expired']);
  });

  it('is signed out when a new token is refused too', async () => {
    const server = serverWith(1);
    server.before = () => refusal(401);
    expect((await failureOf(apiFor(server).session(signal))).kind).to.equal('signed-out');
    expect(server.calls.length).to.equal(2);
  });

  it('is signed out when the page gives no token', async () => {
    const api = apiFor(serverWith(1), () => Promise.reject(new Error('no session')));
    expect((await failureOf(api.session(signal))).kind).to.equal('signed-out');
  });

  it('learns the clock of the server, not its noise', async () => {
    const server = serverWith(1);
    const offsets: number[] = [];
    const hour = 3_600_000;
    server.before = () => envelope({ content: {} }, 200, { Date: new Date(Date.now() + hour).toUTCString() });
    const api = createApi({
      baseUrl: 'https://desk.example',
      service: 'demo',
      fetch: () => server.fetch,
      getToken: () => () => Promise.resolve({ token: 't', expiresAt: Infinity }),
      signal,
      onOffset: (offset) => offsets.push(offset),
    });
    await api.session(signal);
    await api.session(signal);
    expect(offsets.length).to.equal(1);
    expect(offsets[0]).to.be.closeTo(hour, 2000);
  });

  it('ends a call with its signal', async () => {
    const server = serverWith(1);
    const stop = new AbortController();
    server.before = () => new Promise((resolve) => setTimeout(() => resolve(content({})), 20));
    const call = apiFor(server).session(stop.signal);
    stop.abort();
    const name = await call.catch((error: unknown) => (error as Error).name);
    expect(name).to.equal('AbortError');
  });
});
