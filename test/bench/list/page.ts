import type { TicketRow } from '../../../src/domain/types.js';
import { MemoryWindow } from '../../../src/hub/memory-window.js';
import type { Contender } from './contender.js';
import { prepareOurs } from './ours.js';
import { remoteSource } from './remote.js';
import { mountReference } from './reference.js';
import { changed, makeRows } from './rows.js';

export type Kind = 'ours' | 'reference';

const rowHeight = 36;
const now = Date.now();
const place = document.querySelector('#place') as HTMLElement;
let rows: TicketRow[] = [];
let source: MemoryWindow;
let list: Contender | undefined;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** After the frame that is being made now was painted. */
async function painted(): Promise<void> {
  await frame();
  await nextTask();
}

async function nextTask(): Promise<void> {
  const channel = new MessageChannel();
  await new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
  channel.port1.close();
}

function mounted(): Contender {
  if (!list) throw new Error('No list is mounted.');
  return list;
}

/** Wrong, missing or displaced rows among those in sight. */
function wrongRows(): number {
  const { scroller, shown, expected } = mounted();
  const box = scroller.getBoundingClientRect();
  const seen = shown()
    .map((row) => ({ ...row, box: row.element.getBoundingClientRect() }))
    .filter((row) => row.box.bottom > box.top + 1 && row.box.top < box.bottom - 1)
    .sort((a, b) => a.box.top - b.box.top);
  const covered = (seen[0]?.box.top ?? Infinity) <= box.top + 1 && (seen.at(-1)?.box.bottom ?? 0) >= box.bottom - 1;
  const isWrong = (row: (typeof seen)[number], at: number): boolean =>
    row.subject === '' || row.subject !== expected(row.index) || row.index !== (seen[0]?.index ?? 0) + at;
  return seen.filter(isWrong).length + (covered ? 0 : 1);
}

const bench = {
  make(count: number): void {
    rows = makeRows(count, now);
    source = new MemoryWindow(rows);
    // What the window builds on its first use is data too.
    source.$window.get().indexOf('');
  },

  async mount(kind: Kind): Promise<number> {
    const mount = kind === 'ours' ? prepareOurs(place, source) : () => mountReference(place, rows);
    await painted();
    const start = performance.now();
    list = mount();
    await painted();
    return performance.now() - start;
  },

  async unmount(): Promise<void> {
    mounted().remove();
    list = undefined;
    await painted();
  },

  /** Steps of seven rows, one a frame. */
  async scroll(steps: number): Promise<{ long: number; dropped: number }> {
    const { scroller } = mounted();
    let long = 0;
    let dropped = 0;
    let before = await frame();
    for (let step = 0; step < steps; step++) {
      scroller.scrollTop += 7 * rowHeight;
      const start = await frame();
      // What follows the frame's callbacks, style, layout and paint, is over when the next task runs.
      await nextTask();
      if (performance.now() - start > 16.7) long++;
      if (start - before > 2.5 * 16.7) dropped++;
      before = start;
    }
    return { long, dropped };
  },

  async rest(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  },

  top(): void {
    mounted().scroller.scrollTop = 0;
  },

  /** A thousand changes a second, every tenth of them in sight. */
  async live(seconds: number): Promise<number> {
    const contender = mounted();
    const current = rows.slice();
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < seconds * 1000) {
      await bench.rest(8);
      const due = Math.floor(performance.now() - start);
      for (; done < due; done++) {
        const index = done % 10 === 0 ? (done / 10) % 20 : 1000 + ((done * 7919) % (rows.length - 1000));
        const next = changed(current[index] as TicketRow, done, now);
        current[index] = next;
        contender.update(index, next);
      }
    }
    return done;
  },

  async sort(descending: boolean): Promise<number> {
    const start = performance.now();
    mounted().sortByUpdated(descending);
    await painted();
    return performance.now() - start;
  },

  async tick(all: boolean): Promise<void> {
    mounted().tick(all);
    await painted();
  },

  nodes(): { all: number; elements: number } {
    let all = 0;
    let elements = 0;
    const visit = (node: Node): void => {
      // Comments and blank texts have no box, and nothing is laid out or painted for them.
      if (node instanceof Element || (node instanceof Text && node.data.trim())) all++;
      if (node instanceof Element) {
        elements++;
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      node.childNodes.forEach(visit);
    };
    visit(mounted().root);
    return { all, elements };
  },

  /** A million tickets behind a server that takes 25 ms; far jumps to right rows, and one slow drag of the thumb. */
  async remote(): Promise<{ jumps: number[]; requests: number }> {
    const remote = remoteSource(now);
    list = prepareOurs(place, remote.window)();
    await bench.rest(300);
    const { scroller } = list;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const jumps: number[] = [];
    for (let jump = 1; jump <= 9; jump++) {
      await bench.rest(400);
      const start = performance.now();
      scroller.scrollTop = (((jump * 7919) % 1000) / 1000) * end;
      do await painted();
      while (wrongRows() > 0 && performance.now() - start < 2_000);
      jumps.push(performance.now() - start);
    }
    scroller.scrollTop = 0;
    await bench.rest(600);
    const before = remote.requests();
    for (let step = 1; step <= 120; step++) {
      scroller.scrollTop = (end * step) / 120;
      await frame();
    }
    await bench.rest(600);
    const requests = remote.requests() - before;
    await bench.unmount();
    remote.window.stop();
    return { jumps, requests };
  },

  /** Small steps and far jumps; how many of them showed a wrong or empty row. */
  async blanks(jumps: number): Promise<number> {
    const { scroller } = mounted();
    let wrong = 0;
    for (let jump = 0; jump < jumps; jump++) {
      if (jump % 4 === 3) scroller.scrollTop = ((jump * 7919) % 1000) * (scroller.scrollHeight / 1000);
      else scroller.scrollTop += jump % 2 ? 500 : -120;
      await painted();
      if (wrongRows() > 0) wrong++;
    }
    return wrong;
  },

  /** Whether the end of a list shows its last ticket, after a jump and after small steps from near it. */
  async reachesLast(): Promise<boolean> {
    const { scroller, shown, expected } = mounted();
    const last = rows.length - 1;
    const isThere = (): boolean => {
      const row = shown().find((each) => each.index === last);
      const box = row?.element.getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      return row?.subject === expected(last) && box !== undefined && Math.abs(box.bottom - view.bottom) < 2;
    };
    scroller.scrollTop = scroller.scrollHeight;
    await painted();
    const jumped = isThere() && wrongRows() === 0;
    scroller.scrollTop -= 40_000;
    await painted();
    for (let step = 0; step < 100 && scroller.scrollTop < scroller.scrollHeight - scroller.clientHeight; step++) {
      scroller.scrollTop += 600;
      await painted();
      if (wrongRows() > 0) return false;
    }
    return jumped && isThere();
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
