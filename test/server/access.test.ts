import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agents, attachments } from '../../demo/server/db/schema.js';
import { openApiDocument } from '../../demo/server/openapi.js';
import { tokenLifetime } from '../../demo/server/services/tokens.js';
import { Caller } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';

const origin = 'https://intranet.example';
const attachmentId = '0123456789abcdef0123456789abcdef';
const ticketId = 'T1658199661153IXTfw';

/** Every read of the document, with identifiers that could be anybody's. */
function reads(): string[] {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .filter(([path, methods]) => 'get' in methods && path.includes('/console/'))
    .map(([path]) =>
      path
        .replace(/^.*\/console/, '')
        .replace('{ticketId}', ticketId)
        .replace('{attachmentId}', attachmentId),
    );
}

describe('access', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ allowedOrigins: [origin] });
    const file = { attachmentId, fileName: '견적서 "v2".pdf', contentType: 'application/pdf', size: 5, createdAt: 1 };
    const page = { fileName: 'x.html', contentType: 'text/html', size: 5, createdAt: 1 };
    const content = new TextEncoder().encode('hello');
    await server.database.system((tx) =>
      tx.insert(attachments).values([
        { serviceId: 'demo', ticketId, ...file, content },
        { serviceId: 'demo', ticketId, attachmentId: 'b'.repeat(32), ...page, content },
        { serviceId: 'demo', ticketId: null, attachmentId: 'c'.repeat(32), ...page, content },
      ]),
    );
  });
  afterAll(() => server.close());

  const ask = (path: string, init: RequestInit = {}) => server.app.fetch(new Request(`http://desk.test${path}`, init));
  const session = '/demo/openapi/v1/console/session.json';

  it.each([
    ['no token', {}],
    ['another scheme', { Authorization: 'Basic YTpi' }],
    ['nonsense', { Authorization: 'Bearer a.b' }],
  ])('is refused with %s', async (_name, headers) => {
    const response = await ask(session, { headers: headers as Record<string, string> });
    expect(response.status).toBe(401);
    expect((await response.json()).header).toMatchObject({ resultCode: 401, isSuccessful: false });
  });

  it('is refused with a token that was changed', async () => {
    const { token } = await server.as('agent1');
    const [payload = '', signature = ''] = token.split('.');
    const forged = btoa(atob(payload).replace('agent1', 'admin1')).replaceAll('=', '');
    for (const one of [`${forged}.${signature}`, `${payload}.${signature.slice(0, -2)}`, `${payload}.`]) {
      expect((await new Caller(server.app, 'demo', one).get('/session.json')).status).toBe(401);
    }
  });

  it('ends with the token', async () => {
    const agent = await server.as('agent1');
    expect((await agent.get('/session.json')).status).toBe(200);
    server.clock.advance(tokenLifetime);
    const { status, body } = await agent.get('/session.json');
    expect(status).toBe(401);
    expect(body.result.content.code).toBe('token_expired');
  });

  it('follows the rights of this moment', async () => {
    const agent = await server.as('agent2');
    const change = (values: Partial<typeof agents.$inferInsert>) =>
      server.database.system((tx) =>
        tx
          .update(agents)
          .set(values)
          .where(and(eq(agents.serviceId, 'demo'), eq(agents.usercode, 'agent2'))),
      );
    await change({ role: 'admin' });
    expect((await agent.get('/session.json')).body.result.content.agent.role).toBe('admin');
    await change({ active: false });
    expect((await agent.get('/session.json')).status).toBe(401);
  });

  it('finds nothing of another service, by whatever route, and tells it apart from nothing by no byte', async () => {
    const stranger = await server.as('jpadmin', 'demojp');
    const foreign = new Caller(server.app, 'demo', stranger.token);
    const nowhere = await new Caller(server.app, 'nowhere', stranger.token).get('/session.json');
    const paths = [...reads(), `/attachments/${attachmentId}`];
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) {
      const { status, text } = await foreign.get(path);
      expect([path, status, text]).toEqual([path, 404, nowhere.text]);
    }
    expect((await stranger.get(`/attachments/${attachmentId}`)).text).toBe(nowhere.text);
  });

  it('gives files as files', async () => {
    const agent = await server.as('agent1');
    const pdf = await agent.open(`/attachments/${attachmentId}`);
    expect(await pdf.text()).toBe('hello');
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    expect(pdf.headers.get('Content-Disposition')).toBe(
      `attachment; filename="___ _v2_.pdf"; filename*=UTF-8''${encodeURIComponent('견적서 "v2".pdf')}`,
    );
    expect(pdf.headers.get('Content-Security-Policy')).toContain('sandbox');
    const html = await agent.open(`/attachments/${'b'.repeat(32)}`);
    expect(html.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(html.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('does not give a file that belongs to no ticket yet', async () => {
    const agent = await server.as('agent1');
    expect((await agent.get(`/attachments/${'c'.repeat(32)}`)).status).toBe(404);
  });

  it('answers with headers that let a browser do nothing', async () => {
    const { headers } = await (await server.as('agent1')).get('/session.json');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [origin, origin],
    ['https://intranet.example.evil.example', null],
    ['http://intranet.example', null],
    ['null', null],
  ])('from a page of %s is allowed for %s', async (from, allowed) => {
    const answer = await ask(session, {
      method: 'OPTIONS',
      headers: { Origin: from, 'Access-Control-Request-Method': 'GET' },
    });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(allowed);
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Vary')).toContain('Origin');
  });

  it('is not there for addresses that nobody serves', async () => {
    const response = await ask('/demo/openapi/v1/console/nothing.json');
    expect(response.status).toBe(404);
    expect((await response.json()).header.isSuccessful).toBe(false);
  });

  it('tells whether the process lives and whether it can work', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    const broken = { ...server.database, ping: () => Promise.reject(new Error('away')) };
    const without = await startServer({ database: broken });
    expect((await without.app.fetch(new Request('http://desk.test/readyz'))).status).toBe(503);
    expect((await without.app.fetch(new Request('http://desk.test/healthz'))).status).toBe(200);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
