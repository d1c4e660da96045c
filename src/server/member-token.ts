import { hmac, isHmac } from './signature.js';

/** What a member's token vouches for. Blank optional values are as good as absent. */
export interface Member {
  /** The service's ID. */
  readonly service: string;
  /** The member's own, lasting ID at the host, at most 50 characters. */
  readonly usercode: string;
  readonly username?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly memberno?: string;
  /** Where the browser goes afterwards; only in the call that the browser itself makes. */
  readonly returnUrl?: string;
  /** Epoch milliseconds; a token counts for a few minutes. */
  readonly time: number;
}

function bytesOf(member: Member): Uint8Array<ArrayBuffer> {
  const { service, usercode, username, email, phone, memberno, returnUrl, time } = member;
  const optional = [username, email, phone, memberno, returnUrl].filter((value) => value?.trim());
  return new TextEncoder().encode([service, usercode, ...optional, String(time)].join('&'));
}

/**
 * The token of member linkage, by which a host vouches that a visitor is its member: Base64 of HMAC-SHA256 under the
 * organisation's API key. Put it through `encodeURIComponent` where it becomes part of an address. Source: "member
 * linkage" (POST and GET) of the published Open API.
 */
export function memberToken(organizationKey: string, member: Member): Promise<string> {
  return hmac(organizationKey, bytesOf(member));
}

/** Whether a token is the one of this member. Compares in constant time; how old it is, is for the caller to judge. */
export function isMemberToken(organizationKey: string, member: Member, token: string): Promise<boolean> {
  return isHmac(organizationKey, bytesOf(member), token);
}
