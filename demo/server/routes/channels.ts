import type { Api } from '../api.js';
import { channelBoard, channelFeed, channelFeedKept } from '../contract/channels.js';
import { parseJson } from '../http/parse.js';
import { keepFigures, readFigures } from '../services/channels.js';
import { reading } from './endpoint.js';
import { signed } from './signed.js';

const path = '/channels.json';
/** Largest body, in bytes. */
const limit = 10_000;

/** `channels.json`: what telephone and chat systems tell of themselves, and what the page shows of it. */
export function channelRoutes(api: Api): void {
  signed(
    api,
    {
      path: `/{serviceId}/openapi/v1/console${path}`,
      summary: 'Figures of telephone and chat, as often as they change and at least twice a minute',
      limit,
      body: { type: 'application/json', schema: channelFeed },
      answer: channelFeedKept,
      // Older figures replace nothing, and the same ones change nothing.
      repeatable: true,
    },
    { read: (bytes) => parseJson(channelFeed, bytes), work: keepFigures },
  );

  reading(api, { path, summary: 'Figures of telephone and chat', answer: { content: channelBoard } }, readFigures);
}
