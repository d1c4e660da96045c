const encoder = new TextEncoder();

function keyOf(key: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
}

/** The signature of a question: over the body and the time, in this order. */
export async function signQuestion(key: string, body: string, timestamp: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(key, 'sign'), encoder.encode(body + timestamp));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

/** Compares in constant time. */
export async function isSigned(key: string, body: string, timestamp: string, signature: string): Promise<boolean> {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(signature)) return false;
  const given = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  return crypto.subtle.verify('HMAC', await keyOf(key, 'verify'), given, encoder.encode(body + timestamp));
}
