import { hex } from '../random.js';
import type { KeyRing } from './keys.js';

/** Where a sealed text stands in the tickets: moved to another place, it cannot be opened. */
export interface SealPlace {
  readonly serviceId: string;
  readonly ticketId: string;
  readonly entryId: number;
  /** The mask, or the mail. */
  readonly owner: string;
  /** Version of the message's body at which it was sealed. */
  readonly version: number;
}

/** A text under a key of its own, and that key under the one of its service. */
export interface Sealed {
  readonly content: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly keyVersion: number;
}

const ivLength = 12;
const encoder = new TextEncoder();
const cipher = { name: 'AES-GCM', length: 256 };

type Bytes = Uint8Array<ArrayBuffer>;

/** A copy in a buffer of its own, as WebCrypto wants it. */
const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

function associated({ serviceId, ticketId, entryId, owner, version }: SealPlace): Bytes {
  return encoder.encode(JSON.stringify([serviceId, ticketId, entryId, owner, version]));
}

async function encrypt(key: CryptoKey, plain: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return owned(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

async function decrypt(key: CryptoKey, bytes: Uint8Array, additionalData: Bytes): Promise<Bytes> {
  const all = owned(bytes);
  const algorithm = { name: 'AES-GCM', iv: all.slice(0, ivLength), additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, all.slice(ivLength)));
}

/** Seals and opens with keys of services, which are derived from the master keys. */
export class Sealer {
  readonly #ring: KeyRing;
  readonly #keys = new Map<string, Promise<CryptoKey>>();

  constructor(ring: KeyRing) {
    this.#ring = ring;
  }

  get current(): number {
    return this.#ring.current;
  }

  get versions(): readonly number[] {
    return [...this.#ring.keys.keys()];
  }

  /** By what a version is known again. */
  async mark(version: number): Promise<string> {
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('mark of a key') };
    return hex(new Uint8Array(await crypto.subtle.deriveBits(derivation, await this.#secretOf(version), 256)));
  }

  /** A digest of something that only these keys can make: one for each version, that of the current one first. */
  async digests(serviceId: string, text: string): Promise<readonly string[]> {
    return Promise.all(
      this.versions.map(async (version) => `k${version}:${await this.#digest(serviceId, version, text)}`),
    );
  }

  async #digest(serviceId: string, version: number, text: string): Promise<string> {
    const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    const info = encoder.encode('digest of a mail');
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(serviceId), info };
    const key = await crypto.subtle.deriveKey(derivation, await this.#secretOf(version), hmac, false, ['sign']);
    return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))));
  }

  async seal(place: SealPlace, value: unknown): Promise<Sealed> {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const key = await crypto.subtle.importKey('raw', raw, cipher, false, ['encrypt']);
    const content = await encrypt(key, encoder.encode(JSON.stringify(value)), associated(place));
    const keyVersion = this.current;
    const wrapped = await this.#wrap(place.serviceId, keyVersion, raw);
    raw.fill(0);
    return { content, wrapped, keyVersion };
  }

  async open(place: SealPlace, { content, wrapped, keyVersion }: Sealed): Promise<unknown> {
    const raw = await this.#unwrap(place.serviceId, keyVersion, wrapped);
    const key = await crypto.subtle.importKey('raw', raw, cipher, false, ['decrypt']);
    raw.fill(0);
    return JSON.parse(new TextDecoder().decode(await decrypt(key, content, associated(place)))) as unknown;
  }

  /** Whether its version of the key is the one that wrapped it. */
  async fits(serviceId: string, { wrapped, keyVersion }: Pick<Sealed, 'wrapped' | 'keyVersion'>): Promise<boolean> {
    return this.#unwrap(serviceId, keyVersion, wrapped).then(
      () => true,
      () => false,
    );
  }

  /** The same data key under the current master key. The content stays as it is. */
  async rewrap(
    serviceId: string,
    { wrapped, keyVersion }: Pick<Sealed, 'wrapped' | 'keyVersion'>,
  ): Promise<Uint8Array> {
    const raw = await this.#unwrap(serviceId, keyVersion, wrapped);
    const again = await this.#wrap(serviceId, this.current, raw);
    raw.fill(0);
    return again;
  }

  async #wrap(serviceId: string, version: number, raw: Bytes): Promise<Bytes> {
    return encrypt(await this.#keyOf(serviceId, version), raw, encoder.encode(serviceId));
  }

  async #unwrap(serviceId: string, version: number, wrapped: Uint8Array): Promise<Bytes> {
    return decrypt(await this.#keyOf(serviceId, version), wrapped, encoder.encode(serviceId));
  }

  #keyOf(serviceId: string, version: number): Promise<CryptoKey> {
    const name = `${version}/${serviceId}`;
    const known = this.#keys.get(name);
    if (known) return known;
    const key = this.#derive(serviceId, version);
    this.#keys.set(name, key);
    key.catch(() => this.#keys.delete(name));
    return key;
  }

  async #secretOf(version: number): Promise<CryptoKey> {
    const master = this.#ring.keys.get(version);
    if (!master) throw new Error(`The vault lacks version ${version} of its key`);
    return crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey', 'deriveBits']);
  }

  async #derive(serviceId: string, version: number): Promise<CryptoKey> {
    const secret = await this.#secretOf(version);
    const info = encoder.encode('masked text');
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(serviceId), info };
    return crypto.subtle.deriveKey(derivation, secret, cipher, false, ['encrypt', 'decrypt']);
  }
}
