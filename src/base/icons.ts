import { html, type TemplateResult } from 'lit';
import type { Priority, Status, TicketRow } from '../domain/types.js';

/**
 * One set, drawn on 16 units with a line of 1.5. Every sign is a single path that is stroked and filled by the even-odd
 * rule: what is drawn twice stays hollow, what is drawn once is filled. So a sign can be exchanged by writing `d`.
 */
function sign(hollow: string, filled = ''): string {
  return hollow + hollow + filled;
}

const circle = 'M14 8A6 6 0 1 1 2 8 6 6 0 1 1 14 8z';
const square = 'M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2z';
const letterD = 'M6 5h1.6a3 3 0 0 1 0 6H6z';
const star = 'M8 1.9l1.85 3.85 4.2.56-3.07 2.92.75 4.17L8 11.37 4.27 13.4l.75-4.17L1.95 6.31l4.2-.56z';

/** Path data by name. */
export const iconPaths = {
  unassigned: sign(circle),
  processing: sign(circle, 'M8 2a6 6 0 0 1 0 12z'),
  pending: sign(`${circle}M6.4 5.8v4.4M9.6 5.8v4.4`),
  issue_transferred: sign(
    'M6.5 3H3.5A1.5 1.5 0 0 0 2 4.5v8A1.5 1.5 0 0 0 3.5 14h8a1.5 1.5 0 0 0 1.5-1.5v-3M9.5 2H14v4.5M14 2 7.5 8.5',
  ),
  issue_answered: sign(
    'M14 3.5A1.5 1.5 0 0 0 12.5 2h-9A1.5 1.5 0 0 0 2 3.5v5M5 5.5 2 8.5l3 3M2 8.5h4.5M8.3 11.6l2 2 3.9-4.4',
  ),
  dooray_transferred: sign(square + letterD),
  dooray_in_progress: sign(
    square + letterD,
    'M8 2h4.5A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5H8v-3a3 3 0 0 0 0-6z',
  ),
  dooray_answered: sign(
    'M6.5 13h-3A1.5 1.5 0 0 1 2 11.5v-8A1.5 1.5 0 0 1 3.5 2h8A1.5 1.5 0 0 1 13 3.5v3M5.3 4.8h1.2a2.5 2.5 0 0 1 0 5H5.3zM8.6 12l2 2 3.9-4.4',
  ),
  resolved: sign(`${circle}M5.3 8.2l1.9 1.9 3.6-4`),
  completed: sign('M1.5 8.5l3 3 6-7M8 11l.5.5 6-7'),
  spam: sign(`${circle}M3.8 3.8l8.4 8.4`),

  urgent: sign('M4 8l4-4 4 4M4 12.5l4-4 4 4'),
  high: sign('M4 10l4-4 4 4'),
  low: sign('M4 6l4 4 4-4'),

  star: sign(star),
  starred: star,
  dooray: sign(square + letterD),
  issue: sign(
    'M9.5 2H14v4.5M14 2 7.5 8.5M6.5 3h-3A1.5 1.5 0 0 0 2 4.5v8A1.5 1.5 0 0 0 3.5 14h8a1.5 1.5 0 0 0 1.5-1.5v-3',
  ),

  chevronUp: sign('M4 10l4-4 4 4'),
  chevronDown: sign('M4 6l4 4 4-4'),
  chevronLeft: sign('M10 4 6 8l4 4'),
  chevronRight: sign('M6 4l4 4-4 4'),
  arrowUp: sign('M8 13V3M4 7l4-4 4 4'),
  arrowDown: sign('M8 3v10M4 9l4 4 4-4'),
  check: sign('M3 8.5l3.5 3.5L13 4.5'),
  close: sign('M4 4l8 8M12 4l-8 8'),
  plus: sign('M8 3v10M3 8h10'),
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  copy: sign(
    'M6 6V3.5A1.5 1.5 0 0 1 7.5 2h5A1.5 1.5 0 0 1 14 3.5v5a1.5 1.5 0 0 1-1.5 1.5H10M3.5 6h5A1.5 1.5 0 0 1 10 7.5v5A1.5 1.5 0 0 1 8.5 14h-5A1.5 1.5 0 0 1 2 12.5v-5A1.5 1.5 0 0 1 3.5 6z',
  ),
  search: sign('M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3 14 14'),
  refresh: sign('M13.5 8A5.5 5.5 0 1 1 11.7 3.9M13.5 1.8v3h-3'),
  warning: sign('M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.01'),
  info: sign(`${circle}M8 7.5v3.5M8 5v.01`),
  clock: sign(`${circle}M8 4.5V8l2.5 1.5`),
  mail: sign('M2.5 3.5h11a.5.5 0 0 1 .5.5v8a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 2 12V4a.5.5 0 0 1 .5-.5zM2 4.5l6 4.5 6-4.5'),
  phone: sign(
    'M3.5 2h2l1.3 3.2-1.6 1.3a8.5 8.5 0 0 0 4.3 4.3l1.3-1.6L14 10.5v2A1.5 1.5 0 0 1 12.5 14 10.5 10.5 0 0 1 2 3.5 1.5 1.5 0 0 1 3.5 2z',
  ),
  chat: sign('M3 2.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7l-3.5 3v-3H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z'),
  globe: sign(`${circle}M2 8h12M8 2c4 4 4 8 0 12M8 2C4 6 4 10 8 14`),
  person: sign('M10.5 5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 14c0-3 2-4.5 5-4.5s5 1.5 5 4.5'),
  people: sign(
    'M8 5.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM1.5 13.5c0-2.7 1.7-4 4.2-4s4.2 1.3 4.2 4M10.5 3.3a2.3 2.3 0 0 1 0 4.4M12 9.8c1.6.5 2.5 1.7 2.5 3.7',
  ),
  reply: sign('M6 3 2 7l4 4M2 7h7a5 5 0 0 1 5 5v1'),
  forward: sign('M10 3l4 4-4 4M14 7H7a5 5 0 0 0-5 5v1'),
  note: sign('M3.5 2h9a1 1 0 0 1 1 1v7l-3.5 4H3.5a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM13.5 10H10v4M5.5 5.5h5M5.5 8.5h3'),
  clip: sign('M13 7.3 7.8 12.5a3.2 3.2 0 0 1-4.5-4.5l5.5-5.5a2.1 2.1 0 0 1 3 3L6.5 10.8a1 1 0 0 1-1.5-1.5l4.7-4.7'),
  image: sign(
    'M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM2 11l3.5-3.5 3 3L11 8l3 3M6.2 5.3v.01',
  ),
  download: sign('M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11'),
  print: sign(
    'M4.5 6V2.5h7V6M4.5 11.5h-1A1.5 1.5 0 0 1 2 10V7.5A1.5 1.5 0 0 1 3.5 6h9A1.5 1.5 0 0 1 14 7.5V10a1.5 1.5 0 0 1-1.5 1.5h-1M4.5 9.5h7v4h-7z',
  ),
  keyboard: sign(
    'M2.5 4h11a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 6.8h.01M8 6.8h.01M12 6.8h.01M5 9.5h6',
  ),
  external: sign('M9.5 2H14v4.5M14 2 7.5 8.5M11.5 9.5v4h-9v-9h4'),
  trash: sign('M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.7v4.3M9.3 6.7v4.3'),
  restore: sign('M2.5 8A5.5 5.5 0 1 0 4.3 3.9M2.5 1.8v3h3'),
  claim: sign('M8 1.5v7M4.8 5.5 8 8.7l3.2-3.2M2 9.5v4h12v-4'),
  columns: sign('M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM6 2.5v11M10 2.5v11'),
  unread: sign(
    'M8 3H3.5A1.5 1.5 0 0 0 2 4.5v7A1.5 1.5 0 0 0 3.5 13h9a1.5 1.5 0 0 0 1.5-1.5V8',
    'M15 4a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  ),
  list: sign('M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.01M2 8h.01M2 12h.01'),
  lock: sign('M4 7.5h8a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1zM5 7.5V5a3 3 0 0 1 6 0v2.5'),
} as const satisfies Record<string, string>;

export type IconName = keyof typeof iconPaths;

/** A decorative icon in the colour of the text around it, 16 px at the base size. The word stands beside it. */
export function icon(name: IconName): TemplateResult {
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
    <path d=${iconPaths[name]}></path>
  </svg>`;
}

/** Sign of a ticket's status; spam covers whatever the status is. */
export function statusIcon(ticket: { readonly status: Status; readonly spam: boolean }): IconName {
  return ticket.spam ? 'spam' : ticket.status;
}

/** Sign of a priority; a normal one has none. */
export function priorityIcon(priority: Priority): IconName | null {
  return priority === 'normal' ? null : priority;
}

/** Sign of where a ticket was transferred to, as long as its status does not say so itself. */
export function transferIcon(ticket: Pick<TicketRow, 'transfer'>): IconName | null {
  return ticket.transfer?.kind ?? null;
}
