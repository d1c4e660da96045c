import { expect, test } from 'vitest';
import { rowsOf, visit } from './support/visit.js';

for (const name of ['console.html', 'minimal.html', 'pieces.html', 'two-hubs.html']) {
  test(`${name} shows tickets and complains about nothing`, async () => {
    const { page, complaints } = await visit(name);
    await rowsOf(page).first().waitFor();
    expect(complaints).toEqual([]);
  });
}

test('two hubs show two services, each in its own language', async () => {
  const { page } = await visit('two-hubs.html');
  const [korean, japanese] = [
    page.getByRole('grid', { name: '티켓 목록' }),
    page.getByRole('grid', { name: 'チケットリスト' }),
  ];
  await Promise.all([korean.waitFor(), japanese.waitFor()]);
  await expect.poll(() => korean.getAttribute('aria-rowcount').then(Number)).toBeGreaterThan(1);
  expect(await korean.getAttribute('aria-rowcount')).not.toBe(await japanese.getAttribute('aria-rowcount'));
});

/** What Lit and nanostores write to the page, to find second copies of themselves. */
const marks = [
  'litHtmlVersions',
  'litElementVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
  'nanostoresGlobal',
];

test('the page around the kit is the same with and without it', async () => {
  const around = async (withKit: boolean) => {
    const { page } = await visit('index.html');
    const before = await page.evaluate(() => Object.keys(window).sort());
    if (withKit) {
      await page.evaluate("import('/kit/deskparts.js').then(() => undefined)");
      await page.evaluate(() => customElements.whenDefined('desk-hub'));
    }
    return page.evaluate((known) => {
      const link = getComputedStyle(document.querySelector('.cards a') ?? document.body);
      return {
        globals: Object.keys(window).filter((name) => !known.includes(name)),
        styles: document.querySelectorAll('style, link[rel=stylesheet]').length + document.adoptedStyleSheets.length,
        root: document.documentElement.getAttributeNames().sort(),
        body: document.body.getAttributeNames(),
        looks: [link.color, link.fontSize, getComputedStyle(document.body).font],
      };
    }, before);
  };
  const withoutMarks = ({ globals, ...rest }: Awaited<ReturnType<typeof around>>) => ({
    ...rest,
    globals: globals.filter((name) => !marks.includes(name)),
  });
  expect(withoutMarks(await around(true))).toEqual(await around(false));
});

test('no token and no key stands where it can be read', async () => {
  const { page, requests } = await visit('console.html');
  await rowsOf(page).first().waitFor();
  const token = requests.find((request) => request.url().includes('/demo/token'));
  const { token: secret } = (await (await token?.response())?.json()) as { token: string };
  expect(secret.length).toBeGreaterThan(20);
  expect(requests.filter((request) => request.url().includes(secret))).toEqual([]);
  const readable = await page.evaluate(async () => {
    const texts: string[] = [];
    const walk = (node: Element | ShadowRoot): void => {
      if (node instanceof ShadowRoot) texts.push(node.innerHTML);
      for (const child of node.querySelectorAll('*')) if (child.shadowRoot) walk(child.shadowRoot);
    };
    texts.push(document.documentElement.outerHTML);
    walk(document.documentElement);
    const databases = await indexedDB.databases();
    return [
      ...texts,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      JSON.stringify(databases),
    ].join('\n');
  });
  expect(readable).not.toContain(secret);
  const scripts = await Promise.all(
    requests
      .filter((request) => request.resourceType() === 'script')
      .map(async (request) => (await request.response())?.text()),
  );
  expect(scripts.join('\n')).not.toContain('0123456789abcdef0123456789abcdef');
});
