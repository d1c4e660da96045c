import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '../../demo/server/db/database.js';
import { auditLog, idempotency, maskSpans, rawSources } from '../../demo/server/db/schema.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { Worker } from '../../demo/server/services/worker.js';
import { keysInMemory } from '../../demo/server/vault/keys.js';
import { sealed } from '../../demo/server/vault/tables.js';
import { Vault } from '../../demo/server/vault/vault.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { signedPost, type Answer, type CallOptions } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { freshVaultDatabase } from './support/vault.js';
import { Desk } from './tickets/desk.js';

/** A vault in which something happens right after keys were destroyed. */
class RacingVault extends Vault {
  race: (() => Promise<unknown>) | undefined;

  override async destroyKeys(serviceId: string, sealIds: readonly string[]): Promise<void> {
    await super.destroyKeys(serviceId, sealIds);
    const { race } = this;
    this.race = undefined;
    await race?.();
  }
}

describe('masks, when something is in the way', () => {
  let server: TestServer;
  let desk: Desk;
  let vault: RacingVault;
  let vaultDatabase: Database;
  beforeAll(async () => {
    vaultDatabase = await freshVaultDatabase(inject('postgresUrl'));
    vault = new RacingVault({ open: async () => vaultDatabase, keys: keysInMemory(), now: () => server.clock.now });
    server = await startServer({ vault });
    desk = Desk.on(server);
  });
  afterAll(() => desk.close());

  const post = async (path: string, body: object, usercode = 'admin1', options: CallOptions = {}): Promise<Answer> =>
    (await desk.caller(usercode)).post(path, body, options);
  const contentOf = <T>({ body }: Answer): T => body.result.content as T;
  const codeOf = ({ status, body }: Answer) => [status, body.result?.content?.code];
  const added = async (html: string): Promise<HistoryEntry & { readonly ticketId: string }> => {
    const ticketId = await desk.add({ body: sanitiseBody({ html }) });
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    return { ...body.result.contents[0], ticketId };
  };
  const mask = ({ id, bodyVersion, text }: HistoryEntry, words: string, usercode = 'agent1', options?: CallOptions) =>
    post(
      `/messages/${id}/masks.json`,
      { start: text.indexOf(words), length: words.length, expectedVersion: bodyVersion },
      usercode,
      options,
    );
  const masked = async (entry: HistoryEntry, words: string): Promise<{ entry: HistoryEntry; mask: string }> => {
    const answer = await mask(entry, words);
    expect(answer.status).toBe(201);
    return contentOf(answer);
  };
  const auditOf = async (ticketId: string, usercode: string): Promise<string[]> => {
    const rows = await server.database.system((tx) =>
      tx.select({ kind: auditLog.kind, by: auditLog.usercode }).from(auditLog).where(eq(auditLog.ticketId, ticketId)),
    );
    return rows.filter(({ by }) => by === usercode).map(({ kind }) => kind);
  };
  const worker = (onError?: (error: unknown) => void) =>
    new Worker({
      database: server.database,
      vault,
      mail: { repeatable: true, send: () => Promise.resolve('250 OK') },
      now: () => desk.now,
      ...(onError && { onError }),
    });
  /** Answers that are kept for a repeated call and hold some words. */
  const kept = (words: string): Promise<number> =>
    server.database.system((tx) => tx.$count(idempotency, sql`position(${words} in ${idempotency.answer}) > 0`));
  const stateOf = async (maskId: string) =>
    server.database.system(async (tx) => {
      const [span] = await tx.select().from(maskSpans).where(eq(maskSpans.maskId, maskId));
      if (!span) throw new Error('A mask has a row');
      return span;
    });

  it('keep nothing of a message that a refused call told of, and write down that it was read', async () => {
    const before = await added('<p>one two kanarie-5512</p>');
    const { entry } = await masked(before, 'two');
    const late = await mask(before, 'kanarie-5512', 'agent3', { key: 'late' });
    expect(codeOf(late)).toEqual([409, 'version_conflict']);
    expect(late.text).toContain('kanarie-5512');
    expect(await auditOf(before.ticketId, 'agent3')).toEqual(['ticket_read']);
    await masked(entry, 'kanarie-5512');
    expect(await kept('kanarie-5512')).toBe(0);
    const again = await mask(before, 'kanarie-5512', 'agent3', { key: 'late' });
    expect(codeOf(again)).toEqual([409, 'version_conflict']);
    expect(again.text).not.toContain('kanarie-5512');
  });

  it('are read by whoever unmasks once more what is unmasked', async () => {
    const { ticketId, ...before } = await added('<p>one two</p>');
    const { mask: maskId } = await masked(before, 'two');
    const unmask = { reason: 'x', expectedVersion: 2 };
    await post(`/masks/${maskId}/unmask.json`, unmask, 'admin1');
    expect(await auditOf(ticketId, 'admin1')).toEqual(['mask_unmasked']);
    expect((await post(`/masks/${maskId}/unmask.json`, unmask, 'admin1')).text).toContain('one two');
    expect(await auditOf(ticketId, 'admin1')).toEqual(['mask_unmasked', 'ticket_read']);
  });

  it('are not destroyed for a call that its key refuses, nor told to be where the vault did not do it', async () => {
    const { ticketId, ...before } = await added('<p>one 30303030 40404040</p>');
    const first = await masked(before, '30303030');
    const second = await masked(first.entry, '40404040');
    const purge = (maskId: string, key: string | null) =>
      post(`/masks/${maskId}/purge.json`, { reason: 'asked for' }, 'admin1', { key });
    expect((await purge(first.mask, null)).status).toBe(400);
    expect((await purge(first.mask, 'a b')).status).toBe(400);
    expect((await purge(second.mask, 'one')).status).toBe(200);
    expect(codeOf(await purge(first.mask, 'one'))).toEqual([422, 'idempotency_key_reused']);
    const revealed = await post(`/masks/${first.mask}/reveal.json`, { purpose: 'x' });
    expect(contentOf(revealed)).toMatchObject({ text: '30303030' });
    vault.race = () => Promise.reject(new Error('The vault is away'));
    expect((await purge(first.mask, 'two')).status).toBe(500);
    const kinds = await auditOf(ticketId, 'admin1');
    expect(kinds.filter((kind) => kind.includes('purge'))).toEqual([
      'mask_purge_asked',
      'mask_purged',
      'mask_purge_asked',
    ]);
    expect((await purge(first.mask, 'two')).status).toBe(200);
    expect((await auditOf(ticketId, 'admin1')).filter((kind) => kind === 'mask_purged')).toHaveLength(2);
  });

  it('are destroyed in every seal, whatever was sealed anew meanwhile', async () => {
    const before = await added('<p><a href="tel:01012345678">010 1234 5678</a></p>');
    const neighbour = await masked(before, '5678');
    const { mask: maskId } = await masked(neighbour.entry, '010 1234');
    vault.race = async () => {
      await server.database.system((tx) =>
        tx.update(maskSpans).set({ sealId: 'sealed-anew' }).where(eq(maskSpans.maskId, maskId)),
      );
      const { serviceId, ticketId, entryId, sealVersion: version } = await stateOf(maskId);
      const place = { serviceId, ticketId, entryId, owner: maskId, version };
      await vault.prepare([{ sealId: 'sealed-anew', place, value: { text: '010 1234' } }]);
      await vault.keep(serviceId, ['sealed-anew']);
    };
    const gone = await post(`/masks/${maskId}/purge.json`, { reason: 'x' });
    expect(gone.status).toBe(200);
    expect((await stateOf(maskId)).state).toBe('purged');
    await worker().keepVault();
    const left = await vaultDatabase.system((tx) => tx.select({ sealId: sealed.sealId }).from(sealed));
    expect(left.filter(({ sealId }) => sealId === 'sealed-anew')).toEqual([]);
  });

  it('are made beside one that cannot be opened, not over it; and the rest is cleaned up all the same', async () => {
    const before = await added('<p>one 50505050 60606060 three</p>');
    const first = await masked(before, '50505050');
    const { sealId } = await stateOf(first.mask);
    await vaultDatabase.system((tx) =>
      tx
        .update(sealed)
        .set({ wrapped: new Uint8Array(60), keyVersion: 7 })
        .where(eq(sealed.sealId, sealId)),
    );
    const second = await masked(first.entry, '60606060');
    expect(second.entry.masks.map(({ state }) => state)).toEqual(['masked', 'masked']);
    expect((await mask(second.entry, second.entry.text)).status).toBe(500);
    expect((await stateOf(first.mask)).state).toBe('masked');
    expect(await kept('one ******** ******** three')).toBeGreaterThan(0);
    desk.advance(25 * 3_600_000);
    const told: unknown[] = [];
    const tidy = worker((error) => told.push(error));
    await tidy.start();
    await expect.poll(() => kept('one ******** ******** three'), { timeout: 30_000 }).toBe(0);
    await tidy.stop();
    expect(told.map(String)).toEqual([expect.stringContaining('cannot open 1 seals')]);
  });

  it('are not sealed with a key that came in the place of a lost one', async () => {
    const strange = new Vault({ open: async () => vaultDatabase, keys: keysInMemory(), now: () => desk.now });
    const place = { serviceId: 'demo', ticketId: '1', entryId: 1, owner: 'x', version: 1 };
    await expect(strange.prepare([{ sealId: 'strange', place, value: 'x' }])).rejects.toThrow('Version 1 of the key');
    const left = await vaultDatabase.system((tx) => tx.$count(sealed, eq(sealed.sealId, 'strange')));
    expect(left).toBe(0);
  });

  it('leave no digest of what a mail says, which would confirm a guess, and know the mail when it comes once more', async () => {
    const raw = 'From: k@customer.example\r\nMessage-ID: <g@customer.example>\r\nSubject: s\r\n\r\ncall 70707070\r\n';
    const deliver = async (text: string) => {
      const path = '/openapi/v1/inbound/mail';
      return (await signedPost(server.app, 'demo', path, text, { contentType: 'message/rfc822' })).body.result.content;
    };
    const { ticketId } = await deliver(raw);
    expect(await deliver(`Received: from elsewhere\r\n${raw}`)).toMatchObject({ kind: 'duplicate', ticketId });
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    await masked(body.result.contents[0], '70707070');
    const of = eq(rawSources.ticketId, ticketId);
    const [source] = await server.database.system((tx) => tx.select().from(rawSources).where(of));
    expect([source?.contentSha256, source?.content.length]).toEqual([null, 0]);
    expect(await deliver(raw)).toMatchObject({ kind: 'duplicate', ticketId });
  });
});
