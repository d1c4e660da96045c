import type { Api } from '../api.js';
import { chatDelivery, chatTaken, chatTranscript } from '../contract/chat.js';
import { ticketPath } from '../contract/tickets.js';
import { parseJson } from '../http/parse.js';
import { readChatFiles } from '../services/chat/files.js';
import { takeChat } from '../services/chat/take.js';
import { readTranscript } from '../services/chat/transcript.js';
import { reading } from './endpoint.js';
import { signed } from './signed.js';

/** Largest delivery, in bytes. */
const limit = 20_000_000;

/** `inbound/chat`: what a chat system hands in. `chat.json`: the transcript of a ticket. */
export function chatRoutes(api: Api): void {
  signed(
    api,
    {
      path: '/{serviceId}/openapi/v1/inbound/chat',
      summary: 'Takes in a chat: a new ticket with its transcript, or what was said in it since',
      limit,
      body: { type: 'application/json', schema: chatDelivery },
      answer: chatTaken,
      status: 201,
      // Chats and their messages are known by their ids.
      repeatable: true,
    },
    {
      read: (bytes) => {
        const delivery = parseJson(chatDelivery, bytes);
        return { delivery, files: readChatFiles(delivery) };
      },
      work: takeChat,
    },
  );

  reading(
    api,
    {
      path: '/tickets/{ticketId}/chat.json',
      summary: 'What was said in the chat of a ticket, with asterisks where it is masked',
      params: ticketPath,
      answer: { content: chatTranscript },
    },
    (tx, context, { params }) => readTranscript(tx, context, params.ticketId),
  );
}
