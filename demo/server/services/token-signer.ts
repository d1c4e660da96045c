import { eq } from 'drizzle-orm';
import { bytesOf } from '../base64.js';
import type { Database } from '../db/database.js';
import { installation } from '../db/schema.js';
import { randomHex } from '../random.js';

const algorithm = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

function encode(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** Signs and opens tokens with a key that all processes of an installation share. Nobody else can make one. */
export class TokenSigner {
  readonly #database: Database;
  readonly #keyName: string;
  #key: Promise<CryptoKey> | undefined;

  /** `keyName`: of the key among the values of the installation. */
  constructor(database: Database, keyName: string) {
    this.#database = database;
    this.#keyName = keyName;
  }

  /** Reads the key. Not inside a transaction: it would wait for the connection that the transaction has. */
  async prepare(): Promise<void> {
    await this.#signingKey();
  }

  /** A token that says this. What it says can be read by whoever has it. */
  async sign(value: unknown): Promise<string> {
    const payload = encode(encoder.encode(JSON.stringify(value)));
    const signature = await crypto.subtle.sign(algorithm, await this.#signingKey(), encoder.encode(payload));
    return `${payload}.${encode(new Uint8Array(signature))}`;
  }

  /** What a token says, or undefined for one that is not ours. */
  async open(token: string): Promise<unknown> {
    const [, payload = '', signature = ''] = /^([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
    if (signature === '') return undefined;
    const isOurs = await crypto.subtle.verify(
      algorithm,
      await this.#signingKey(),
      decode(signature),
      encoder.encode(payload),
    );
    return isOurs ? (JSON.parse(new TextDecoder().decode(decode(payload))) as unknown) : undefined;
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
        .values({ name: this.#keyName, value: randomHex(32) })
        .onConflictDoNothing();
      const [row] = await tx.select().from(installation).where(eq(installation.name, this.#keyName));
      return row?.value ?? '';
    });
    return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
  }
}
