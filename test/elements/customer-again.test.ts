import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { EntryShowRequest } from '../../src/events/requests.js';
import { all, inHub, named, textOf } from '../support/in-hub.js';
import { anEntry, aTicket, hubWith } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const again = '고객이 다시 글을 썼습니다.';

describe('reply-composer, while the customer writes again', () => {
  it('says so, leads there, and says nothing of it over another ticket', async () => {
    await import('../../src/elements/reply-composer/define.js');
    const hub = hubWith(aTicket(), [anEntry(1)]);
    const element = await inHub<LitElement>(hub, '<reply-composer></reply-composer>');
    await until(() => all(element, '.toolbar').length > 0, 'the tools');
    const write = async (...ids: number[]): Promise<void> => {
      hub.tickets.$history.set({ status: 'ready', value: ids.map((id) => anEntry(id)) });
      await element.updateComplete;
    };
    await write(1, 2);
    await until(() => textOf(element).includes(again), 'the note');
    named(element, '새 글 보기').click();
    expect(hub.asked(EntryShowRequest)[0]).to.include({ ticketId: aTicket().ticketId, entryId: 2 });
    await write(1, 2, 3);
    await until(() => textOf(element).includes(again), 'the next note');
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    hub.tickets.$history.set({ status: 'loading' });
    await element.updateComplete;
    expect(textOf(element)).not.to.contain(again);
  });
});
