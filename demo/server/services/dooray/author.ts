import type { Tx } from '../../db/database.js';
import type { FieldCipher } from '../field-cipher.js';
import type { DoorayClient } from './client.js';
import {
  agentToken,
  findAgentKey,
  findPlace,
  organizationToken,
  type AgentKeyRow,
  type Place,
  type PlaceIds,
} from './config.js';
import { DoorayFailure } from './failure.js';
import { projectMember } from './wire.js';

/** With which token something is written, and in whose name where the token does not say it. */
export interface Author {
  readonly token: string;
  readonly memberId: string | null;
}

/** What is known of an agent at the place that something goes to. */
export interface Writer {
  readonly place: Place;
  readonly key: AgentKeyRow | undefined;
  /** The project in which it is written: another one where the task was moved. */
  readonly projectId: string;
}

/** Undefined where the service gave the place up. */
export async function findWriter(
  tx: Tx,
  serviceId: string,
  ids: PlaceIds & { readonly movedTo: string | null },
  usercode: string | null,
): Promise<Writer | undefined> {
  const place = await findPlace(tx, serviceId, ids);
  if (!place) return undefined;
  const key = usercode === null ? undefined : await findAgentKey(tx, serviceId, ids.organizationId, usercode);
  return { place, key, projectId: ids.movedTo ?? ids.projectId };
}

/**
 * Writes in the name of an agent: with the agent's own key, or with the organisation's where there is none or Dooray! does
 * not take it, in the name of the member that the agent is, or of the project's representative where that is not one of
 * its members. Where the task was moved to a project that has neither, it stands in the name of the token's owner.
 */
export async function asAgentOf<T>(
  client: DoorayClient,
  cipher: FieldCipher,
  { place: { organization, project }, key, projectId }: Writer,
  write: (author: Author) => Promise<T>,
): Promise<T> {
  const own = key ? await agentToken(cipher, key) : null;
  if (own !== null) {
    try {
      return await write({ token: own, memberId: null });
    } catch (error) {
      const isRefused =
        error instanceof DoorayFailure && (error.problem === 'not_allowed' || error.problem === 'not_found');
      if (!isRefused) throw error;
    }
  }
  const token = await organizationToken(cipher, organization);
  const isMember = (memberId: string): Promise<boolean> => belongs(client, token, projectId, memberId);
  if (key && (await isMember(key.memberId))) return write({ token, memberId: key.memberId });
  const { representative } = project;
  const isThere = representative === null || projectId === project.projectId || (await isMember(representative));
  return write({ token, memberId: isThere ? representative : null });
}

async function belongs(client: DoorayClient, token: string, projectId: string, memberId: string): Promise<boolean> {
  const path = `/project/v1/projects/${encodeURIComponent(projectId)}/members/${encodeURIComponent(memberId)}`;
  try {
    const { role } = await client.get(token, path, projectMember.partial());
    return role !== 'leaver' && role !== 'postuser';
  } catch (error) {
    if (error instanceof DoorayFailure && !error.again) return false;
    throw error;
  }
}

/** A member as bodies name one. */
export const memberUser = (organizationMemberId: string) => ({ type: 'member', member: { organizationMemberId } });
