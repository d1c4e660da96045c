import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoMemberKey } from '../../demo/seed/organisation.js';
import { fieldDefinitions, services, tickets } from '../../demo/server/db/schema.js';
import { usualLimits } from '../../demo/server/services/rate-limits.js';
import { memberToken, type Member } from '../../src/server/member-token.js';
import { fileOf } from './support/files.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await server.database.system((tx) =>
    tx
      .update(services)
      .set({ hostOrigins: ['https://shop.example'] })
      .where(eq(services.serviceId, 'demo')),
  );
});
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

const origin = 'http://desk.test';
const member = { service: 'demo', usercode: 'user 1', username: '한 회원', email: 'm@mail.example' };

async function linked(more: Partial<Member> = {}, key: string = demoMemberKey): Promise<Record<string, string>> {
  const facts = { ...member, time: server.clock.now, ...more };
  return { ...facts, time: String(facts.time), token: await memberToken(key, facts) };
}

const ask = (path: string, init?: RequestInit) =>
  server.app.fetch(new Request(origin + path, { redirect: 'manual', ...init }));
const post = (path: string, values: Record<string, string>) =>
  ask(path, { method: 'POST', body: new URLSearchParams(values) });
const clientSide = '/v2/enduser/remote.json';
const serverSide = '/api/v2/enduser/remote.json';

describe('a member token', () => {
  it('is the published one', async () => {
    const facts = { username: 'testUsername', email: 'test@email.com', phone: '123456789', time: 1660095873001 };
    const published = { service: 'hangame', usercode: 'testusercode', ...facts };
    expect(await memberToken('7cf2828608274a49a3f06152b2188927', published)).toBe(
      'Ah9M58CQ9RFTShjFuqziQr+0MjmJxN6+bzWxMD71moo=',
    );
  });

  it('counts three minutes, for this service and these facts, under the key of the organisation', async () => {
    const status = async (values: Record<string, string>) => (await post(serverSide, values)).status;
    const minutes = 3 * 60_000;
    expect(await status(await linked())).toBe(200);
    expect(await status(await linked({ time: server.clock.now - minutes }))).toBe(200);
    expect(await status(await linked({ time: server.clock.now - minutes - 1 }))).toBe(400);
    expect(await status(await linked({}, 'another key'))).toBe(400);
    const good = await linked();
    for (const [name, value] of Object.entries({
      service: 'demojp',
      usercode: 'user',
      email: '',
      phone: '1',
      token: '',
    }))
      expect(await status({ ...good, [name]: value })).toBe(400);
    expect(await status({ ...good, usercode: 'u'.repeat(51) })).toBe(400);
    const production = await startServer({ database: server.database, refusedKeys: [demoMemberKey] });
    const request = new Request(origin + serverSide, { method: 'POST', body: new URLSearchParams(good) });
    expect((await production.app.fetch(request)).status).toBe(400);
    await production.app.close();
  });
});

describe('what a member token covers', () => {
  const told = async (more: Partial<Member>) => {
    const answer = await post(serverSide, await linked(more));
    const { header } = (await answer.json()) as { header: { resultMessage: string } };
    return [answer.status, header.resultMessage];
  };

  it.each([
    [{ usercode: 'a&b' }, /usercode may not hold an ampersand/],
    [{ username: 'a&b' }, /username may not hold an ampersand/],
    [{ usercode: 'a\u200b' }, /usercode has spaces at its ends, or signs/],
    [{ usercode: 'a ' }, /usercode has spaces at its ends, or signs/],
    [{ service: 'de\0mo' }, /service is no service/],
    [{ username: 'a\0' }, /username holds a character/],
  ])('cannot be told in two ways: %j', async (more, message) => {
    expect(await told(more)).toEqual([400, expect.stringMatching(message)]);
  });

  it('is an address only with a name before it: one value may be either under the token', async () => {
    const path = '/demo/hc/ticket/?categoryId=101';
    const asked = async (browser: Browser) => /name="mail"/.test((await browser.go(path)).text);
    expect(await asked(await entered())).toBe(false);
    const { token, time } = await linked({ username: 'victim@mail.example', email: '' });
    const moved = { usercode: member.usercode, email: 'victim@mail.example', time: time ?? '', token: token ?? '' };
    const browser = new Browser();
    await browser.go(`/demo/hc/?${new URLSearchParams(moved).toString()}`);
    expect(await asked(browser)).toBe(true);
  });
});

describe('linkage by a browser', () => {
  it('says SUCCESS, or goes to a page of the host and nowhere else', async () => {
    const plain = await post(clientSide, await linked());
    expect([plain.status, await plain.text()]).toEqual([200, 'SUCCESS']);
    expect(plain.headers.get('Set-Cookie')).toMatch(/^help_center=.*Path=\/demo\/hc\/.*HttpOnly/);
    const back = await post(clientSide, await linked({ returnUrl: 'https://shop.example/orders?a=1' }));
    expect([back.status, back.headers.get('Location')]).toEqual([303, 'https://shop.example/orders?a=1']);
    const own = await post(clientSide, await linked({ returnUrl: '/demo/hc/' }));
    expect(own.headers.get('Location')).toBe(`${origin}/demo/hc/`);
    for (const returnUrl of [
      'https://evil.example/',
      '//evil.example/',
      'https://shop.example.evil.example/',
      'https://shop.example@evil.example/',
      'https://evil@shop.example/',
      'javascript:alert(1)',
      'http://shop.example/',
    ]) {
      const refused = await post(clientSide, await linked({ returnUrl }));
      expect([refused.status, refused.headers.get('Location'), refused.headers.get('Set-Cookie')]).toEqual([
        400,
        null,
        null,
      ]);
    }
    const unsigned = await post(clientSide, { ...(await linked()), returnUrl: 'https://shop.example/' });
    expect(unsigned.status).toBe(400);
  });
});

/** A browser that keeps the cookie of the help center. */
class Browser {
  cookie = '';

  async go(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; text: string; location: string; headers: Headers }> {
    const response = await ask(path, { ...init, headers: { Cookie: this.cookie } });
    this.cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? this.cookie;
    const { status, headers } = response;
    return { status, headers, text: await response.text(), location: headers.get('Location') ?? '' };
  }

  async send(path: string, values: Record<string, string>, files: readonly File[] = [], input = 'attachment') {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.append(name, value);
    for (const file of files) form.append(input, file, file.name);
    return this.go(path, { method: 'POST', body: form });
  }

  /** What a form of a page carries beside what is typed. */
  async mark(path: string): Promise<string> {
    return /name="mark" value="([^"]+)"/.exec((await this.go(path)).text)?.[1] ?? '';
  }
}

async function entered(more: Partial<Member> = {}): Promise<Browser> {
  const browser = new Browser();
  const { location } = await browser.go(`/demo/hc/?${new URLSearchParams(await linked(more)).toString()}`);
  expect(location).toBe('/demo/hc/');
  return browser;
}

const typed = {
  subject: '교환 <문의>',
  content: '사이즈를\n바꾸고 싶어요.',
  privacyAgree: 'true',
  personalAgree: 'true',
};

describe('the help center', () => {
  it('opens by link or access token, once its address holds neither; a token of the page is no access token', async () => {
    const stranger = new Browser();
    const closed = await stranger.go('/demo/hc/ticket/list/');
    expect([closed.status, closed.text.includes('로그인한 뒤')]).toEqual([403, true]);
    const token = ((await (await post(serverSide, await linked())).json()) as { result: { content: string } }).result
      .content;
    const browser = new Browser();
    const first = await browser.go(`/demo/hc/ticket/list/?language=en&accessToken=${encodeURIComponent(token)}`);
    expect([first.status, first.location]).toEqual([303, '/demo/hc/ticket/list/?language=en']);
    const list = await browser.go(first.location);
    expect(list.text).toContain('<html lang="en">');
    expect(list.text).toContain('You have no inquiries.');
    const visit = browser.cookie.split('=')[1] ?? '';
    expect((await stranger.go(`/demo/hc/?accessToken=${visit}`)).status).toBe(403);
    expect((await stranger.go(`/demojp/hc/?accessToken=${encodeURIComponent(token)}`)).status).toBe(403);
    server.clock.advance(5 * 60_000);
    expect((await stranger.go(`/demo/hc/?accessToken=${encodeURIComponent(token)}`)).status).toBe(403);
    expect((await browser.go('/demo/hc/')).status).toBe(200);
    expect(browser.cookie.split('=')[1]).toBe(visit);
    server.clock.advance(56 * 60_000);
    expect((await browser.go('/demo/hc/')).status).toBe(403);
  });

  it('takes an inquiry with files, shows it, and takes another message; nothing typed is lost when it is refused', async () => {
    const browser = await entered();
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    const refused = await browser.send(path, { ...typed, mark, privacyAgree: '', interests: '없는 값' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/role="alert"[\s\S]*href="#in-privacyAgree"/);
    expect(refused.text).toContain('value="교환 &lt;문의&gt;"');
    const foreign = await browser.send(path, { ...typed, mark: 'x' });
    expect([foreign.status, foreign.text.includes('화면이 오래되어')]).toEqual([400, true]);
    const done = await browser.send(path, { ...typed, mark }, [fileOf('사진.png'), fileOf('b.txt')]);
    expect(done.location).toMatch(/^\/demo\/hc\/ticket\/list\/T\w{18}$/);
    const detail = await browser.go(done.location);
    for (const part of ['<h1>교환 &lt;문의&gt;</h1>', '사이즈를<br>바꾸고 싶어요.', '사진.png', '접수 완료'])
      expect(detail.text).toContain(part);
    const again = await browser.send(done.location, { comment: '하나 더요.', mark: await browser.mark(done.location) });
    expect(again.location).toBe(done.location);
    expect((await browser.go(done.location)).text).toContain('하나 더요.');
    expect((await browser.go('/demo/hc/ticket/list/')).text).toContain(done.location);
    const stranger = await entered({ usercode: 'another' });
    expect((await stranger.go(done.location)).status).toBe(404);
    expect((await stranger.send(done.location, { comment: 'x', mark: await stranger.mark(path) })).status).toBe(404);
    expect((await stranger.send(path, { ...typed, mark })).status).toBe(400);
  });

  it('makes one inquiry of a form, however often it is sent', async () => {
    const browser = await entered({ usercode: 'twice' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    const refused = await browser.send(path, { ...typed, mark, subject: '' });
    expect(refused.status).toBe(400);
    const [first, second] = [
      await browser.send(path, { ...typed, mark }),
      await browser.send(path, { ...typed, mark }),
    ];
    expect(first.location).toMatch(/^\/demo\/hc\/ticket\/list\/T\w{18}$/);
    expect([second.status, second.location]).toEqual([303, '/demo/hc/ticket/list/']);
    const again = { comment: '하나 더요.', mark: await browser.mark(first.location) };
    expect((await browser.send(first.location, again)).location).toBe(first.location);
    expect((await browser.send(first.location, again)).location).toBe(first.location);
    expect((await browser.go(first.location)).text.split('하나 더요.')).toHaveLength(2);
    expect((await browser.go('/demo/hc/ticket/list/')).text.match(/class="card"/g)).toHaveLength(1);
  });

  it('asks for a file where a field wants one, and for an address where the host told none that can be one', async () => {
    const where = and(eq(fieldDefinitions.serviceId, 'demo'), eq(fieldDefinitions.code, 'proof'));
    await server.database.system((tx) =>
      tx.insert(fieldDefinitions).values({
        serviceId: 'demo',
        code: 'proof',
        owner: 'customer',
        type: 'file',
        names: { ko: '증빙', ja: '証憑', en: 'Proof' },
        required: true,
        position: 900,
        fieldId: 1900,
      }),
    );
    const browser = await entered({ usercode: 'filing', email: 'none' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mail = 'filing@mail.example';
    const mark = await browser.mark(path);
    const missing = await browser.send(path, { ...typed, mark });
    for (const code of ['proof', 'mail'])
      expect(missing.text).toMatch(new RegExp(`href="#in-${code}"[\\s\\S]*<input[^>]*id="in-${code}"`));
    const done = await browser.send(path, { ...typed, mail, mark }, [fileOf('proof.pdf')], 'proof');
    expect(done.location).toMatch(/T\w{18}$/);
    const agent = await server.as('admin1');
    const { files } = (await agent.get(`/tickets/${done.location.slice(-19)}.json`)).body.result.content;
    expect(files).toMatchObject([{ fileName: 'proof.pdf' }]);
    await server.database.system((tx) => tx.update(fieldDefinitions).set({ active: false }).where(where));
  });

  it('says what to do about files that are not taken and an inquiry that is over; nothing typed is lost', async () => {
    const browser = await entered({ usercode: 'refused' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    const values = { ...typed, mark, content: '사이즈를\0 바꿔요' };
    const kind = await browser.send(path, values, [fileOf('a.exe', 'MZ')]);
    expect([kind.status, kind.text.includes('10MB보다 작고'), kind.text.includes('사이즈를 바꿔요')]).toEqual([
      400,
      true,
      true,
    ]);
    const much = await browser.send(path, values, [fileOf('a.txt', 'x'.repeat(51 * 1024 * 1024))]);
    expect(much.text).toMatch(/role="alert"[\s\S]*합친 크기가 너무 커서[\s\S]*사이즈를 바꿔요/);
    expect([much.status, much.headers.get('Content-Type')]).toEqual([413, 'text/html; charset=utf-8']);
    const { location } = await browser.send(path, values);
    const again = { comment: '하나 더요.', mark: await browser.mark(location) };
    await server.database.system((tx) =>
      tx
        .update(tickets)
        .set({ status: 'completed' })
        .where(eq(tickets.ticketId, location.slice(-19))),
    );
    const over = await browser.send(location, again);
    expect([over.status, over.text.includes('최종 완료된'), over.text.includes('하나 더요.')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  const kept = (text: string) => /<textarea[^>]*readonly[^>]*>\s*사이즈를\n바꾸고 싶어요\.<\/textarea/.test(text);

  it('stays open for whoever goes on, with the forms of before, for twelve hours', async () => {
    const browser = await entered({ usercode: 'slow' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    server.clock.advance(40 * 60_000);
    const before = browser.cookie;
    await browser.go('/demo/hc/');
    expect(browser.cookie).not.toBe(before);
    server.clock.advance(40 * 60_000);
    expect((await browser.send(path, { ...typed, mark })).location).toMatch(/T\w{18}$/);
    for (let minutes = 80; minutes < 12 * 60; minutes += 40) {
      expect((await browser.go('/demo/hc/')).status).toBe(200);
      server.clock.advance(40 * 60_000);
    }
    expect((await browser.go('/demo/hc/')).status).toBe(403);
  });

  it('gives back what was typed when the visit is over', async () => {
    const browser = await entered({ usercode: 'late' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    server.clock.advance(61 * 60_000);
    const late = await browser.send(path, { ...typed, mark }, [fileOf('a.txt'), fileOf('b.pdf')]);
    expect([late.status, late.text.includes('로그인한 뒤'), kept(late.text)]).toEqual([403, true, true]);
    expect(late.text).toMatch(/>\s*교환 &lt;문의&gt;<\/textarea/);
    expect(late.text).not.toContain(mark);
  });

  it('gives back what was typed for a type that is not offered any more, and takes it for another', async () => {
    const browser = await entered({ usercode: 'moved' });
    const mark = await browser.mark('/demo/hc/ticket/?categoryId=101');
    const shown = await browser.go('/demo/hc/ticket/?categoryId=999');
    expect([shown.status, shown.text.includes('다른 접수유형을 선택')]).toEqual([400, true]);
    const gone = await browser.send('/demo/hc/ticket/?categoryId=999', { ...typed, mark });
    expect([gone.status, gone.text.includes('다른 접수유형을 선택'), kept(gone.text)]).toEqual([400, true, true]);
    expect(gone.text).toMatch(/type="hidden"[^>]*name="content"[^>]*value="사이즈를\n바꾸고 싶어요\."/);
    const form = await browser.send('/demo/hc/ticket/', { ...typed, old: '예전 항목', categoryId: '101' });
    expect(form.text).toMatch(/action="\/demo\/hc\/ticket\/\?categoryId=101"[\s\S]*value="교환 &lt;문의&gt;"/);
    expect(form.text).toMatch(/readonly[^>]*>\s*예전 항목</);
  });

  it('gives back what was typed when the server fails, and for a service that is none', async () => {
    let broken = false;
    const failures: unknown[] = [];
    const failing: TestServer['database'] = Object.create(server.database, {
      transaction: {
        value: (...args: Parameters<TestServer['database']['transaction']>) =>
          broken ? Promise.reject(new Error('no database')) : server.database.transaction(...args),
      },
    }) as TestServer['database'];
    const app = await startServer({ database: failing, onError: (error) => failures.push(error) });
    app.clock.now = server.clock.now;
    const cookie = (await entered({ usercode: 'unlucky' })).cookie;
    const send = (path: string, headers: Record<string, string> = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      body.append('attachment', fileOf('a.txt'), 'a.txt');
      return app.app.fetch(
        new Request(origin + path, { method: 'POST', body, headers: { Cookie: cookie, ...headers } }),
      );
    };
    await send('/demo/hc/ticket/?categoryId=101');
    broken = true;
    const failed = await send('/demo/hc/ticket/?categoryId=101');
    const text = await failed.text();
    expect([failed.status, text.includes('일시적인 오류'), kept(text)]).toEqual([500, true, true]);
    expect(failures).toHaveLength(1);
    const nowhere = await send('/no.service/hc/ticket/', { 'Accept-Language': 'ja-JP,en;q=0.8' });
    expect([nowhere.status, (await nowhere.text()).includes('<html lang="ja">')]).toEqual([404, true]);
    await app.app.close();
  });

  it('says that files have to be chosen again, and what is wrong with them', async () => {
    const browser = await entered({ usercode: 'files' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const mark = await browser.mark(path);
    const again = '첨부파일은 다시 선택해 주세요.';
    expect((await browser.go(path)).text).toMatch(/id="in-attachment"[^>]*aria-describedby="files-attachment"/);
    const refused = await browser.send(path, { ...typed, mark, subject: '' }, [fileOf('a.txt')]);
    expect(refused.text).toMatch(new RegExp(`role="alert"[\\s\\S]*${again}[\\s\\S]*id="again-attachment">${again}`));
    expect(refused.text).toMatch(/id="in-attachment"[^>]*aria-describedby="[^"]*again-attachment"/);
    expect((await browser.send(path, { ...typed, mark, subject: '' })).text).not.toContain(again);
    const stale = await browser.send(path, { ...typed, mark: 'x' }, [fileOf('a.txt')]);
    expect(stale.text).toContain(again);
    const gone = await browser.send('/demo/hc/ticket/?categoryId=999', { ...typed, mark }, [fileOf('a.txt')]);
    expect(gone.text).toContain(again);
    const moved = { ...typed, categoryId: '101', filesAgain: 'true' };
    expect((await browser.send('/demo/hc/ticket/', moved)).text).toContain(again);
    const six = [1, 2, 3, 4, 5, 6].map((count) => fileOf(`${count}.txt`));
    const many = await browser.send(path, { ...typed, mark }, six);
    expect(many.text).toMatch(/id="in-attachment"[^>]*aria-invalid="true"/);
    expect(many.text).toMatch(/id="bad-attachment">파일은 최대 5개/);
    const empty = await browser.send(path, { ...typed, mark }, [fileOf('a.txt', '')]);
    expect([empty.text.includes('내용이 없는 파일'), empty.text.includes('10MB보다 작고')]).toEqual([true, false]);
  });

  it('says of every input of a group that it is needed, and leads to the group', async () => {
    const where = and(eq(fieldDefinitions.serviceId, 'demo'), eq(fieldDefinitions.code, 'stay'));
    await server.database.system((tx) =>
      tx.insert(fieldDefinitions).values({
        serviceId: 'demo',
        code: 'stay',
        owner: 'customer',
        type: 'date_period',
        names: { ko: '기간', ja: '期間', en: 'Period' },
        required: true,
        position: 901,
        fieldId: 1901,
      }),
    );
    const browser = await entered({ usercode: 'period' });
    const path = '/demo/hc/ticket/?categoryId=101';
    const { text } = await browser.send(path, { ...typed, mark: await browser.mark(path) });
    expect(text).toMatch(/<fieldset id="in-stay" tabindex="-1"\s+aria-describedby="bad-stay"/);
    expect(text.match(/name="stay"[^>]*required[^>]*aria-invalid="true"/g)).toHaveLength(2);
    await server.database.system((tx) => tx.update(fieldDefinitions).set({ active: false }).where(where));
  });

  it('goes on where the link leads, with the type and the page', async () => {
    const browser = new Browser();
    const values = new URLSearchParams({ ...(await linked()), categoryId: '101', page: '2' }).toString();
    expect((await browser.go(`/demo/hc/ticket/?${values}`)).location).toBe('/demo/hc/ticket/?categoryId=101&page=2');
  });

  it('waits in the turns of customers, and counts for the address that asks', async () => {
    let running = 0;
    let most = 0;
    const counting: TestServer['database'] = Object.create(server.database, {
      transaction: {
        value: async (...args: Parameters<TestServer['database']['transaction']>) => {
          running += 1;
          most = Math.max(most, running);
          return server.database.transaction(...args).finally(() => (running -= 1));
        },
      },
    }) as TestServer['database'];
    const limits = { ...usualLimits, open: { burst: 12, perSecond: 1 } };
    const app = await startServer({ database: counting, limits });
    app.clock.now = server.clock.now;
    const { cookie } = await entered({ usercode: 'busy' });
    const get = () => app.app.fetch(new Request(`${origin}/demo/hc/ticket/list/`, { headers: { Cookie: cookie } }));
    const all = await Promise.all(Array.from({ length: 12 }, get));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(most).toBeLessThanOrEqual(3);
    const refused = await get();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(await refused.text()).toContain('요청이 너무 많습니다');
    await app.app.close();
  });

  it('is left before its time is over', async () => {
    const browser = await entered();
    expect((await browser.go('/demo/hc/')).text).toMatch(/<form method="post" action="\/demo\/hc\/leave\/">/);
    const foreign = await browser.send('/demo/hc/leave/', { mark: 'x' });
    expect([foreign.status, foreign.headers.get('Set-Cookie')]).toEqual([303, null]);
    const left = await browser.send('/demo/hc/leave/', { mark: await browser.mark('/demo/hc/') });
    expect([left.status, left.text.includes('로그아웃했습니다')]).toEqual([200, true]);
    expect(left.headers.get('Set-Cookie')).toMatch(/^help_center=;.*Max-Age=0/);
    expect((await browser.go('/demo/hc/')).status).toBe(403);
  });

  it('runs nothing but its own, and stands in pages of the host only where it is asked to', async () => {
    const browser = await entered();
    const plain = (await browser.go('/demo/hc/')).headers.get('Content-Security-Policy') ?? '';
    expect(plain).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(plain).not.toContain('unsafe');
    const { headers, text } = await browser.go('/demo/hc/?iframe=true&language=ja');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self' https://shop.example");
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(text).toContain(`<script nonce="${nonce}">`);
    expect(text).toContain('/demo/hc/ticket/?language=ja&amp;iframe=true');
  });
});
