import type { Api } from '../api.js';
import { customerInfo, customerInfoBody } from '../contract/customer-info.js';
import { askLink } from '../services/customer-info/ask.js';
import { checkedValues, requireLink } from '../services/customer-info/link.js';
import { lookedUp, noteLookUp } from '../services/customer-info/look-up.js';
import { calling } from './endpoint.js';

/** `customer-info.json`: what the service's own systems know of a customer. */
export function customerInfoRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/customer-info.json',
      summary: 'Ask the customer-information link',
      body: customerInfoBody,
      answer: { content: customerInfo },
      limit: 'look_up',
    },
    async ({ input, asAgent, answer }) => {
      const { link, values } = await asAgent(async (tx, context) => {
        const link = await requireLink(tx, context);
        const values = checkedValues(link.inquiryItems, input.body.values);
        await noteLookUp(tx, context, link, values);
        return { link, values };
      });
      // No connection to the database is held meanwhile.
      const { customerInfo: port, now } = api.deps;
      const said = await askLink(port, link, values, now());
      return answer(await asAgent((tx, context) => lookedUp(tx, context, link, values, said)));
    },
  );
}
