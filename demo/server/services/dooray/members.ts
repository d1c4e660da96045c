import type { DoorayProject } from '../../../../src/domain/transfer.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { DoorayClient } from './client.js';
import { DoorayFailure } from './failure.js';
import { memberFacts } from './wire.js';

/** People of a project that are named; a list of more is no choice. */
const mostNamed = 100;
/** Milliseconds for which somebody waits for names; who is not named then is named next time. */
const patience = 12_000;
/** Milliseconds for which a name is known. */
const known = 3_600_000;
const mostKnown = 20_000;

interface Known {
  readonly name: string;
  readonly until: number;
}

/** By who is asked, who asks, and whom for: another token may not be told the same. */
const names = new Map<string, Known>();

const placeOf = (client: DoorayClient, token: string, memberId: string): string =>
  JSON.stringify([client.base, token, memberId]);

function remember(place: string, name: string, now: number): void {
  if (names.size >= mostKnown) names.clear();
  names.set(place, { name, until: now + known });
}

/** A member's name; null where there is no such member any more. */
export async function memberName(client: DoorayClient, token: string, memberId: string): Promise<string | null> {
  const now = performance.now();
  const place = placeOf(client, token, memberId);
  const before = names.get(place);
  if (before && before.until > now) return before.name;
  try {
    const path = `/common/v1/members/${encodeURIComponent(memberId)}`;
    const name = safeName((await client.get(token, path, memberFacts)).name).slice(0, 100);
    remember(place, name, now);
    return name;
  } catch (error) {
    if (error instanceof DoorayFailure && !error.again) return null;
    throw error;
  }
}

/** Members with their names: a project tells only ids, and each name costs a call. */
export async function memberNames(
  client: DoorayClient,
  token: string,
  memberIds: readonly string[],
): Promise<DoorayProject['members']> {
  const until = performance.now() + patience;
  const found: DoorayProject['members'][number][] = [];
  for (const memberId of memberIds.slice(0, mostNamed)) {
    const isKnown = (names.get(placeOf(client, token, memberId))?.until ?? 0) > performance.now();
    if (!isKnown && performance.now() > until) continue;
    const name = await memberName(client, token, memberId);
    if (name !== null) found.push({ memberId, name });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
