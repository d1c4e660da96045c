import type { Context } from 'hono';
import type { Api } from '../api.js';
import { notFound, Refusal } from '../refusal.js';
import { limitAnybody } from '../routes/open/endpoint.js';
import type { Members } from '../services/open/member-link.js';
import { HelpCenter } from './center.js';
import { entering, redirect } from './entering.js';
import { firstOf } from './form.js';
import { addressOf, pageAnswer, type Shown } from './page.js';
import { nothingSent, readSentForm, type SentForm } from './sent-form.js';
import { Visits, visitCookie, type Visit } from './session.js';
import { messagePage, unsentTexts } from './views.js';
import { helpWords, type HelpWords } from './words.js';

/** Whose page is asked for, and what was sent with it. */
interface Asked {
  readonly c: Context;
  readonly view: Visit['view'];
  readonly sent: SentForm;
}

/** What is told about a page that cannot be shown, and the status of that. */
function told(error: unknown, words: HelpWords): { message: string; status: number } {
  const status = error instanceof Refusal ? error.status : 500;
  if (status === 404) return { message: words.missing, status };
  if (status === 413) return { message: words.tooLarge, status };
  return status === 429
    ? { message: words.busy, status }
    : { message: words.failed, status: status < 500 ? 500 : status };
}

const number = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null);

function ticketOf(c: Context): string {
  const ticketId = c.req.param('ticketId') ?? '';
  if (!/^T\d{13}[A-Za-z0-9]{5}$/.test(ticketId)) throw notFound();
  return ticketId;
}

/** `/{service}/hc/…`: a small help center for the members of a host. */
export function memberPageRoutes(api: Api, members: Members): void {
  const visits = new Visits(api, members);
  const failed = (c: Context) => (error: unknown) => api.deps.onError?.(error, String(c.get('requestId')));

  const page = (handle: (center: HelpCenter, asked: Asked) => Promise<Shown | string>) => async (c: Context) => {
    const isForm = c.req.method === 'POST';
    let visit: Visit | null = null;
    let sent: SentForm | null = null;
    /** Tells something instead of a page, and gives back what was typed. */
    const instead = async (tell: (words: HelpWords) => { message: string; status: number }) => {
      sent ??= isForm ? await readSentForm(c.req.raw, false).catch(() => nothingSent) : nothingSent;
      const view = visit?.view ?? visits.unread(c);
      const { message, status } = tell(helpWords[view.language]);
      return pageAnswer(view, messagePage(view, message, status, unsentTexts(view, sent)));
    };
    try {
      limitAnybody(api, c);
      visit = await visits.of(c);
      const { view, member, renewed } = visit;
      const entered = isForm ? null : await entering(api, c, members, visit);
      if (entered) return entered;
      if (!member) return await instead(({ stranger }) => ({ message: stranger, status: 403 }));
      sent = isForm ? await readSentForm(c.req.raw, true) : nothingSent;
      const center = new HelpCenter(api, members, { ...visit, member }, failed(c));
      const shown = await handle(center, { c, view, sent });
      return typeof shown === 'string' ? redirect(shown, renewed) : pageAnswer(view, shown, renewed);
    } catch (error) {
      if (!(error instanceof Refusal)) failed(c)(error);
      const answer = await instead((words) => told(error, words));
      if (error instanceof Refusal && error.retryAfter !== undefined)
        answer.headers.set('Retry-After', String(error.retryAfter));
      return answer;
    }
  };

  const base = '/:serviceId/hc';
  api.app.get(base, (c) => Promise.resolve(redirect(`${new URL(c.req.url).pathname}/${new URL(c.req.url).search}`)));
  api.app.get(
    `${base}/`,
    page((center) => Promise.resolve(center.home())),
  );
  api.app.post(`${base}/leave/`, async (c) => {
    limitAnybody(api, c);
    const { view, member, id } = await visits.of(c);
    const mark = firstOf((await readSentForm(c.req.raw, false)).typed, 'mark');
    // Another site cannot sign anybody out.
    if (member && (await members.readFormMark(mark, id)) === null) return redirect(addressOf(view, ''));
    const shown = messagePage(view, helpWords[view.language].left);
    return pageAnswer({ ...view, leaveMark: null }, shown, visitCookie(api, c, view.serviceId, ''));
  });
  api.app.get(
    `${base}/ticket/`,
    page((center, { c }) => center.ask(number(c.req.query('categoryId')))),
  );
  api.app.post(
    `${base}/ticket/`,
    page(async (center, { c, view, sent }) => {
      const categoryId = number(c.req.query('categoryId'));
      // Another type was chosen for what is typed already.
      if (categoryId === null) return center.ask(number(firstOf(sent.typed, 'categoryId')), sent);
      const done = await center.send(categoryId, sent);
      return typeof done === 'string' ? addressOf(view, `ticket/list/${done}`) : done;
    }),
  );
  api.app.get(
    `${base}/ticket/list/`,
    page((center, { c }) => center.list(Math.max(1, number(c.req.query('page')) ?? 1))),
  );
  api.app.get(
    `${base}/ticket/list/:ticketId`,
    page((center, { c }) => center.detail(ticketOf(c))),
  );
  api.app.post(
    `${base}/ticket/list/:ticketId`,
    page(async (center, { c, view, sent }) => {
      const done = await center.sendAgain(ticketOf(c), sent);
      return typeof done === 'string' ? addressOf(view, `ticket/list/${done}`) : done;
    }),
  );
}
