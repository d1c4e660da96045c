import type { Api } from '../../api.js';
import { messaging } from '../../contract/admin/messaging.js';
import { readMessaging, switchMessaging } from '../../services/admin/messaging.js';
import { mutating, reading } from '../endpoint.js';

const path = '/admin/messaging.json';

/** `admin/messaging`: whether a service has text messages and chats. Administrators only. */
export function messagingRoutes(api: Api): void {
  reading(
    api,
    {
      path,
      summary: 'Whether the service has text messages and chats (administrators)',
      answer: { content: messaging },
    },
    (_tx, context) => Promise.resolve(readMessaging(context)),
  );

  mutating(
    api,
    {
      method: 'put',
      path,
      summary: 'Switch text messages and chats of the service (administrators)',
      body: messaging,
      answer: { content: messaging },
    },
    (tx, context, { body }) => switchMessaging(tx, context, body),
  );
}
