import { z } from '@hono/zod-openapi';
import { channels } from '../../../../src/domain/types.js';
import { channel } from '../common.js';

/** When the customer-information link is asked. */
export const linkSettings = z
  .strictObject({
    autoLookUp: z.array(channel).max(channels.length).openapi({
      description: 'Channels whose tickets have their customer looked up as they open; for others agents ask',
    }),
  })
  .openapi('CustomerInfoSettings');
