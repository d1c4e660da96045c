import type { WorkApi } from '../api/work-api.js';
import { DeskError } from '../base/desk-error.js';
import { newKey } from '../util/key.js';
import { isGivenUp, valuesOf, type Entry, type Text } from './draft-entry.js';

/** Bytes. A browser lets no more than 64 kB in all outlive the page. */
const mostKeepalive = 60_000;

/** Brings a text to the server, or what is left of it away from there; gives the number of the draft. */
export function sendText(
  api: Pick<WorkApi, 'draft' | 'saveDraft' | 'dropDraft'>,
  entry: Entry,
  text: Text,
  signal: AbortSignal,
  isLast: boolean,
): Promise<number> {
  return isGivenUp(text) ? dropText(api, entry, signal) : putText(api, entry, text, signal, isLast);
}

async function putText(
  api: Pick<WorkApi, 'saveDraft'>,
  { ticketId, seq, error }: Entry,
  text: Text,
  signal: AbortSignal,
  isLast: boolean,
): Promise<number> {
  const draft = { ...valuesOf(text), seq };
  const isSmall = new TextEncoder().encode(JSON.stringify(draft)).length < mostKeepalive;
  // Other calls may have used up what outlives the page; the next try does without.
  const keepalive = isSmall && (isLast || !error);
  const by = { key: newKey(), signal, keepalive, isPatient: error?.kind === 'signed-out' };
  return (await api.saveDraft(ticketId, draft, by)).seq;
}

/** Only the text that was seen here is given up, not one that another tab wrote meanwhile. */
async function dropText(
  api: Pick<WorkApi, 'draft' | 'dropDraft'>,
  { ticketId, seq }: Entry,
  signal: AbortSignal,
): Promise<number> {
  const other = await api.draft(ticketId, signal);
  if (!other || isGivenUp(other)) return other?.seq ?? seq;
  if (other.seq !== seq) throw new DeskError('conflict', 'Another tab wrote.', { content: { other } });
  return (await api.dropDraft(ticketId, { key: newKey(), signal }))?.seq ?? seq;
}
