import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as safeRequest, type RequestOptions } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { CallbackRefused, callbackTimeout, isCallable, type CallbackPort } from './callback.js';

/** Addresses that only this machine or its neighbours can reach, and those that are nobody's. */
const closed = new BlockList();
for (const [base, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(base, bits, 'ipv4');
for (const [base, bits] of [
  ['::', 96],
  // Those that carry an address of the older kind inside them.
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(base, bits, 'ipv6');

/** Whether an address is one that a server inside must not be sent to. Mapped ones count as what they stand for. */
export function isPrivate(address: string): boolean {
  return isIP(address) === 6 ? closed.check(address, 'ipv6') : closed.check(address, 'ipv4');
}

type Lookup = NonNullable<RequestOptions['lookup']>;

/** Looks a name up and gives away no private address. The one that is checked is the one that is called. */
const publicLookup: Lookup = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 4);
    const [first] = found;
    if (!first || found.some(({ address }) => isPrivate(address))) return done(new CallbackRefused(name), '', 4);
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};

export interface CallbackOptions {
  /** Also without encryption, and to private addresses: a demo calls itself. */
  readonly anywhere?: boolean;
  readonly timeout?: number;
}

/** Calls over HTTP. A redirect is an answer like any other: nobody is followed. */
export function callbacksOverHttp({ anywhere = false, timeout = callbackTimeout }: CallbackOptions = {}): CallbackPort {
  return {
    call: async ({ url, headers, body }) => {
      if (!isCallable(url, anywhere)) throw new CallbackRefused(URL.canParse(url) ? new URL(url).host : '');
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, '');
      // A number is not looked up.
      if (!anywhere && isIP(host) && isPrivate(host)) throw new CallbackRefused(host);
      const call = (target.protocol === 'https:' ? safeRequest : plainRequest)(target, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
        agent: false,
        ...(!anywhere && { lookup: publicLookup }),
      });
      const answered = statusOf(call, timeout);
      call.end(body);
      return answered;
    },
  };
}

/** The status that a call is answered with. It comes to an end in time, whatever becomes of the connection. */
function statusOf(call: ClientRequest, timeout: number): Promise<number> {
  return new Promise<number>((answered, failed) => {
    const patience = setTimeout(() => failed(new Error('Nobody answered in time')), timeout);
    // What it says is not read, and nothing else is spoken with it.
    const hear = ({ statusCode = 0 }: IncomingMessage): void => answered(statusCode);
    call.once('response', hear);
    call.once('upgrade', hear);
    call.on('error', failed);
    call.once('close', () => {
      clearTimeout(patience);
      failed(new Error('The connection was closed without an answer'));
    });
  }).finally(() => call.destroy());
}
