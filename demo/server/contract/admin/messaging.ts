import { z } from '@hono/zod-openapi';

/** Which ways to customers a service has. */
export const messaging = z
  .strictObject({
    sms: z.boolean().openapi({ description: 'Whether agents send text messages' }),
    chat: z.boolean().openapi({ description: 'Whether chats and their figures are taken in' }),
  })
  .openapi('Messaging');
