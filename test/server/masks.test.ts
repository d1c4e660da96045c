import { and, eq, sql } from 'drizzle-orm';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { failureLine } from '../../demo/server/failure-line.js';
import type { Database, Tx } from '../../demo/server/db/database.js';
import { auditLog, jobs, mails, maskSpans, outbox, services, vaultDuties } from '../../demo/server/db/schema.js';
import type { MailToSend } from '../../demo/server/ports/mail.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { ingestMail, readMail } from '../../demo/server/services/inbound-mail.js';
import { VaultKeeper } from '../../demo/server/services/masks/vault-keeper.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { Worker } from '../../demo/server/services/worker.js';
import { keysFromText, newKey, writeKey } from '../../demo/server/vault/keys.js';
import { sealed } from '../../demo/server/vault/tables.js';
import { Vault, VaultFailure } from '../../demo/server/vault/vault.js';
import type { MaskRange } from '../../src/domain/masks.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { Answer } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { freshVaultDatabase } from './support/vault.js';
import { runJobs } from './support/worker.js';
import { Desk } from './tickets/desk.js';

/** Every place of a database where something stands, bytes and documents included. */
async function placesOf(database: Database, words: string): Promise<string[]> {
  return database.system(async (tx) => {
    const columns = await rowsOf<{ table: string; column: string; type: string }>(
      tx,
      `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'desk_migrations'`,
    );
    expect(columns.length).toBeGreaterThan(5);
    const looks = columns.map(({ table, column, type }) => {
      const holds =
        type === 'bytea'
          ? `position(convert_to('${words}', 'UTF8') in "${column}") > 0`
          : `position('${words}' in "${column}"::text) > 0`;
      return `select '${table}.${column}' as place where exists (select 1 from "${table}" where ${holds})`;
    });
    const places: string[] = [];
    // Not all in one statement: the embedded database cannot take one of so many parts.
    for (let from = 0; from < looks.length; from += 100) {
      const some = looks.slice(from, from + 100).join(' union all ');
      places.push(...(await rowsOf<{ place: string }>(tx, some)).map(({ place }) => place));
    }
    return places;
  });
}

async function rowsOf<T>(tx: Tx, query: string): Promise<T[]> {
  return ((await tx.execute(sql.raw(query))) as unknown as { rows: T[] }).rows;
}

const mine = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;

describe('masks', () => {
  let server: TestServer;
  let desk: Desk;
  let vaultDatabase: Database;
  const masterKeys = [writeKey(1, newKey())];
  const keys = { read: () => keysFromText(masterKeys.join('\n'), 'keys').read() };
  const sent: MailToSend[] = [];
  beforeAll(async () => {
    vaultDatabase = await freshVaultDatabase(inject('postgresUrl'));
    const vault = new Vault({ open: async () => vaultDatabase, keys, now: () => server.clock.now });
    server = await startServer({ vault });
    desk = Desk.on(server);
  });
  afterAll(() => desk.close());

  const worker = () =>
    new Worker({
      database: server.database,
      vault: server.vault,
      mail: { repeatable: true, send: async (mail) => (sent.push(mail), '250 OK') },
      now: () => desk.now,
    });
  const historyOf = async (ticketId: string, usercode = 'agent1'): Promise<HistoryEntry[]> =>
    (await (await desk.caller(usercode)).get(`/tickets/${ticketId}/history.json`)).body.result.contents;
  const entryOf = async (ticketId: string): Promise<HistoryEntry> => {
    const [entry] = await historyOf(ticketId);
    if (!entry) throw new Error('A ticket has an entry');
    return entry;
  };
  const post = async (path: string, body: object, usercode = 'admin1', key?: string): Promise<Answer> =>
    (await desk.caller(usercode)).post(path, body, key === undefined ? {} : { key });
  const maskRange = (
    { entryId, bodyVersion, ...range }: MaskRange,
    more: object = {},
    usercode?: string,
    key?: string,
  ) => post(`/messages/${entryId}/masks.json`, { ...range, expectedVersion: bodyVersion, ...more }, usercode, key);
  const mask = ({ id, bodyVersion, text }: HistoryEntry, words: string, more: object = {}, usercode = 'agent1') =>
    maskRange({ entryId: id, bodyVersion, start: text.indexOf(words), length: words.length }, more, usercode);
  const masked = async (html: string, words: string) => {
    const ticketId = await desk.add({ body: sanitiseBody({ html }) });
    const before = await entryOf(ticketId);
    const { body } = await mask(before, words);
    return {
      ticketId,
      before,
      maskId: body.result.content.mask as string,
      entry: body.result.content.entry as HistoryEntry,
    };
  };
  const codeOf = ({ status, body }: Answer) => [status, body.result?.content?.code];
  const auditOf = async (ticketId: string) =>
    server.database.system((tx) =>
      tx
        .select({ kind: auditLog.kind, usercode: auditLog.usercode, reason: auditLog.reason })
        .from(auditLog)
        .where(and(eq(auditLog.ticketId, ticketId), sql`kind like 'mask%'`))
        .orderBy(auditLog.id),
    );
  const sealsOf = (database = vaultDatabase) =>
    database.system((tx) => tx.select().from(sealed).orderBy(sealed.createdAt, sealed.sealId));

  it('cover words for everybody, show them to one, and give them back to the byte', async () => {
    const html = '<p>call <b>010-7391</b>-6482, <a href="tel:01073916482">now</a></p>';
    const { ticketId, before, maskId } = await masked(html, '010-7391-6482');
    const [shown] = await historyOf(ticketId, 'agent2');
    expect(shown).toMatchObject({ text: 'call *************, now', bodyVersion: 2, masks: [{ id: maskId, start: 5 }] });
    expect(JSON.stringify(shown)).not.toMatch(/6482/);
    expect(await placesOf(server.database, '-6482')).toEqual([]);
    const revealed = await post(`/masks/${maskId}/reveal.json`, { purpose: 'call back' }, 'agent1');
    expect(revealed.body.result.content).toEqual({ text: '010-7391-6482', ttl: 30 });
    expect(revealed.headers.get('Cache-Control')).toBe('no-store');
    expect(await placesOf(server.database, '-6482')).toEqual([]);
    const back = await post(`/masks/${maskId}/unmask.json`, { reason: 'wrong words', expectedVersion: 2 });
    const { html: now, text, styles, blocked, masks } = back.body.result.content;
    expect({ html: now, text, styles, blocked, masks }).toEqual({
      html: before.html,
      text: before.text,
      styles: before.styles,
      blocked: before.blocked,
      masks: [],
    });
    const again = await mask(back.body.result.content, '7391');
    expect(again.status).toBe(201);
    const log = await (await desk.caller('agent1')).get(`/tickets/${ticketId}/events.json`);
    const kinds = log.body.result.contents.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind.includes('mask'))).toHaveLength(3);
    expect(await auditOf(ticketId)).toEqual([
      { kind: 'masked', usercode: 'agent1', reason: null },
      { kind: 'mask_revealed', usercode: 'agent1', reason: 'call back' },
      { kind: 'mask_unmasked', usercode: 'admin1', reason: 'wrong words' },
      { kind: 'masked', usercode: 'agent1', reason: null },
    ]);
  });

  it('are for those who may, in services that have them; what is refused is written down', async () => {
    const { ticketId, entry, maskId } = await masked('<p>my name is Hong Gildong</p>', 'Hong');
    expect(codeOf(await mask(entry, 'Gildong', {}, 'agent2'))).toEqual([403, 'needs_permission']);
    const ways = { reveal: { purpose: 'x' }, unmask: { reason: 'x', expectedVersion: 2 }, purge: { reason: 'x' } };
    for (const [way, body] of Object.entries(ways)) {
      expect(codeOf(await post(`/masks/${maskId}/${way}.json`, body, 'agent2'))).toEqual([403, 'needs_permission']);
      const elsewhere = await server.as('jpadmin', 'demojp');
      expect((await elsewhere.post(`/masks/${maskId}/${way}.json`, body)).status).toBe(404);
    }
    expect((await auditOf(ticketId)).filter(({ usercode }) => usercode === 'agent2').map(({ kind }) => kind)).toEqual([
      'mask_refused',
      'mask_reveal_refused',
      'mask_unmask_refused',
      'mask_purge_refused',
    ]);
    const security = (on: boolean) =>
      server.database.system((tx) =>
        tx
          .update(services)
          .set({ capabilities: sql`${services.capabilities} || jsonb_build_object('security', ${on}::boolean)` })
          .where(eq(services.serviceId, 'demo')),
      );
    await security(false);
    expect(codeOf(await mask(entry, 'Gildong'))).toEqual([403, 'security_off']);
    expect(codeOf(await post(`/masks/${maskId}/reveal.json`, { purpose: 'x' }))).toEqual([403, 'security_off']);
    expect((await entryOf(ticketId)).text).toBe('my name is **** Gildong');
    await security(true);
  });

  it('need the version that was seen, words that are there, and no mask that they would cut', async () => {
    const { ticketId, before, entry } = await masked('<p>one two three</p>', 'two');
    const late = await mask(before, 'three');
    expect(codeOf(late)).toEqual([409, 'version_conflict']);
    expect(late.body.result.content).toMatchObject({ id: entry.id, bodyVersion: 2, text: 'one *** three' });
    const range = { entryId: entry.id, bodyVersion: 2 };
    expect(codeOf(await maskRange({ ...range, start: 0, length: 5 }))).toEqual([409, 'mask_overlap']);
    expect(codeOf(await maskRange({ ...range, start: 3, length: 1 }))).toEqual([409, 'nothing_left']);
    expect(codeOf(await maskRange({ ...range, start: 100, length: 5 }))).toEqual([409, 'nothing_left']);
    expect(codeOf(await post(`/masks/${'0'.repeat(32)}/reveal.json`, { purpose: ' ' }))[0]).toBe(400);
    const both = await Promise.all([mask(entry, 'one'), mask(entry, 'three')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await entryOf(ticketId)).bodyVersion).toBe(3);
  });

  it('swallow masks, and answer a repeated call as the first one', async () => {
    const { ticketId, before, entry, maskId } = await masked('<p>one <i>two</i> three</p>', 'two');
    const range = { entryId: entry.id, bodyVersion: 2, start: 0, length: entry.text.length };
    const first = await maskRange(range, {}, 'agent1', 'swallow');
    const again = await maskRange(range, {}, 'agent1', 'swallow');
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect((await post(`/masks/${maskId}/reveal.json`, { purpose: 'x' })).status).toBe(404);
    const outer = first.body.result.content.mask;
    await worker().keepVault();
    const unmask = { reason: 'x', expectedVersion: 3 };
    const back = await post(`/masks/${outer}/unmask.json`, unmask);
    expect(back.body.result.content).toMatchObject({ html: before.html, masks: [] });
    const repeated = await post(`/masks/${outer}/unmask.json`, unmask);
    expect([repeated.status, repeated.body.result.content.bodyVersion]).toEqual([200, 4]);
    expect((await auditOf(ticketId)).filter(({ kind }) => kind === 'mask_unmasked')).toHaveLength(1);
  });

  it('can be purged: nobody brings the words back', async () => {
    const { ticketId, maskId, entry } = await masked('<p>secret 12345678</p>', '12345678');
    const gone = await post(`/masks/${maskId}/purge.json`, { reason: 'asked by the customer' }, 'admin1', 'purge');
    expect(gone.body.result.content.masks).toMatchObject([{ id: maskId, state: 'purged' }]);
    expect(
      (await post(`/masks/${maskId}/purge.json`, { reason: 'asked by the customer' }, 'admin1', 'purge')).text,
    ).toBe(gone.text);
    const reason = { reason: 'x', expectedVersion: 3 };
    expect(codeOf(await post(`/masks/${maskId}/reveal.json`, { purpose: 'x' }))).toEqual([410, 'mask_purged']);
    expect(codeOf(await post(`/masks/${maskId}/unmask.json`, reason))).toEqual([410, 'mask_purged']);
    expect(codeOf(await post(`/masks/${maskId}/purge.json`, { reason: 'x' }))).toEqual([410, 'mask_purged']);
    // The key is destroyed before the ticket says so: a server that dies in between has destroyed it.
    const other = await masked('<p>secret 87654321</p>', '87654321');
    const [span] = await server.database.system((tx) =>
      tx.select().from(maskSpans).where(eq(maskSpans.maskId, other.maskId)),
    );
    await server.vault.destroyKeys('demo', [span?.sealId ?? '']);
    expect(codeOf(await post(`/masks/${other.maskId}/reveal.json`, { purpose: 'x' }))).toEqual([410, 'mask_purged']);
    expect((await post(`/masks/${other.maskId}/purge.json`, { reason: 'x' })).body.result.content.masks[0].state).toBe(
      'purged',
    );
    const purges = (await auditOf(ticketId)).filter(({ kind }) => kind === 'mask_purged');
    expect(purges).toEqual([{ kind: 'mask_purged', usercode: 'admin1', reason: 'asked by the customer' }]);
    expect(entry.text).toBe('secret ********');
  });

  it('are purged with what the masks beside them know of the words', async () => {
    const {
      ticketId,
      entry,
      maskId: neighbour,
    } = await masked('<p><a href="tel:01012345678" title="5678">010 1234 5678</a></p>', '5678');
    const { body } = await mask(entry, '010 1234');
    const versionOf = async () => (await desk.as('agent1').ticket(ticketId)).version;
    const version = await versionOf();
    expect((await post(`/masks/${body.result.content.mask}/purge.json`, { reason: 'x' })).status).toBe(200);
    // Pages are told of both: of what the masks beside it lost, and of the purge.
    expect(await versionOf()).toBe(version + 2);
    const { bodyVersion: expectedVersion } = await entryOf(ticketId);
    const back = await post(`/masks/${neighbour}/unmask.json`, { reason: 'x', expectedVersion });
    expect(back.body.result.content.html).toBe('<p><a title="5678">******** 5678</a></p>');
  });

  it('take short names out of the subject, and tell what they leave there', async () => {
    const ticketId = await desk.add({ body: sanitiseBody({ html: '<p>홍길동 A</p>' }), subject: 'A: 홍길동님' });
    const first = await entryOf(ticketId);
    const name = await mask(first, '홍길동');
    expect((await desk.as('agent1').ticket(ticketId)).subject).toBe('A: ***님');
    const letter = await mask(name.body.result.content.entry, 'A');
    expect(letter.body.result.content.notReached).toEqual([{ kind: 'subject' }]);
    const unmask = { reason: 'x', expectedVersion: 3 };
    await post(`/masks/${name.body.result.content.mask}/unmask.json`, unmask);
    expect((await desk.as('agent1').ticket(ticketId)).subject).toBe('A: 홍길동님');
    const body = sanitiseBody({ html: '<p>I am Hong Gildong</p>' });
    const other = await desk.add({ body, subject: 'HONG  GILDONG writes' });
    const outcome = await mask(await entryOf(other), 'Hong Gildong');
    expect(outcome.body.result.content.notReached).toEqual([{ kind: 'subject' }]);
  });

  it('take out of unsent texts what is personal, and tell what else of them stands there', async () => {
    const html = '<p>안녕하세요</p><p>배송지를 바꿔 주세요</p><p>010-5150-6160</p><p>감사합니다</p>';
    const ticketId = await desk.add({ body: sanitiseBody({ html }) }, mine);
    const draftOf = async (usercode: string) =>
      (await desk.as(usercode).get(`tickets/${ticketId}/draft.json`)).content['html'];
    const texts = { agent1: '<p>안녕하세요, <b>010-5150</b>-6160로 연락드렸습니다. 감사합니다</p>', agent2: html };
    for (const [usercode, draft] of Object.entries(texts)) {
      const saved = { html: draft, seq: 0, action: 'resolve' };
      expect((await desk.as(usercode).put(`tickets/${ticketId}/draft.json`, saved)).status).toBe(200);
    }
    const entry = await entryOf(ticketId);
    const { body } = await mask(entry, entry.text);
    expect(body.result.content.notReached).toEqual([{ kind: 'draft' }]);
    expect(await draftOf('agent1')).toContain('안녕하세요, <b>********</b>*****로 연락드렸습니다. 감사합니다');
    expect(await draftOf('agent2')).toBe(html.replace('010-5150-6160', '*************'));
  });

  it('leave former versions of unsent texts what may be a word of everyday', async () => {
    const ticketId = await desk.add({ body: sanitiseBody({ html: '<p>배송지</p><p>010-5150-6160</p>' }) }, mine);
    for (const [seq, html] of ['<p>배송지 확인, 010-5150-6160</p>', '<p>배송지</p>'].entries()) {
      const saved = await desk.as('agent1').put(`tickets/${ticketId}/draft.json`, { html, seq, action: 'resolve' });
      expect(saved.status).toBe(200);
      desk.advance(61_000);
    }
    const first = await mask(await entryOf(ticketId), '배송지');
    expect(first.body.result.content.notReached).toEqual([{ kind: 'draft' }]);
    await mask(first.body.result.content.entry, '010-5150-6160');
    const { contents } = await desk.as('agent1').get(`tickets/${ticketId}/drafts.json`);
    const texts = contents.map(({ html }) => html);
    expect(texts).toContain('<p>배송지 확인, *************</p>');
    expect((await desk.as('agent1').get(`tickets/${ticketId}/draft.json`)).content['html']).toBe('<p>***</p>');
  });

  it('leave the text alone that other tickets are still to get', async () => {
    const add = () => desk.add({ body: sanitiseBody({ html: '<p>ask for Gildong</p>' }) }, mine);
    const ids = [await add(), await add()];
    const run = { ids, action: 'comment', html: '<p>ask for Gildong</p>' };
    expect((await desk.as('agent1').post('tickets/bulk.json', run)).status).toBe(202);
    const first = await entryOf(ids[0] ?? '');
    const { body } = await mask(first, 'Gildong');
    expect(body.result.content.notReached).toEqual([{ kind: 'run' }]);
    await runJobs(server);
    expect((await historyOf(ids[1] ?? '')).map(({ text }) => text)).toEqual(['ask for Gildong', 'ask for Gildong']);
    // Over, it keeps nothing that is masked.
    const { body: again } = await mask((await historyOf(ids[0] ?? ''))[1] ?? first, 'Gildong');
    expect(again.result.content.notReached).toEqual([]);
    const intents = await server.database.system((tx) => tx.select({ intent: jobs.intent }).from(jobs));
    expect(intents.filter(({ intent }) => intent.html?.includes('Gildong'))).toEqual([]);
  });

  it('keep a mail from going that nobody knows whole any more', async () => {
    const ticketId = await desk.add({ body: sanitiseBody({ html: '<p>which?</p>' }) }, mine);
    const agent = desk.as('agent1');
    const { version: expectedVersion } = await agent.ticket(ticketId);
    const answer = { action: 'resolve', html: '<p>It is A and 7.</p>', expectedVersion };
    const { content } = await agent.post(`tickets/${ticketId}/process.json`, answer);
    // Too short to be found in the mail: nothing of that is stored.
    await mask(content['entry'] as HistoryEntry, '7');
    const mailOf = async () => {
      const [row] = await server.database.system((tx) => tx.select().from(mails).where(eq(mails.ticketId, ticketId)));
      return row;
    };
    const mail = await mailOf();
    expect([mail?.html, mail?.text]).toEqual(['', '']);
    await server.vault.destroyKeys('demo', [mail?.sealId ?? '']);
    desk.advance(10_000);
    sent.length = 0;
    await worker().drain();
    expect(sent.filter(({ mailId }) => mailId === mail?.mailId)).toEqual([]);
    expect(await mailOf()).toMatchObject({ state: 'failed', answer: 'words_gone' });
  });

  it('are not purged while a mail of another message is to leave with the words', async () => {
    const subject = 'Hwang wrote';
    const ticketId = await desk.add({ body: sanitiseBody({ html: '<p>I am Hwang</p>' }), subject }, mine);
    const agent = desk.as('agent1');
    const { version: expectedVersion } = await agent.ticket(ticketId);
    const answer = { action: 'resolve', html: '<p>Thank you.</p>', expectedVersion };
    expect((await agent.post(`tickets/${ticketId}/process.json`, answer)).status).toBe(200);
    const { body } = await mask(await entryOf(ticketId), 'Hwang');
    const purge = () => post(`/masks/${body.result.content.mask}/purge.json`, { reason: 'x' });
    expect(codeOf(await purge())).toEqual([409, 'mail_waiting']);
    desk.advance(10_000);
    sent.length = 0;
    await worker().drain();
    expect(sent.filter((mail) => mail.subject.includes(subject))).toHaveLength(1);
    expect((await purge()).status).toBe(200);
  });

  it('leave nothing anywhere in the tickets, wherever the words had got to', async () => {
    const canary = 'kanarie-7391-wren';
    const raw = [
      'From: Kim <kim@customer.example>',
      'To: help@demo.example',
      `Subject: about ${canary}`,
      'Message-ID: <canary@customer.example>',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<p>my code is <b>kanarie</b>-7391-<i>wren</i>, <a href="https://a.example/?c=${canary}">see</a></p>`,
    ].join('\r\n');
    const bytes = new TextEncoder().encode(raw);
    const mail = await readMail(bytes);
    const ingest = () =>
      server.database.transaction({ serviceId: 'demo' }, async (tx) => {
        const service = await findService(tx, 'demo');
        if (!service) throw new Error('The demo has a service');
        const context = { service: publicService(service), now: desk.now, client: 'test' };
        return ingestMail(tx, context, mail, (serviceId, digest) => server.vault.digests(serviceId, digest));
      });
    const { ticketId } = await ingest();
    const agent = desk.as('agent1');
    const made = await agent.post('tickets.json', {
      categoryId: 101,
      subject: `by hand ${canary}`,
      html: `<p>says ${canary}</p>`,
      endUser: { usercode: null, name: 'Kim', email: 'kim@customer.example', phone: null },
      fields: { privacyAgree: true, orderNo: '20260512-000001' },
    });
    const byHand = String(made.content.ticketId);
    for (const id of [ticketId, byHand]) {
      await agent.post(`tickets/${id}/claim.json`, { expectedVersion: (await agent.ticket(id)).version, groupId: 1 });
      const draft = `<div>quoting <b>kanarie-</b>7391-wren <a href="mailto:x@a.example?body=${canary}">mail</a></div>`;
      for (const usercode of ['agent1', 'agent2']) {
        for (const seq of [0, 1]) {
          desk.advance(61_000);
          const saved = await desk
            .as(usercode)
            .put(`tickets/${id}/draft.json`, { html: draft, seq, action: 'resolve' });
          expect(saved.status).toBe(200);
        }
      }
      await agent.post('tickets/bulk.json', { ids: [id], action: 'comment', html: `<p>run of ${canary}</p>` });
      await runJobs(server);
      const answer = {
        action: 'resolve',
        html: `<p>Is it ${canary}?</p>`,
        expectedVersion: (await agent.ticket(id)).version,
      };
      expect((await agent.post(`tickets/${id}/process.json`, answer)).status).toBe(200);
      await server.database.transaction({ serviceId: 'demo' }, (tx) =>
        tx.insert(outbox).values({
          serviceId: 'demo',
          kind: 'notice',
          key: `${id}/1/1/0/0`,
          payload: { ticketId: id, trigger: 'T', to: 'a@b.example', subject: `new: ${canary}`, text: canary },
          dueAt: desk.now + 1e9,
          createdAt: desk.now,
        }),
      );
    }
    const planted = await placesOf(server.database, canary);
    expect(planted).toEqual(
      expect.arrayContaining([
        'messages.text',
        'messages.html',
        'tickets.subject',
        'search_heads.text',
        'raw_sources.content',
        'mails.html',
        'mails.text',
        'mails.subject',
        'drafts.html',
        'draft_versions.html',
        'jobs.intent',
        'idempotency.answer',
        'outbox.payload',
      ]),
    );
    const outcomes: Answer[] = [];
    for (const id of [ticketId, byHand]) {
      const [first] = await historyOf(id);
      let left: MaskRange[] = [
        { entryId: first?.id ?? 0, bodyVersion: 1, start: first?.text.indexOf(canary) ?? 0, length: canary.length },
      ];
      for (let next = left[0]; next; next = left[0]) {
        const outcome = await maskRange(next, { category: 'secret' });
        expect(outcome.status).toBe(201);
        outcomes.push(outcome);
        left = outcome.body.result.content.copies;
      }
    }
    expect(outcomes).toHaveLength(6);
    expect(await placesOf(server.database, canary)).toEqual([]);
    for (const part of ['kanarie', 'wren']) expect(await placesOf(server.database, part)).toEqual([]);
    for (const outcome of outcomes) expect(outcome.text).not.toContain(canary);
    expect(server.errors).toEqual([]);
    // The mail that waits goes out as it was written.
    const mailAnswer = outcomes.find(({ body }) => body.result.content.notReached.length > 0);
    expect(mailAnswer?.body.result.content.notReached).toMatchObject([{ kind: 'mail', to: 'kim@customer.example' }]);
    desk.advance(10_000);
    await worker().drain();
    const mails = sent.filter(({ to }) => to === 'kim@customer.example');
    expect(mails).toHaveLength(2);
    for (const { html, text, subject } of mails)
      expect([html, text, subject].every((part) => part.includes(canary))).toBe(true);
    expect(await placesOf(server.database, canary)).toEqual([]);
    expect(await ingest()).toMatchObject({ kind: 'duplicate', ticketId });
    const found = async () =>
      (await agent.get(`tickets.json?view=all&q=${canary}`)).contents.map((row) => row.ticketId);
    expect(await found()).toEqual([]);
    // Unsent texts have asterisks too, and a page that still has the words is told.
    const { content: draft } = await desk.as('agent2').get(`tickets/${ticketId}/draft.json`);
    expect(draft['html']).toContain('<b>********</b>*********');
    const stale = await desk
      .as('agent2')
      .put(`tickets/${ticketId}/draft.json`, { html: canary, seq: 2, action: 'resolve' });
    expect([stale.status, stale.content['code']]).toEqual([409, 'draft_conflict']);
    const spans = await server.database.system((tx) =>
      tx.select().from(maskSpans).where(eq(maskSpans.ticketId, ticketId)),
    );
    const subject = async () => (await agent.ticket(ticketId)).subject;
    expect([spans.length, await subject()]).toEqual([3, 'about *****************']);
    // What is written and told from now on has asterisks.
    const later: [string, object][] = [
      [`/tickets/${ticketId}/preview.json`, { action: 'hold', html: '<p>about {{ticket.subject}}</p>' }],
      ['/tickets/export.json', { query: 'view=all', columns: ['subject'], reason: 'x', language: 'en' }],
    ];
    for (const [path, body] of later) {
      const { status, text } = await post(path, body);
      expect([status, text.includes('about *****************'), text.includes(canary)]).toEqual([200, true, false]);
    }
    // The subject has them again when no message hides them any more.
    for (const [index, { mask: maskId }] of outcomes
      .slice(0, 3)
      .map(({ body }) => body.result.content)
      .entries()) {
      const entry = (await historyOf(ticketId)).find(({ masks }) => masks.some(({ id }) => id === maskId));
      const unmask = { reason: 'x', expectedVersion: entry?.bodyVersion };
      expect((await post(`/masks/${maskId}/unmask.json`, unmask)).status).toBe(200);
      expect(await subject()).toBe(`about ${index < 2 ? '*****************' : canary}`);
    }
    expect(await found()).toEqual([ticketId]);
  });

  it('are not told by what is written of failures', async () => {
    const words = 'kanarie-9911';
    const queries = [
      sql`select ${words}::bigint`,
      sql`insert into mask_spans (service_id, mask_id) values ('demo', ${words})`,
      sql`insert into groups (service_id, group_id, name) values ('demo', 1, ${words})`,
    ];
    for (const query of queries) {
      const failure = await server.database.system((tx) => tx.execute(query)).catch((error: unknown) => error);
      const line = failureLine(new VaultFailure('The vault', { cause: failure }), 'r1');
      expect(inspect(failure)).toContain(words);
      expect(line).toMatch(/^\[r1\] VaultFailure: The vault \(.+\)$/);
      expect(line).not.toContain(words);
      for (let own = failure; own instanceof Error; own = own.cause) expect(failureLine(own)).not.toContain(words);
    }
    const unread = await new Response(words).json().catch((error: unknown) => error);
    expect([String(unread).includes('kanarie'), failureLine(unread)]).toEqual([true, 'SyntaxError: not readable']);
  });

  it('hide personal data in the copy of an answer that the customer gets whole', async () => {
    const card = '4111 1111 1111 1111';
    const ticketId = await desk.add({ body: sanitiseBody({ html: '<p>which card?</p>' }) }, mine);
    const agent = desk.as('agent1');
    const patterns = [{ label: '사원번호', pattern: 'EMP-######' }];
    expect((await desk.as('admin1').put('admin/mask-patterns.json', { patterns })).status).toBe(200);
    const html = `<p>We refund to <b>4111 1111</b> 1111 1111.</p><p>EMP-604711</p>`;
    const save = (seq: number) => agent.put(`tickets/${ticketId}/draft.json`, { html, seq, action: 'resolve' });
    await save(0);
    desk.advance(61_000);
    await save(1);
    const answer = {
      action: 'resolve',
      html,
      expectedVersion: (await agent.ticket(ticketId)).version,
      maskCopy: ['card', 'custom'],
      draftSeq: 2,
    };
    const kept = await agent.post(`tickets/${ticketId}/process.json`, answer, 'copy');
    const entry = kept.content['entry'] as HistoryEntry;
    expect(entry.text).toBe(`We refund to ${'*'.repeat(card.length)}.\n**********`);
    expect(entry.masks.map(({ category, state }) => [category, state])).toEqual([
      ['card', 'masked'],
      ['custom', 'masked'],
    ]);
    for (const words of ['4111 1111', '604711']) expect(await placesOf(server.database, words)).toEqual([]);
    expect((await agent.post(`tickets/${ticketId}/process.json`, answer, 'copy')).content).toEqual(kept.content);
    expect((await historyOf(ticketId)).filter(({ kind }) => kind === 'reply')).toHaveLength(1);
    const back = await agent.post(`tickets/${ticketId}/mail/${entry.mail?.mailId}/undo.json`, {});
    expect(back.status).toBe(200);
    const { content: draft } = await agent.get(`tickets/${ticketId}/draft.json`);
    expect(draft['html']).toContain('<b>4111 1111</b> 1111 1111');
    const { version: expectedVersion } = await agent.ticket(ticketId);
    const second = { ...answer, expectedVersion, draftSeq: draft['seq'] };
    expect((await agent.post(`tickets/${ticketId}/process.json`, second)).status).toBe(200);
    expect(await placesOf(server.database, '4111 1111')).toEqual([]);
    desk.advance(10_000);
    sent.length = 0;
    await worker().drain();
    const refunds = sent.filter(({ text }) => text.includes('We refund'));
    expect(refunds.map(({ text }) => text.includes(`We refund to ${card}.`))).toEqual([true]);
    const revealed = await post(`/masks/${entry.masks[0]?.id}/reveal.json`, { purpose: 'x' });
    expect(revealed.body.result.content.text).toBe(card);
    const rows = await server.database.system((tx) => tx.select().from(mails).where(eq(mails.ticketId, ticketId)));
    expect(rows.map(({ sealId }) => sealId)).toEqual([null, null]);
    const all = Array.from({ length: 501 }, () => `<p>${card}</p>`).join('');
    const { version } = await agent.ticket(ticketId);
    const many = { action: 'comment', html: all, expectedVersion: version, maskCopy: ['card'] };
    expect((await agent.post(`tickets/${ticketId}/process.json`, many)).status).toBe(400);
    const forbidden = await desk
      .as('agent2')
      .post(`tickets/${ticketId}/process.json`, { ...answer, action: 'comment' });
    expect(forbidden.status).toBe(403);
  });

  it('survive a server that dies between its two databases', async () => {
    const { maskId, ticketId } = await masked('<p>orphan 11223344</p>', '11223344');
    // Before the worker told the vault: the words are there all the same.
    expect(await server.database.system((tx) => tx.select().from(vaultDuties))).not.toEqual([]);
    expect((await post(`/masks/${maskId}/reveal.json`, { purpose: 'x' })).body.result.content.text).toBe('11223344');
    // Prepared for a ticket that never lost it, or that lost it unbeknown to the vault.
    const [span] = await server.database.system((tx) =>
      tx.select().from(maskSpans).where(eq(maskSpans.maskId, maskId)),
    );
    const place = { serviceId: 'demo', ticketId, entryId: 1, owner: 'nobody', version: 1 };
    await server.vault.prepare([{ sealId: 'orphan', place, value: { text: 'x' } }]);
    await server.database.system((tx) => tx.delete(vaultDuties));
    const keeper = new VaultKeeper({ database: server.database, vault: server.vault, now: () => desk.now });
    const states = async () => new Map((await sealsOf()).map(({ sealId, state }) => [sealId, state]));
    await keeper.clean();
    expect((await states()).get('orphan')).toBe('prepared');
    desk.advance(11 * 60_000);
    await keeper.clean();
    expect((await states()).has('orphan')).toBe(false);
    expect((await states()).get(span?.sealId ?? '')).toBe('live');
  });

  it('are told to the vault by the worker, once', async () => {
    const { maskId, ticketId } = await masked('<p>gone 55667788</p>', '55667788');
    const [span] = await server.database.system((tx) =>
      tx.select().from(maskSpans).where(eq(maskSpans.maskId, maskId)),
    );
    await worker().keepVault();
    expect((await sealsOf()).find(({ sealId }) => sealId === span?.sealId)?.state).toBe('live');
    await post(`/masks/${maskId}/unmask.json`, { reason: 'x', expectedVersion: 2 });
    await worker().keepVault();
    expect((await sealsOf()).some(({ sealId }) => sealId === span?.sealId)).toBe(false);
    const { entry } = { entry: await entryOf(ticketId) };
    await mask(entry, '55667788');
    await desk.database.transaction({ serviceId: 'demo' }, (tx) =>
      tx.execute(sql`update tickets set spam = true, former = '{"status":"unassigned"}' where ticket_id = ${ticketId}`),
    );
    const { version } = await desk.as('admin1').ticket(ticketId);
    expect((await desk.as('admin1').delete(`tickets/${ticketId}.json`, { expectedVersion: version })).status).toBe(200);
    const before = (await sealsOf()).length;
    await worker().keepVault();
    expect((await sealsOf()).length).toBe(before - 1);
  });

  it('are worth nothing without the key, in another place, or with one of the two databases', async () => {
    const one = await masked('<p>first 10101010</p>', '10101010');
    const two = await masked('<p>second 20202020</p>', '20202020');
    const spans = await server.database.system((tx) => tx.select().from(maskSpans));
    const sealOf = (maskId: string) => spans.find((span) => span.maskId === maskId)?.sealId ?? '';
    const [from] = await vaultDatabase.system((tx) =>
      tx
        .select()
        .from(sealed)
        .where(eq(sealed.sealId, sealOf(one.maskId))),
    );
    const to = and(eq(sealed.serviceId, 'demo'), eq(sealed.sealId, sealOf(two.maskId)));
    const [kept] = await vaultDatabase.system((tx) => tx.select().from(sealed).where(to));
    const put = (row: typeof from) =>
      vaultDatabase.system((tx) => tx.update(sealed).set({ content: row?.content, wrapped: row?.wrapped }).where(to));
    await put(from);
    const moved = await post(`/masks/${two.maskId}/reveal.json`, { purpose: 'x' });
    expect([codeOf(moved), moved.text.includes('10101010')]).toEqual([[503, 'vault'], false]);
    await put(kept);
    for (const words of ['10101010', '20202020', one.ticketId, one.maskId]) {
      expect(await placesOf(vaultDatabase, words)).toEqual([]);
    }
    expect(await placesOf(server.database, '10101010')).toEqual([]);
    const strange = new Vault({
      open: async () => vaultDatabase,
      keys: keysFromText(writeKey(1, newKey()), 'k'),
      now: () => 0,
    });
    const ref = {
      sealId: sealOf(one.maskId),
      place: { serviceId: 'demo', ticketId: one.ticketId, entryId: one.entry.id, owner: one.maskId, version: 1 },
    };
    await expect(strange.read('demo', [ref])).rejects.toThrow();
    // Another master key: only what it wraps is written anew.
    const before = (await sealsOf()).filter(({ wrapped }) => wrapped);
    masterKeys.unshift(writeKey(2, newKey()));
    const turned = new Vault({ open: async () => vaultDatabase, keys, now: () => 0 });
    expect(await turned.rewrap()).toBe(before.length);
    masterKeys.pop();
    const after = await sealsOf();
    const contents = (rows: typeof after) =>
      rows.filter(({ wrapped }) => wrapped).map(({ content }) => Buffer.from(content).toString('hex'));
    expect(contents(after)).toEqual(contents(before));
    const only = new Vault({ open: async () => vaultDatabase, keys, now: () => 0 });
    expect((await only.read('demo', [ref])).get(ref.sealId)).toMatchObject({ text: '10101010' });
  });
});
