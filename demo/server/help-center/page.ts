import type { Language } from '../../../src/domain/types.js';
import { html, Markup } from './markup.js';
import { helpWords } from './words.js';

/** How a page is shown: in which language, and whether inside a page of the host. */
export interface View {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly language: Language;
  readonly framed: boolean;
  /** Where pages of the host may be that show it. */
  readonly hostOrigins: readonly string[];
  /** Language that the address names; the pages go on naming it. */
  readonly named: boolean;
  /** What the form for leaving carries; null where nobody is known. */
  readonly leaveMark: string | null;
}

export interface Shown {
  readonly status?: number;
  readonly heading: string;
  readonly main: Markup;
}

const styles = `
:root { color-scheme: light dark; --line: light-dark(#c9ced6, #4a505a); --soft: light-dark(#f4f6f8, #22262c); --mark: light-dark(#1557b0, #8ab4f8); --bad: light-dark(#b3261e, #f2b8b5); }
html { background: light-dark(#fff, #15181c); color: light-dark(#1b1e23, #e8eaed); }
.field p, .field div { margin: .25rem 0 0; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 16px/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--mark); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.1rem; margin: 0 0 .25rem; }
.card { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: 0 0 .75rem; }
.card.csuser { background: var(--soft); }
.list { padding: 0; list-style: none; }
.facts { color: light-dark(#565d68, #aab1bc); font-size: .9rem; margin: 0; }
form > p, .field, fieldset { margin: 0 0 1rem; }
label, legend { font-weight: 600; }
fieldset { border: 1px solid var(--line); border-radius: 8px; }
fieldset label, label.check { font-weight: 400; display: inline-flex; gap: .4rem; margin-inline-end: 1rem; }
input:not([type=checkbox], [type=radio], [type=file]), select, textarea { display: block; width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: 6px; background: Canvas; color: CanvasText; }
textarea { min-height: 9rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; border: 0; border-radius: 6px; background: var(--mark); color: Canvas; cursor: pointer; }
button.plain { padding: 0; background: none; color: var(--mark); font-weight: 400; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.bad { color: var(--bad); }
.alert { border: 2px solid var(--bad); border-radius: 8px; padding: .5rem 1rem; margin-block-end: 1rem; }
img { max-width: 100%; height: auto; }
`;

/** A host's page learns how high this one is. */
const heights = `
const tell = () => parent.postMessage(document.documentElement.scrollHeight, '*');
new ResizeObserver(tell).observe(document.body);
addEventListener('load', tell);
`;

/** An address of the help center that keeps how it is shown. */
export function addressOf(view: View, path: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...more,
    ...(view.named && { language: view.language }),
    ...(view.framed && { iframe: 'true' }),
  }).toString();
  return `/${view.serviceId}/hc/${path}${query && `?${query}`}`;
}

function policy(view: View, nonce: string): string {
  const ancestors = view.framed ? ["'self'", ...view.hostOrigins].join(' ') : "'none'";
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

function menu(view: View, leaveMark: string): Markup {
  const words = helpWords[view.language];
  return html`<nav aria-label="${words.title}">
    <ul>
      <li><a href="${addressOf(view, '')}">${words.title}</a></li>
      <li><a href="${addressOf(view, 'ticket/list/')}">${words.list}</a></li>
      <li><a href="${addressOf(view, 'ticket/')}">${words.ask}</a></li>
      <li>
        <form method="post" action="${addressOf(view, 'leave/')}">
          <input type="hidden" name="mark" value="${leaveMark}" /><button class="plain">${words.leave}</button>
        </form>
      </li>
    </ul>
  </nav>`;
}

/** A whole page, as it is sent. */
export function pageAnswer(view: View, { status = 200, heading, main }: Shown, cookie?: string): Response {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const document = html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} – ${view.serviceName}</title>
        <style nonce="${nonce}">
          ${new Markup(styles)}
        </style>
        ${
          view.framed &&
          html`<script nonce="${nonce}">
            ${new Markup(heights)};
          </script>`
        }
      </head>
      <body>
        <header>
          <p class="facts">${view.serviceName}</p>
          ${view.leaveMark !== null && menu(view, view.leaveMark)}
        </header>
        <main>
          <h1>${heading}</h1>
          ${main}
        </main>
      </body>
    </html>`;
  return new Response(document.text, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(view, nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    },
  });
}
