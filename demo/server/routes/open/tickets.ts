import type { z } from '@hono/zod-openapi';
import type { Api } from '../../api.js';
import { openFilePath, openFileQuery } from '../../contract/open/common.js';
import {
  commentQuery,
  languageOnly,
  memberListQuery,
  memberPath,
  memberTicketPath,
  openAttachmentSchema,
  openComment,
  openEntry,
  openInquiry,
  openTicketDetail,
  openTicketRow,
} from '../../contract/open/tickets.js';
import { readTicketFile, storeCustomerFile } from '../../services/open/files.js';
import { inquireAgain } from '../../services/open/inquire-again.js';
import { inquire } from '../../services/open/inquire.js';
import {
  memberSort,
  memberTicketsQuery,
  readMemberTicket,
  readOpened,
  tellMemberTickets,
  type MemberListArgs,
  type MemberTicketsFound,
} from '../../services/open/member-tickets.js';
import { openSources } from '../../services/open/wording.js';
import { open, signed } from './endpoint.js';
import { signedReading } from './reading.js';

const base = '/openapi/v1/ticket';
const member = `${base}/enduser/{usercode}` as const;

type ListInput = { readonly params: z.output<typeof memberPath>; readonly query: z.output<typeof memberListQuery> };

function listArgs({ params, query }: ListInput): MemberListArgs {
  const { source = openSources, sort = 'updatedDt:desc', ...rest } = query;
  return { ...params, ...rest, source, sort: memberSort(sort) };
}

/** Tickets of the published Open API: a host's server opens them for its customers, and reads what became of them. */
export function openTicketRoutes(api: Api): void {
  signed(
    api,
    {
      method: 'post',
      path: `${base}/attachments/upload.json`,
      summary: 'Store a file for an inquiry or a re-inquiry',
      form: true,
      answer: { content: openAttachmentSchema },
    },
    (tx, context, { file }) => storeCustomerFile(tx, context, file),
  );

  open(
    api,
    {
      method: 'get',
      path: '/api/v2/ticket/attachments/{id}',
      summary: 'Open or download a file of a ticket',
      params: openFilePath,
      query: openFileQuery,
      answer: { file: true },
    },
    (tx, context, { params, query }) => readTicketFile(tx, context, { ...params, ...query }),
  );

  signed(
    api,
    {
      method: 'post',
      path: `${base}.json`,
      summary: 'Open a ticket for a customer',
      query: languageOnly,
      body: openInquiry,
      answer: { content: openTicketDetail },
    },
    async (tx, context, { query, body }) => {
      const args = { inquiry: body, language: query.language, address: context.customerAddress };
      return readOpened(tx, context, await inquire(tx, context, args, api.cipher));
    },
  );

  // The documentation names both methods.
  for (const method of ['get', 'post'] as const)
    signedReading(
      api,
      {
        method,
        path: `${member}/list.json`,
        summary: 'Tickets of a member',
        params: memberPath,
        query: memberListQuery,
        answer: { page: openTicketRow },
        repeatable: true,
      },
      {
        ask: (context, input) => memberTicketsQuery(context, listArgs(input)),
        tell: (context, input, found: MemberTicketsFound) => {
          const page = tellMemberTickets(context, listArgs(input), found);
          const none = { content: null, contents: null, attachments: null };
          return { ...page, contents: page.contents.map((ticket) => ({ ...ticket, ...none })) };
        },
      },
    );

  signed(
    api,
    {
      method: 'get',
      path: `${member}/{ticketId}/detail.json`,
      summary: 'A ticket of a member',
      params: memberTicketPath,
      query: languageOnly,
      answer: { content: openTicketDetail },
    },
    (tx, context, { params, query }) => readMemberTicket(tx, context, { ...params, ...query }),
  );

  signed(
    api,
    {
      method: 'post',
      path: `${member}/{ticketId}/comment.json`,
      summary: 'A member writes again',
      params: memberTicketPath,
      query: commentQuery,
      body: openComment,
      answer: { content: openEntry },
    },
    (tx, context, { params, query, body }) =>
      inquireAgain(tx, context, { ...params, ...query, ...body, comment: body.comment }),
  );
}
