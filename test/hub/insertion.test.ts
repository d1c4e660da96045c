import { expect } from '@open-wc/testing';
import type { Hub } from '../../src/base/hub-context.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import {
  AnswerInsertRequest,
  EntryShowRequest,
  TicketSelectRequest,
  type DeskRequest,
} from '../../src/events/requests.js';
import { idOf, serverWith } from '../support/scripted-server.js';
import { settle } from '../support/until.js';
import { cleanUp, hubOf, openHub } from './support.js';

const id = idOf(3);

describe('what goes into an answer', () => {
  let element: DeskHub;
  let hub: Hub;
  const ask = async (request: DeskRequest): Promise<void> => {
    element.dispatchEvent(request);
    await settle();
  };
  const waiting = () => hub.tickets.$insertion.get();

  beforeEach(async () => {
    element = await openHub(serverWith(20));
    hub = hubOf(element);
    await ask(new TicketSelectRequest(id));
  });
  afterEach(cleanUp);

  it('waits for the editor, and goes to the first that takes it', async () => {
    await ask(new AnswerInsertRequest(id, '<p>안녕하세요</p>'));
    const insertion = waiting()!;
    expect(insertion).to.include({ ticketId: id, html: '<p>안녕하세요</p>', how: 'insert' });
    expect(insertion.take()).to.equal(true);
    expect(waiting()).to.equal(null);
    expect(insertion.take()).to.equal(false);
  });

  it('is given up when another one follows before it was taken', async () => {
    await ask(new AnswerInsertRequest(id, '<p>하나</p>'));
    const first = waiting()!;
    await ask(new AnswerInsertRequest(id, '<p>둘</p>', 'replace'));
    expect(first.take()).to.equal(false);
    expect(waiting()).to.include({ html: '<p>둘</p>', how: 'replace' });
  });

  it('goes into no other ticket than the one it is for', async () => {
    await ask(new AnswerInsertRequest(idOf(4), '<p>다른 티켓</p>'));
    expect(waiting()).to.equal(null);
    await ask(new AnswerInsertRequest(id, '<p>이 티켓</p>'));
    const left = waiting()!;
    await ask(new TicketSelectRequest(idOf(4)));
    await ask(new TicketSelectRequest(id));
    expect(waiting()).to.equal(null);
    expect(left.take()).to.equal(false);
  });

  it('leads to an entry of the open ticket once', async () => {
    await ask(new EntryShowRequest(idOf(4), 7));
    expect(hub.tickets.$shownEntry.get()).to.equal(null);
    await ask(new EntryShowRequest(id, 7));
    const shown = hub.tickets.$shownEntry.get()!;
    expect(shown.entryId).to.equal(7);
    expect([shown.take(), shown.take()]).to.deep.equal([true, false]);
    expect(hub.tickets.$shownEntry.get()).to.equal(null);
  });

  it('may be vetoed by the page', async () => {
    document.body.addEventListener('desk-answer-insert-request', (event) => event.preventDefault(), { once: true });
    await ask(new AnswerInsertRequest(id, '<p>아니오</p>'));
    expect(waiting()).to.equal(null);
  });
});
