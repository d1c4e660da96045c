import { html, type TemplateResult } from 'lit';
import { DeskError, type DeskErrorKind } from '../../src/base/desk-error.js';
import type { Task } from '../../src/base/hub-context.js';
import type { Language, Ticket } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aTicket, hubWith } from '../../test/support/open-ticket.js';
import { speak } from './samples.js';

/** What a story of a ticket's element is told by. */
export interface TicketStoryArgs {
  hub: FakeHub;
  dir?: 'ltr' | 'rtl';
  width?: number;
}

/** A box of the story's width and of a ticket's usual height around an element. */
export function inBox({ hub, dir = 'ltr', width }: TicketStoryArgs, element: TemplateResult): TemplateResult {
  return html`<fake-hub .hub=${hub}>
    <div dir=${dir} .style=${`inline-size: ${width ? `${width}px` : '100%'}; block-size: 640px; overflow: auto`}>
      ${element}
    </div>
  </fake-hub>`;
}

/** A hub with a ticket open, in one of the languages. */
export function openHub(change: Partial<Ticket> = {}, language: Language = 'ko'): FakeHub {
  const hub = hubWith(aTicket(change));
  speak(hub, language);
  return hub;
}

/** A hub in which ticket and history are still on their way, or could not be had. */
export function closedHub(kind?: DeskErrorKind): FakeHub {
  const hub = hubWith();
  const load = kind
    ? ({ status: 'failed', error: new DeskError(kind, 'story') } as const)
    : ({ status: 'loading' } as const);
  hub.tickets.$current.set(load);
  hub.tickets.$history.set(load);
  return hub;
}

/** A hub in which no ticket was chosen. */
export function emptyHub(): FakeHub {
  const hub = hubWith();
  hub.tickets.$currentId.set(null);
  hub.tickets.$current.set({ status: 'idle' });
  hub.tickets.$history.set({ status: 'idle' });
  return hub;
}

/** Lets an action of the open ticket run, or be refused. */
export function withTask(hub: FakeHub, action: Task['action'], kind?: DeskErrorKind): FakeHub {
  const { ticketId } = aTicket();
  const error = kind && new DeskError(kind, 'story');
  hub.work.$tasks.set([{ id: 'story', ticketId, action, state: kind ? 'failed' : 'running', error }]);
  return hub;
}
