import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { searchText } from '../../../../src/domain/search.js';
import type { TicketQuery } from '../../../../src/domain/types.js';
import { refuseUnstorable } from '../../http/parse.js';
import { hex } from '../../random.js';
import { invalid } from '../../refusal.js';
import { typeOf, type Place } from './sort-keys.js';

/** Where a page begins: after (or at) a place, walking forwards or backwards. */
export interface Cursor {
  readonly place: Place;
  readonly backward: boolean;
  readonly inclusive: boolean;
}

/** Longest key: the longest subject, of characters that count twice. */
const maxKey = 1_000;

const packed = z.tuple([
  z.string(),
  z.union([z.string().max(maxKey), z.int()]),
  z.string().max(30),
  z.enum(['n', 'p']),
  z.boolean(),
]);

/**
 * Names a list, so that a cursor of another one is noticed; briefly, because a cursor goes into an address beside the
 * search itself. Which values come with its rows makes no difference.
 */
function nameOf(query: TicketQuery): string {
  return hex(sha256(new TextEncoder().encode(searchText({ ...query, fields: undefined }))).slice(0, 12));
}

export function writeCursor(query: TicketQuery, { place, backward, inclusive }: Cursor): string {
  const parts = [nameOf(query), place.key, place.ticketId, backward ? 'p' : 'n', inclusive];
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Refuses what is no cursor, and a cursor of another list. */
export function readCursor(query: TicketQuery, text: string): Cursor {
  const parts = packed.safeParse(unpack(text));
  if (!parts.success) throw invalid('cursor', 'unreadable', 'This is no cursor');
  const [name, key, ticketId, direction, inclusive] = parts.data;
  if (name !== nameOf(query)) throw invalid('cursor', 'other_list', 'This cursor belongs to another list');
  if (typeof key !== typeOf(query.sort)) throw invalid('cursor', 'unreadable', 'This is no cursor');
  return { place: { key, ticketId }, backward: direction === 'p', inclusive };
}

function unpack(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
      refuseUnstorable,
    );
  } catch {
    return undefined;
  }
}
