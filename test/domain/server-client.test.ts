import { describe, expect, it } from 'vitest';
import {
  createServerClient,
  memberToken,
  ServerCallError,
  sign,
  signOutbound,
  stringToSign,
  verify,
  verifyOutbound,
  type ServerClientOptions,
} from '../../src/server/index.js';

const serviceKey = '0123456789abcdef0123456789abcdef';
const organizationId = 'AbcdE1fghIj23K4x';
const start = Date.UTC(2026, 10, 22);
const minute = 60_000;

interface Call {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const header = (resultCode: number, resultMessage = '') => ({
  resultCode,
  resultMessage,
  isSuccessful: resultCode === 200,
});

function said(result: unknown, status = 200, code = status, headers: HeadersInit = {}): Response {
  return Response.json({ header: header(code, code === 200 ? '' : 'No'), result }, { status, headers });
}

/** A client whose server answers as told, a clock that moves when told, and what was sent. */
function desk(
  answer: (call: Call, count: number) => Response | Promise<Response>,
  options: Partial<ServerClientOptions> = {},
) {
  const calls: Call[] = [];
  const clock = { now: start };
  const client = createServerClient({
    origin: 'https://desk.test',
    serviceId: 'demo',
    organizationId,
    serviceKey,
    now: () => clock.now,
    async fetch(input, init) {
      const request = new Request(input, init);
      const bytes = new Uint8Array(await request.clone().arrayBuffer());
      const call = { url: new URL(request.url), method: request.method, headers: request.headers, body: bytes };
      calls.push(call);
      return answer(call, calls.length);
    },
    ...options,
  });
  return { client, calls, clock };
}

const token = (usercode: string, expiresAt = start + 15 * minute) => said({ content: { token: usercode, expiresAt } });

async function failure(work: Promise<unknown>): Promise<ServerCallError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(ServerCallError);
  return error as ServerCallError;
}

async function isSigned({ url, headers, body }: Call, multipart = false): Promise<boolean> {
  const timestamp = headers.get('X-TC-Timestamp') ?? '';
  const parts = { organizationId, path: url.pathname, query: url.searchParams, timestamp, body, multipart };
  return verify(serviceKey, parts, headers.get('Authorization') ?? '');
}

describe('member token', () => {
  const member = { service: 'hangame', usercode: 'testusercode', time: 1660095873001 };

  it('is the published one', async () => {
    const all = { ...member, username: 'testUsername', email: 'test@email.com', phone: '123456789' };
    const key = '7cf2828608274a49a3f06152b2188927';
    expect(await memberToken(key, all)).toBe('Ah9M58CQ9RFTShjFuqziQr+0MjmJxN6+bzWxMD71moo=');
  });

  it('leaves blank values out together with their separator', async () => {
    const blank = { ...member, username: '', email: ' ', memberno: '7' };
    expect(await memberToken('key', blank)).toBe(await memberToken('key', { ...member, memberno: '7' }));
    expect(await memberToken('key', blank)).not.toBe(await memberToken('key', member));
  });
});

describe('customer-information question', () => {
  const body = '{"callNum":"010-1234-5678"}';
  const timestamp = String(start);

  it('is taken five minutes off the clock and not a millisecond more, unchanged and under its key', async () => {
    const signature = await signOutbound('key', body, timestamp);
    const asks = (change: Partial<{ body: string; timestamp: string; signature: string }>, now = start, key = 'key') =>
      verifyOutbound(key, { body, timestamp, signature, ...change }, now);
    expect(await asks({})).toBe(true);
    for (const edge of [-5 * minute, 5 * minute]) {
      expect(await asks({}, start + edge)).toBe(true);
      expect(await asks({}, start + edge + Math.sign(edge))).toBe(false);
    }
    expect(await asks({ body: `${body} ` })).toBe(false);
    expect(await asks({ timestamp: String(start + 1) })).toBe(false);
    expect(await asks({ signature: '' })).toBe(false);
    expect(await asks({}, start, 'Key')).toBe(false);
  });
});

describe('signature', () => {
  it('can be read as the text that it covers', () => {
    const parts = {
      organizationId,
      path: '/demo/openapi/v1/ticket.json',
      query: new URLSearchParams('b=2&a=1&B=3'),
      timestamp: '1764031689401',
      body: new TextEncoder().encode('{"subject":"안녕"}'),
      multipart: false,
    };
    expect(stringToSign(parts)).toBe(
      'AbcdE1fghIj23K4x/demo/openapi/v1/ticket.json3&1&2&{"subject":"안녕"}1764031689401',
    );
  });

  it('is refused with any one character of key, path, parameters, body or time changed', async () => {
    const parts = {
      organizationId,
      path: '/demo/openapi/v1/ticket.json',
      query: new URLSearchParams('language=ko&page=1'),
      timestamp: '1764031689401',
      body: new TextEncoder().encode('{"categoryId":1}'),
      multipart: false,
    };
    const signature = await sign(serviceKey, parts);
    const each = (text: string) =>
      Array.from(text, (character, at) => `${text.slice(0, at)}${character === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`);
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];
    const spellings = (text: string): string[] =>
      letters.map((letter) => `${text.slice(0, -2)}${letter}=`).filter((other) => other !== text);
    const bytes = new TextDecoder().decode(parts.body);
    const changed = [
      ...each(serviceKey).map((key) => verify(key, parts, signature)),
      ...each(organizationId).map((other) => verify(serviceKey, { ...parts, organizationId: other }, signature)),
      ...each(parts.path).map((path) => verify(serviceKey, { ...parts, path }, signature)),
      ...each('ko').map((ko) =>
        verify(serviceKey, { ...parts, query: new URLSearchParams(`language=${ko}&page=1`) }, signature),
      ),
      verify(serviceKey, { ...parts, query: new URLSearchParams('language=1&page=ko') }, signature),
      ...each(bytes).map((body) => verify(serviceKey, { ...parts, body: new TextEncoder().encode(body) }, signature)),
      ...each(parts.timestamp).map((timestamp) => verify(serviceKey, { ...parts, timestamp }, signature)),
      ...each(signature).map((other) => verify(serviceKey, parts, other)),
      ...spellings(signature).map((other) => verify(serviceKey, parts, other)),
    ];
    expect(await verify(serviceKey, parts, signature)).toBe(true);
    expect((await Promise.all(changed)).filter(Boolean)).toEqual([]);
  });
});

describe('client of a host', () => {
  it('signs what it sends: path as encoded, values of the query, bytes of the body', async () => {
    const { client, calls } = desk(() => said({ content: { ticketId: 'T1' } }));
    const { content } = await client.request<{ ticketId: string }>(
      'POST',
      `/openapi/v1/x/${encodeURIComponent('김 a/b')}.json`,
      {
        query: { language: 'ko', page: 2, absent: undefined },
        body: { subject: '안녕' },
        headers: { 'OC-Client-IP': '203.0.113.9' },
      },
    );
    expect(content?.ticketId).toBe('T1');
    const [call] = calls;
    expect(call?.url.href).toBe('https://desk.test/demo/openapi/v1/x/%EA%B9%80%20a%2Fb.json?language=ko&page=2');
    expect(call?.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(call?.headers.get('OC-Client-IP')).toBe('203.0.113.9');
    expect(call && (await isSigned(call))).toBe(true);
  });

  it('signs an upload by its file', async () => {
    const { client, calls } = desk(() => said({ content: { attachmentId: 'a'.repeat(32) } }));
    const file = new File(['hello'], '안녕.txt', { type: 'text/plain' });
    expect((await client.upload(file)).attachmentId).toBe('a'.repeat(32));
    const [call] = calls;
    expect(call?.url.pathname).toBe('/demo/openapi/v1/ticket/attachments/upload.json');
    expect(call && (await isSigned({ ...call, body: new TextEncoder().encode('hello') }, true))).toBe(true);
  });

  it('asks once for a token, however many pages want it, and again shortly before its end', async () => {
    const { client, calls, clock } = desk(({ body }, count) => {
      const { usercode } = JSON.parse(new TextDecoder().decode(body)) as { usercode: string };
      return token(`${usercode}-${count}`, clock.now + 15 * minute);
    });
    const both = await Promise.all([client.mintAgentToken('agent1'), client.mintAgentToken('agent1')]);
    expect(both.map((one) => one.token)).toEqual(['agent1-1', 'agent1-1']);
    expect((await client.mintAgentToken('agent2')).token).toBe('agent2-2');
    clock.now += 12 * minute;
    expect((await client.mintAgentToken('agent1')).token).toBe('agent1-1');
    clock.now += 2 * minute;
    expect((await client.mintAgentToken('agent1')).token).toBe('agent1-3');
    clock.now += minute;
    const fresh = (): Promise<{ token: string }> => client.mintAgentToken('agent1', { fresh: true });
    expect((await fresh()).token).toBe('agent1-4');
    // Each of an agent's windows had the token that was refused.
    expect((await fresh()).token).toBe('agent1-4');
    clock.now += 6_000;
    expect((await fresh()).token).toBe('agent1-5');
    expect(calls).toHaveLength(5);
  });

  it('asks again after a failure', async () => {
    const { client } = desk((_call, count) => (count === 1 ? said(null, 404) : token('agent1')));
    expect((await failure(client.mintAgentToken('agent1'))).resultCode).toBe(404);
    expect((await client.mintAgentToken('agent1')).token).toBe('agent1');
  });

  it.each([-20, 20])('puts a clock right that is %i minutes wrong', async (minutes) => {
    const there = start + minutes * minute;
    const { client, calls } = desk(({ headers }) => {
      const isInTime = Math.abs(Number(headers.get('X-TC-Timestamp')) - there) <= 5 * minute;
      const date = { Date: new Date(there).toUTCString() };
      if (!isInTime) return said(null, 400, 400, date);
      return said({ content: { token: 't', expiresAt: there + 15 * minute } }, 200, 200, date);
    });
    await client.mintAgentToken('agent1');
    expect(calls).toHaveLength(2);
    // The token counts by the other clock, too.
    await client.mintAgentToken('agent1');
    await client.request('GET', '/openapi/v1/users.json');
    expect(calls).toHaveLength(3);
  });

  it('says why it was refused, once', async () => {
    const problems = [{ objectName: 'subject', field: '5', validate: 'required' }];
    const { client, calls } = desk(() => said({ contents: problems }, 400));
    const error = await failure(client.request('POST', '/openapi/v1/ticket.json', { body: {} }));
    expect(error).toMatchObject({ kind: 'refused', status: 400, resultCode: 400, problems, message: 'No' });
    expect(calls).toHaveLength(1);
  });

  it('takes a business code for a refusal although HTTP was content', async () => {
    const { client } = desk(() => said(null, 200, 1002));
    const error = await failure(client.request('POST', '/openapi/v1/ticket.json', { body: {} }));
    expect(error).toMatchObject({ kind: 'refused', status: 200, resultCode: 1002 });
  });

  it.each([
    [
      'a page of a proxy',
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      { kind: 'unreadable', status: 502 },
    ],
    ['JSON of somebody else', () => Response.json({ hello: 1 }), { kind: 'unreadable', status: 200 }],
    ['another address', () => new Response(null, { status: 302, headers: { Location: '/x' } }), { kind: 'unreadable' }],
    ['nothing', () => Promise.reject(new TypeError('fetch failed')), { kind: 'network', status: undefined }],
  ])('tells apart that %s answered', async (_what, answer, expected) => {
    const { client } = desk(answer);
    expect(await failure(client.request('GET', '/api/v2/service.json'))).toMatchObject(expected);
  });

  it('gives up a server that does not answer, and obeys the caller', async () => {
    const silent: typeof fetch = (_url, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const { client } = desk(() => said({}), { fetch: silent, timeout: 20 });
    expect((await failure(client.request('GET', '/x.json'))).kind).toBe('timeout');
    const aborted = AbortSignal.abort(new Error('left'));
    const patient = desk(() => said({}), { fetch: (_url, init) => Promise.reject(init?.signal?.reason as Error) });
    await expect(patient.client.request('GET', '/x.json', { signal: aborted })).rejects.toThrow('left');
  });

  it.each(['desk.test', 'ftp://desk.test', 'https://desk.test/path'])('wants an origin, not "%s"', (origin) => {
    expect(() => desk(() => said({}), { origin })).toThrow(TypeError);
  });
});
