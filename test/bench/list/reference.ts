import { signPaths } from '../../../src/base/signs.js';
import type { TicketRow } from '../../../src/domain/types.js';
import { ko } from '../../../src/strings/ko.js';
import type { Contender } from './contender.js';

const svgSpace = 'http://www.w3.org/2000/svg';
const rowHeight = 36;
const longest = 15_000_000;
const headings = ['우선순위', '상태', '제목', '이관', '고객', '담당자', '유입채널', '담당그룹', '수정'];
const minute = 60_000;

const styles = `
.ref { position: relative; height: 100%; font: 13px/36px "Noto Sans KR", "Noto Sans JP", system-ui, sans-serif; color: #1b2330; background: #fff; }
.ref-top { height: 36px; } .ref-top button { font: inherit; line-height: 24px; }
.ref-head { position: relative; height: 28px; line-height: 28px; background: #f5f6f8; }
.ref-view { position: absolute; inset: 64px 0 0; overflow-y: scroll; overflow-x: hidden; overflow-anchor: none; contain: strict; }
.ref-track { position: relative; overflow: clip; contain: size layout style; }
.ref-row { position: absolute; top: 0; left: 0; right: 0; height: 36px; contain: strict; border-left: 3px solid transparent; border-bottom: 1px solid #e2e5ea; }
.ref-row > div, .ref-head > * { position: absolute; top: 0; height: 100%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.ref-row > div { contain: strict; }
.ref .c0 { left: 0; width: 28px; } .ref .c1 { left: 28px; width: 26px; } .ref .c2 { left: 54px; width: 20px; }
.ref .c3 { left: 74px; width: 108px; } .ref .c4 { left: 190px; right: 442px; } .ref .c5 { right: 420px; width: 22px; }
.ref .c6 { right: 340px; width: 80px; color: #566273; } .ref .c7 { right: 248px; width: 84px; } .ref .c8 { right: 176px; width: 64px; color: #566273; }
.ref .c9 { right: 84px; width: 84px; color: #566273; } .ref .c10 { right: 20px; width: 52px; text-align: right; color: #566273; }
.ref input { display: block; width: 14px; height: 14px; margin: 11px auto; accent-color: #2355d4; }
.ref .star { all: unset; display: block; width: 100%; height: 100%; text-align: center; color: #566273; }
.ref svg { width: 15px; height: 15px; margin-right: 5px; vertical-align: -3px; fill: currentcolor; fill-rule: evenodd; stroke: currentcolor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.ref .star svg { margin: 0; fill: none; } .ref .on svg { fill: currentcolor; } .ref .on { color: #8a5300; }
.ref .get { height: 24px; padding: 0 8px; border: 1px solid #2355d4; border-radius: 4px; background: #fff; color: #2355d4; font: inherit; font-weight: 500; line-height: 1; }
.ref-row.unread > .c4 { font-weight: 600; } .ref-row.urgent { border-left-color: #b8261a; background: #fdecea; }
.ref-row.high { border-left-color: #8a5300; } .ref-row.ticked { background: #e9effd; }
.ref .processing { color: #2355d4; } .ref .pending { color: #8a5300; } .ref .resolved { color: #17713f; }
`;

function svg(): SVGSVGElement {
  const made = document.createElementNS(svgSpace, 'svg');
  made.setAttribute('viewBox', '0 0 16 16');
  made.append(document.createElementNS(svgSpace, 'path'));
  return made;
}

function draw(sign: SVGSVGElement, name: keyof typeof signPaths): void {
  sign.setAttribute('class', name);
  sign.firstElementChild?.setAttribute('d', signPaths[name]);
}

const dates = new Intl.DateTimeFormat('ko', { dateStyle: 'medium', timeZone: 'Asia/Seoul' });
const days = new Map<number, string>();

function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / minute);
  if (minutes < 1) return '방금';
  if (minutes < 60) return `${minutes}분`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)}시간`;
  if (minutes < 10080) return `${Math.floor(minutes / 1440)}일`;
  const quarter = Math.floor(at / 900_000);
  let text = days.get(quarter);
  if (text === undefined) days.set(quarter, (text = dates.format(at)));
  return text;
}

/** One recycled row: nodes made once, text nodes written in place, only what changed. */
class Row {
  readonly element: HTMLElement;
  index = -1;
  #row?: TicketRow;
  #ticked = false;
  #classes = '';
  #box: HTMLInputElement;
  #star: HTMLElement;
  #cells: HTMLElement[];
  #texts: Text[] = [];
  #shown: string[] = [];
  #status: SVGSVGElement;
  #signs: (SVGSVGElement | undefined)[] = [];
  #sign: (string | undefined)[] = [];
  #get?: HTMLElement;

  constructor(model: HTMLElement) {
    this.element = model.cloneNode(true) as HTMLElement;
    this.#cells = [...this.element.children] as HTMLElement[];
    this.#box = this.#cells[0]?.firstElementChild as HTMLInputElement;
    this.#star = this.#cells[1]?.firstElementChild as HTMLElement;
    this.#status = this.#cells[3]?.firstElementChild as SVGSVGElement;
    for (const at of [3, 4, 6, 7, 8, 9, 10]) this.#cells[at]?.append((this.#texts[at] = new Text()));
  }

  place(y: number): void {
    this.element.style.transform = `translateY(${y}px)`;
  }

  write(row: TicketRow, ticked: boolean, now: number): void {
    if (row !== this.#row) {
      const before = this.#row;
      this.#row = row;
      this.#text(3, row.spam ? '스팸' : row.resolution === 'internal' ? '내부해결' : ko.status[row.status]);
      this.#text(4, row.subject);
      this.#text(6, row.customer?.name ?? '');
      this.#text(7, row.assignee?.name ?? '');
      this.#text(8, ko.channel[row.channel]);
      this.#text(9, row.group?.name ?? '');
      this.#text(10, ago(row.updatedAt, now));
      const status = row.spam ? 'spam' : row.status;
      if (this.#sign[3] !== status) draw(this.#status, (this.#sign[3] = status));
      this.#mark(2, row.priority === 'normal' ? undefined : row.priority, ko.priority[row.priority]);
      this.#mark(5, row.transfer?.kind, row.transfer?.kind === 'dooray' ? 'Dooray! 이관' : '이슈 이관');
      if (row.starred !== (before?.starred ?? false)) {
        this.#star.className = row.starred ? 'star on' : 'star';
        this.#star.setAttribute('aria-pressed', String(row.starred));
      }
      this.#claim(row.status === 'unassigned');
    }
    let classes = `ref-row ${row.priority}`;
    if (row.unread) classes += ' unread';
    if (ticked) classes += ' ticked';
    if (classes !== this.#classes) this.element.className = this.#classes = classes;
    if (ticked !== this.#ticked) this.#box.checked = this.#ticked = ticked;
  }

  #text(at: number, value: string): void {
    if (this.#shown[at] === value) return;
    this.#shown[at] = value;
    (this.#texts[at] as Text).data = value;
  }

  #mark(at: number, name: 'low' | 'high' | 'urgent' | 'dooray' | 'issue' | undefined, word: string): void {
    if (this.#sign[at] === name) return;
    this.#sign[at] = name;
    const cell = this.#cells[at] as HTMLElement;
    if (!name) {
      this.#signs[at]?.remove();
      cell.removeAttribute('title');
      return;
    }
    const sign = (this.#signs[at] ??= svg());
    draw(sign, name);
    if (!sign.parentNode) cell.append(sign);
    cell.title = word;
  }

  #claim(on: boolean): void {
    if (on === Boolean(this.#get?.parentNode)) return;
    if (!on) {
      this.#get?.remove();
      return;
    }
    if (!this.#get) {
      this.#get = document.createElement('button');
      this.#get.className = 'get';
      this.#get.textContent = '가져오기';
    }
    this.#cells[7]?.append(this.#get);
  }
}

function model(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'ref-row';
  row.setAttribute('role', 'row');
  for (let at = 0; at < 11; at++) {
    const cell = document.createElement('div');
    cell.className = `c${at}`;
    cell.setAttribute('role', 'gridcell');
    row.append(cell);
  }
  const box = document.createElement('input');
  box.type = 'checkbox';
  row.children[0]?.append(box);
  const star = document.createElement('button');
  star.className = 'star';
  const sign = svg();
  draw(sign, 'starred');
  star.append(sign);
  row.children[1]?.append(star);
  row.children[3]?.append(svg());
  return row;
}

/** Key and row number packed into one number: the fastest sort there is for plain arrays. */
function sorted(rows: readonly TicketRow[], descending: boolean): Uint32Array {
  const count = rows.length;
  let least = Infinity;
  let most = 0;
  for (const { updatedAt } of rows) {
    if (updatedAt < least) least = updatedAt;
    if (updatedAt > most) most = updatedAt;
  }
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const at = (rows[index] as TicketRow).updatedAt;
    keys[index] = (descending ? most - at : at - least) * count + index;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = (keys[place] as number) % count;
  return order;
}

/** The limit: a windowed list written by hand for exactly this page, with recycled rows and no library. */
export function mountReference(place: HTMLElement, data: readonly TicketRow[]): Contender {
  const rows = data as TicketRow[];
  let order: Uint32Array | null = null;
  let all = false;
  let frame = 0;
  let first = -1;
  let shift = 0;
  let last = 0;
  const dirty = new Set<number>();
  const root = document.createElement('div');
  root.className = 'ref';
  root.innerHTML = `<style>${styles}</style><div class="ref-top"><button>☆ 중요</button> ${rows.length}건</div>
    <div class="ref-head"><input type="checkbox" class="c0">${headings.map((word, at) => `<button class="c${at + 2}">${word}</button>`).join('')}</div>
    <div class="ref-view" role="grid" aria-rowcount="${rows.length}"><div class="ref-track"></div></div>`;
  place.append(root);
  const view = root.querySelector('.ref-view') as HTMLElement;
  const track = root.querySelector('.ref-track') as HTMLElement;
  const head = root.querySelector('input') as HTMLInputElement;
  const height = view.clientHeight;
  const full = rows.length * rowHeight;
  const trackHeight = Math.min(full, longest);
  track.style.height = `${trackHeight}px`;
  const size = Math.min(rows.length, Math.ceil(height / rowHeight) + 3);
  const prototype = model();
  const ring = Array.from({ length: size }, () => new Row(prototype));
  track.append(...ring.map((row) => row.element));
  const at = (index: number): TicketRow => rows[order ? (order[index] as number) : index] as TicketRow;

  function show(force: boolean): void {
    const now = Date.now();
    const scrolled = view.scrollTop;
    if (full > longest && Math.abs(scrolled - last) > 2000) {
      shift = Math.round((scrolled / (trackHeight - height)) * (full - height) - scrolled);
      force = true;
    }
    last = scrolled;
    const start = Math.max(0, Math.min(Math.floor((scrolled + shift) / rowHeight) - 1, rows.length - size));
    if (start === first && !force) return;
    first = start;
    for (let index = start; index < start + size; index++) {
      const row = ring[index % size] as Row;
      if (row.index === index && !force) continue;
      if (row.index !== index) {
        row.index = index;
        row.element.setAttribute('aria-rowindex', String(index + 1));
      }
      row.place(index * rowHeight - shift);
      row.write(at(index), all, now);
    }
  }

  function flush(): void {
    frame = 0;
    const now = Date.now();
    for (const index of dirty) {
      if (index >= first && index < first + size) ring[index % size]?.write(at(index), all, now);
    }
    dirty.clear();
  }

  const onScroll = (): void => show(false);
  view.addEventListener('scroll', onScroll);
  show(true);
  return {
    scroller: view,
    root,
    update(index, row) {
      rows[index] = row;
      if (index < first || index >= first + size) return;
      dirty.add(index);
      frame ||= requestAnimationFrame(flush);
    },
    sortByUpdated(descending) {
      order = sorted(rows, descending);
      show(true);
    },
    tick(on) {
      all = on;
      head.checked = on;
      show(true);
    },
    expected: (index) => at(index).subject,
    shown: () =>
      ring.map((row) => ({
        index: row.index,
        subject: row.element.children[4]?.textContent ?? '',
        element: row.element,
      })),
    remove() {
      cancelAnimationFrame(frame);
      view.removeEventListener('scroll', onScroll);
      root.remove();
    },
  };
}
