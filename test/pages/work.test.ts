import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { startDemo } from './support/demo-server.js';
import { rowsOf, visit } from './support/visit.js';

/** Opens the list of unassigned tickets and waits until it shows nothing else. */
async function openUnassigned(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^전체 미할당 티켓/ }).click();
  await rowsOf(page)
    .first()
    .getByRole('button', { name: /^가져오기/ })
    .waitFor();
  const others = rowsOf(page).filter({ hasNotText: '미할당' });
  await expect.poll(() => others.count(), { timeout: 10_000 }).toBe(0);
}

/** Presses claim on the first row. */
async function claimFirst(page: Page): Promise<void> {
  await rowsOf(page)
    .first()
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

test('the keyboard alone finds, claims and answers a ticket', async () => {
  const { page } = await visit('console.html', { agent: 'agent2' });
  const view = page.getByRole('button', { name: /^전체 미할당 티켓/ });
  await view.waitFor();
  await view.focus();
  await page.keyboard.press('Enter');
  const row = rowsOf(page).first();
  await row.getByRole('button', { name: /^가져오기/ }).waitFor();
  const grid = page.getByRole('grid');
  for (
    let presses = 0;
    presses < 60 && !(await grid.evaluate((element) => element.matches(':focus-within')));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  const text = page.getByRole('textbox', { name: '답변 내용' });
  await text.waitFor();
  await text.focus();
  await page.keyboard.type('확인했습니다. 다시 보내 드리겠습니다.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('article').filter({ hasText: '다시 보내 드리겠습니다' }).waitFor();
});

test('a server that is killed while it processes has answered once and mailed once after its restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskparts-kill-'));
  const first = await startDemo({ folder, tickets: 40 });
  const port = Number(new URL(first.origin).port);
  const { page } = await visit('console.html', { agent: 'admin1', origin: first.origin });
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  await rowsOf(page).first().click();
  const text = page.getByRole('textbox', { name: '답변 내용' });
  await text.fill('정전 전에 쓴 답변입니다.');
  await page.getByRole('button', { name: /^처리하기/ }).click();
  await first.kill();
  const second = await startDemo({ folder, port });
  try {
    const answers = page.getByRole('article').filter({ hasText: '정전 전에 쓴 답변입니다.' });
    const kept = async () =>
      (await text.count()) === 1 && (await text.inputValue()).includes('정전 전에 쓴 답변입니다.');
    // Either the answer is there, or its text is still in the editor: never neither.
    await expect.poll(async () => (await answers.count()) === 1 || (await kept()), { timeout: 30_000 }).toBe(true);
    await page.reload();
    await expect.poll(() => readdirSync(join(folder, 'mail')).length, { timeout: 30_000 }).toBeLessThanOrEqual(1);
  } finally {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
