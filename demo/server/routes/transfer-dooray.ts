import type { Api } from '../api.js';
import { doorayComment } from '../contract/dooray.js';
import { ticket, ticketPath } from '../contract/tickets.js';
import {
  doorayCommentBody,
  doorayCommentPath,
  doorayProject,
  doorayProjectQuery,
  doorayTemplate,
  doorayTemplateQuery,
  doorayTransferBody,
  nothing,
} from '../contract/transfer-dooray.js';
import { commentOnTask, retryComment } from '../services/dooray/comment.js';
import { organizationToken, requireDooray, requirePlace } from '../services/dooray/config.js';
import { readProject, readTagGroups, readTemplate, tagProblem, unlessAway } from '../services/dooray/project.js';
import { OutgoingCover } from '../services/masks/outgoing.js';
import { retryTransfer, tagsRefused, transferToDooray, withdrawTransfer } from '../services/dooray/transfer.js';
import { asTold, doorayClient, hastyClient } from './dooray-steps.js';
import { asking } from './asking.js';
import { calling, mutating } from './endpoint.js';

/** `transfer/dooray…`, `dooray/comment…`: what Dooray! offers for a task, and what goes there. */
export function transferDoorayRoutes(api: Api): void {
  readingRoutes(api);
  transferRoute(api);

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/transfer/retry.json',
      summary: 'Send a transfer once more that did not get to Dooray!',
      params: ticketPath,
      body: nothing,
      answer: { content: ticket },
    },
    (tx, context, { params }) => retryTransfer(tx, context, params.ticketId),
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/transfer/withdraw.json',
      summary: 'Take a transfer back that did not get to Dooray!; the ticket is what it was before',
      params: ticketPath,
      body: nothing,
      answer: { content: ticket },
    },
    (tx, context, { params }) => withdrawTransfer(tx, context, params.ticketId),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/dooray/comment.json',
      summary: 'Comment on the task of a ticket',
      params: ticketPath,
      body: doorayCommentBody,
      answer: { content: doorayComment },
    },
    async ({ input: { params, body }, asAgent, answered, once }) => {
      const before = await answered();
      if (before) return before;
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, params.ticketId);
      return once(async (tx, context) => {
        await cover.require(tx, context);
        const html = cover.html(body.html);
        return commentOnTask(tx, context, { ...params, ...body, html, nameOf: cover.nameOf });
      });
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/dooray/comments/{commentId}/retry.json',
      summary: 'Send a comment once more that did not get to Dooray!',
      params: doorayCommentPath,
      body: nothing,
      answer: { content: doorayComment },
    },
    (tx, context, { params }) => retryComment(tx, context, params),
  );
}

function readingRoutes(api: Api): void {
  asking(
    api,
    {
      path: '/transfer/dooray-project.json',
      summary: 'What a project at Dooray! offers for a new task: templates, tags, members',
      query: doorayProjectQuery,
      answer: { content: doorayProject },
      limit: 'look_up',
    },
    async ({ input: { query }, asAgent, answer }) => {
      const { organization, project } = await asAgent(async (tx, context) => {
        await requireDooray(tx, context);
        return requirePlace(tx, context, query);
      });
      const token = await organizationToken(api.cipher, organization);
      return answer(await asTold(readProject(doorayClient(api), token, project)));
    },
  );

  asking(
    api,
    {
      path: '/transfer/dooray-template.json',
      summary: 'A template of a project at Dooray!, as a new task begins',
      query: doorayTemplateQuery,
      answer: { content: doorayTemplate },
      limit: 'look_up',
    },
    async ({ input: { query }, asAgent, answer }) => {
      const { organization, project } = await asAgent(async (tx, context) => {
        await requireDooray(tx, context);
        return requirePlace(tx, context, query);
      });
      const token = await organizationToken(api.cipher, organization);
      return answer(await asTold(readTemplate(doorayClient(api), token, project, query.templateId)));
    },
  );
}

function transferRoute(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/transfer/dooray.json',
      summary: 'Let a ticket become a task at Dooray!, with what is told here and nothing else',
      params: ticketPath,
      body: doorayTransferBody,
      answer: { content: ticket },
      limit: 'look_up',
    },
    async ({ input: { params, body }, asAgent, answered, once, origin }) => {
      const before = await answered();
      if (before) return before;
      const { organization, project } = await asAgent(async (tx, context) => {
        await requireDooray(tx, context);
        return requirePlace(tx, context, body);
      });
      // No connection to the database is held meanwhile. While Dooray! is away, the worker looks later.
      const token = await organizationToken(api.cipher, organization);
      const client = hastyClient(api);
      const groups = client && (await asTold(unlessAway(readTagGroups(client, token, project))));
      const problem = groups ? tagProblem(groups, body.tagIds) : null;
      if (problem) throw tagsRefused(problem);
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, params.ticketId);
      return once(async (tx, context) => {
        await cover.require(tx, context);
        const told = { ...body, subject: cover.subject(body.subject), content: cover.html(body.content) };
        return transferToDooray(tx, context, { ...params, ...told, origin, nameOf: cover.nameOf });
      });
    },
  );
}
