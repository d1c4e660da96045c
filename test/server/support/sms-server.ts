import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../demo/server/app.js';
import { embeddedDatabase } from '../../../demo/server/db/embedded.js';
import type { SmsPort } from '../../../demo/server/ports/sms.js';
import { Worker } from '../../../demo/server/services/worker.js';
import { keysInMemory } from '../../../demo/server/vault/keys.js';
import { Vault } from '../../../demo/server/vault/vault.js';

/** A server of its own process whose text messages go to a carrier on another machine. Tells where it answers, and as whom. */
const [folder = '', carrier = '', repeatable = ''] = process.argv.slice(2);

const sms: SmsPort = {
  repeatable: repeatable === 'repeatable',
  send: async ({ smsId, text }) => {
    const taken = await fetch(carrier, { method: 'POST', body: JSON.stringify({ smsId, text }) });
    if (!taken.ok) throw new Error(`The carrier answered ${taken.status}`);
  },
  report: () => Promise.resolve(null),
};

const now = Date.now;
const database = await embeddedDatabase(folder);
const nothingMasked = () => Promise.reject(new Error('Nothing is masked here'));
const vault = new Vault({ open: nothingMasked, keys: keysInMemory(), now });
const app = createApp({ database, vault, now, allowedOrigins: [], clientAddress: () => '127.0.0.1', limits: null });
const mail = { repeatable: true, send: () => Promise.resolve('250 OK') };
const worker = new Worker({ database, mail, sms, now, alone: true });
const server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
await worker.start();
const { token } = await app.tokens.mint('demo', 'agent1', now());
process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, token })}\n`);
