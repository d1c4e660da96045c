import { expect, test } from 'vitest';
import { visit } from './support/visit.js';

test('a notice is read by whoever dismisses it, and stays read', async () => {
  const { page, complaints } = await visit('console.html', { agent: 'agent2' });
  const bar = page.getByRole('region', { name: '내부공지' });
  const line = bar.getByRole('button').first();
  await line.waitFor();
  const first = await line.textContent();
  expect(first).toContain('안 읽음');
  const marked = page.waitForResponse((answer) => answer.url().endsWith('/read.json'));
  await bar.getByRole('button', { name: '읽음으로 표시' }).click();
  expect((await marked).status()).toBe(200);
  await page.reload();
  await line.waitFor();
  expect(await line.textContent()).not.toBe(first);
  await line.click();
  await expect
    .poll(() => page.getByRole('dialog').getByRole('article').textContent())
    .toContain('이 시간의 환불 문의는');
  expect(complaints).toEqual([]);
});
