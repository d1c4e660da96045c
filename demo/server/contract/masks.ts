import { z } from '@hono/zod-openapi';
import { maxMaskReason } from '../../../src/domain/masks.js';
import { maxPatterns } from '../../../src/domain/personal-data/patterns.js';
import { maskCategories, maskStyles } from '../../../src/domain/types.js';
import { time } from './common.js';
import { historyEntry } from './tickets.js';

export const messagePath = z.object({ entryId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
export const maskPath = z.object({ maskId: z.string().regex(/^[0-9a-f]{32}$/) });

const offset = z.int().min(0).max(10_000_000);
const why = z.string().trim().min(1).max(maxMaskReason);
const expectedVersion = z.int().min(1);

export const maskBodyRequest = z
  .strictObject({
    /** UTF-16 code units of the plain-text projection; widened to what a reader takes for one character. */
    start: offset,
    length: offset.min(1),
    style: z.enum(maskStyles).optional(),
    category: z.enum(maskCategories).nullable().optional(),
    /** `bodyVersion` of the message that was seen. */
    expectedVersion,
  })
  .openapi('MaskRequest');

export const revealBody = z.strictObject({ purpose: why }).openapi('RevealRequest');
export const unmaskBody = z.strictObject({ reason: why, expectedVersion }).openapi('UnmaskRequest');
export const purgeBody = z
  .strictObject({ reason: why, expectedVersion: expectedVersion.optional() })
  .openapi('PurgeRequest');

/** `ttl` is in seconds. */
export const revealed = z.object({ text: z.string(), ttl: z.int() }).openapi('Revealed');

const id = z.string();
const notReached = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), to: z.string(), at: time }),
  z.object({ kind: z.literal('sms'), to: z.string(), at: time }),
  z.object({ kind: z.literal('issue'), id }),
  z.object({ kind: z.literal('dooray'), id }),
  z.object({ kind: z.literal('file'), fileName: z.string() }),
  z.object({ kind: z.literal('field'), code: z.string() }),
  z.object({ kind: z.literal('subject') }),
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('run') }),
]);

export const masked = z
  .object({
    entry: historyEntry,
    /** The number of the mask that was made. */
    mask: id,
    notReached: z.array(notReached),
    /** The same words elsewhere in the ticket, at the versions of their messages. */
    copies: z.array(z.object({ entryId: z.int(), bodyVersion: z.int(), start: z.int(), length: z.int() })),
  })
  .openapi('Masked');

export const maskPatternsBody = z
  .strictObject({
    patterns: z
      .array(
        z.strictObject({
          label: z.string().trim().min(1).max(50),
          /** `#` is a digit, `@` a letter, `?` either, `\\` takes the next sign as it is. */
          pattern: z.string().trim().max(100),
        }),
      )
      .max(maxPatterns),
  })
  .openapi('MaskPatternsRequest');
