import { expect, it } from 'vitest';
import { pages } from '../../demo/server/ports/pages-node.js';

it.each(['/%E0%A4%A', '/%', '/..%2Fpackage.json', '/kit/%00.js', '/nothing.html'])('knows no page %s', async (path) => {
  expect((await pages().request(path)).status).toBe(404);
});
