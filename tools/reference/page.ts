import { renderCall } from './calls.js';
import { callsOf, type ApiDocument, type Call } from './document.js';
import { escape, prose, table } from './markup.js';
import { renderSchema } from './schemas.js';
import { contradictions, groups } from './words.js';

interface Group {
  readonly id: string;
  readonly title: string;
  readonly calls: readonly Call[];
}

interface Family {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly groups: readonly Group[];
}

function groupOf({ path }: Call): string {
  const below = path.replace(/^\/\{\w+\}/, '');
  return groups.find(([start]) => below.startsWith(start))?.[1] ?? 'Other calls';
}

function grouped(calls: readonly Call[], family: string): readonly Group[] {
  const byTitle = new Map<string, Call[]>();
  for (const call of calls) {
    const title = groupOf(call);
    byTitle.set(title, [...(byTitle.get(title) ?? []), call]);
  }
  return [...byTitle].map(([title, own]) => ({
    id: `${family}-${title.toLowerCase().replaceAll(/\W+/g, '-')}`,
    title,
    calls: own,
  }));
}

function familiesOf(calls: readonly Call[]): readonly Family[] {
  const tagged = (tag: string): readonly Call[] => calls.filter(({ operation }) => operation.tags.includes(tag));
  const rest = calls.filter(({ operation }) => !operation.tags.some((tag) => tag === 'open' || tag === 'host'));
  return [
    {
      id: 'open',
      title: 'Open API',
      about: 'What a customer’s own pages and servers call: wire-compatible with the published Open API.',
      groups: grouped(tagged('open'), 'open'),
    },
    {
      id: 'host',
      title: 'For the host’s server',
      about: 'Calls beyond the published ones, signed like them.',
      groups: grouped(tagged('host'), 'host'),
    },
    {
      id: 'console',
      title: 'Console',
      about: 'What the elements call, with the token of an agent.',
      groups: grouped(rest, 'console'),
    },
  ].filter(({ groups: own }) => own.length > 0);
}

const rules = `<section id="rules">
<h2>Rules for all calls</h2>
<p>Paths begin with the ID of the service. JSON in UTF-8; times are epoch milliseconds.</p>
<h3 id="envelope">Envelope</h3>
<pre><code>{ "header": { "resultCode": 200, "resultMessage": "", "isSuccessful": true },
  "result": { "content": { } } }</code></pre>
<p>One thing stands in <code>content</code>, many in <code>contents</code>. A page of a list of the Open API adds
<code>total</code>, <code>pages</code>, <code>pageNum</code> and <code>pageSize</code> (1 to 200, 10 unless told); one of
the console adds <code>next</code>, a cursor, and <code>total</code>. A refusal has <code>isSuccessful: false</code> and either
<code>result: null</code> or what is wrong in <code>result.contents</code>.</p>
<p>HTTP status and <code>resultCode</code> are the same, but for the Open API’s own codes 1001 and 1002 (too many inquiries),
9005 (no related data) and 9007 (related data exists), which come with HTTP 200.</p>
<h3 id="signature">Common authentication</h3>
<p><code>Authorization</code> is Base64 of HMAC-SHA256 under the service key, bare; <code>X-TC-Timestamp</code> is the time, at most five
minutes away from the server’s clock. Signed is, without anything between but what is told:</p>
<ol>
<li>the ID of the organisation,</li>
<li>the path as it is sent, with the service and without the query,</li>
<li>the values of the query in the order of their names, joined with <code>&amp;</code>; of a repeated name the first,</li>
<li>the body, with an <code>&amp;</code> before it where there are values; of an upload, in place of values and body, the MD5 of
the file in lower-case hexadecimal digits,</li>
<li>the timestamp.</li>
</ol>
<pre><code>AbcdE1fghIj23K4x/demo/openapi/v1/ticket.jsonko&amp;{"categoryId":1}1764031689401
→ nHhLkjMqiOnziA47PDz/aZNP+LuYuXDyB66VuUy6SXI=   (key 0123456789abcdef0123456789abcdef)</code></pre>
<p><code>deskparts/server</code> does this in Node. 400: the signature is missing, wrong or too old. 403: the service has no key, or the
caller’s address is not on its list.</p>
<h3 id="token">Token of an agent</h3>
<p><code>Authorization: Bearer …</code>, as the host’s server got it from <code>console/token.json</code>: 15 minutes, in memory only. 401
when it is missing or over. Every call that changes something takes <code>Idempotency-Key</code>: the same key and body give
the first answer again for 24 hours; another body under the same key is refused with 422.</p>
</section>`;

function contradictionsSection(): string {
  const rows = contradictions.map((cells) => cells.map(prose));
  const label = 'Where the documentation contradicts itself';
  return `<section id="contradictions">
<h2>${label}</h2>
<p>The published documentation of the Open API says some things in two ways. What the server does:</p>
${table(label, ['About', 'Said', 'Done'], rows)}
</section>`;
}

function contents(families: readonly Family[], schemas: readonly string[]): string {
  const item = (id: string, text: string): string => `<li><a href="#${escape(id)}">${text}</a></li>`;
  const calls = (group: Group): string =>
    group.calls
      .map(({ id, method, path }) => {
        const short = path.replace('/{serviceId}', '').replace('/openapi/v1/console', '…').replace('/openapi/v1', '…');
        return item(id, `<span class="method">${method}</span> ${escape(short)}`);
      })
      .join('\n');
  const family = ({ id, title, groups: own }: Family): string =>
    `<li><a href="#${id}">${escape(title)}</a><ul>${own
      .map((group) => `<li><a href="#${group.id}">${escape(group.title)}</a><ul>${calls(group)}</ul></li>`)
      .join('\n')}</ul></li>`;
  return `<ul>
${item('rules', 'Rules for all calls')}
${item('contradictions', 'Where the documentation contradicts itself')}
${families.map(family).join('\n')}
<li><a href="#schemas">Schemas</a><ul>${schemas.map((name) => item(`schema-${name}`, escape(name))).join('\n')}</ul></li>
</ul>`;
}

/** The whole reference as one page. Nothing in it is inline but text: it runs under a strict policy. */
export function renderReference(document: ApiDocument): string {
  const families = familiesOf(callsOf(document));
  const schemas = Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
  const body = families
    .map(
      ({ id, title, about, groups: own }) => `<section id="${id}">
<h2>${escape(title)}</h2><p>${escape(about)}</p>
${own.map((group) => `<h3 id="${group.id}">${escape(group.title)}</h3>\n${group.calls.map(renderCall).join('\n')}`).join('\n')}
</section>`,
    )
    .join('\n');
  const parts = schemas
    .map(
      ([name, schema]) => `<section class="schema" id="schema-${escape(name)}">
<h3>${escape(name)}</h3>${renderSchema(schema, name)}</section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>HTTP reference · Deskparts</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reference.css">
<script type="module" src="reference.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the reference</a>
<header>
<h1>HTTP reference</h1>
<p>Both families of calls, generated from <code>openapi.json</code>.</p>
<label class="theme">Appearance <select id="theme">
<option value="">As the system</option><option value="light">Light</option><option value="dark">Dark</option>
</select></label>
</header>
<div class="columns">
<nav aria-label="Contents">
<label class="search">Find a heading <input id="search" type="search" autocomplete="off" aria-describedby="found"></label>
<p id="found" role="status"></p>
${contents(
  families,
  schemas.map(([name]) => name),
)}
</nav>
<main id="content" tabindex="-1">
${rules}
${contradictionsSection()}
${body}
<section id="schemas">
<h2>Schemas</h2>
${parts}
</section>
</main>
</div>
</body>
</html>
`;
}
