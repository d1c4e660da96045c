import type { Api } from '../../api.js';
import { linkSettings } from '../../contract/admin/customer-info.js';
import { keepLinkSettings, readLinkSettings } from '../../services/admin/customer-info.js';
import { mutating, reading } from '../endpoint.js';

const path = '/admin/customer-info.json';

/** `admin/customer-info`: when the customer-information link is asked. Administrators only. */
export function adminCustomerInfoRoutes(api: Api): void {
  reading(
    api,
    {
      path,
      summary: 'For which channels customers are looked up without being asked for (administrators)',
      answer: { content: linkSettings },
    },
    readLinkSettings,
  );

  mutating(
    api,
    {
      method: 'put',
      path,
      summary: 'Say for which channels customers are looked up without being asked for (administrators)',
      body: linkSettings,
      answer: { content: linkSettings },
    },
    (tx, context, { body }) => keepLinkSettings(tx, context, body),
  );
}
