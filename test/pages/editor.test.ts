import type { CDPSession, Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { rowsOf, visit } from './support/visit.js';

/** Opens a ticket on the page with the strict policy, and its editor. */
async function openEditor() {
  const visited = await visit('hostile.html', { agent: 'agent1' });
  const { page } = visited;
  await page.getByRole('button', { name: /^내가 처리중인 티켓/ }).click();
  const rows = rowsOf(page);
  await rows.first().waitFor();
  await expect.poll(() => rows.filter({ hasNotText: '처리중' }).count()).toBe(0);
  await rows.first().locator('[id^=subject-]').click();
  await page.locator('reply-composer').getByRole('toolbar').waitFor();
  const field = page.locator('reply-composer .ProseMirror');
  await page.locator('reply-composer [part=editor]:visible').focus();
  await field.waitFor();
  await field.press('Control+a');
  await field.press('Delete');
  return { ...visited, field, input: await page.context().newCDPSession(page) };
}

/** Waits until the server has a draft that contains this. */
function kept(page: Page, part: string): Promise<unknown> {
  return page.waitForResponse(
    async (answer) => answer.request().method() === 'PUT' && (await answer.text()).includes(part),
  );
}

/** Pastes html, text or files, as a browser hands them over. */
async function paste(field: Locator, data: Readonly<Record<string, string>>, image?: string): Promise<void> {
  await field.evaluate(
    (node, [texts, base64]) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
      if (base64) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        clipboardData.items.add(new File([bytes], '화면.png', { type: 'image/png' }));
      }
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [data, image] as const,
  );
}

/** Composes as an input method does: each step is what stands in the text so far. */
async function compose(input: CDPSession, ...steps: readonly string[]): Promise<void> {
  for (const text of steps) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}

const commit = (input: CDPSession, text: string) => input.send('Input.insertText', { text });
const processed = (page: Page) => page.getByText(/처리 중…|처리했습니다/).count();

test('Korean and Japanese are composed under the strict policy, each once', async () => {
  const { page, field, input, complaints } = await openEditor();
  await compose(input, 'ㅎ', '하', '한');
  await commit(input, '한');
  await compose(input, 'ㄱ', '그', '글');
  await commit(input, '글');
  expect(await field.innerText()).toBe('한글');
  await field.press('Enter');
  await compose(input, 'に', 'にほ', 'にほん', '日本');
  await commit(input, '日本');
  expect((await field.locator('p').allInnerTexts()).map((text) => text.trim())).toEqual(['한글', '日本']);
  await field.press('Control+b');
  await compose(input, 'ㄱ', '굵');
  await commit(input, '굵');
  expect(await field.locator('strong').innerText()).toBe('굵');
  expect(
    await page.locator('reply-composer').evaluate((element) => (element as HTMLElement & { value: string }).value),
  ).toBe('한글\n\n日本굵');
  expect(complaints).toEqual([]);
});

test('a composition outlives live changes, and no key that belongs to it processes the ticket', async () => {
  const { page, field, input } = await openEditor();
  await page.keyboard.type('ab');
  await page.keyboard.press('ArrowLeft');
  await compose(input, 'ㅎ', '하');
  await page.locator('reply-composer').evaluate(async (element) => {
    const composer = element as HTMLElement & { requestUpdate(): void; updateComplete: Promise<unknown> };
    for (let change = 0; change < 100; change += 1) {
      composer.requestUpdate();
      await composer.updateComplete;
    }
  });
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, modifiers: 2 } as const;
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await compose(input, '한');
  await commit(input, '한');
  expect(await field.innerText()).toBe('a한b');
  expect(await processed(page)).toBe(0);
  await page.keyboard.type('x');
  expect(await field.innerText()).toBe('a한xb');
});

test('what is pasted under the strict policy passes the filter', async () => {
  const { page, field, complaints } = await openEditor();
  await paste(field, {
    'text/html': '<p onclick="x()" style="color:red">글 <b>굵게</b><img src=x onerror="x()"></p>',
  });
  expect(await field.locator('strong').innerText()).toBe('굵게');
  expect(await field.locator('[onclick], [style], img:not(.ProseMirror-separator)').count()).toBe(0);
  await field.press('Control+a');
  await paste(field, { 'text/html': '<table><tr><td>가</td><td>나</td></tr></table>' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.insertText('표 아래');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => field.evaluate((node) => node.childElementCount)).toBe(2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.insertText('표 위');
  expect(await field.locator('> *').allTextContents()).toEqual(['표 위', '가나', '표 아래']);
  expect(complaints).toEqual([]);
});

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a text is kept while it is composed, and comes back whole with its formats, its table and its image', async () => {
  const { page, field, input, complaints } = await openEditor();
  await field.press('Control+b');
  let saved = kept(page, '구');
  await compose(input, 'ㄱ', '구');
  await saved;
  expect(await field.innerText()).toBe('구');
  await compose(input, '굴', '굵');
  await commit(input, '굵');
  await field.press('Control+b');
  await field.press('Enter');
  await paste(field, { 'text/html': '<table><tr><td>결제</td><td>환불</td></tr></table>' });
  await field.press('Control+End');
  await page.keyboard.insertText('표 아래');
  saved = kept(page, '<img');
  await paste(field, {}, dot);
  await saved;
  await page.reload();
  const image = field.locator('img[src^="blob:"]');
  await image.waitFor();
  expect(await field.locator('strong').allInnerTexts()).toEqual(['굵']);
  expect(await field.locator('td').allInnerTexts()).toEqual(['결제', '환불']);
  expect(await field.locator('p:has(img)').innerText()).toContain('표 아래');
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(1);
  expect(complaints).toEqual([]);
});
