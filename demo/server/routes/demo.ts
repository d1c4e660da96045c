import { asc, eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import type { Api } from '../api.js';
import { agents, services } from '../db/schema.js';
import { protectiveHeaders, jsonText } from '../http/answers.js';
import { answerCustomerInfo } from '../ports/customer-info-demo.js';
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

/** A page of the intranet; its bar and the words marked with `data-text` come from the intranet's own script. */
function page(title: string, content: string): Response {
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml">`,
    '<link rel="stylesheet" href="/intranet.css"><link rel="stylesheet" href="/mails.css">',
    '<script type="module" src="/chrome.js"></script>',
  ].join('');
  return new Response(
    `<!doctype html><html lang="ko"><head>${head}</head><body><header class="bar"></header><main>${content}</main></body></html>`,
    {
      headers: {
        ...protectiveHeaders,
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
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
  const subject = escape(mail.subject) || '–';
  const link = `<a data-page="/demo/mails/${escape(name)}" href="/demo/mails/${escape(name)}">${subject}</a>`;
  return `<tr><td><time datetime="${escape(mail.date)}"></time></td><td>${escape(to)}</td><td>${link}</td></tr>`;
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
    const columns = ['mailSent', 'mailTo', 'mailSubject'].map((key) => `<th scope="col" data-text="${key}"></th>`);
    const table = `<table><thead><tr>${columns.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    return page(
      '보낸 메일함',
      `<h1 data-text="mails">보낸 메일함</h1>${rows.length ? table : '<p data-text="mailNone"></p>'}`,
    );
  });
  app.get('/demo/mails/:name', async (c) => {
    const mail = await parsed(archive, c.req.param('name'));
    const headers = mail.headers.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`).join('');
    const back = '<p><a data-page="/demo/mails" data-text="mails" href="/demo/mails">보낸 메일함</a></p>';
    const source = `<details><summary data-text="mailHeaders"></summary><dl>${headers}</dl></details>`;
    const subject = escape(mail.subject) || '–';
    return page(subject, `${back}<h1>${subject}</h1><pre>${escape(mail.text)}</pre>${source}`);
  });
}

/** A page of the demo's shop, to which what it knows of a customer leads. It names no customer: anybody may open it. */
function orderPage(order: string): Response {
  const title = '주문 내역';
  return page(`${title} ${order}`, `<h1 data-text="order">${title}</h1><p>${order}</p><p data-text="orderSense"></p>`);
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
  app.post('/demo/customer-info', (c) => answerCustomerInfo(deps.database, c.req.raw, deps.now()));
  app.get('/demo/orders/:order{[0-9]{1,12}}', (c) => orderPage(c.req.param('order')));
  if (archive) mailRoutes(api, archive);
}
