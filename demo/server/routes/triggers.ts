import type { Api } from '../api.js';
import { versionBody } from '../contract/tickets.js';
import { removedTrigger, trigger, triggerBody, triggerOrder, triggerPatch, triggerPath } from '../contract/triggers.js';
import { addTrigger, changeTrigger, orderTriggers, readTriggers, removeTrigger } from '../services/triggers/keep.js';
import { mutating, reading } from './endpoint.js';

/** `triggers…`: rules for tickets that come in. Administrators only. */
export function triggerRoutes(api: Api): void {
  const { plainCallbacks = false } = api.deps;

  reading(
    api,
    {
      path: '/triggers.json',
      summary: 'Triggers in the order in which they are asked (administrators)',
      answer: { contents: trigger },
    },
    readTriggers,
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/triggers.json',
      summary: 'Keep a trigger, last in order (administrators)',
      body: triggerBody,
      answer: { content: trigger },
      status: 201,
    },
    (tx, context, { body }) => addTrigger(tx, context, body, plainCallbacks),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/triggers/order.json',
      summary: 'Put all triggers into an order (administrators)',
      body: triggerOrder,
      answer: { contents: trigger },
    },
    (tx, context, { body }) => orderTriggers(tx, context, body.triggerIds),
  );

  mutating(
    api,
    {
      method: 'patch',
      path: '/triggers/{triggerId}.json',
      summary: 'Change a trigger (administrators)',
      params: triggerPath,
      body: triggerPatch,
      answer: { content: trigger },
    },
    (tx, context, { params, body }) => changeTrigger(tx, context, { ...params, ...body }, plainCallbacks),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/triggers/{triggerId}.json',
      summary: 'Remove a trigger (administrators)',
      params: triggerPath,
      body: versionBody,
      answer: { content: removedTrigger },
    },
    (tx, context, { params, body }) => removeTrigger(tx, context, { ...params, ...body }),
  );
}
