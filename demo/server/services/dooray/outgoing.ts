import type { Body, Language } from '../../../../src/domain/types.js';
import { escapeHtml } from '../../../../src/util/text-html.js';
import { styledHtml } from '../mail/inline-styles.js';
import { words } from './words.js';

/** What is at Dooray! of a ticket: its task, or a comment on that. */
export type Mark = `task-${string}` | `comment-${string}`;

/** Name of the part of a link that says which transfer or comment it stands in. */
const markName = 'dooray';

/** The address of a ticket, with a mark by which what stands there is found again. */
export function markedLink(link: string, mark: Mark): string {
  const url = new URL(link);
  url.searchParams.set(markName, mark);
  return url.href;
}

const marks = new RegExp(`[?&](?:amp;)?${markName}=(task|comment)-([0-9a-f]{32})`, 'g');

/** The last mark in a text of Dooray!, whatever that made of the markup. One that is quoted stands before it. */
export function markIn(content: string): Mark | null {
  const last = [...content.matchAll(marks)].at(-1);
  return last ? (`${last[1]}-${last[2]}` as Mark) : null;
}

export interface Outgoing {
  readonly body: Pick<Body, 'html' | 'styles'>;
  readonly mark: Mark;
  readonly link: string;
  readonly ticketId: string;
  readonly author: string;
  readonly language: Language;
  /** Names of the pictures that the text shows, by their ids. */
  readonly pictures: ReadonlyMap<string, string>;
}

const picture = /<img\b[^>]*\bcid:([0-9a-f]{32})"[^>]*>/g;

/** A text as it stands at Dooray!: pictures are files there, and a link leads back. */
export function outgoingHtml({ body, mark, link, ticketId, author, language, pictures }: Outgoing): string {
  const own = words[language];
  const text = styledHtml(body).replace(picture, (_image, id: string) => {
    const name = pictures.get(id);
    return name === undefined ? '' : escapeHtml(own.picture(name));
  });
  const href = escapeHtml(markedLink(link, mark));
  const back = `<a href="${href}">${escapeHtml(`${own.ticket} ${ticketId}`)}</a>`;
  return `${text}<hr><p>${back} · ${escapeHtml(own.by(author))}</p>`;
}

/** Page of a task for people, by that of its project. */
export function taskUrl(projectAddress: string, taskId: string): string {
  return new URL(`/project/tasks/${encodeURIComponent(taskId)}`, projectAddress).href;
}

/** Where the page of a ticket is: as the service set it, or on this server. */
export function ticketLink(
  address: string | null,
  { origin, serviceId, ticketId }: { readonly origin: string; readonly serviceId: string; readonly ticketId: string },
): string {
  if (address !== null) return address.replaceAll('{ticketId}', encodeURIComponent(ticketId));
  const url = new URL('/console.html', origin);
  url.searchParams.set('service', serviceId);
  url.searchParams.set('ticket', ticketId);
  return url.href;
}
