import { expect, test } from 'vitest';
import { rowsOf, visit } from './support/visit.js';

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
  const count = Number((await view.innerText()).replace(/\D/g, ''));
  await view.click();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(count + 1));
  const rows = rowsOf(page);
  await expect.poll(() => rows.first().getAttribute('aria-rowindex')).toBe('2');
  const subject = await rows.first().getByRole('gridcell').nth(4).innerText();
  await rows
    .first()
    .getByRole('button', { name: /가져오기/ })
    .click();
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  await rows.filter({ hasText: subject }).first().waitFor();
  expect(complaints).toEqual([]);
});
