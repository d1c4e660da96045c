import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { installation } from '../db/schema.js';
import { randomHex } from '../random.js';
import { Refusal } from '../refusal.js';

/** Whom a token stands for. It is no permission: rights are read at each request. */
export interface TokenClaims {
  readonly serviceId: string;
  readonly usercode: string;
  readonly expiresAt: number;
}

export const tokenLifetime = 15 * 60 * 1000;

const keyName = 'agent-token-key';
const audience = 'desk-console';
const algorithm = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

function refusal(code: 'token_missing' | 'token_invalid' | 'token_expired'): Refusal {
  return new Refusal(401, code, 'A valid token is needed');
}

/** Makes and reads agent tokens: short-lived, signed with a key that all processes of an installation share. */
export class Tokens {
  #database: Database;
  #key: Promise<CryptoKey> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads the key. Before a transaction that mints: inside one it would wait for the connection that the transaction has. */
  async prepare(): Promise<void> {
    await this.#signingKey();
  }

  async mint(serviceId: string, usercode: string, now: number): Promise<{ token: string; expiresAt: number }> {
    const expiresAt = now + tokenLifetime;
    const payload = encode(encoder.encode(JSON.stringify([audience, serviceId, usercode, expiresAt])));
    const signature = await crypto.subtle.sign(algorithm, await this.#signingKey(), encoder.encode(payload));
    return { token: `${payload}.${encode(new Uint8Array(signature))}`, expiresAt };
  }

  /** Reads an `Authorization` header; refuses with 401 what is missing, forged or over. */
  async read(header: string | null | undefined, now: number): Promise<TokenClaims> {
    const match = /^Bearer ([\w-]+)\.([\w-]+)$/i.exec(header ?? '');
    if (!match) throw refusal(header ? 'token_invalid' : 'token_missing');
    const [, payload = '', signature = ''] = match;
    const claims = (await this.#isOurs(payload, signature)) && this.#claims(payload);
    if (!claims) throw refusal('token_invalid');
    if (claims.expiresAt <= now) throw refusal('token_expired');
    return claims;
  }

  async #isOurs(payload: string, signature: string): Promise<boolean> {
    if (signature.length !== 43) return false;
    return crypto.subtle.verify(algorithm, await this.#signingKey(), decode(signature), encoder.encode(payload));
  }

  #claims(payload: string): TokenClaims | undefined {
    const value: unknown = JSON.parse(new TextDecoder().decode(decode(payload)));
    if (!Array.isArray(value) || value[0] !== audience) return undefined;
    const [, serviceId, usercode, expiresAt] = value as [string, string, string, number];
    return { serviceId, usercode, expiresAt };
  }

  #signingKey(): Promise<CryptoKey> {
    this.#key ??= this.#loadKey().catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return this.#key;
  }

  async #loadKey(): Promise<CryptoKey> {
    const secret = await this.#database.system(async (tx) => {
      await tx
        .insert(installation)
        .values({ name: keyName, value: randomHex(32) })
        .onConflictDoNothing();
      const [row] = await tx.select().from(installation).where(eq(installation.name, keyName));
      return row?.value ?? '';
    });
    return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
  }
}
