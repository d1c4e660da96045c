import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { startDemo } from './support/demo-server.js';
import { firstRowOf, rowsOf, visit } from './support/visit.js';

/** Opens the list of unassigned tickets and waits until it shows nothing else. */
async function openUnassigned(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^전체 미할당 티켓/ }).click();
  await firstRowOf(page)
    .getByRole('button', { name: /^가져오기/ })
    .waitFor();
  const others = rowsOf(page).filter({ hasNotText: '미할당' });
  await expect.poll(() => others.count(), { timeout: 10_000 }).toBe(0);
}

/** Presses claim on the first row. */
async function claimFirst(page: Page): Promise<void> {
  await firstRowOf(page)
    .getByRole('button', { name: /^가져오기/ })
    .click();
}

/** Chooses the first of the agent's groups in the dialog. */
async function confirmGroup(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '티켓 가져오기' });
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: '가져오기' }).click();
}

test('a claim in one browser shows in the other without a touch', async () => {
  const [one, other] = await Promise.all([
    visit('console.html', { agent: 'agent2' }),
    visit('console.html', { agent: 'agent1' }),
  ]);
  await Promise.all([openUnassigned(one.page), openUnassigned(other.page)]);
  const count = other.page.getByRole('button', { name: /^전체 미할당 티켓/ });
  const before = await count.innerText();
  await claimFirst(one.page);
  await expect.poll(() => count.innerText(), { timeout: 10_000 }).not.toBe(before);
});

test('of two agents who claim the same ticket at once, one wins and the other is told who', async () => {
  const [one, other] = await Promise.all([
    visit('console.html', { agent: 'agent1' }),
    visit('console.html', { agent: 'agent3' }),
  ]);
  for (const { page } of [one, other]) {
    await openUnassigned(page);
    await claimFirst(page);
    await page.getByRole('dialog', { name: '티켓 가져오기' }).waitFor();
  }
  await Promise.all([confirmGroup(one.page), confirmGroup(other.page)]);
  const told = (page: Page) => page.getByText(/님이 먼저 (가져갔|처리했)습니다/).count();
  await expect
    .poll(async () => (await told(one.page)) + (await told(other.page)), { timeout: 10_000 })
    .toBeGreaterThan(0);
  expect([await told(one.page), await told(other.page)]).toContain(0);
});

/** Whether something inside the focused chain of shadow roots carries a name that matches. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    return `${active?.getAttribute('role') ?? active?.localName ?? ''} ${name.replace(/\s+/g, ' ').trim()}`;
  });
}

/** Presses a key until what has the focus matches, as somebody without a mouse does. */
async function pressUntil(page: Page, key: string, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (wanted.test(await focusedName(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${String(wanted)}, but ${await focusedName(page)}`);
}

test('the keyboard alone finds, claims and answers a ticket', async () => {
  const { page } = await visit('console.html', { agent: 'agent2' });
  await page.getByRole('button', { name: /^전체 미할당 티켓/ }).waitFor();
  await pressUntil(page, 'Tab', /^button (내가|전체|그룹내|스팸함)/);
  await pressUntil(page, 'ArrowDown', /^button 전체 미할당 티켓/);
  await page.keyboard.press('Enter');
  await firstRowOf(page)
    .getByRole('button', { name: /^가져오기/ })
    .waitFor();
  await pressUntil(page, 'Tab', /^row /);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: '답변 내용' }).waitFor();
  await pressUntil(page, 'Tab', /^(textarea|textbox) 답변 내용/);
  await page.keyboard.type('확인했습니다. 다시 보내 드리겠습니다.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').filter({ hasText: '다시 보내 드리겠습니다' }).waitFor();
});

/** Opens the first of the agent's tickets whose answer goes out by mail; answers with its number. */
async function openMailed(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  await rowsOf(page).first().waitFor();
  for (const row of await rowsOf(page).all()) {
    await row.click();
    await expect(row.getAttribute('aria-current')).resolves.toBe('true');
    await page.getByRole('button', { name: /^처리하기/ }).waitFor();
    if ((await page.getByText(/주소로 메일을 보냅니다/).count()) === 0) continue;
    const number = await page
      .getByText(/T\d{13}\w{5}/)
      .first()
      .innerText();
    return /T\d{13}\w{5}/.exec(number)?.[0] ?? '';
  }
  throw new Error('No ticket of the agent has a customer with an address.');
}

/** The words of the answer that is being written, whichever field they are in. */
function answerIn(page: Page): Promise<string> {
  return page.locator('reply-composer').evaluate((element) => (element as HTMLElement & { value: string }).value);
}

/** How often a ticket's history, as the server has it, says a text. */
async function answersOf(origin: string, ticketId: string, text: string): Promise<number> {
  const answer = await fetch(`${origin}/demo/token?service=demo&agent=admin1`);
  const { token } = (await answer.json()) as { token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const history = await fetch(`${origin}/demo/openapi/v1/console/tickets/${ticketId}/history.json`, { headers });
  const { result } = (await history.json()) as { result: { contents: { text: string }[] } };
  return result.contents.filter((entry) => entry.text.includes(text)).length;
}

/** Mails that have left; in a new folder they are all of the test. */
function mailsIn(folder: string): number {
  const mails = join(folder, 'mail');
  return existsSync(mails) ? readdirSync(mails).filter((name) => name.endsWith('.eml')).length : 0;
}

test('a server that is killed while it processes has one answer and one mail, or none and the text is there', async () => {
  const written = '정전 전에 쓴 답변입니다.';
  const folder = mkdtempSync(join(tmpdir(), 'deskparts-kill-'));
  const first = await startDemo({ folder, tickets: 40 });
  const port = Number(new URL(first.origin).port);
  const { page } = await visit('console.html', { agent: 'admin1', origin: first.origin });
  const ticketId = await openMailed(page);
  const text = page.getByRole('textbox', { name: '답변 내용' });
  await text.fill(written);
  await page.getByText(/저장됨 /).waitFor();
  await page.getByRole('button', { name: /^처리하기/ }).click();
  await first.kill();
  const second = await startDemo({ folder, port });
  try {
    // The page knows how it ended, or says that it does not.
    const settled = page.getByRole('article').filter({ hasText: written }).or(page.getByText('처리되었는지 확인되지'));
    await settled.first().waitFor({ timeout: 60_000 });
    if ((await answersOf(second.origin, ticketId, written)) === 0) {
      expect(mailsIn(folder)).toBe(0);
      expect(await answerIn(page)).toBe(written);
      await page.reload();
      await expect.poll(() => answerIn(page), { timeout: 10_000 }).toBe(written);
      await page.getByRole('button', { name: /^처리하기/ }).click();
    }
    await expect.poll(() => answersOf(second.origin, ticketId, written), { timeout: 20_000 }).toBe(1);
    await expect.poll(() => mailsIn(folder), { timeout: 30_000 }).toBe(1);
    // What would answer or mail a second time does it when the page comes back.
    await page.reload();
    await page.getByRole('article').filter({ hasText: written }).waitFor();
    expect(await answersOf(second.origin, ticketId, written)).toBe(1);
    expect(mailsIn(folder)).toBe(1);
  } finally {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 150_000);
