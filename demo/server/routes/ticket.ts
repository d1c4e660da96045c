import type { Api } from '../api.js';
import {
  deleted,
  historyEntry,
  patchBody,
  seenBody,
  ticket,
  ticketEvent,
  ticketPath,
  versionBody,
} from '../contract/tickets.js';
import { completeTicket, deleteTicket, restoreTicket } from '../services/tickets/administer.js';
import { editTicket, markRead, readEvents } from '../services/tickets/edit.js';
import { readHistory } from '../services/tickets/entries.js';
import { loadTicket } from '../services/tickets/load.js';
import { mutating, reading } from './endpoint.js';

const one = { params: ticketPath, answer: { content: ticket } } as const;

/** `tickets/{id}…`: one ticket, its course, its facts, and what administrators do to it. */
export function ticketRoutes(api: Api): void {
  reading(api, { ...one, path: '/tickets/{ticketId}.json', summary: 'One ticket' }, (tx, context, { params }) =>
    loadTicket(tx, context, params.ticketId),
  );

  reading(
    api,
    {
      path: '/tickets/{ticketId}/history.json',
      summary: 'The whole course of a ticket, oldest first',
      params: ticketPath,
      answer: { contents: historyEntry },
    },
    (tx, context, { params }) => readHistory(tx, context, params.ticketId),
  );

  reading(
    api,
    {
      path: '/tickets/{ticketId}/events.json',
      summary: 'What happened to a ticket, oldest first',
      params: ticketPath,
      answer: { contents: ticketEvent },
    },
    (tx, context, { params }) => readEvents(tx, context, params.ticketId),
  );

  mutating(
    api,
    {
      ...one,
      method: 'put',
      path: '/tickets/{ticketId}/read.json',
      summary: 'Mark a ticket as seen by this agent',
      body: seenBody,
    },
    (tx, context, { params, body }) => markRead(tx, context, params.ticketId, body?.version),
  );

  mutating(
    api,
    {
      ...one,
      method: 'patch',
      path: '/tickets/{ticketId}.json',
      summary: 'Star, priority, types, own fields, customer',
      body: patchBody,
    },
    (tx, context, { params, body: { fields: values, ...body } }) => {
      const fields = values && { values, cipher: api.cipher };
      return editTicket(tx, context, { ...params, ...body, fields });
    },
  );

  mutating(
    api,
    {
      ...one,
      method: 'post',
      path: '/tickets/{ticketId}/complete.json',
      summary: 'Complete a resolved ticket (administrators)',
      body: versionBody,
    },
    (tx, context, { params, body }) => completeTicket(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      ...one,
      method: 'post',
      path: '/tickets/{ticketId}/restore.json',
      summary: 'Restore a ticket from the spam box (administrators)',
      body: versionBody,
    },
    (tx, context, { params, body }) => restoreTicket(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/tickets/{ticketId}.json',
      summary: 'Delete a ticket of the spam box for good (administrators)',
      params: ticketPath,
      body: versionBody,
      answer: { content: deleted },
    },
    (tx, context, { params, body }) => deleteTicket(tx, context, { ...params, ...body }),
  );
}
