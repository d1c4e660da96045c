import { expect } from '@open-wc/testing';
import type { Hub, Task } from '../../src/base/hub-context.js';
import type { NewTicketIntent } from '../../src/domain/create.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import {
  DraftChangeRequest,
  ListRefreshRequest,
  TaskDismissRequest,
  TicketAdminRequest,
  TicketClaimRequest,
  TicketCreateRequest,
  TicketEditRequest,
  TicketProcessRequest,
  TicketSelectRequest,
  TicketStarRequest,
  type DeskRequest,
} from '../../src/events/requests.js';
import {
  agentSession,
  content,
  idOf,
  refusal,
  serverWith,
  ticketOf,
  type ScriptedServer,
} from '../support/scripted-server.js';
import { settle, until } from '../support/until.js';
import { cleanUp, hubOf, openHub, watch, watchList } from './support.js';

const id = idOf(3);
const mine = { usercode: 'agent1', name: '김상담' };

describe('what agents ask for', () => {
  let server: ScriptedServer;
  let element: DeskHub;
  let hub: Hub;
  const ask = (request: DeskRequest) => element.dispatchEvent(request);
  const row = () => hub.tickets.$window.get().row(hub.tickets.$window.get().indexOf(id));
  const tasks = (): readonly Task[] => hub.work.$tasks.get();
  const answer = (html: string) => new TicketProcessRequest(id, { action: 'resolve', html });
  const held = (milliseconds: number) => async () => {
    await settle(milliseconds);
    return undefined as never;
  };

  beforeEach(async () => {
    server = serverWith(20);
    element = await openHub(server);
    hub = hubOf(element);
    watch(hub.session.$session);
    watch(hub.work.$tasks);
    await watchList(hub);
    await until(() => hub.session.$session.get().status === 'ready');
    await until(() => server.streams === 1, 'the stream');
  });
  afterEach(cleanUp);

  const hold = (): void => {
    Object.assign(server.find(id) ?? {}, { status: 'processing', assignee: mine, version: 2 });
    server.tell('ticket', { ticketId: id, version: 2 });
  };

  it('shows a claim at once, then what the server made of it', async () => {
    server.before = ({ path }) => (path.endsWith('claim.json') ? held(60)() : undefined);
    ask(new TicketClaimRequest(id, null));
    await until(() => row()?.assignee?.usercode === 'agent1');
    expect(row()?.status).to.equal('processing');
    expect(row()?.version).to.equal(1);
    expect(tasks().map(({ action, state }) => [action, state])).to.deep.equal([['claim', 'running']]);
    await until(() => tasks().length === 0);
    expect(row()?.version).to.equal(2);
  });

  it('takes a claim back when somebody was faster, and says who', async () => {
    const taken = ticketOf(3, { version: 2, status: 'processing', assignee: { usercode: 'x', name: '이상담' } });
    server.before = ({ path }) =>
      path.endsWith('claim.json') ? refusal(409, { ...taken, code: 'already_assigned', winner: '이상담' }) : undefined;
    ask(new TicketClaimRequest(id, null));
    await until(() => tasks()[0]?.state === 'failed');
    expect(tasks()[0]?.error?.details.winner).to.equal('이상담');
    expect(row()?.assignee?.name).to.equal('이상담');
    ask(new TaskDismissRequest(tasks()[0]?.id ?? ''));
    await until(() => tasks().length === 0);
  });

  it('does nothing when the page cancels', async () => {
    const cancel = (event: Event): void => event.preventDefault();
    document.addEventListener(TicketClaimRequest.type, cancel);
    expect(ask(new TicketClaimRequest(id, null))).to.equal(false);
    document.removeEventListener(TicketClaimRequest.type, cancel);
    await settle();
    expect(server.to(/claim/).length).to.equal(0);
  });

  it('claims once when asked twice', async () => {
    server.before = ({ path }) => (path.endsWith('claim.json') ? held(30)() : undefined);
    ask(new TicketClaimRequest(id, null));
    ask(new TicketClaimRequest(id, null));
    await until(() => tasks().length === 1);
    await until(() => tasks().length === 0);
    expect(server.to(/claim/).length).to.equal(1);
  });

  it('stars at once, and sends neither version nor fields', async () => {
    server.before = ({ method }) => (method === 'PATCH' ? held(30)() : undefined);
    ask(new TicketStarRequest(id, true));
    await until(() => row()?.starred === true);
    await until(() => tasks().length === 0);
    expect(server.to(/tickets\/T/, 'PATCH')[0]?.body).to.deep.equal({ starred: true });
    expect(row()?.starred).to.equal(true);
  });

  it('does one thing after the other on a ticket, each with the version before', async () => {
    ask(new TicketEditRequest(id, { priority: 'high' }));
    ask(new TicketEditRequest(id, { handlingTypeId: 7 }));
    await until(() => server.to(/tickets\/T/, 'PATCH').length === 2);
    await until(() => tasks().length === 0);
    expect(server.to(/tickets\/T/, 'PATCH').map(({ body }) => body?.['expectedVersion'])).to.deep.equal([1, 2]);
    expect(row()?.priority).to.equal('high');
  });

  describe('with the facts of a customer', () => {
    const customer = { customerId: 7, usercode: 'c7', name: '이고객', email: 'c@x.example', phone: null };

    beforeEach(() => {
      server.before = ({ method }) => (method === 'PATCH' ? held(60)() : undefined);
    });

    it('shows them at once', async () => {
      server.change(3, { customer });
      await until(() => row()?.customer?.name === '이고객');
      ask(new TicketEditRequest(id, { customer: { phone: '010-1', email: null } }));
      await until(() => row()?.customer?.phone === '010-1');
      expect(row()?.customer).to.deep.equal({ ...customer, phone: '010-1', email: null });
      expect(tasks()[0]).to.include({ action: 'customer', state: 'running' });
      await until(() => server.to(/tickets\/T/, 'PATCH').length === 1);
      expect(server.to(/tickets\/T/, 'PATCH')[0]?.body?.['customer']).to.deep.equal({ phone: '010-1', email: null });
    });

    it('waits for the server where nobody is known yet', async () => {
      ask(new TicketEditRequest(id, { customer: { name: '새 고객' } }));
      await until(() => server.to(/tickets\/T/, 'PATCH').length === 1);
      expect(row()?.customer).to.equal(null);
    });
  });

  it('lets what was chosen count at once, whatever is under way before it', async () => {
    server.before = held(50);
    ask(new TicketStarRequest(id, true));
    ask(new TicketEditRequest(id, { handlingTypeId: 2 }));
    await Promise.resolve();
    expect(row()?.handlingTypeId).to.equal(2);
    await until(() => server.to(/tickets\/T/, 'PATCH').length === 1);
    expect(row()?.handlingTypeId).to.equal(2);
    await until(() => tasks().length === 0);
    expect(row()?.handlingTypeId).to.equal(2);
    expect(server.find(id)?.handlingTypeId).to.equal(2);
  });

  it('sends own fields under the asker’s name, with the version that the agent saw', async () => {
    server.before = held(50);
    ask(new TicketEditRequest(id, { fields: { orderNo: '7' }, categoryId: 3 }, { id: 'mine', version: 1 }));
    await until(() => tasks().length === 1);
    expect(tasks()[0]).to.include({ id: 'mine', action: 'fields' });
    await until(() => server.to(/tickets\/T/, 'PATCH').length === 1);
    const [call] = server.to(/tickets\/T/, 'PATCH');
    expect(call?.body).to.deep.equal({ expectedVersion: 1, fields: { orderNo: '7' }, categoryId: 3 });
  });

  it('takes an edit back when it is refused', async () => {
    server.before = ({ method }) => (method === 'PATCH' ? refusal(403) : undefined);
    ask(new TicketEditRequest(id, { priority: 'urgent' }));
    await until(() => tasks()[0]?.state === 'failed');
    expect(row()?.priority).to.equal('normal');
    expect(tasks()[0]?.error?.kind).to.equal('denied');
  });

  it('sends an answer whose fate is unknown again, with the same key', async () => {
    hold();
    await until(() => row()?.version === 2);
    let times = 0;
    server.before = ({ path }) => {
      if (path.endsWith('process.json') && times++ < 2) throw new TypeError('failed to fetch');
      return undefined;
    };
    ask(answer('<p>답</p>'));
    await until(() => server.find(id)?.status === 'resolved');
    await until(() => tasks().length === 0);
    const keys = server.to(/process/).map(({ key }) => key);
    expect(new Set(keys).size).to.equal(1);
    expect(keys.length).to.equal(3);
  });

  it('keeps the key of an unanswered text over a reload, but not the text', async () => {
    hold();
    await until(() => row()?.version === 2);
    server.before = ({ path }) => (path.endsWith('process.json') ? refusal(401) : undefined);
    ask(answer('<p>고객의 비밀</p>'));
    await until(() => tasks()[0]?.state === 'failed');
    const first = server.to(/process/).at(-1)?.key;
    expect(JSON.stringify(sessionStorage)).to.contain(first).and.not.contain('비밀');

    element.remove();
    server.before = undefined;
    server.calls.length = 0;
    element = await openHub(server);
    hub = hubOf(element);
    ask(answer('<p>고객의 비밀</p>'));
    await until(() => server.to(/process/).length === 1);
    expect(server.to(/process/)[0]?.key).to.equal(first);
    await until(() => hub.work.$tasks.get().length === 0);
    expect(JSON.stringify(sessionStorage)).to.not.contain(first);
  });

  it('gives another text another key', async () => {
    hold();
    await until(() => row()?.version === 2);
    server.before = ({ path }) => (path.endsWith('process.json') ? refusal(401) : undefined);
    ask(answer('하나'));
    await until(() => tasks()[0]?.state === 'failed');
    server.before = undefined;
    ask(answer('둘'));
    await until(() => tasks().length === 0);
    expect(new Set(server.to(/process/).map(({ key }) => key)).size).to.equal(2);
  });

  it('gives the same words another key once the agent emptied the editor', async () => {
    hold();
    await until(() => row()?.version === 2);
    server.before = ({ path }) => (path.endsWith('process.json') ? refusal(401) : undefined);
    ask(new DraftChangeRequest(id, { html: '확인했습니다', action: null, values: {} }));
    ask(answer('확인했습니다'));
    await until(() => tasks()[0]?.state === 'failed');
    ask(answer('확인했습니다'));
    await until(() => new Set(server.to(/process/).map(({ key }) => key)).size === 1 && tasks()[0]?.state === 'failed');
    server.before = undefined;
    ask(new DraftChangeRequest(id, { html: '', action: null, values: {} }));
    ask(new DraftChangeRequest(id, { html: '확인했습니다', action: null, values: {} }));
    ask(answer('확인했습니다'));
    await until(() => server.find(id)?.status === 'resolved');
    expect(new Set(server.to(/process/).map(({ key }) => key)).size).to.equal(2);
  });

  it('keeps the draft when the answer is refused', async () => {
    hold();
    watch(hub.tickets.$draft);
    ask(new TicketSelectRequest(id));
    await until(() => hub.tickets.$draft.get()?.state === 'kept');
    ask(new DraftChangeRequest(id, { html: '금칙어', action: null, values: {} }));
    server.before = ({ path }) => (path.endsWith('process.json') ? refusal(422, { words: ['금칙어'] }) : undefined);
    ask(answer('금칙어'));
    await until(() => tasks()[0]?.state === 'failed');
    expect(tasks()[0]?.error?.kind).to.equal('blocked');
    expect(hub.tickets.$draft.get()?.draft?.html).to.equal('금칙어');
  });

  it('ends the draft with the answer', async () => {
    hold();
    watch(hub.tickets.$draft);
    ask(new TicketSelectRequest(id));
    await until(() => hub.tickets.$draft.get()?.state === 'kept');
    ask(new DraftChangeRequest(id, { html: '답', action: null, values: {} }));
    ask(answer('답'));
    await until(() => tasks().length === 0 && server.to(/process/).length === 1);
    await until(() => hub.tickets.$draft.get()?.draft === null);
  });

  it('tells the server that the agent was warned', async () => {
    ask(new TicketProcessRequest(id, { action: 'resolve', html: '답', confirmed: true }));
    await until(() => server.to(/process/).length === 1);
    expect(server.to(/process/)[0]?.body?.['confirmed']).to.equal(true);
  });

  it('calls nobody faster when the ticket of a refused answer is the agent’s own', async () => {
    hold();
    await until(() => row()?.version === 2);
    const current = { ...server.find(id), version: 3, code: 'version_conflict' };
    server.before = ({ path }) => (path.endsWith('process.json') ? refusal(409, current) : undefined);
    ask(answer('답'));
    await until(() => tasks()[0]?.state === 'failed');
    expect(tasks()[0]?.error?.kind).to.equal('conflict');
    expect(tasks()[0]?.error?.details.winner).to.equal(undefined);
  });

  it('tells each of two quick changes that were refused', async () => {
    server.before = ({ method }) => (method === 'PATCH' ? refusal(403) : undefined);
    ask(new TicketEditRequest(id, { priority: 'high' }));
    ask(new TicketEditRequest(id, { priority: 'urgent' }));
    await until(() => tasks().length === 2 && tasks().every(({ state }) => state === 'failed'));
  });

  it('shuts a ticket that was deleted', async () => {
    server.session = { ...agentSession, agent: { ...agentSession.agent, role: 'admin' } };
    ask(new TicketSelectRequest(id));
    await until(() => hub.tickets.$currentId.get() === id);
    server.before = ({ method }) => {
      if (method !== 'DELETE') return undefined;
      server.tickets = server.tickets.filter(({ ticketId }) => ticketId !== id);
      return new Response('{"header":{"isSuccessful":true},"result":null}');
    };
    ask(new TicketAdminRequest(id, 'delete'));
    await until(() => hub.tickets.$currentId.get() === null);
    expect(hub.tickets.$window.get().indexOf(id)).to.equal(-1);
  });

  it('neither sends nor shows what a former agent left when another signs in', async () => {
    ask(new TicketSelectRequest(id));
    watch(hub.tickets.$draft);
    await until(() => hub.tickets.$draft.get()?.state === 'kept');
    ask(new DraftChangeRequest(id, { html: '비밀', action: null, values: {} }));
    await until(() => hub.tickets.$draft.get()?.draft?.html === '비밀');
    server.session = { ...agentSession, agent: { ...agentSession.agent, usercode: 'agent2', name: '박상담' } };
    element.getToken = () => Promise.resolve({ token: 'two', expiresAt: Infinity });
    server.before = ({ token }) => (token === 'Bearer one' ? refusal(401) : undefined);
    ask(new TicketStarRequest(id, true));
    await until(() => hub.tickets.$currentId.get() === null);
    expect(hub.tickets.$draft.get()).to.equal(null);
    expect(tasks()).to.deep.equal([]);
    await settle(100);
    const sentByOther = server.calls.filter(({ method, token }) => method !== 'GET' && token === 'Bearer two');
    expect(sentByOther.map(({ path }) => path)).to.deep.equal([]);
  });

  it('does not send for the next agent what waited for its turn', async () => {
    server.before = ({ method }) => (method === 'PATCH' ? held(40)() : undefined);
    ask(new TicketStarRequest(id, true));
    ask(answer('먼저 상담하던 사람의 글'));
    await until(() => server.to(/tickets\/T/, 'PATCH').length === 1);
    server.session = { ...agentSession, agent: { ...agentSession.agent, usercode: 'agent2', name: '박상담' } };
    element.getToken = () => Promise.resolve({ token: 'two', expiresAt: Infinity });
    server.before = ({ token }) => (token === 'Bearer one' ? refusal(401) : undefined);
    ask(new ListRefreshRequest());
    await until(() => {
      const load = hub.session.$session.get();
      return load.status === 'ready' && load.value.agent.usercode === 'agent2';
    });
    await settle(120);
    expect(server.to(/process/).length).to.equal(0);
    expect(tasks()).to.deep.equal([]);
  });

  it('tells which ticket was made, and opens no other under the hands of whoever went on', async () => {
    watch(hub.work.$made);
    watch(hub.tickets.$currentId);
    ask(new TicketSelectRequest(id));
    server.before = ({ path, method }) =>
      path === 'tickets.json' && method === 'POST' ? content({ ...ticketOf(30), ticketId: idOf(30) }) : undefined;
    ask(new TicketCreateRequest('made-1', {} as NewTicketIntent));
    await until(() => hub.work.$made.get() !== null, 'the ticket');
    expect(hub.work.$made.get()).to.deep.equal({ taskId: 'made-1', ticketId: idOf(30) });
    expect(hub.tickets.$currentId.get()).to.equal(id);
  });
});
