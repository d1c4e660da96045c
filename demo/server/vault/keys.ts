import { bytesOf } from '../base64.js';

/** Master keys by their versions. New seals use the current one; the others open what is older. */
export interface KeyRing {
  readonly current: number;
  readonly keys: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
}

/** Where the master keys come from: a file, the environment, a key management service. Asked again whenever the vault is opened. */
export interface KeySource {
  read(): Promise<KeyRing>;
}

export const keyLength = 32;

export function newKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(keyLength));
}

/** One line for each key, `version:base64`, the current one first. */
export function readKeys(text: string, from: string): KeyRing {
  const keys = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const line of text.split(/[\s,]+/).filter(Boolean)) {
    const [, version = '', base64 = ''] = /^([1-9]\d{0,8}):([A-Za-z0-9+/]{43}=)$/.exec(line) ?? [];
    if (!base64 || keys.has(Number(version)))
      throw new Error(`${from} must hold lines such as 1:<${keyLength} bytes in base64>, each version once.`);
    keys.set(Number(version), bytesOf(base64));
  }
  const [current] = keys.keys();
  if (current === undefined) throw new Error(`${from} holds no key.`);
  return { current, keys };
}

export function writeKey(version: number, key: Uint8Array): string {
  return `${version}:${btoa(String.fromCharCode(...key))}`;
}

/** Keys that nobody keeps: what they seal is gone with the process. */
export function keysInMemory(): KeySource {
  const ring: KeyRing = { current: 1, keys: new Map([[1, newKey()]]) };
  return { read: () => Promise.resolve(ring) };
}

/** Keys that the environment holds. */
export function keysFromText(text: string, from: string): KeySource {
  return { read: async () => readKeys(text, from) };
}
