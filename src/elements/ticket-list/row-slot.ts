import { priorityIcon, statusIcon, transferIcon } from '../../base/icons.js';
import type { TicketRow } from '../../domain/types.js';
import { columns } from './columns.js';
import { draw, drawSign, SignCell, TextCell } from './row-cells.js';
import type { RowWords } from './row-words.js';

/** What a row shows beside its ticket. */
export interface RowMarks {
  readonly ticked: boolean;
  readonly current: boolean;
  /** An action on the ticket is under way, or was refused. */
  readonly task: '' | 'running' | 'failed';
}

function button(name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.tabIndex = -1;
  return made;
}

/** One row with empty cells; the others of a pool are copies of it. */
export function rowModel(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'row');
  row.tabIndex = -1;
  columns.forEach((column, place) => {
    const cell = document.createElement('div');
    cell.className = `cell ${column.name}`;
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', String(place + 1));
    row.append(cell);
  });
  const [tick, star, , status] = row.children;
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'box';
  box.tabIndex = -1;
  tick?.append(box);
  const starButton = button('star-button');
  const starSign = drawSign();
  draw(starSign, 'starred');
  starButton.append(starSign);
  star?.append(starButton);
  status?.append(drawSign());
  return row;
}

/**
 * One row of the pool. It stands for one ticket after another: its nodes are made once, and only what differs from the
 * ticket before is written.
 */
export class RowSlot {
  readonly element: HTMLElement;
  index = -1;
  row: TicketRow | undefined;
  readonly #box: HTMLInputElement;
  readonly #star: HTMLButtonElement;
  readonly #statusSign: SVGSVGElement;
  readonly #priority: SignCell;
  readonly #transfer: SignCell;
  readonly #texts: Record<'status' | 'subject' | 'customer' | 'assignee' | 'channel' | 'group' | 'updated', TextCell>;
  #claim?: HTMLButtonElement;
  #words?: RowWords;
  #sign = '';
  #starred = false;
  #ticked = false;
  #claimable = false;
  #classes = 'row';
  #y = NaN;
  #shownIndex = -1;
  #exactAt = 0;
  #isBusy = false;

  constructor(
    model: HTMLElement,
    private readonly number: number,
  ) {
    this.element = model.cloneNode(true) as HTMLElement;
    const cell = (name: string): Element => {
      const place = columns.findIndex((column) => column.name === name);
      return this.element.children[place] as Element;
    };
    const status = cell('status');
    const subject = cell('subject');
    subject.id = `subject-${number}`;
    this.#box = cell('tick').firstElementChild as HTMLInputElement;
    this.#box.setAttribute('aria-labelledby', `tick-word subject-${number}`);
    this.#star = cell('star').firstElementChild as HTMLButtonElement;
    this.#star.setAttribute('aria-labelledby', `star-word subject-${number}`);
    this.#star.setAttribute('aria-pressed', 'false');
    this.element.setAttribute('aria-selected', 'false');
    this.#priority = new SignCell(cell('priority'));
    this.#transfer = new SignCell(cell('transfer'));
    this.#statusSign = status.firstElementChild as SVGSVGElement;
    this.#texts = {
      status: new TextCell(status),
      subject: new TextCell(subject),
      customer: new TextCell(cell('customer')),
      assignee: new TextCell(cell('assignee')),
      channel: new TextCell(cell('channel')),
      group: new TextCell(cell('group')),
      updated: new TextCell(cell('updated')),
    };
  }

  /** Distance from the start of the track in pixels. */
  place(y: number): void {
    if (y === this.#y) return;
    this.#y = y;
    this.element.style.transform = `translateY(${y}px)`;
  }

  write(index: number, row: TicketRow | undefined, marks: RowMarks, words: RowWords): void {
    this.index = index;
    if (index !== this.#shownIndex) {
      this.#shownIndex = index;
      this.element.setAttribute('aria-rowindex', String(index + 2));
    }
    if (row !== this.row || words !== this.#words) this.#writeTicket(row, words);
    this.#writeMarks(row, marks);
  }

  /** Tells times anew; the ticket is the same. */
  writeTime(words: RowWords): void {
    if (this.row) this.#texts.updated.write(words.updated(this.row.updatedAt));
  }

  /** The exact time is for whoever stops to look, so it is written only when nothing moves. */
  writeExact(words: RowWords): void {
    if (!this.row) return;
    this.#texts.status.explain();
    this.#texts.subject.explain();
    if (this.row.updatedAt === this.#exactAt) return;
    this.#exactAt = this.row.updatedAt;
    this.#texts.updated.cell.setAttribute('title', words.exact(this.#exactAt));
  }

  /** The part of the row that takes the focus; the row itself when it has no such part. */
  part(name: RowPart): HTMLElement {
    if (name === 'tick') return this.#box;
    if (name === 'star') return this.#star;
    if (name === 'claim' && this.#claim && this.#claimable) return this.#claim;
    return this.element;
  }

  get parts(): RowPart[] {
    return this.#claimable ? ['row', 'tick', 'star', 'claim'] : ['row', 'tick', 'star'];
  }

  partOf(target: EventTarget | undefined): RowPart {
    if (target === this.#box) return 'tick';
    if (target === this.#star) return 'star';
    return target === this.#claim && this.#claimable ? 'claim' : 'row';
  }

  #writeTicket(row: TicketRow | undefined, words: RowWords): void {
    const others = words !== this.#words;
    this.row = row;
    this.#words = words;
    if (others) {
      this.#exactAt = 0;
      this.#star.title = words.texts.ticketList.starKey;
    }
    if (!row) {
      if (!this.#isBusy) this.element.setAttribute('aria-busy', 'true');
      this.#isBusy = true;
      this.#showClaim(false, words, others);
      return;
    }
    if (this.#isBusy) this.element.removeAttribute('aria-busy');
    this.#isBusy = false;
    const texts = this.#texts;
    const sign = statusIcon(row);
    if (sign !== this.#sign) {
      this.#sign = sign;
      draw(this.#statusSign, sign);
    }
    texts.status.write(words.status(row));
    texts.subject.write(row.subject || words.texts.ticketInfo.noSubject);
    texts.customer.write(row.customer?.name ?? '');
    texts.channel.write(words.texts.channel[row.channel]);
    texts.group.write(row.group?.name ?? '');
    texts.updated.write(words.updated(row.updatedAt));
    texts.assignee.write(row.assignee?.name ?? '');
    this.#priority.write(priorityIcon(row.priority), words.priority(row));
    this.#transfer.write(transferIcon(row), words.transfer(row));
    this.#showClaim(row.actions.includes('claim'), words, others);
    if (row.starred !== this.#starred) {
      this.#starred = row.starred;
      this.#star.setAttribute('aria-pressed', String(row.starred));
    }
  }

  #writeMarks(row: TicketRow | undefined, marks: RowMarks): void {
    let classes = row ? `row ${row.priority}` : 'row waiting';
    if (row?.unread) classes += ' unread';
    if (marks.current) classes += ' current';
    if (marks.ticked) classes += ' ticked';
    if (marks.task) classes += ` ${marks.task}`;
    if (classes !== this.#classes) {
      const wasCurrent = this.#classes.includes(' current');
      const wasUnread = this.#classes.includes(' unread');
      this.#classes = classes;
      this.element.className = classes;
      if (marks.current !== wasCurrent) this.element.setAttribute('aria-current', String(marks.current));
      if (row?.unread && !wasUnread) this.element.setAttribute('aria-describedby', 'unread-word');
      else if (!row?.unread && wasUnread) this.element.removeAttribute('aria-describedby');
    }
    if (marks.ticked !== this.#ticked) {
      this.#ticked = marks.ticked;
      this.#box.checked = marks.ticked;
      this.element.setAttribute('aria-selected', String(marks.ticked));
    }
  }

  /** Puts the box back to what the hub says: a page may have taken the request over. */
  resetBox(): void {
    this.#box.checked = this.#ticked;
  }

  #showClaim(on: boolean, words: RowWords, others: boolean): void {
    if (on && (others || !this.#claim)) {
      this.#claim ??= button('claim');
      this.#claim.id = `claim-${this.number}`;
      this.#claim.setAttribute('aria-labelledby', `claim-${this.number} subject-${this.number}`);
      this.#claim.textContent = words.texts.action.claim;
      this.#claim.title = words.texts.ticketList.claimKey;
    }
    if (on === this.#claimable) return;
    this.#claimable = on;
    if (on && this.#claim) this.#texts.assignee.cell.append(this.#claim);
    else if (this.#claim) {
      const hadFocus = this.#claim.matches(':focus');
      this.#claim.remove();
      // Who claimed by keyboard goes on in the same row.
      if (hadFocus) this.element.focus({ preventScroll: true });
    }
  }
}

/** What of a row can have the focus. */
export type RowPart = 'row' | 'tick' | 'star' | 'claim';
