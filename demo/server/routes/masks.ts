import type { Api } from '../api.js';
import {
  masked,
  maskBodyRequest,
  maskPath,
  messagePath,
  purgeBody,
  revealBody,
  revealed,
  unmaskBody,
} from '../contract/masks.js';
import { historyEntry } from '../contract/tickets.js';
import { applyMask, lookToMask, prepareMask } from '../services/masks/make.js';
import { bereaveNeighbours } from '../services/masks/neighbours.js';
import { applyPurge, askToPurge, SealedAgain } from '../services/masks/purge.js';
import { askToReveal, reveal } from '../services/masks/reveal.js';
import { applyUnmask, lookToUnmask, prepareUnmask } from '../services/masks/unmask.js';
import { calling } from './endpoint.js';
import { outcomeOf, valueOf, vaultOf } from './vault-steps.js';

/** `messages/{entryId}/masks`, `masks/{maskId}/…`: words that leave the tickets, and the ways back. */
export function maskRoutes(api: Api): void {
  maskRoute(api);
  revealRoute(api);
  unmaskRoute(api);
  purgeRoute(api);
}

/** The vault has the words before the ticket loses them. */
function maskRoute(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/messages/{entryId}/masks.json',
      summary: 'Put asterisks in the place of words of a message',
      params: messagePath,
      body: maskBodyRequest,
      answer: { content: masked },
      status: 201,
      limit: 'mask',
    },
    async ({ input: { params, body }, asAgent, once }) => {
      const vault = vaultOf(api);
      const args = { ...params, ...body };
      const seen = await asAgent((tx, context) => outcomeOf(() => lookToMask(tx, context, args)));
      const plan = 'refusal' in seen ? seen : await outcomeOf(() => prepareMask(vault, seen.value, args));
      return once((tx, context) => applyMask(tx, context, valueOf(plan)), {
        ticketId: 'value' in seen ? seen.value.row.ticketId : null,
      });
    },
  );
}

function revealRoute(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/masks/{maskId}/reveal.json',
      summary: 'Show one reader what a mask hides',
      params: maskPath,
      body: revealBody,
      answer: { content: revealed },
      reads: true,
      limit: 'reveal',
    },
    async ({ input: { params, body }, asAgent, answer }) => {
      const vault = vaultOf(api);
      const seal = await asAgent((tx, context) => askToReveal(tx, context, { ...params, ...body }));
      return answer(await reveal(vault, seal));
    },
  );
}

function unmaskRoute(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/masks/{maskId}/unmask.json',
      summary: 'Put what a mask hides back into the message',
      params: maskPath,
      body: unmaskBody,
      answer: { content: historyEntry },
      // The answer has the words. Done once more it finds them there.
      kept: false,
      limit: 'unmask',
    },
    async ({ input: { params, body }, asAgent, once }) => {
      const args = { ...params, ...body };
      const seen = await asAgent((tx, context) => lookToUnmask(tx, context, args));
      const plan = await prepareUnmask(vaultOf(api), seen);
      return once((tx, context) => applyUnmask(tx, context, plan, args));
    },
  );
}

/** The vault loses the words before the ticket says so. */
function purgeRoute(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/masks/{maskId}/purge.json',
      summary: 'Destroy what a mask hides',
      params: maskPath,
      body: purgeBody,
      answer: { content: historyEntry },
      limit: 'mask',
    },
    async ({ input: { params, body }, asAgent, once, answered }) => {
      const vault = vaultOf(api);
      // Nothing is destroyed for a call that its key refuses, or that was answered before.
      const before = await answered();
      if (before) return before;
      const plan = await asAgent((tx, context) => outcomeOf(() => askToPurge(tx, context, { ...params, ...body })));
      if ('refusal' in plan) return once(() => Promise.reject(plan.refusal));
      const { span } = plan.value;
      const also = await outcomeOf(() => bereaveNeighbours(asAgent, vault, span));
      if ('refusal' in also) return once(() => Promise.reject(also.refusal));
      for (let sealIds: readonly string[] = [...plan.value.sealIds, ...also.value]; ;) {
        await vault.destroyKeys(span.serviceId, sealIds);
        try {
          const done = { ...plan.value, destroyed: sealIds };
          return await once((tx, context) => applyPurge(tx, context, done), {
            ticketId: span.ticketId,
          });
        } catch (error) {
          if (!(error instanceof SealedAgain)) throw error;
          sealIds = [...sealIds, ...error.sealIds];
        }
      }
    },
  );
}
