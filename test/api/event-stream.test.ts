import { expect } from '@open-wc/testing';
import { EventParser, EventStream, type StreamEvent, type StreamState } from '../../src/api/event-stream.js';
import { DeskError } from '../../src/base/desk-error.js';
import { settle, until } from '../support/until.js';

function parse(...pieces: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const parser = new EventParser((event) => events.push(event));
  for (const piece of pieces) parser.push(piece);
  return events;
}

describe('the parser of the event stream', () => {
  const text = 'id: 7\r\nevent: ticket\r\ndata: {"version":2}\r\n\r\n: beat\n\nid: 8\nevent: board\ndata: {}\n\n';
  const expected = [
    { id: '7', name: 'ticket', data: { version: 2 } },
    { id: '8', name: 'board', data: {} },
  ];

  it('reads events wherever the text is cut', () => {
    for (let cut = 0; cut <= text.length; cut++) {
      expect(parse(text.slice(0, cut), text.slice(cut)), `cut at ${cut}`).to.deep.equal(expected);
    }
  });

  it('reads a bare place in the stream', () => {
    expect(parse('id: 9\n\n')).to.deep.equal([{ id: '9', name: 'message', data: null }]);
  });

  it('passes over what is no JSON', () => {
    expect(parse('data: {"a\n\nevent: board\ndata: 1\n\n').map(({ name }) => name)).to.deep.equal(['board']);
  });
});

describe('the event stream', () => {
  let stream: EventStream | undefined;
  const events: StreamEvent[] = [];
  const states: StreamState[] = [];
  const opened: string[] = [];
  let controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  const write = (text: string) => controllers.at(-1)?.enqueue(new TextEncoder().encode(text));

  const pauses: number[] = [];

  function start(open?: () => Response | undefined, silence?: number, pause = 1): void {
    for (const list of [events, states, opened, pauses]) list.length = 0;
    controllers = [];
    stream = new EventStream({
      onEvent: (event) => events.push(event),
      onState: (state) => states.push(state),
      pause: (attempt) => (pauses.push(attempt), pause),
      silence,
      open: (lastId) => {
        opened.push(lastId);
        const given = open?.();
        if (given) return Promise.resolve(given);
        const body = new ReadableStream<Uint8Array>({ start: (controller) => void controllers.push(controller) });
        return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
      },
    });
  }

  afterEach(() => stream?.stop());

  it('goes on behind the last event when it was cut', async () => {
    start();
    await until(() => controllers.length === 1);
    write('id: 5\nevent: ticket\ndata: {}\n\n');
    await until(() => events.length === 1);
    controllers[0]?.close();
    await until(() => opened.length === 2);
    expect(opened).to.deep.equal(['', '5']);
  });

  it('keeps the farthest place when events come out of order', async () => {
    start();
    await until(() => controllers.length === 1);
    write('id: 6\nevent: a\ndata: 1\n\nid: 5\nevent: b\ndata: 1\n\n');
    await until(() => events.length === 2);
    controllers[0]?.close();
    await until(() => opened.length === 2);
    expect(opened[1]).to.equal('6');
  });

  it('keeps the farthest place also where places are longer than a number is exact', async () => {
    start();
    await until(() => controllers.length === 1);
    const [far, near] = ['9007199254740995000000000002', '9007199254740995000000000001'];
    write(`id: ${far}\nevent: a\ndata: 1\n\nid: ${near}\nevent: b\ndata: 1\n\n`);
    await until(() => events.length === 2);
    controllers[0]?.close();
    await until(() => opened.length === 2);
    expect(opened[1]).to.equal(far);
  });

  it('goes on where a server says that it is whose past is another one', async () => {
    start();
    await until(() => controllers.length === 1);
    write('id: 9000\nevent: a\ndata: 1\n\n');
    await until(() => events.length === 1);
    controllers[0]?.close();
    await until(() => controllers.length === 2);
    write('id: 70\nevent: reset\ndata: {}\n\n');
    await until(() => events.length === 2);
    controllers[1]?.close();
    await until(() => opened.length === 3);
    expect(opened).to.deep.equal(['', '9000', '70']);
  });

  it('is asked for ever less often where it is cut as soon as it is there', async () => {
    start();
    for (let time = 1; time <= 5; time++) {
      await until(() => controllers.length === time);
      write('id: 5\n\n');
      await until(() => events.length === time);
      controllers[time - 1]?.close();
    }
    await until(() => pauses.length === 5);
    expect(pauses).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('is asked for again at once when there is a network again', async () => {
    start(
      () => {
        if (opened.length === 1) throw new DeskError('offline', 'no network');
        return undefined;
      },
      undefined,
      600_000,
    );
    await until(() => pauses.length === 1);
    window.dispatchEvent(new Event('online'));
    await until(() => controllers.length === 1);
  });

  it('is opened anew in another network, where the former one may be dead without a word', async () => {
    start();
    await until(() => controllers.length === 1);
    write('id: 5\n\n');
    await until(() => events.length === 1);
    window.dispatchEvent(new Event('online'));
    await until(() => controllers.length === 2);
    expect(opened).to.deep.equal(['', '5']);
    stream?.stop();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(opened).to.have.lengthOf(2);
  });

  it('that breaks off is told as a server out of reach only once the server did not answer', async () => {
    let isGone = false;
    start(() => {
      if (isGone) throw new DeskError('offline', 'no network');
      return undefined;
    });
    await until(() => controllers.length === 1);
    controllers[0]?.error(new TypeError('network error'));
    await until(() => controllers.length === 2);
    isGone = true;
    controllers[1]?.error(new TypeError('network error'));
    await until(() => states.includes('offline'));
    expect(states.slice(0, 6)).to.deep.equal(['connecting', 'live', 'connecting', 'live', 'connecting', 'offline']);
  });

  it('takes a silent connection for dead', async () => {
    start(undefined, 40);
    await until(() => opened.length === 2);
    expect(states).to.include('stale');
  });

  it('is kept by the heart beat', async () => {
    start(undefined, 200);
    await until(() => controllers.length === 1);
    for (let beat = 0; beat < 8; beat++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      write(':\n\n');
    }
    expect(opened.length).to.equal(1);
  });

  it('tells why it is not there', async () => {
    let times = 0;
    start(() => {
      if (times++ === 0) throw new DeskError('signed-out', 'no token');
      if (times === 2) throw new DeskError('offline', 'no network');
      return undefined;
    });
    await until(() => states.includes('live'));
    expect(states).to.deep.equal(['connecting', 'signed-out', 'offline', 'live']);
  });

  it('does not take another kind of answer for the stream', async () => {
    let times = 0;
    start(() => (times++ === 0 ? new Response('<html>') : undefined));
    await until(() => states.includes('live'));
    expect(states).to.include('offline');
  });
});
