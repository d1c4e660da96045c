import type { Database } from '../db/database.js';
import { Refusal } from '../refusal.js';
import { TokenSigner } from './token-signer.js';

/** Whom a token stands for. It is no permission: rights are read at each request. */
export interface TokenClaims {
  readonly serviceId: string;
  readonly usercode: string;
  readonly expiresAt: number;
}

export const tokenLifetime = 15 * 60 * 1000;

const audience = 'desk-console';

function refusal(code: 'token_missing' | 'token_invalid' | 'token_expired'): Refusal {
  return new Refusal(401, code, 'A valid token is needed');
}

/** Makes and reads agent tokens: short-lived, signed with a key that all processes of an installation share. */
export class Tokens {
  readonly #signer: TokenSigner;

  constructor(database: Database) {
    this.#signer = new TokenSigner(database, 'agent-token-key');
  }

  /** Reads the key. Before a transaction that mints: inside one it would wait for the connection that the transaction has. */
  prepare(): Promise<void> {
    return this.#signer.prepare();
  }

  async mint(serviceId: string, usercode: string, now: number): Promise<{ token: string; expiresAt: number }> {
    const expiresAt = now + tokenLifetime;
    return { token: await this.#signer.sign([audience, serviceId, usercode, expiresAt]), expiresAt };
  }

  /** Reads an `Authorization` header; refuses with 401 what is missing, forged or over. */
  async read(header: string | null | undefined, now: number): Promise<TokenClaims> {
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(header ?? '') ?? [];
    if (!token) throw refusal(header ? 'token_invalid' : 'token_missing');
    const claims = claimsOf(await this.#signer.open(token));
    if (!claims) throw refusal('token_invalid');
    if (claims.expiresAt <= now) throw refusal('token_expired');
    return claims;
  }
}

function claimsOf(value: unknown): TokenClaims | undefined {
  if (!Array.isArray(value) || value[0] !== audience) return undefined;
  const [, serviceId, usercode, expiresAt] = value as [string, string, string, number];
  return { serviceId, usercode, expiresAt };
}
