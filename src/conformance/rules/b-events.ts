import type { AgentCaller } from '../agent-caller.js';
import { makeTicket, pathOf } from '../console-tickets.js';
import { EventStream, type StreamEvent } from '../event-stream.js';
import { fits, holds, same, status, textIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import { listOf, object, text, whole } from '../schema.js';

const { reads, writes } = rulesOf('B.events', 'Console contract: events');

async function streaming<T>(
  page: AgentCaller,
  lastEventId: string | undefined,
  work: (stream: EventStream) => Promise<T>,
): Promise<T> {
  const stream = await EventStream.open(page, lastEventId);
  try {
    return await work(stream);
  } finally {
    stream.close();
  }
}

function about(stream: EventStream, ticketId: string): readonly StreamEvent[] {
  return stream.events.filter(({ event, data }) => event === 'ticket' && data['ticketId'] === ticketId);
}

async function begun(stream: EventStream): Promise<string> {
  holds(await stream.until(() => stream.lastId !== null), 'The stream does not say where it begins');
  return stream.lastId ?? '';
}

export const events: readonly Rule[] = [
  reads('opens', 'The stream opens and says where it begins', async (run) => {
    await streaming(await run.agent(), undefined, begun);
  }),
  reads('reset', 'A position that the server cannot go on from is answered with reset', async (run) => {
    await streaming(await run.agent(), run.mark, async (stream) => {
      const isReset = await stream.until(() => stream.events.some(({ event }) => event === 'reset'));
      holds(isReset, 'No reset came');
    });
  }),
  reads('token', 'The stream does not open without a token: 401', async (run) => {
    status(await run.plain('GET', '/openapi/v1/console/events'), 401);
  }),
  writes('live', 'A change is told at once: ticket, version and what changed, and no text', async (run) => {
    const page = await run.agent();
    await streaming(page, undefined, async (stream) => {
      await begun(stream);
      const ticketId = textIn(await makeTicket(run, page), 'ticketId');
      holds(await stream.until(() => about(stream, ticketId).length > 0), 'No event of the new ticket came');
      const [event] = about(stream, ticketId);
      fits(event?.data, object({ ticketId: text, version: whole, changed: listOf(text) }), 'The data');
      holds(!JSON.stringify(stream.events).includes(`[${run.mark}]`), 'An event has the subject of a ticket');
    });
  }),
  writes('ordered', 'The versions of a ticket come in order, under positions that differ', async (run) => {
    const page = await run.agent();
    const ticket = await makeTicket(run, page);
    const ticketId = textIn(ticket, 'ticketId');
    await streaming(page, undefined, async (stream) => {
      await begun(stream);
      for (const starred of [true, false, true]) {
        status(await page.patch(`${pathOf(ticket)}.json`, { starred }), 200);
      }
      const last = status(await page.get(`${pathOf(ticket)}.json`), 200).content['version'];
      const isThere = () => about(stream, ticketId).some(({ data }) => data['version'] === last);
      holds(await stream.until(isThere), `No event of version ${String(last)} came`);
      const told = about(stream, ticketId);
      const versions = told.map(({ data }) => Number(data['version']));
      same(
        versions,
        [...versions].sort((a, b) => a - b),
        'The versions',
      );
      same(new Set(told.map(({ id }) => id)).size, told.length, 'The number of positions');
    });
  }),
  writes('resumed', 'What was missed comes first to who comes back with the last position', async (run) => {
    const page = await run.agent();
    const position = await streaming(page, undefined, begun);
    const first = textIn(await makeTicket(run, page), 'ticketId');
    const second = textIn(await makeTicket(run, page), 'ticketId');
    await streaming(page, position, async (stream) => {
      const areThere = () => about(stream, first).length > 0 && about(stream, second).length > 0;
      holds(await stream.until(areThere), 'What was missed did not come');
      const at = (ticketId: string) => stream.events.findIndex(({ data }) => data['ticketId'] === ticketId);
      holds(at(first) < at(second), 'What was missed did not come in order');
    });
  }),
];
