import { eq } from 'drizzle-orm';
import { bytesOf } from '../base64.js';
import type { FieldValue } from '../../../src/domain/types.js';
import type { Database } from '../db/database.js';
import { installation } from '../db/schema.js';
import { randomHex } from '../random.js';

/** Where a value stands: moved to another place, it cannot be read. */
export interface ValuePlace {
  readonly serviceId: string;
  readonly ticketId: string;
  readonly code: string;
}

const secretName = 'field-value-secret';
const mark = 'sealed:1:';
const ivLength = 12;
const encoder = new TextEncoder();

/** Whether a stored value can only be read with the key. */
export function isSealed(value: FieldValue | undefined): value is string {
  return typeof value === 'string' && value.startsWith(mark);
}

function associated({ ticketId, code }: ValuePlace): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify([ticketId, code]));
}

/**
 * Keeps the values of encrypted fields from whoever reads the database: AES-GCM under a key of the service, which is
 * derived from a secret of the installation that the role of requests cannot read.
 */
export class FieldCipher {
  readonly #database: Database;
  readonly #keys = new Map<string, Promise<CryptoKey>>();
  #secret: Promise<CryptoKey> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads the secret. Before a transaction that seals: inside one it would wait for the connection that the transaction has. */
  async prepare(): Promise<void> {
    await this.#loaded();
  }

  /** A value as it is stored. */
  async seal(place: ValuePlace, value: FieldValue): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(ivLength));
    const key = await this.#keyOf(place.serviceId);
    const algorithm = { name: 'AES-GCM', iv, additionalData: associated(place) };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, encoder.encode(JSON.stringify(value))));
    return mark + btoa(String.fromCharCode(...iv) + binary(sealed));
  }

  /** A stored value as it was. One that only looks sealed, or was moved here from another place, stays as it is. */
  async open(place: ValuePlace, stored: FieldValue): Promise<FieldValue> {
    if (!isSealed(stored)) return stored;
    try {
      const bytes = bytesOf(stored.slice(mark.length));
      const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, ivLength), additionalData: associated(place) };
      const key = await this.#keyOf(place.serviceId);
      const text = new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes.slice(ivLength)));
      return JSON.parse(text) as FieldValue;
    } catch {
      return stored;
    }
  }

  /**
   * The JSON of an answer with the values of its tickets in clear. Answers are kept sealed for those who ask again, so
   * they are opened on their way out.
   */
  async openAnswer(serviceId: string, json: string): Promise<string> {
    if (!json.includes(mark)) return json;
    const answer: unknown = JSON.parse(json);
    await this.#openIn(serviceId, answer);
    return JSON.stringify(answer);
  }

  async #openIn(serviceId: string, part: unknown): Promise<void> {
    if (typeof part !== 'object' || part === null) return;
    const { ticketId, fields } = part as { ticketId?: unknown; fields?: Record<string, FieldValue> };
    if (typeof ticketId === 'string' && typeof fields === 'object' && fields !== null) {
      for (const [code, value] of Object.entries(fields)) {
        fields[code] = await this.open({ serviceId, ticketId, code }, value);
      }
    }
    for (const inner of Object.values(part)) await this.#openIn(serviceId, inner);
  }

  #keyOf(serviceId: string): Promise<CryptoKey> {
    const known = this.#keys.get(serviceId);
    if (known) return known;
    const key = this.#derive(serviceId);
    this.#keys.set(serviceId, key);
    key.catch(() => this.#keys.delete(serviceId));
    return key;
  }

  async #derive(serviceId: string): Promise<CryptoKey> {
    const info = encoder.encode('field values');
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(serviceId), info };
    const use = { name: 'AES-GCM', length: 256 };
    return crypto.subtle.deriveKey(algorithm, await this.#loaded(), use, false, ['encrypt', 'decrypt']);
  }

  #loaded(): Promise<CryptoKey> {
    this.#secret ??= this.#load().catch((error: unknown) => {
      this.#secret = undefined;
      throw error;
    });
    return this.#secret;
  }

  async #load(): Promise<CryptoKey> {
    const secret = await this.#database.system(async (tx) => {
      await tx
        .insert(installation)
        .values({ name: secretName, value: randomHex(32) })
        .onConflictDoNothing();
      const [row] = await tx.select().from(installation).where(eq(installation.name, secretName));
      return row?.value ?? '';
    });
    return crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  }
}

/** A character for each byte, however many they are. */
function binary(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
