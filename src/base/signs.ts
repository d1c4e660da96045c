import { html, type TemplateResult } from 'lit';
import type { Priority, Status, TicketRow } from '../domain/types.js';

/**
 * One set, drawn on 16 units with a line of 1.5. Every sign is a single path that is stroked and filled by the even-odd
 * rule: what is drawn twice stays hollow, what is drawn once is filled. So a sign can be exchanged by writing `d`.
 */
export function path(hollow: string, filled = ''): string {
  return hollow + hollow + filled;
}

export const circle = 'M14 8A6 6 0 1 1 2 8 6 6 0 1 1 14 8z';
const square = 'M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2z';
const letterD = 'M6 5h1.6a3 3 0 0 1 0 6H6z';
const star = 'M8 1.9l1.85 3.85 4.2.56-3.07 2.92.75 4.17L8 11.37 4.27 13.4l.75-4.17L1.95 6.31l4.2-.56z';

/** Path data by name, of what the first screen shows. */
export const signPaths = {
  unassigned: path(circle),
  processing: path(circle, 'M8 2a6 6 0 0 1 0 12z'),
  pending: path(`${circle}M6.4 5.8v4.4M9.6 5.8v4.4`),
  issue_transferred: path(
    'M6.5 3H3.5A1.5 1.5 0 0 0 2 4.5v8A1.5 1.5 0 0 0 3.5 14h8a1.5 1.5 0 0 0 1.5-1.5v-3M9.5 2H14v4.5M14 2 7.5 8.5',
  ),
  issue_answered: path(
    'M14 3.5A1.5 1.5 0 0 0 12.5 2h-9A1.5 1.5 0 0 0 2 3.5v5M5 5.5 2 8.5l3 3M2 8.5h4.5M8.3 11.6l2 2 3.9-4.4',
  ),
  dooray_transferred: path(square + letterD),
  dooray_in_progress: path(
    square + letterD,
    'M8 2h4.5A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5H8v-3a3 3 0 0 0 0-6z',
  ),
  dooray_answered: path(
    'M6.5 13h-3A1.5 1.5 0 0 1 2 11.5v-8A1.5 1.5 0 0 1 3.5 2h8A1.5 1.5 0 0 1 13 3.5v3M5.3 4.8h1.2a2.5 2.5 0 0 1 0 5H5.3zM8.6 12l2 2 3.9-4.4',
  ),
  resolved: path(`${circle}M5.3 8.2l1.9 1.9 3.6-4`),
  completed: path('M1.5 8.5l3 3 6-7M8 11l.5.5 6-7'),
  spam: path(`${circle}M3.8 3.8l8.4 8.4`),
  urgent: path('M4 8l4-4 4 4M4 12.5l4-4 4 4'),
  high: path('M4 10l4-4 4 4'),
  low: path('M4 6l4 4 4-4'),
  star: path(star),
  starred: star,
  dooray: path(square + letterD),
  issue: path(
    'M9.5 2H14v4.5M14 2 7.5 8.5M6.5 3h-3A1.5 1.5 0 0 0 2 4.5v8A1.5 1.5 0 0 0 3.5 14h8a1.5 1.5 0 0 0 1.5-1.5v-3',
  ),
  warning: path('M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.01'),
  megaphone: path('M2.5 6.2v3.6h2l6.5 3.4V2.8L4.5 6.2zM5 9.8l1 4M13.2 6.3a2.4 2.4 0 0 1 0 3.4'),
  chevronLeft: path('M10 4 6 8l4 4'),
  chevronRight: path('M6 4l4 4-4 4'),
  arrowUp: path('M8 13V3M4 7l4-4 4 4'),
  arrowDown: path('M8 3v10M4 9l4 4 4-4'),
  viewing: path(
    'M1.5 8C3 5 5.2 3.5 8 3.5S13 5 14.5 8C13 11 10.8 12.5 8 12.5S3 11 1.5 8zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  ),
  writing: path('M10.5 2.5l3 3-8 8-3.5.5.5-3.5zM9 4l3 3'),
  close: path('M4 4l8 8M12 4l-8 8'),
  plus: path('M8 3v10M3 8h10'),
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  refresh: path('M13.5 8A5.5 5.5 0 1 1 11.7 3.9M13.5 1.8v3h-3'),
  check: path('M3 8.5l3.5 3.5L13 4.5'),
  settings: path(
    'M2 4.5h6.5M13 4.5h1M2 11.5h1M7.5 11.5H14M13 4.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0zM7.4 11.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0z',
  ),
  phone: path(
    'M3.5 2h2l1.3 3.2-1.6 1.3a8.5 8.5 0 0 0 4.3 4.3l1.3-1.6L14 10.5v2A1.5 1.5 0 0 1 12.5 14 10.5 10.5 0 0 1 2 3.5 1.5 1.5 0 0 1 3.5 2z',
  ),
  people: path(
    'M8 5.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM1.5 13.5c0-2.7 1.7-4 4.2-4s4.2 1.3 4.2 4M10.5 3.3a2.3 2.3 0 0 1 0 4.4M12 9.8c1.6.5 2.5 1.7 2.5 3.7',
  ),
  columns: path('M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM6 2.5v11M10 2.5v11'),
  unread: path(
    'M8 3H3.5A1.5 1.5 0 0 0 2 4.5v7A1.5 1.5 0 0 0 3.5 13h9a1.5 1.5 0 0 0 1.5-1.5V8',
    'M15 4a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  ),
  list: path('M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.01M2 8h.01M2 12h.01'),
} as const satisfies Record<string, string>;

export type SignName = keyof typeof signPaths;

/** A decorative icon in the colour of the text around it, 16 px at the base size. The word stands beside it. */
export function drawn(d: string): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 16 16"
    width="1.231em"
    height="1.231em"
    fill="currentColor"
    fill-rule="evenodd"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${d}></path>
  </svg>`;
}

/** An icon of the first screen; `icons.ts` has those of what opens late, too. */
export function icon(name: SignName): TemplateResult {
  return drawn(signPaths[name]);
}

/** Sign of a ticket's status; spam covers whatever the status is. */
export function statusIcon(ticket: { readonly status: Status; readonly spam: boolean }): SignName {
  return ticket.spam ? 'spam' : ticket.status;
}

/** Sign of a priority; a normal one has none. */
export function priorityIcon(priority: Priority): SignName | null {
  return priority === 'normal' ? null : priority;
}

/** Sign of where a ticket was transferred to, or of what became of that and is to be looked after. */
export function transferIcon({ transfer, guidance }: Pick<TicketRow, 'transfer' | 'guidance'>): SignName | null {
  if (!transfer) return null;
  if (transfer.state === 'failed') return 'warning';
  return guidance ? 'megaphone' : transfer.kind;
}
