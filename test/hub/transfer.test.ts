import { expect } from '@open-wc/testing';
import { known } from '../../src/base/known.js';
import type { Hub } from '../../src/base/hub-context.js';
import {
  DraftChangeRequest,
  TicketSelectRequest,
  TicketTransferRequest,
  type TransferIntent,
} from '../../src/events/requests.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { content, envelope, idOf, refusal, ScriptedServer, ticketOf, type Call } from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, signInOther, watch } from './support.js';

const ticketId = idOf(1);
const issue: TransferIntent = {
  issue: { service: 'issues', categoryId: 2, subject: '제목', content: '<p>글</p>', fields: {}, attachments: [] },
};
const dooray: TransferIntent = {
  dooray: {
    organizationId: '3010000000000000101',
    projectId: '3030000000000000301',
    subject: '제목',
    content: '<p>글</p>',
    tagIds: [],
    assignees: [],
    attachments: [],
  },
};

describe('a hub, about tickets that are handed over', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  /** What the server answers to a transfer. */
  let answers: (call: Call) => Response | Promise<Response> | undefined;

  beforeEach(async () => {
    server = new ScriptedServer();
    server.tickets = [ticketOf(1, { status: 'processing', version: 4 }), ticketOf(2)];
    answers = () => content(ticketOf(1, { status: 'issue_transferred', version: 5 }));
    server.before = (call) => (call.path.includes('/transfer/') ? answers(call) : undefined);
    element = await openHub(server);
    hub = hubOf(element);
    for (const store of [hub.tickets.$current, hub.tickets.$history, hub.work.$tasks]) watch(store as never);
    element.dispatchEvent(new TicketSelectRequest(ticketId));
    await until(() => known(hub.tickets.$current.get())?.ticketId === ticketId, 'the ticket');
  });
  afterEach(cleanUp);

  const transfer = (intent: TransferIntent, id = 'one'): void =>
    void element.dispatchEvent(new TicketTransferRequest(id, ticketId, intent, 4));
  const tasks = () => hub.work.$tasks.get().map(({ id, action, state }) => `${id} ${action} ${state}`);
  const sent = () => server.calls.filter(({ path }) => path.includes('/transfer/'));

  it('hands over exactly what was told, with the version that was seen, and shows the ticket as it is then', async () => {
    transfer(issue);
    await until(() => known(hub.tickets.$current.get())?.status === 'issue_transferred', 'the transfer');
    expect(tasks()).to.deep.equal([]);
    const [call] = sent();
    expect(call).to.deep.include({ method: 'POST', path: `tickets/${ticketId}/transfer/issue.json`, key: 'one' });
    expect(call!.body).to.deep.equal({ ...('issue' in issue && issue.issue), version: 4 });
    answers = () => content(ticketOf(1, { status: 'dooray_transferred', version: 6 }));
    transfer(dooray, 'two');
    await until(() => known(hub.tickets.$current.get())?.status === 'dooray_transferred', 'the other transfer');
    expect(sent()[1]).to.deep.include({ path: `tickets/${ticketId}/transfer/dooray.json`, key: 'two' });
    expect(sent()[1]!.body).to.deep.equal('dooray' in dooray && { ...dooray.dooray, version: 4 });
  });

  it('sends again under the same key when nobody knows what became of it', async () => {
    let tries = 0;
    answers = () => {
      if (++tries < 3) throw new TypeError('Failed to fetch');
      return content(ticketOf(1, { status: 'issue_transferred', version: 5 }));
    };
    transfer(issue);
    await until(() => known(hub.tickets.$current.get())?.status === 'issue_transferred', 'the transfer');
    expect(sent().map(({ key }) => key)).to.deep.equal(['one', 'one', 'one']);
  });

  /** What is wrong beside the call itself; the answer ends it. */
  const odds: Readonly<Record<string, () => () => void>> = {
    'nothing can be stored': () => {
      const { getItem, setItem, removeItem } = Storage.prototype;
      const full = (): never => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
      Object.assign(Storage.prototype, { getItem: full, setItem: full, removeItem: full });
      return () => void Object.assign(Storage.prototype, { getItem, setItem, removeItem });
    },
    ...Object.fromEntries(
      [-1, 1].map((days) => [
        `the clock of this machine jumps by ${days} day`,
        () => {
          const { now } = Date;
          Date.now = () => now() + days * 24 * 60 * 60_000;
          return () => void (Date.now = now);
        },
      ]),
    ),
    'the stream is silent': () => () => undefined,
  };
  for (const [what, begin] of Object.entries(odds)) {
    it(`goes once, after a lost and a slow answer, where ${what}`, async () => {
      const end = begin();
      try {
        let tries = 0;
        answers = async () => {
          tries++;
          if (tries === 1) throw new TypeError('Failed to fetch');
          await settle(100);
          return content(ticketOf(1, { status: 'issue_transferred', version: 5 }));
        };
        transfer(issue);
        transfer(issue);
        await until(() => known(hub.tickets.$current.get())?.status === 'issue_transferred', 'the transfer');
        await until(() => tasks().length === 0, 'its end');
        expect(sent().map(({ key }) => key)).to.deep.equal(['one', 'one']);
      } finally {
        end();
      }
    });
  }

  it('takes what a newer server says for what can be shown of it', async () => {
    const newer = {
      status: 'issue_paused',
      version: 5,
      transfer: { kind: 'elsewhere', state: 'queued' },
      priority: 'asap',
    };
    answers = () => content({ ...ticketOf(1), ...newer, surprise: [1] });
    transfer(issue);
    await until(() => known(hub.tickets.$current.get())?.version === 5, 'the ticket');
    expect(tasks()).to.deep.equal([]);
    expect(sent()).to.have.lengthOf(1);
  });

  it('is the same transfer after a reload, and another where something else is to go', async () => {
    answers = () => new Promise(() => undefined);
    transfer(issue);
    await until(() => sent().length === 1, 'the call');
    element.remove();
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.work.$tasks);
    answers = () => content(ticketOf(1));
    transfer(issue, 'two');
    await until(() => sent().at(-1)?.key === 'one' && tasks().length === 0, 'the same again');
    transfer(dooray, 'three');
    await until(() => sent().at(-1)?.key === 'three', 'another');
  });

  it('tells why it was refused, with the ticket as it is now', async () => {
    answers = () =>
      envelope({ content: { ...ticketOf(1, { status: 'resolved', version: 9 }), code: 'conflict' } }, 409);
    transfer(issue);
    await until(() => tasks().includes('one transfer_issue failed'), 'the refusal');
    expect(hub.work.$tasks.get()[0]!.error?.kind).to.equal('conflict');
    expect(known(hub.tickets.$current.get())?.status).to.equal('resolved');
    const fields = [{ field: 'tagIds', code: 'mandatory_tags', message: '' }];
    answers = () => envelope({ contents: fields }, 400);
    transfer(dooray, 'two');
    await until(() => tasks().includes('two transfer_dooray failed'), 'the other refusal');
    expect(hub.work.$tasks.get().at(-1)!.error?.details.fields).to.deep.equal(fields);
  });

  it('has nothing of it when another agent takes over meanwhile', async () => {
    answers = () => new Promise(() => undefined);
    transfer(issue);
    await until(() => sent().length === 1, 'the call');
    signInOther(server, element);
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await until(() => tasks().length === 0, 'the other agent');
    await settle();
    expect(sent()).to.have.lengthOf(1);
  });

  it('has what is begun on the server, kind by kind, until it went', async () => {
    const begun = (kind: 'issue' | 'dooray', html: string, id = ticketId): void =>
      void element.dispatchEvent(new DraftChangeRequest(id, { html, action: null, values: { service: 'a' } }, kind));
    const kept = (name: string) => server.drafts.get(`${ticketId} ${name}`)?.html;
    await hub.drafts.read('issue', ticketId);
    await hub.drafts.read('dooray', ticketId);
    begun('issue', '<p>하나</p>');
    begun('dooray', '<p>둘</p>');
    await hub.drafts.read('dooray', idOf(2));
    await until(() => kept('issue') === '<p>하나</p>' && kept('dooray') === '<p>둘</p>', 'both');
    expect(server.drafts.get(ticketId)).to.equal(undefined);
    expect(hub.drafts.of('issue').get()?.draft?.values).to.deep.equal({ service: 'a' });
    answers = () => refusal(403);
    transfer(issue);
    await until(() => tasks().includes('one transfer_issue failed'), 'the refusal');
    begun('issue', '<p>하나, 더</p>');
    await until(() => kept('issue') === '<p>하나, 더</p>', 'that it is kept again');
    answers = () => {
      server.drafts.set(`${ticketId} issue`, { html: '', action: null, values: {}, seq: 9, updatedAt: 1 });
      return content(ticketOf(1, { status: 'issue_transferred', version: 5 }));
    };
    transfer(issue, 'two');
    await until(() => known(hub.tickets.$current.get())?.status === 'issue_transferred', 'the transfer');
    await until(() => hub.drafts.of('issue').get()?.state === 'kept', 'the end of it');
    expect(hub.drafts.of('issue').get()?.draft).to.equal(null);
    expect(kept('dooray')).to.equal('<p>둘</p>');
    signInOther(server, element);
    element.dispatchEvent(new TicketSelectRequest(idOf(2)));
    await until(() => hub.drafts.of('issue').get() === null, 'the other agent');
  });

  it('takes the ticket from what the page has of it, and asks for another', async () => {
    await until(() => hub.tickets.$history.get().status === 'ready' && server.streams > 0, 'the history');
    const before = server.calls.length;
    const { signal } = new AbortController();
    const own = await hub.transfer.source(ticketId, signal);
    expect(own.ticket.ticketId).to.equal(ticketId);
    const reading = server.calls.slice(before).filter(({ method }) => method === 'GET');
    expect(reading).to.deep.equal([]);
    const other = await hub.transfer.source(idOf(2), signal);
    expect(other.ticket.ticketId).to.equal(idOf(2));
    const asked = server.calls.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => path.includes(idOf(2)))).to.have.members([
      `tickets/${idOf(2)}.json`,
      `tickets/${idOf(2)}/history.json`,
    ]);
  });

  it('asks where tickets can go, what a project offers, and for a template', async () => {
    answers = ({ path }) => content({ path });
    server.before = ({ path }) => (path.startsWith('transfer/') ? content({ path }) : undefined);
    const { signal } = new AbortController();
    expect(await hub.transfer.targets(signal)).to.deep.equal({ path: 'transfer/targets.json' });
    expect(await hub.transfer.project('1', '2', signal)).to.deep.equal({ path: 'transfer/dooray-project.json' });
    const place = { organizationId: '1', projectId: '3030000000000000301', templateId: '3' };
    expect(await hub.transfer.template(place, signal)).to.deep.equal({ path: 'transfer/dooray-template.json' });
    expect(Object.fromEntries(server.calls.at(-1)!.search)).to.deep.equal(place);
  });
});
