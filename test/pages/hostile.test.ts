import { expect, test } from 'vitest';
import { firstRowOf, rowsOf, visit } from './support/visit.js';

test('works among old global styles, under the strict policy, beside a second copy and another Lit', async () => {
  const { page, complaints } = await visit('hostile.html', { agent: 'agent1' });
  await rowsOf(page).first().waitFor();
  expect(complaints).toEqual([]);
});

test('looks as on a page without any styles of its own', async () => {
  const looks = async (name: string) => {
    const { page } = await visit(name, { agent: 'agent1' });
    const row = rowsOf(page).first();
    await row.waitFor();
    const subject = row.getByRole('gridcell').nth(4);
    return subject.evaluate((cell) => {
      const { fontSize, lineHeight, textTransform, letterSpacing, textAlign, fontStyle, whiteSpace, textIndent } =
        getComputedStyle(cell);
      return { fontSize, lineHeight, textTransform, letterSpacing, textAlign, fontStyle, whiteSpace, textIndent };
    });
  };
  expect(await looks('hostile.html')).toEqual(await looks('console.html'));
});

test('an unassigned ticket is claimed there as anywhere', async () => {
  const { page, complaints } = await visit('hostile.html', { agent: 'agent2' });
  const view = page.getByRole('button', { name: /^전체 미할당 티켓/ });
  await view.waitFor();
  await view.click();
  await expect.poll(() => rowsOf(page).filter({ hasNotText: '미할당' }).count()).toBe(0);
  const first = firstRowOf(page);
  const subject = await first.getByRole('gridcell').nth(4).innerText();
  await first.getByRole('button', { name: /가져오기/ }).click();
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  await rowsOf(page).filter({ hasText: subject }).first().waitFor();
  expect(complaints).toEqual([]);
});

test('an answer is looked through in a worker, which the policy allows', async () => {
  const { page, complaints, requests } = await visit('hostile.html', { agent: 'agent1' });
  // What the history says may have begun one before the answer is typed.
  const workers = page.workers().map((worker) => worker.url());
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  await firstRowOf(page).getByRole('gridcell').nth(4).click();
  await page.getByRole('textbox', { name: '답변 내용' }).click();
  await page.keyboard.type('4111 1111 1111 1111');
  await page.getByRole('group', { name: '카드번호 1건' }).waitFor();
  expect(workers).toContainEqual(expect.stringMatching(/\/kit(-second)?\/personal-data-worker\.js$/));
  expect(
    requests.filter((request) => request.postData()?.includes('4111 1111') && !request.url().includes('/draft')),
  ).toEqual([]);
  expect(complaints).toEqual([]);
});
