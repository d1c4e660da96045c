import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, type Machine } from '../../src/conformance/command.js';
import type { Report } from '../../src/conformance/conduct.js';
import { rules } from '../../src/conformance/rules/index.js';
import { startServer, type TestServer } from '../server/support/server.js';
import { demoKeys, organizationId } from '../../demo/seed/organisation.js';
import { document, handlerOf, type Handler } from './own-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ testServer: true });
});
afterAll(() => server.close());

const needed = [
  '--url',
  'http://desk.test',
  '--service',
  'demo',
  '--organization',
  organizationId,
  '--agent',
  'agent1',
];
const usual = [...needed, '--key', demoKeys.demo];

interface Outcome {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
  readonly files: ReadonlyMap<string, string>;
  readonly requests: readonly { readonly method: string; readonly path: string }[];
}

async function called(args: readonly string[], more: { handler?: Handler; key?: string } = {}): Promise<Outcome> {
  // No run has the signatures of another one, which count once.
  server.clock.advance(5_000);
  const { handler = handlerOf(server), key } = more;
  const said: string[] = [];
  const complained: string[] = [];
  const files = new Map<string, string>();
  const requests: { method: string; path: string }[] = [];
  const machine: Machine = {
    environment: { CONFORMANCE_KEY: key },
    fetch: (url, init) => {
      requests.push({ method: init.method ?? 'GET', path: new URL(url).pathname });
      return handler(new Request(url, init));
    },
    now: () => server.clock.now,
    wait: () => Promise.resolve(),
    document,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    write: (file, text) => files.set(file, text),
  };
  const code = await command(args, machine);
  return { code, said: said.join('\n'), complained: complained.join('\n'), files, requests };
}

describe('the command line', () => {
  it.each([
    ['an option that is missing', needed, '--key is missing'],
    ['an option that there is not', [...usual, '--fast'], '--fast'],
    ['an address that is none', [...usual, '--url', 'desk'], '--url is no address'],
    ['a rule that there is not', [...usual, '--only', 'A.magic'], 'There is no rule A.magic'],
    ['a number that is none', [...usual, '--timeout', 'long'], '--timeout must be a whole number'],
    ['half of another service', [...usual, '--other-service', 'demojp'], '--other-key is missing'],
  ])('is refused for %s, before anything is sent', async (_what, args, why) => {
    const { code, complained, requests } = await called(args);
    expect([code, requests]).toEqual([2, []]);
    expect(complained).toContain(why);
  });

  it('tells the rules without a server', async () => {
    const { code, said, requests } = await called(['--list']);
    expect([code, requests]).toEqual([0, []]);
    expect(said.split('\n')).toHaveLength(rules.length);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('takes the key from the environment, so that no list of processes has it', async () => {
    const { code, said } = await called([...needed, '--only', 'A.auth.accepted'], { key: demoKeys.demo });
    expect([code, said]).toEqual([0, expect.stringContaining('1 passed, 0 failed, 0 left out')]);
  });
});

describe('a server that does not announce itself as a test server', () => {
  const silent: Handler = async (request) =>
    new URL(request.url).pathname === '/healthz' ? new Response('{"status":"up"}') : server.app.fetch(request);

  it('is left alone', async () => {
    const { code, complained, requests } = await called(usual, { handler: silent });
    expect([code, requests.map(({ path }) => path)]).toEqual([2, ['/healthz']]);
    expect(complained).toContain('does not announce itself as a test server');
  });

  it('is tested where that is forced', async () => {
    const { code } = await called([...usual, '--only', 'A.service', '--force'], { handler: silent });
    expect(code).toBe(0);
  });

  it('is told apart from one that does not answer', async () => {
    const { code, complained } = await called(usual, { handler: () => Promise.reject(new Error('refused')) });
    expect([code, complained]).toEqual([2, expect.stringContaining('does not answer: refused')]);
  });
});

describe('a run', () => {
  it('reads before it writes, and takes away what it made', async () => {
    const args = [...usual, '--admin', 'admin1', '--only', 'B.session', '--only', 'B.idempotency.same-answer'];
    const { code, said, requests } = await called(args);
    expect(code).toBe(0);
    const made = requests.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/tickets.json'));
    const read = requests.findLastIndex(({ path }) => path.endsWith('/session.json'));
    expect(read).toBeLessThan(made);
    expect(said).toContain('Cleaned up: 1 removed, 0 left');
  });

  it('says what it cannot take away', async () => {
    const { said } = await called([...usual, '--only', 'B.idempotency.same-answer']);
    expect(said).toMatch(/still there: ticket T\w+: in the spam box: only an administrator \(--admin\) can delete it/);
  });

  it('ends with 3 where a rule was left out, and says why', async () => {
    const { code, said } = await called([...usual, '--only', 'B.forward.permission']);
    expect([code, said]).toEqual([3, expect.stringContaining('left out: needs --second-agent')]);
  });

  it('shows request and answer of a failure, and never a key, a signature or a token', async () => {
    const handler: Handler = async (request) => {
      const answer = await server.app.fetch(request);
      return answer.status === 200 ? new Response(await answer.text(), { ...answer, status: 418 }) : answer;
    };
    const args = [...usual, '--only', 'A.auth.accepted', '--only', 'B.token', '--json', 'report.json'];
    const { code, said, files } = await called([...args, '--force'], { handler });
    const report = JSON.parse(files.get('report.json') ?? '{}') as Report;
    expect(code).toBe(1);
    const minted = report.rules.find(({ id }) => id === 'B.token.minted');
    expect(minted).toMatchObject({ outcome: 'failed', why: expect.stringContaining('HTTP status is 418') });
    expect(minted?.exchanges[0]).toMatchObject({
      request: { method: 'POST', path: '/demo/openapi/v1/console/token.json', headers: { Authorization: '•••' } },
      answer: { status: 418, body: expect.stringContaining('"token":"•••"') },
    });
    expect(said).toContain('"token":"•••"');
    for (const text of [said, files.get('report.json') ?? '']) {
      expect(text).not.toContain(demoKeys.demo);
      expect(text).not.toMatch(/[A-Za-z0-9+/]{43}=|[\w-]{40,}\.[\w-]{43}/);
    }
  });
});
