import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import { expect, test } from 'vitest';
import { at } from '../../tools/project.js';
import { rowsOf, visit } from './support/visit.js';

const source = readFileSync(at('node_modules/axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: typeof axe;
  }
}

for (const lang of ['ko', 'ja', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`the console with an open ticket passes the audit in ${lang}, ${theme}`, async () => {
      const { page } = await visit('console.html', { lang, theme });
      await rowsOf(page).first().click();
      await page.getByRole('article').first().waitFor();
      // The page's policy forbids inline scripts; the debugger's way in is not under it.
      await page.evaluate(source);
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
        );
      });
      expect(found).toEqual([]);
    });
  }
}
