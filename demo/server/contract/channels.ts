import { z } from '@hono/zod-openapi';
import { channelRates, figuresOf, type BoardChannel, type ChannelFigure } from '../../../src/domain/channel-board.js';
import { time } from './common.js';

const people = z.int().min(0).max(1_000_000);
const rate = z.number().min(0).max(100).nullable();

function shapeOf(channel: BoardChannel): Record<ChannelFigure, z.ZodOptional> {
  const shape = figuresOf[channel].map((figure) => [figure, (channelRates.has(figure) ? rate : people).optional()]);
  return Object.fromEntries(shape) as Record<ChannelFigure, z.ZodOptional>;
}

/** What a telephone or chat system tells: the figures that it has, whole, of one channel or both. */
export const channelFeed = z
  .strictObject({
    at: time.min(0).openapi({ description: 'When the figures were true, by the clock of who tells them' }),
    phone: z.strictObject(shapeOf('phone')).optional(),
    chat: z.strictObject(shapeOf('chat')).optional(),
  })
  .openapi('ChannelFeed');

export const channelFeedKept = z
  .object({ kept: z.boolean().openapi({ description: 'False where newer figures were there before' }) })
  .openapi('ChannelFeedKept');

const state = z
  .object({
    figures: z.record(z.string(), z.number().nullable()),
    age: z.int().openapi({ description: 'Milliseconds since they were told' }),
  })
  .nullable();

export const channelBoard = z
  .object({
    phone: state,
    chat: state,
    staleAfter: z.int().openapi({ description: 'Age in milliseconds from which on figures are old' }),
  })
  .openapi('ChannelBoard');
