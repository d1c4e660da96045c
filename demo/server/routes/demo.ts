import { asc, eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import type { Api } from '../api.js';
import { agents, services } from '../db/schema.js';
import { protectiveHeaders, jsonText } from '../http/answers.js';
import type { MailArchive } from '../ports/mail-archive.js';
import { notFound } from '../refusal.js';
import { findSession } from '../services/context.js';

/** Mails that the list shows. */
const maxListed = 200;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string | undefined): string {
  return (text ?? '').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function page(title: string, content: string): Response {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/intranet.css"><link rel="stylesheet" href="/mails.css">`;
  return new Response(
    `<!doctype html><html lang="en"><head>${head}</head><body><header class="bar"><a class="brand" href="/">Gaon</a></header><main><h1>${escape(title)}</h1>${content}</main></body></html>`,
    {
      headers: {
        ...protectiveHeaders,
        'Content-Security-Policy':
          "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'",
        'Content-Type': 'text/html; charset=utf-8',
      },
    },
  );
}

async function parsed(archive: MailArchive, name: string): Promise<Email> {
  const bytes = await archive.read(name);
  if (!bytes) throw notFound();
  return PostalMime.parse(new Uint8Array(bytes));
}

function row(name: string, mail: Email): string {
  const to = mail.to?.map((address) => address.address ?? '').join(', ');
  return `<tr><td>${escape(mail.date)}</td><td>${escape(to)}</td><td><a href="/demo/mails/${escape(name)}">${escape(mail.subject) || '–'}</a></td></tr>`;
}

function mailRoutes({ app, deps }: Api, archive: MailArchive): void {
  app.get('/demo/mails', async (c) => {
    const serviceId = c.req.query('service');
    const sender = await deps.database.system(async (tx) => {
      if (serviceId === undefined) return undefined;
      const [service] = await tx.select().from(services).where(eq(services.serviceId, serviceId));
      return service?.mail.senderAddress ?? '';
    });
    const names = (await archive.names()).slice(0, maxListed);
    const mails = await Promise.all(names.map(async (name) => ({ name, mail: await parsed(archive, name) })));
    const rows = mails
      .filter(({ mail }) => sender === undefined || mail.from?.address === sender)
      .map(({ name, mail }) => row(name, mail));
    const head = '<thead><tr><th>Date</th><th>To</th><th>Subject</th></tr></thead>';
    return page(
      'Mail folder',
      rows.length ? `<table>${head}<tbody>${rows.join('')}</tbody></table>` : '<p>No mail yet.</p>',
    );
  });
  app.get('/demo/mails/:name', async (c) => {
    const mail = await parsed(archive, c.req.param('name'));
    const headers = mail.headers.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`).join('');
    return page(
      mail.subject ?? '–',
      `<pre>${escape(mail.text)}</pre><details><summary>Headers</summary><dl>${headers}</dl></details>`,
    );
  });
}

/**
 * What stands in for a host's own server in the demo: anybody may become anybody here, so none of it is there when
 * `NODE_ENV` is `production`.
 */
export function demoRoutes(api: Api, archive: MailArchive | undefined): void {
  const { app, deps, tokens } = api;
  app.get('/demo/agents', async () => {
    const rows = await deps.database.system((tx) =>
      tx
        .select({
          service: services.serviceId,
          serviceName: services.name,
          language: services.language,
          usercode: agents.usercode,
          name: agents.name,
          role: agents.role,
        })
        .from(agents)
        .innerJoin(services, eq(services.serviceId, agents.serviceId))
        .where(eq(agents.active, true))
        .orderBy(asc(services.serviceId), asc(agents.usercode)),
    );
    return jsonText(200, JSON.stringify(rows));
  });
  app.get('/demo/token', async (c) => {
    const { service = '', agent = '' } = c.req.query();
    const session = await deps.database.transaction({ serviceId: service }, (tx) => findSession(tx, service, agent));
    if (!session) throw notFound();
    return jsonText(200, JSON.stringify(await tokens.mint(service, agent, deps.now())));
  });
  if (archive) mailRoutes(api, archive);
}
