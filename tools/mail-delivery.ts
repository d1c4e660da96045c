import { sign } from '../src/server/signature.js';
import { embeddedDatabase } from '../demo/server/db/embedded.js';
import { findService, publicService } from '../demo/server/services/context.js';
import { readSettings } from '../demo/server/settings.js';
import { ingestMail, readMail, type Ingested } from '../demo/server/services/inbound-mail.js';
import { makeVault } from '../demo/server/vault/vault-node.js';

/** Where mails go. */
export interface Delivery {
  /** For people. */
  readonly place: string;
  deliver(bytes: Uint8Array): Promise<Ingested>;
  close(): Promise<void>;
}

/** To a running server, signed as a host's server signs. */
export function byHttp(target: { url: string; serviceId: string; key: string; organizationId: string }): Delivery {
  const address = new URL(`/${target.serviceId}/openapi/v1/inbound/mail`, target.url);
  return {
    place: `${address.origin}, service ${target.serviceId}`,
    async deliver(bytes) {
      const timestamp = String(Date.now());
      const authorization = await sign(target.key, {
        organizationId: target.organizationId,
        path: address.pathname,
        query: address.searchParams,
        timestamp,
        body: bytes,
        multipart: false,
      });
      const answer = await fetch(address, {
        method: 'POST',
        headers: { Authorization: authorization, 'X-TC-Timestamp': timestamp, 'Content-Type': 'message/rfc822' },
        body: new Uint8Array(bytes),
      });
      const envelope = (await answer.json()) as { header: { resultMessage: string }; result: { content: Ingested } };
      if (answer.status !== 201) throw new Error(`${answer.status} ${envelope.header.resultMessage}`);
      return envelope.result.content;
    },
    close: () => Promise.resolve(),
  };
}

/** Straight into the embedded database of a data folder that no server holds. */
export async function byFolder(folder: string, serviceId: string): Promise<Delivery> {
  const database = await embeddedDatabase(folder).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nA server that runs on this folder takes mails over HTTP: give its address with --url.`);
  });
  const service = await database.system((tx) => findService(tx, serviceId));
  if (!service) {
    await database.close();
    throw new Error(`There is no service ${serviceId} in ${folder}. Run npm start once: it makes the demo data.`);
  }
  const vault = makeVault(readSettings({ ...process.env, DATA_DIR: folder, DATABASE_URL: '', VAULT_DATABASE_URL: '' }));
  return {
    place: `${folder}, service ${serviceId}`,
    async deliver(bytes) {
      const mail = await readMail(bytes);
      return database.transaction({ serviceId }, (tx) =>
        ingestMail(tx, { service: publicService(service), now: Date.now(), client: 'import' }, mail, (id, digest) =>
          vault.digests(id, digest),
        ),
      );
    },
    close: async () => {
      await vault.close();
      await database.close();
    },
  };
}
