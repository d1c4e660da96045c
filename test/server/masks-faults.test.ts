import { and, eq, like, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '../../demo/server/db/database.js';
import { auditLog, idempotency, mails, maskSpans, rawSources } from '../../demo/server/db/schema.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { Worker } from '../../demo/server/services/worker.js';
import { keysFromText, keysInMemory, newKey, writeKey } from '../../demo/server/vault/keys.js';
import { keyMarks, sealed } from '../../demo/server/vault/tables.js';
import { Vault, VaultFailure, type ToSeal } from '../../demo/server/vault/vault.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { signedPost, type Answer, type CallOptions } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { freshVaultDatabase } from './support/vault.js';
import { Desk } from './tickets/desk.js';

/** A vault in which something happens right after words were put into it, or keys were destroyed. */
class RacingVault extends Vault {
  meanwhile: (() => Promise<unknown>) | undefined;
  race: (() => Promise<unknown>) | undefined;
  isAway = false;

  override async digests(serviceId: string, text: string): Promise<readonly string[]> {
    if (this.isAway) throw new VaultFailure('away');
    return super.digests(serviceId, text);
  }

  override async prepare(things: readonly ToSeal[]): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    await super.prepare(things);
  }

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

  /** Nobody can open its seal any more. */
  const spoil = async (maskId: string): Promise<void> => {
    const of = eq(sealed.sealId, (await stateOf(maskId)).sealId);
    const lost = { wrapped: new Uint8Array(60), keyVersion: 7 };
    await vaultDatabase.system((tx) => tx.update(sealed).set(lost).where(of));
  };

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
    expect(await auditOf(before.ticketId, 'agent3')).toEqual(['ticket_read']);
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

  it('take no reason that names what nobody can take out of the access log', async () => {
    const { ticketId, ...before } = await added('<p>one two</p>');
    const { mask: maskId } = await masked(before, 'two');
    const bodies = {
      [`/masks/${maskId}/reveal.json`]: { purpose: 'call 010-1234-5678' },
      [`/masks/${maskId}/unmask.json`]: { reason: 'kim@customer.example asks', expectedVersion: 2 },
      [`/masks/${maskId}/purge.json`]: { reason: '900101-1234567' },
      '/audit/export.json': { filter: {}, reason: 'card 4111 1111 1111 1111', language: 'en' },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const { status, body: answer } = await post(path, body);
      const field = 'purpose' in body ? 'purpose' : 'reason';
      expect([status, answer.result.contents]).toMatchObject([400, [{ field, code: 'personal_data' }]]);
    }
    expect(await auditOf(ticketId, 'admin1')).toEqual([]);
    // Who may not do it at all is written down all the same, without it.
    for (const [path, body] of Object.entries(bodies)) expect((await post(path, body, 'agent2')).status).toBe(403);
    const lines = await server.database.system((tx) =>
      tx
        .select({ kind: auditLog.kind, reason: auditLog.reason })
        .from(auditLog)
        .where(and(eq(auditLog.usercode, 'agent2'), like(auditLog.kind, '%_refused')))
        .orderBy(auditLog.id),
    );
    expect(lines).toEqual(
      ['mask_reveal', 'mask_unmask', 'mask_purge', 'audit'].map((kind) => ({ kind: `${kind}_refused`, reason: null })),
    );
  });

  /** A ticket with a note: message, note and subject say the same. */
  const saidTwice = async (words: string) => {
    const body = sanitiseBody({ html: `<p>${words} and more</p>` });
    const ticketId = await desk.add({ body, subject: `about ${words}` });
    const note = { action: 'comment', html: `<p>${words}</p>`, expectedVersion: 1 };
    expect((await post(`/tickets/${ticketId}/process.json`, note)).status).toBe(200);
    const answer = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    return { ticketId, entries: answer.body.result.contents as HistoryEntry[] };
  };

  it('do not come back into the subject where another message hides them meanwhile', async () => {
    const { ticketId, entries } = await saidTwice('12121212');
    const [first, second] = entries;
    const { mask: maskId } = await masked(first!, '12121212');
    vault.meanwhile = () => masked(second!, '12121212');
    const unmask = () => post(`/masks/${maskId}/unmask.json`, { reason: 'x', expectedVersion: 2 });
    expect(codeOf(await unmask())).toEqual([409, 'version_conflict']);
    const subject = async () => (await desk.as('agent1').ticket(ticketId)).subject;
    expect([(await unmask()).status, await subject()]).toEqual([200, 'about ********']);
  });

  it('do not come back into the subject by a mask of another message that hides less, once they are destroyed', async () => {
    const words = 'Kim Minsu 010-1234-5678';
    const { ticketId, entries } = await saidTwice(words);
    const [first, second] = entries;
    const whole = await masked(first!, words);
    const part = await masked(second!, '010-1234-5678');
    const unmask = async (maskId: string, expectedVersion: number) =>
      contentOf<HistoryEntry>(await post(`/masks/${maskId}/unmask.json`, { reason: 'x', expectedVersion }));
    const subject = async () => (await desk.as('agent1').ticket(ticketId)).subject;
    const open = await unmask(whole.mask, whole.entry.bodyVersion);
    // The other mask hides the number still, and keeps what the subject said.
    expect([open.text, await subject()]).toEqual([`${words} and more`, `about ${'*'.repeat(words.length)}`]);
    const again = await masked(open, words);
    const { sealId, sealVersion } = await stateOf(part.mask);
    expect(sealVersion).toBe(part.entry.bodyVersion);
    expect((await post(`/masks/${again.mask}/purge.json`, { reason: 'x' })).status).toBe(200);
    const rows = await vaultDatabase.system((tx) => tx.select().from(sealed).where(eq(sealed.sealId, sealId)));
    expect(rows.every(({ wrapped }) => wrapped === null)).toBe(true);
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    const note = (body.result.contents as HistoryEntry[]).find(({ id }) => id === second?.id);
    expect((await unmask(part.mask, note?.bodyVersion ?? 0)).text).toBe(words);
    expect(await subject()).toBe(`about ${'*'.repeat(words.length)}`);
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
    vault.race = () => Promise.reject(new VaultFailure('The vault is away'));
    expect(codeOf(await purge(first.mask, 'two'))).toEqual([503, 'vault']);
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

  it('take mails of other messages with them when they are destroyed, whatever happens behind it', async () => {
    const mine = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;
    const ticketId = await desk.add(
      { body: sanitiseBody({ html: '<p>I am Hwang</p>' }), subject: 'Hwang wrote' },
      mine,
    );
    const answer = { action: 'resolve', html: '<p>Thank you.</p>', expectedVersion: 1 };
    expect((await post(`/tickets/${ticketId}/process.json`, answer, 'agent1')).status).toBe(200);
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    const { mask: maskId } = await masked(body.result.contents[0], 'Hwang');
    const of = eq(mails.ticketId, ticketId);
    const [mail] = await server.database.system((tx) =>
      tx.update(mails).set({ state: 'failed' }).where(of).returning({ sealId: mails.sealId }),
    );
    const words = async () => {
      const rows = await vaultDatabase.system((tx) => tx.select().from(sealed));
      return rows.find(({ sealId }) => sealId === mail?.sealId)?.wrapped;
    };
    expect(await words()).toBeInstanceOf(Uint8Array);
    vault.race = () => Promise.reject(new VaultFailure('The server dies'));
    const purge = () => post(`/masks/${maskId}/purge.json`, { reason: 'x' });
    expect([(await purge()).status, await words()]).toEqual([503, null]);
    expect((await purge()).status).toBe(200);
  });

  it('are made beside one that cannot be opened, not over it; and the rest is cleaned up all the same', async () => {
    const before = await added('<p>one 50505050 60606060 three</p>');
    const first = await masked(before, '50505050');
    await spoil(first.mask);
    const second = await masked(first.entry, '60606060');
    expect(second.entry.masks.map(({ state }) => state)).toEqual(['masked', 'masked']);
    expect(codeOf(await mask(second.entry, second.entry.text))).toEqual([503, 'vault']);
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

  it('are taken away and destroyed beside one that cannot be opened, and that one can be destroyed', async () => {
    const before = await added('<p><a href="tel:01012345678" title="x">010 1234 5678</a> 80808080</p>');
    const first = await masked(before, '010 1234');
    const lost = await masked(first.entry, '5678');
    const third = await masked(lost.entry, '80808080');
    await spoil(lost.mask);
    expect(codeOf(await post(`/masks/${lost.mask}/reveal.json`, { purpose: 'x' }))).toEqual([503, 'vault']);
    const unmasked = await post(`/masks/${first.mask}/unmask.json`, { reason: 'x', expectedVersion: 4 });
    // Nobody knows whether the address says what is not to be read.
    expect(contentOf<HistoryEntry>(unmasked).html).toBe('<p><a title="x">010 1234 ****</a> ********</p>');
    for (const maskId of [third.mask, lost.mask]) {
      expect((await post(`/masks/${maskId}/purge.json`, { reason: 'x' })).status).toBe(200);
      expect((await stateOf(maskId)).state).toBe('purged');
    }
    await worker().keepVault();
    const { sealId } = await stateOf(lost.mask);
    expect(await vaultDatabase.system((tx) => tx.$count(sealed, eq(sealed.sealId, sealId)))).toBe(0);
  });

  it('do not come back into the subject where nobody knows what another mask hides', async () => {
    for (const index of [0, 1]) {
      const { ticketId, entries } = await saidTwice(`3434343${index}`);
      const { mask: maskId, entry } = await masked(entries[0]!, `3434343${index}`);
      const lost = index === 0 ? await masked(entry, 'more') : await masked(entries[1]!, `3434343${index}`);
      await spoil(lost.mask);
      const unmask = { reason: 'x', expectedVersion: lost.entry.id === entry.id ? 3 : 2 };
      expect((await post(`/masks/${maskId}/unmask.json`, unmask)).status).toBe(200);
      expect((await desk.as('agent1').ticket(ticketId)).subject).toBe('about ********');
    }
  });

  it('are not sealed with a key that came in the place of a lost one', async () => {
    const strange = new Vault({ open: async () => vaultDatabase, keys: keysInMemory(), now: () => desk.now });
    const place = { serviceId: 'demo', ticketId: '1', entryId: 1, owner: 'x', version: 1 };
    await expect(strange.prepare([{ sealId: 'strange', place, value: 'x' }])).rejects.toThrow('Version 1 of the key');
    const left = await vaultDatabase.system((tx) => tx.$count(sealed, eq(sealed.sealId, 'strange')));
    expect(left).toBe(0);
    // Nor with one of a version that was never seen, where it does not open what that version sealed.
    const newer = keysFromText(writeKey(7, newKey()), 'key');
    const other = new Vault({ open: async () => vaultDatabase, keys: newer, now: () => desk.now });
    await expect(other.prepare([{ sealId: 'other', place, value: 'x' }])).rejects.toThrow('Version 7 of the key');
    expect(await vaultDatabase.system((tx) => tx.$count(keyMarks, eq(keyMarks.version, 7)))).toBe(0);
  });

  it('leave no digest of a mail that confirms a guess, and know it and later ones whichever way they come once more', async () => {
    const mailOf = (id: string, words: string, more = '') =>
      `From: k@customer.example\r\nMessage-ID: <${id}@customer.example>\r\n${more}Subject: s\r\n\r\n${words}\r\n`;
    const first = mailOf('g', 'call 70707070');
    const later = mailOf('h', '> call 70707070', 'In-Reply-To: <g@customer.example>\r\n');
    const send = (text: string) =>
      signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', text, { contentType: 'message/rfc822' });
    const deliver = async (text: string) => (await send(text)).body.result.content;
    const { ticketId } = await deliver(first);
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    // One that comes meanwhile is looked at before anything is cut.
    vault.meanwhile = async () => expect(await deliver(later)).toMatchObject({ kind: 'reinquiry', ticketId });
    expect(codeOf(await mask(body.result.contents[0], '70707070'))).toEqual([409, 'version_conflict']);
    await masked(body.result.contents[0], '70707070');
    const sources = await server.database.system((tx) =>
      tx.select().from(rawSources).where(eq(rawSources.ticketId, ticketId)),
    );
    expect(sources.map(({ content }) => content.length)).toEqual([0, 0]);
    for (const { sha256, contentSha256 } of sources)
      for (const digest of [sha256, contentSha256]) expect(digest).toMatch(/^k1:[0-9a-f]{64}$/);
    for (const mail of [first, later]) {
      expect(await deliver(mail)).toMatchObject({ kind: 'duplicate', ticketId });
      expect(await deliver(`Received: from elsewhere\r\n${mail}`)).toMatchObject({ kind: 'duplicate', ticketId });
    }
    // Without the keys it waits: what is masked does not come back. One that names none of ours comes in.
    vault.isAway = true;
    const again = `Received: from nowhere\r\n${first}`;
    const { status, headers } = await send(again);
    expect([status, headers.get('Retry-After')]).toEqual([503, '60']);
    expect(await deliver(mailOf('i', 'call 1'))).toMatchObject({ kind: 'inquiry' });
    expect(await deliver(mailOf('i', 'call 2').replace(/Message-ID.*\r\n/, ''))).toMatchObject({ kind: 'inquiry' });
    vault.isAway = false;
    expect(await deliver(again)).toMatchObject({ kind: 'duplicate', ticketId });
    expect(server.errors.map(String)).toContainEqual(expect.stringContaining('VaultFailure: away'));
  });

  it('stay hidden when a mail comes once more that has the name of a mail on another ticket', async () => {
    const mailOf = (words: string) =>
      `From: job@customer.example\r\nMessage-ID: <always@customer.example>\r\nSubject: s\r\n\r\n${words}\r\n`;
    const send = (text: string) =>
      signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', text, { contentType: 'message/rfc822' });
    const deliver = async (text: string) => (await send(text)).body.result.content;
    const second = mailOf('call 70707171');
    const other = await deliver(mailOf('nothing to hide'));
    const { ticketId } = await deliver(second);
    expect(ticketId).not.toBe(other.ticketId);
    const { body } = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/history.json`);
    await masked(body.result.contents[0], '70707171');
    expect(await deliver(second)).toMatchObject({ kind: 'duplicate', ticketId });
    vault.isAway = true;
    expect((await send(second)).status).toBe(503);
    vault.isAway = false;
    expect(await deliver(mailOf('something else'))).toMatchObject({ kind: 'inquiry' });
  });
});
