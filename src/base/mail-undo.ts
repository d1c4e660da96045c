import type { HistoryEntry } from '../domain/types.js';
import type { Hub } from './hub-context.js';
import { known } from './known.js';

/** Whole seconds in which the agent can take the mail of an entry back. */
export function secondsToUndo({ mail, author }: HistoryEntry, hub: Hub): number {
  const own = known(hub.session.$session.get())?.agent.usercode;
  if (mail?.state !== 'queued' || mail.until === null || own === undefined || author.usercode !== own) return 0;
  const now = Date.now() + hub.session.$clockOffset.get();
  return Math.max(0, Math.ceil((mail.until - now) / 1000));
}
