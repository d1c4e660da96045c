import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { hostWithSession } from '../../demo/pages/host-session/backend.js';
import { rowsOf, visit } from './support/visit.js';

async function signIn(page: Page, number: string): Promise<void> {
  await page.getByLabel('사번').fill(number);
  await page.getByLabel('비밀번호').fill(`gaon-${number}`);
  await page.keyboard.press('Enter');
}

/** Asks as a page does, from outside of it; answers the status. */
async function post(page: Page, path: string, data: object): Promise<number> {
  const headers = { Origin: inject('origin') };
  return (await page.request.post(`${inject('origin')}/host-session/${path}`, { data, headers })).status();
}

test('who signs in to the intranet works as that agent, and who signs out leaves nothing behind', async () => {
  const { page, complaints, requests } = await visit('host-session.html');
  await page.getByRole('button', { name: '로그인' }).waitFor();
  await signIn(page, '1001');
  await rowsOf(page).first().waitFor();
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  const token = requests.find((request) => request.url().endsWith('/host-session/token'));
  expect(token?.postDataJSON()).toEqual({ reason: 'start', number: '1001' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('이준호');
  expect(requests.filter((request) => request.url().includes('/demo/token'))).toEqual([]);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await rowsOf(other).first().waitFor();

  await page.getByRole('button', { name: '로그아웃' }).click();
  for (const left of [page, other]) {
    await left.locator('.sign-in').waitFor();
    expect(await left.locator('desk-hub').count()).toBe(0);
  }
  expect(await post(page, 'token', {})).toBe(401);
  expect(complaints).toEqual([]);
});

test('who is no agent is told so, and a wrong password too', async () => {
  const { page } = await visit('host-session.html');
  await page.getByLabel('사번').fill('2001');
  await page.getByLabel('비밀번호').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('사번 또는 비밀번호가 맞지 않습니다.').waitFor();
  await signIn(page, '2001');
  await page.getByText('이 계정은 상담원으로 등록되어 있지 않습니다.').waitFor();
  expect(await page.locator('desk-hub').count()).toBe(0);
});

test('a session that ends is told, and no window goes on in the name of somebody else', async () => {
  const { page } = await visit('host-session.html');
  await signIn(page, '1001');
  await rowsOf(page).first().waitFor();
  const need = (): Promise<unknown> =>
    page.evaluate(() => {
      const { signal } = new AbortController();
      return document
        .querySelector('desk-hub')
        ?.getToken?.({ reason: 'expired', signal })
        .catch(() => undefined);
    });

  const form = page.locator('.sign-in');
  await page.route('**/host-session/*', (route) => route.fulfill({ status: 502 }), { times: 2 });
  await need();
  expect(await form.isVisible()).toBe(false);
  await page.getByRole('button', { name: '로그아웃' }).click();
  await page.getByText('아직 로그인되어 있으니 다시 시도해 주세요.').waitFor();

  await post(page, 'sign-out', {});
  await need();
  await page.getByText('다시 로그인하면 작성하던 내용을 이어서 쓸 수 있습니다.').waitFor();
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
  expect(await focused()).toBe('input');
  const retried = page.evaluate(
    () =>
      new Promise((hear) => {
        document.addEventListener('desk-retry-request', (event) => hear((event as Event & { what: string }).what));
      }),
  );
  await signIn(page, '1001');
  expect(await retried).toBe('session');
  expect(await form.isVisible()).toBe(false);
  expect(await page.locator('.not-signed-out').textContent()).toBe('');

  await post(page, 'sign-out', {});
  await rowsOf(page).first().focus();
  await need();
  await form.waitFor();
  expect(await focused()).toBe('ticket-console');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await signIn(other, '1002');
  await page.locator('.name', { hasText: '박지민' }).waitFor();
  expect(await post(page, 'token', { number: '1001' })).toBe(409);
});

test('pages of other sites get nothing from the intranet', async () => {
  const origin = inject('origin');
  const ask = async (path: string, body: string, headers: Record<string, string>) =>
    (await fetch(`${origin}/host-session/${path}`, { method: 'POST', body, headers })).status;
  const json = { 'Content-Type': 'application/json' };
  const known = JSON.stringify({ number: '1001', password: 'gaon-1001' });
  expect(await ask('sign-in', known, { ...json, Origin: origin })).toBe(200);
  expect(await ask('sign-in', known, { ...json, Origin: 'https://elsewhere.test' })).toBe(403);
  expect(await ask('sign-in', known, json)).toBe(403);
  expect(await ask('sign-in', known, { 'Content-Type': 'text/plain', Origin: origin })).toBe(403);
  expect(await ask('sign-in', JSON.stringify({ number: 'x'.repeat(3_000) }), { ...json, Origin: origin })).toBe(400);
});

test('behind a proxy, too, the session alone says for whom a token is', async () => {
  const minted: string[] = [];
  const mintAgentToken = async (usercode: string) => {
    minted.push(usercode);
    return { token: 't', expiresAt: 0 };
  };
  const answer = hostWithSession({ desk: { mintAgentToken }, origins: ['https://intranet.test'] });
  const ask = (path: string, fields: object, headers: Record<string, string> = {}): Promise<Response> => {
    const body = JSON.stringify(fields);
    const usual = { Origin: 'https://intranet.test', 'Content-Type': 'application/json' };
    const all = { ...usual, 'Content-Length': String(body.length), ...headers };
    return answer(new Request(`http://10.0.0.5/host-session/${path}`, { method: 'POST', body, headers: all }));
  };
  const known = { number: '1002', password: 'gaon-1002' };
  expect((await ask('sign-in', known, { Origin: 'http://10.0.0.5' })).status).toBe(403);
  // It could go on for ever.
  expect((await ask('sign-in', known, { 'Content-Length': '' })).status).toBe(400);
  const cookie = (await ask('sign-in', known)).headers.get('Set-Cookie') ?? '';
  expect(cookie).toMatch(/^__Host-intranet=[0-9a-f]{64}; .*; Secure$/);
  const Cookie = cookie.slice(0, cookie.indexOf(';'));
  expect((await ask('token', { number: '1002', usercode: 'admin1' }, { Cookie })).status).toBe(200);
  expect((await ask('token', { number: '1001' }, { Cookie })).status).toBe(409);
  expect(minted).toEqual(['agent2']);
});
