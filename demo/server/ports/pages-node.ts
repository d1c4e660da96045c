import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono, type Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** The policy that the kit promises to live with. Pages with a Lit of their own must allow the policy name twice. */
function policy(page: string): string {
  const own = 'lit-html dompurify deskparts';
  const names = page === 'hostile.html' ? `${own} 'allow-duplicates'` : own;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${names}`,
  ].join('; ');
}

/** Folders that host pages come from, by the first part of the address. */
const folders: Readonly<Record<string, string>> = {
  kit: 'dist/page',
  // The same files under another address are another copy of the kit to a browser.
  'kit-second': 'dist/page',
  host: 'dist/host',
};

/** The demo's host pages and the built kit that they load. Mount it after every other route. */
export function pages(root: URL = new URL('../../../', import.meta.url)): Hono {
  const app = new Hono();
  app.get('*', async (context) => {
    const address = decoded(new URL(context.req.url).pathname);
    if (address === undefined) return context.notFound();
    const path = address.slice(1) || 'index.html';
    const [first = '', ...rest] = path.split('/');
    const below = rest.length > 0 ? folders[first] : undefined;
    return below ? send(context, root, below, rest.join('/')) : send(context, root, 'demo/pages', path);
  });
  return app;
}

/** Undefined for what is no address. */
function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

async function send(context: Context, root: URL, folder: string, name: string): Promise<Response> {
  const base = fileURLToPath(new URL(`${folder}/`, root));
  const file = resolve(base, name);
  const type = types[extname(name)];
  // Only known kinds, and nothing above the folder.
  if (!type || !file.startsWith(base.endsWith(sep) ? base : base + sep)) return context.notFound();
  const content = await readFile(file).catch(() => null);
  if (!content) return context.notFound();
  return context.body(new Uint8Array(content), 200, {
    'Content-Type': type,
    'Cache-Control': /-[\w-]{8}\.js$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': policy(name),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
}
