import { priorityIcon, statusIcon, transferIcon } from '../../base/signs.js';
import { mainColumn } from '../../domain/columns.js';
import type { TicketRow } from '../../domain/types.js';
import { cellText } from './cell-text.js';
import { isTime, leading, type ListColumn } from './columns.js';
import { drawSign, SignCell, StatusCell, TextCell, TimeCell, type RowCell } from './row-cells.js';
import { RowPresence } from './row-presence.js';
import type { RowWords } from './row-words.js';

/** What a row shows beside its ticket. */
export interface RowMarks {
  readonly ticked: boolean;
  readonly current: boolean;
  /** An action on the ticket is under way, or was refused. */
  readonly task: '' | 'running' | 'failed';
  /** Who else has the ticket open, in words; empty where nobody does. */
  readonly who: string;
  /** Whether one of them writes an answer. */
  readonly isWriting: boolean;
}

function button(name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.tabIndex = -1;
  return made;
}

/** One row with empty cells; the others of a pool are copies of it. */
export function rowModel(columns: readonly ListColumn[]): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'row');
  row.tabIndex = -1;
  row.setAttribute('aria-selected', 'false');
  [...leading, ...columns.map(({ name }) => name)].forEach((name, place) => {
    const cell = document.createElement('div');
    cell.className = `cell ${name}`;
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', String(place + 1));
    if (name === 'status') cell.append(drawSign());
    row.append(cell);
  });
  const [tick, star] = row.children;
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'box';
  box.tabIndex = -1;
  tick?.append(box);
  const starButton = button('star-button');
  starButton.setAttribute('aria-pressed', 'false');
  star?.append(starButton);
  return row;
}

function cellOf(id: string, cell: Element): RowCell {
  if (isTime(id)) return new TimeCell(cell, id);
  if (id === 'status') return new StatusCell(cell, statusIcon, cellText(id));
  if (id === 'priority')
    return new SignCell(
      cell,
      (row) => priorityIcon(row.priority),
      (row, words) => words.priority(row),
    );
  if (id === 'transfer') return new SignCell(cell, transferIcon, cellText(id));
  return new TextCell(cell, cellText(id));
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
  readonly #cells: readonly RowCell[];
  readonly #times: readonly TimeCell[];
  /** The cell that offers to claim: the assignee's, for nobody is there yet, or another where that is not shown. */
  readonly #claimCell: Element | undefined;
  readonly #presence: RowPresence;
  #claim?: HTMLButtonElement;
  #words?: RowWords;
  #starred = false;
  #ticked = false;
  #claimable = false;
  #classes = 'row';
  #y = NaN;
  #shownIndex = -1;
  #isBusy = false;

  constructor(
    model: HTMLElement,
    columns: readonly ListColumn[],
    private readonly number: number,
  ) {
    this.element = model.cloneNode(true) as HTMLElement;
    const { children } = this.element;
    this.#box = children[0]?.firstElementChild as HTMLInputElement;
    this.#star = children[1]?.firstElementChild as HTMLButtonElement;
    this.#box.setAttribute('aria-labelledby', `tick-word subject-${number}`);
    this.#star.setAttribute('aria-labelledby', `star-word subject-${number}`);
    this.#cells = columns.map(({ id }, place) => cellOf(id, children[place + leading.length] as Element));
    this.#times = this.#cells.filter((cell) => cell instanceof TimeCell);
    const find = (wanted: string): Element | undefined =>
      this.#cells[columns.findIndex(({ id }) => id === wanted)]?.cell;
    const subject = find(mainColumn);
    subject?.setAttribute('id', `subject-${number}`);
    this.#presence = new RowPresence(subject);
    this.#claimCell = find('assignee') ?? find('status') ?? subject;
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
    this.mark(marks);
  }

  /** Tells times anew; the ticket is the same. */
  writeTimes(words: RowWords): void {
    if (this.row) for (const cell of this.#times) cell.tell(words);
  }

  /** The exact times are for whoever stops to look, so they are written only when nothing moves. */
  writeExact(words: RowWords): void {
    if (this.row) for (const cell of this.#times) cell.explain(words);
  }

  /** Tells in full what has no room, when the agent points at the row. */
  explain(words: RowWords): void {
    if (this.row) for (const cell of this.#cells) cell.explain(words);
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
      for (const cell of this.#times) cell.forget();
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
    for (const cell of this.#cells) cell.write(row, words);
    this.#showClaim(row.actions.includes('claim'), words, others);
    if (row.starred !== this.#starred) {
      this.#starred = row.starred;
      this.#star.setAttribute('aria-pressed', String(row.starred));
    }
  }

  /** Writes what the row shows beside its ticket. */
  mark(marks: RowMarks): void {
    const { row } = this;
    let classes = row ? `row ${row.priority}` : 'row waiting';
    if (row?.unread) classes += ' unread';
    if (marks.current) classes += ' current';
    if (marks.ticked) classes += ' ticked';
    if (marks.task) classes += ` ${marks.task}`;
    if (marks.who) classes += ' attended';
    this.#presence.write(marks.who, marks.isWriting);
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
    if (on && this.#claim) this.#claimCell?.append(this.#claim);
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
