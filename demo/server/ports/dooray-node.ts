import type { DoorayPort } from './dooray.js';

/** Reaches Dooray! over HTTP: the cloud that an organisation has its account in, or a stand-in. */
export function doorayOverHttp(base: string): DoorayPort {
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) {
    throw new Error(`DOORAY_BASE_URL must be an address such as https://api.dooray.com, not "${base}".`);
  }
  return { base: base.replace(/\/+$/, ''), fetch: (request) => fetch(request, { redirect: 'manual' }) };
}
