import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../demo/dooray/seed.js';
import { DoorayClient } from '../../demo/server/services/dooray/client.js';
import { DoorayFailure } from '../../demo/server/services/dooray/failure.js';
import { markedLink, markIn, outgoingHtml } from '../../demo/server/services/dooray/outgoing.js';
import { isNeighbour } from '../../demo/server/services/dooray/redirect.js';
import { testDooray } from '../support/dooray.js';

const base = 'https://api.dooray.example';
const path = `/project/v1/projects/${seeded.projects.app}`;
const ids = z.object({ id: z.string() });

const envelope = (result: unknown, more: object = {}) => ({
  header: { isSuccessful: true, resultCode: 0, resultMessage: '' },
  result,
  ...more,
});

type Answer = (request: Request) => Response | Promise<Response>;

function clientOf(answer: Answer, span = 1, usual = 60): DoorayClient {
  return new DoorayClient({ base, span, fetch: async (request) => answer(request) }, { usual, file: usual });
}

const failureOf = (asked: Promise<unknown>): Promise<DoorayFailure> =>
  asked.then(
    () => Promise.reject(new Error('It was done')),
    (error: unknown) => (error instanceof DoorayFailure ? error : Promise.reject(error as Error)),
  );

describe('the client of Dooray!', () => {
  it('reads a list to its end, page by page, and keeps every digit of an id', async () => {
    const asked: string[] = [];
    const all = Array.from({ length: 230 }, (_, index) => ({ id: `41000000000000${10_000 + index}` }));
    const client = clientOf((request) => {
      const { searchParams } = new URL(request.url);
      const page = Number(searchParams.get('page'));
      asked.push(`${searchParams.get('page')}/${searchParams.get('size')}`);
      // The number of all is a string in some answers.
      return Response.json(envelope(all.slice(page * 100, page * 100 + 100), { totalCount: '230' }));
    });
    expect(await client.all('key', `${path}/tags`, ids)).toEqual(all);
    expect(asked).toEqual(['0/100', '1/100', '2/100']);
  });

  it('asks no faster than five times in its span, and rests when it is told that nothing is left', async () => {
    const begun: number[] = [];
    const client = clientOf(
      () => {
        begun.push(performance.now());
        const left = begun.length === 6 ? '0' : '3';
        return Response.json(envelope({ id: '1' }), {
          headers: { 'X-RateLimit-Remaining': left, 'X-RateLimit-Replenish-Rate': '1' },
        });
      },
      80,
      10_000,
    );
    for (let call = 0; call < 7; call++) await client.get('key', path, ids);
    const [first = 0, , , , , sixth = 0, seventh = 0] = begun;
    expect(sixth - first).toBeGreaterThan(70);
    expect(seventh - sixth).toBeGreaterThan(70);
  });

  it('waits for its turn no longer than for an answer, and lets the call stay here that gets none', async () => {
    let asked = 0;
    const client = clientOf(() => {
      asked += 1;
      const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Requested-Tokens': '86400' };
      return Response.json(envelope({ id: '1' }), { headers });
    }, 50);
    await client.get('key', path, ids);
    const failures = await Promise.all([1, 2].map(() => failureOf(client.get('key', path, ids))));
    for (const failure of failures)
      expect(failure).toMatchObject({ problem: 'unreachable', again: true, uncertain: false });
    expect(asked).toBe(1);
  });

  it('rests for a minute at most, whatever it is told', async () => {
    const client = clientOf(
      () =>
        Response.json(envelope({ id: '1' }), {
          headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Requested-Tokens': '86400000' },
        }),
      1,
      20_000,
    );
    for (const id of ['1', '1']) expect(await client.get('key', path, ids)).toEqual({ id });
  });

  it.each([
    [401, 'not_allowed', false, false],
    [403, 'not_allowed', false, false],
    [404, 'not_found', false, false],
    [400, 'refused', false, false],
    [409, 'refused', false, false],
    [415, 'refused', false, false],
    [302, 'refused', false, false],
    [408, 'unreachable', true, true],
    [429, 'unreachable', true, false],
    [500, 'unreachable', true, true],
    [502, 'unreachable', true, true],
  ] as const)('knows what the answer %i means', async (status, problem, again, uncertain) => {
    const headers = { Location: `${base}/elsewhere`, 'Retry-After': '7' };
    const failure = await failureOf(clientOf(() => new Response(null, { status, headers })).create('key', path, {}));
    expect(failure).toMatchObject({ problem, again, uncertain, status, retryAfter: again ? 7 : 0 });
  });

  it.each([
    ['says nothing', () => new Promise<Response>(() => undefined), true],
    ['breaks off', () => Promise.reject(new TypeError('fetch failed')), true],
    [
      'was never reached',
      () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
      false,
    ],
    ['answers with half of it', () => new Response('{"header":{"isSuccessful":tr'), true],
    ['answers with a page', () => new Response('<html></html>'), true],
    ['answers without an id', () => Response.json(envelope({})), true],
  ] as const)('does not know what was done where Dooray! %s', async (_name, answer, uncertain) => {
    const failure = await failureOf(clientOf(answer as Answer).create('key', path, {}));
    expect(failure).toMatchObject({ problem: 'unreachable', again: true, uncertain });
  });

  it('takes a success that says otherwise for a refusal', async () => {
    const header = { isSuccessful: false, resultCode: -1, resultMessage: '' };
    const failure = await failureOf(clientOf(() => Response.json({ header, result: null })).create('key', path, {}));
    expect(failure).toMatchObject({ problem: 'refused', again: false });
  });

  it('brings a file to where it is sent on, and fetches it from there', async () => {
    const dooray = testDooray();
    const client = new DoorayClient({ base: dooray.base, span: 1, fetch: (request) => dooray.fetch(request) });
    const token = seeded.organizationToken;
    const body = { mimeType: 'text/html', content: '<p>x</p>' };
    const taskId = await client.create(token, `${path}/posts`, { subject: 'x', body, tagIds: [seeded.tags.bug] });
    const content = new TextEncoder().encode('기록');
    const file = { fileName: '기록.txt', contentType: 'text/plain', content };
    const fileId = await client.upload(token, `${path}/posts/${taskId}/files`, file);
    const filePath = `${path}/posts/${taskId}/files/${fileId}`;
    expect(dooray.state.files.get(fileId)).toMatchObject({ name: '기록.txt' });
    expect(await client.download(token, filePath, 1_000)).toEqual(content);
    expect(await failureOf(client.download(token, filePath, 3))).toMatchObject({ problem: 'refused' });
  });

  it('tells no stranger who asks', async () => {
    const asked: string[] = [];
    const client = clientOf((request) => {
      asked.push(new URL(request.url).host);
      return new Response(null, { status: 307, headers: { Location: 'https://dooray.example.evil.test/uploads' } });
    });
    const file = { fileName: 'a.txt', contentType: 'text/plain', content: new Uint8Array([1]) };
    expect(await failureOf(client.upload('key', path, file))).toMatchObject({ problem: 'refused' });
    expect(asked).toEqual(['api.dooray.example']);
  });

  it.each([
    ['https://file-api.dooray.example/uploads', base, true],
    ['https://api.dooray.example/other', base, true],
    ['http://file-api.dooray.example/uploads', base, false],
    ['https://file-api.dooray.example:8443/uploads', base, false],
    ['https://key@file-api.dooray.example/', base, false],
    ['https://evildooray.example/', base, false],
    ['https://file-api.example/', base, false],
    ['http://127.0.0.1:8787/uploads', 'http://127.0.0.1:8788', true],
    ['http://10.0.0.1/uploads', 'http://127.0.0.1:8788', false],
  ])('follows to %s from %s: %s', (target, from, follows) => {
    expect(isNeighbour(new URL(target), from)).toBe(follows);
  });
});

describe('what stands at Dooray!', () => {
  const mark = `comment-${'a1'.repeat(16)}` as const;
  const out = (html: string) =>
    outgoingHtml({
      body: { html, styles: [] },
      mark,
      link: 'https://desk.example/console.html?service=demo&ticket=T1',
      ticketId: 'T1',
      author: '<김>',
      language: 'ko',
      pictures: new Map([['0'.repeat(32), '화면 & 기록.png']]),
    });

  it('leads back by a link that is found again, and names what it cannot show', () => {
    const html = out(`<p>봐 주세요 <img src="cid:${'0'.repeat(32)}" alt=""><img src="cid:${'1'.repeat(32)}"></p>`);
    expect(html).toContain('<p>봐 주세요 [첨부 그림: 화면 &amp; 기록.png]</p>');
    expect(html).toContain('작성: &lt;김&gt;');
    expect(markIn(html)).toBe(mark);
    // Markdown, or an address that was decoded once.
    expect(markIn(`[티켓](https://desk.example/?ticket=T1&dooray=${mark})`)).toBe(mark);
  });

  it('is not taken for what it quotes', () => {
    const quoted = `<blockquote>${markedLink('https://desk.example/', `task-${'b2'.repeat(16)}`)}</blockquote>`;
    expect(markIn(out(quoted))).toBe(mark);
    expect(markIn('https://desk.example/?dooray=task-1')).toBeNull();
  });
});
