import type { Api } from '../api.js';
import { callBody, callPath, callsQuery, promiseBody, promisedCall, promisedCalls } from '../contract/calls.js';
import { ticketPath } from '../contract/tickets.js';
import { changeCall, listCalls, promiseCall } from '../services/calls/calls.js';
import { mutating, reading } from './endpoint.js';

/** `callbacks…`: calls that agents promised to customers. */
export function callRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/callbacks.json',
      summary: 'Open promised calls in the order of their times: the own ones, or that of a ticket',
      query: callsQuery,
      answer: { content: promisedCalls },
    },
    (tx, context, { query }) => listCalls(tx, context, query),
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/callbacks.json',
      summary: 'Promise a call',
      params: ticketPath,
      body: promiseBody,
      answer: { content: promisedCall },
      status: 201,
    },
    (tx, context, { params, body }) => promiseCall(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'patch',
      path: '/callbacks/{callId}.json',
      summary: 'Move a promised call, change it, or end it',
      params: callPath,
      body: callBody,
      answer: { content: promisedCall },
    },
    (tx, context, { params, body }) => changeCall(tx, context, { ...params, ...body }),
  );
}
