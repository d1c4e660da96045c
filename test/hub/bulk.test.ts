import { expect } from '@open-wc/testing';
import { DeskError } from '../../src/base/desk-error.js';
import { known } from '../../src/base/known.js';
import type { Hub } from '../../src/base/hub-context.js';
import { BulkRequest, ExportRequest, JobRequest, ListRefreshRequest, RetryRequest } from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { content, idOf, refusal, serverWith, type ScriptedServer } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, lookAway, openHub, signInOther, watch, watchList } from './support.js';

const query = { view: 'all', q: '환불', sort: 'updatedAt', descending: true } as const;
const comment = { action: 'comment', html: '<p>함께 봅니다</p>' } as const;
const { signal } = new AbortController();

describe('runs over many tickets', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  const ask = (request: Event) => element.dispatchEvent(request);
  const tasks = () => hub.work.$tasks.get();
  const jobs = () => {
    const load = hub.bulk.$jobs.get();
    return ('value' in load && load.value) || [];
  };
  const starts = () => server.to('tickets/bulk.json');

  async function enter(): Promise<void> {
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.work.$tasks);
    watch(hub.bulk.$jobs);
    await watchList(hub);
    await until(() => hub.bulk.$jobs.get().status === 'ready' && server.streams > 0);
  }

  beforeEach(async () => {
    server = serverWith(20);
    await enter();
  });
  afterEach(cleanUp);

  it('begin once, and are there when the task ends', async () => {
    server.before = ({ path }) =>
      path === 'tickets/bulk.json' ? settle(40).then(() => undefined as never) : undefined;
    ask(new BulkRequest('request-1', { ids: [idOf(1), idOf(2)] }, comment));
    await until(() => tasks()[0]?.id === 'request-1');
    expect(tasks()[0]).to.include({ action: 'bulk', state: 'running', ticketId: '' });
    await until(() => tasks().length === 0);
    expect(jobs()[0]).to.include({ requestId: 'request-1', action: 'comment', total: 2 });
    expect(starts()[0]?.key).to.equal('request-1');
    expect(starts()[0]?.body).to.deep.equal({ ids: [idOf(1), idOf(2)], ...comment });
  });

  it('of a former agent are not shown to the next, whoever looks', async () => {
    ask(new BulkRequest('request-1', { ids: [idOf(1)] }, comment));
    await until(() => jobs().length === 1);
    lookAway();
    // Nobody looks any more, and so nothing is read again.
    await settle(1_200);
    signInOther(server, element);
    server.jobs = [];
    watch(hub.tickets.$counts);
    watch(hub.session.$session);
    ask(new ListRefreshRequest());
    ask(new RetryRequest('counts'));
    await until(() => known(hub.session.$session.get())?.agent.usercode === 'agent2');
    const shown: number[] = [];
    hub.bulk.$jobs.subscribe(() => shown.push(jobs().length))();
    expect(shown).to.deep.equal([0]);
  });

  it('name all of a list by its search string', async () => {
    ask(new BulkRequest('request-1', { query, except: [idOf(3)] }, comment));
    await until(() => jobs().length === 1);
    expect(starts()[0]?.body).to.deep.equal({
      query: `view=all&q=${encodeURIComponent('환불')}&sort=updatedAt%3Adesc`,
      except: [idOf(3)],
      ...comment,
    });
  });

  it('are not begun twice by a page that was loaded again before the answer came', async () => {
    server.before = async ({ path, body }) => {
      if (path !== 'tickets/bulk.json' || body?.['dryRun']) return undefined as never;
      server.before = undefined;
      await server.fetch('https://desk.example/demo/openapi/v1/console/tickets/bulk.json', {
        method: 'POST',
        headers: { 'Idempotency-Key': starts()[0]?.key ?? '' },
        body: JSON.stringify(body),
      });
      return refusal(401);
    };
    element.getToken = () => Promise.reject(new Error('no session'));
    ask(new BulkRequest('request-1', { ids: [idOf(1)] }, comment));
    await until(() => tasks()[0]?.state === 'failed');
    expect(JSON.stringify(sessionStorage)).to.not.contain('함께');
    element.remove();
    await enter();
    ask(new BulkRequest('request-2', { ids: [idOf(1)] }, comment));
    await until(() => tasks().length === 0 && jobs().some(({ requestId }) => requestId === 'request-2'));
    expect(server.jobs.length).to.equal(1);
    ask(new BulkRequest('request-3', { ids: [idOf(1)] }, comment));
    await until(() => server.jobs.length === 2);
  });

  it('carry what the agent agreed to, also where they are asked for once more after a reload', async () => {
    server.before = ({ path }) => (path === 'tickets/bulk.json' ? refusal(401) : undefined);
    element.getToken = () => Promise.reject(new Error('no session'));
    ask(new BulkRequest('request-1', { ids: [idOf(1)], list: query }, comment, { eligible: 3, mails: 2 }));
    await until(() => tasks()[0]?.state === 'failed');
    expect(starts()[0]?.body).to.deep.equal({ ids: [idOf(1)], ...comment, agreed: { eligible: 3, mails: 2 } });
    element.remove();
    server.before = undefined;
    await enter();
    ask(new BulkRequest('request-2', { ids: [idOf(1)], list: query }, comment, { eligible: 1, mails: 0 }));
    await until(() => jobs().length === 1);
    const again = starts().at(-1);
    expect([again?.key, again?.body?.['agreed']]).to.deep.equal(['request-1', { eligible: 3, mails: 2 }]);
  });

  it('say why they were refused', async () => {
    server.before = ({ path }) => (path === 'tickets/bulk.json' ? refusal(403) : undefined);
    ask(new BulkRequest('request-1', { ids: [idOf(1)] }, comment));
    await until(() => tasks()[0]?.state === 'failed');
    expect(tasks()[0]?.error?.kind).to.equal('denied');
    expect(jobs()).to.deep.equal([]);
  });

  it('tell their progress, however often, at most twice a second', async () => {
    ask(new BulkRequest('request-1', { ids: [idOf(1), idOf(2)] }, comment));
    await until(() => jobs().length === 1);
    const before = server.to('jobs.json').length;
    for (let done = 0; done < 40; done++) {
      server.jobs = server.jobs.map((job) => ({ ...job, succeeded: done }));
      server.tell('job', { jobId: '1' });
      await settle(20);
    }
    await until(() => jobs()[0]?.succeeded === 39);
    expect(server.to('jobs.json').length - before).to.be.below(6);
  });

  it('can be cancelled and tried again', async () => {
    ask(new BulkRequest('request-1', { ids: [idOf(1)] }, comment));
    await until(() => jobs().length === 1);
    server.before = ({ path }) => {
      if (!path.startsWith('jobs/')) return undefined;
      const state = path.endsWith('cancel.json') ? 'cancelled' : 'running';
      server.jobs = server.jobs.map((job) => ({ ...job, state }));
      return content(server.jobs[0]);
    };
    ask(new JobRequest('1', 'cancel'));
    await until(() => jobs()[0]?.state === 'cancelled');
    ask(new JobRequest('1', 'retry'));
    await until(() => jobs()[0]?.state === 'running');
    expect(server.to(/^jobs\/1\//).map(({ path, key }) => [path, key !== null])).to.deep.equal([
      ['jobs/1/cancel.json', true],
      ['jobs/1/retry.json', true],
    ]);
  });

  it('are checked without being begun', async () => {
    server.before = ({ body }) => (body?.['dryRun'] ? content({ total: 3, eligible: 2 }) : undefined);
    const check = await hub.bulk.check({ ids: [idOf(1)] }, comment, signal);
    expect(check).to.include({ total: 3, eligible: 2 });
    await hub.bulk.check({ ids: [idOf(1)], list: query }, comment, signal);
    expect(starts().at(-1)?.body).to.deep.include({
      ids: [idOf(1)],
      list: `view=all&q=${encodeURIComponent('환불')}&sort=updatedAt%3Adesc`,
    });
    expect(server.jobs).to.deep.equal([]);
  });

  it('list their tickets by state', async () => {
    server.before = ({ path }) => (path === 'jobs/1.json' ? content({ job: null, items: [], next: null }) : undefined);
    await hub.bulk.items('1', { state: 'failed', cursor: '7' }, signal);
    expect(server.to('jobs/1.json')[0]?.search.toString()).to.equal('state=failed&cursor=7');
  });

  it('are told to nobody but the agent who began them', async () => {
    ask(new BulkRequest('request-1', { ids: [idOf(1)] }, comment));
    await until(() => jobs().length === 1);
    server.before = ({ path }) => {
      if (path === 'tickets/bulk.json') throw new TypeError('failed to fetch');
      return undefined;
    };
    ask(new BulkRequest('request-2', { ids: [idOf(2)] }, comment));
    await until(() => starts().length === 2);
    server.jobs = [];
    signInOther(server, element);
    ask(new ListRefreshRequest());
    await until(() => jobs().length === 0 && tasks().length === 0);
    await settle(200);
    expect(starts().filter(({ token }) => token === 'Bearer two')).to.deep.equal([]);
  });

  it('gives the first rows of a list, for printing', async () => {
    server.tickets = serverWith(450).tickets;
    const list = { view: 'all', sort: 'updatedAt', descending: true } as const;
    const rows = await hub.lists.rows(list, 430, signal);
    expect(rows.map(({ ticketId }) => ticketId)).to.deep.equal(Array.from({ length: 430 }, (_, at) => idOf(at)));
    expect((await hub.lists.rows(list, 1_000, signal)).length).to.equal(450);
  });

  it('asks for a customer, and fails with an error that can be shown', async () => {
    server.before = ({ path }) =>
      path === 'customer-info.json' ? content({ outcome: 'none', items: [], tickets: [] }) : undefined;
    expect((await hub.customers.lookUp({ name: '김' }, signal)).outcome).to.equal('none');
    expect(server.to('customer-info.json')[0]?.body).to.deep.equal({ values: { name: '김' } });
    server.before = () => refusal(403);
    const error: unknown = await hub.customers.lookUp({ name: '김' }, signal).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(DeskError);
  });

  describe('and files of a list', () => {
    const ask = () => element.dispatchEvent(new ExportRequest('file-1', query, ['subject'], '월간 보고'));
    let saved: { name: string; text: Promise<string> }[];
    const catchFile = (event: Event): void => {
      const link = event.target as HTMLAnchorElement;
      event.preventDefault();
      saved.push({ name: link.download, text: fetch(link.href).then((answer) => answer.text()) });
    };
    const { click } = HTMLAnchorElement.prototype;

    beforeEach(() => {
      saved = [];
      // The link is not in the page, so what it does is seen on itself alone.
      HTMLAnchorElement.prototype.click = function () {
        this.addEventListener('click', catchFile, { once: true });
        click.call(this);
      };
    });
    afterEach(() => {
      HTMLAnchorElement.prototype.click = click;
    });

    it('are saved under the name that the server gave', async () => {
      server.before = ({ path }) =>
        path === 'tickets/export.json'
          ? new Response('번호,제목', {
              headers: {
                'Content-Type': 'text/csv',
                'Content-Disposition': `attachment; filename="t.csv"; filename*=UTF-8''${encodeURIComponent('상담.csv')}`,
              },
            })
          : undefined;
      ask();
      await until(() => saved.length === 1);
      expect(saved[0]?.name).to.equal('상담.csv');
      expect(await saved[0]?.text).to.equal('번호,제목');
      await until(() => tasks().length === 0);
      expect(server.to('tickets/export.json')[0]?.body).to.deep.include({
        columns: ['subject'],
        reason: '월간 보고',
        language: hub.text.$language.get(),
      });
    });

    it('are not saved when they are refused', async () => {
      server.before = ({ path }) => (path === 'tickets/export.json' ? refusal(403) : undefined);
      ask();
      await until(() => tasks()[0]?.state === 'failed');
      expect([tasks()[0]?.id, tasks()[0]?.action]).to.deep.equal(['file-1', 'export']);
      expect(saved).to.deep.equal([]);
    });

    it('are not saved where a sign-in page answers', async () => {
      server.before = ({ path }) =>
        path === 'tickets/export.json'
          ? new Response('<form>', { headers: { 'Content-Type': 'text/html' } })
          : undefined;
      ask();
      await until(() => tasks()[0]?.error?.kind === 'signed-out');
      expect(saved).to.deep.equal([]);
    });
  });
});
