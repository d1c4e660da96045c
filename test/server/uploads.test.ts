import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attachments, drafts } from '../../demo/server/db/schema.js';
import { copyUploads } from '../../demo/server/services/file-copies.js';
import { forgetUploads } from '../../demo/server/services/uploads.js';
import { findSession } from '../../demo/server/services/context.js';
import { Worker } from '../../demo/server/services/worker.js';
import { MailMemory } from '../../demo/server/ports/mail-memory.js';
import { fileLimits, fileTypes } from '../../src/domain/files.js';
import type { Attachment } from '../../src/domain/types.js';
import type { Answer, Caller } from './support/caller.js';
import { beginnings, fileOf } from './support/files.js';
import { Desk } from './tickets/desk.js';

let desk: Desk;
let agent: Caller;
beforeAll(async () => {
  desk = await Desk.open();
  agent = await desk.caller('agent1');
});
afterAll(() => desk.close());

const holding = { status: 'processing', assignee: 'agent1', assigneeName: '이준호', groupId: 1 } as const;
const day = 24 * 3_600_000;

const store = async (name: string, inline = false, who = agent): Promise<Attachment> => {
  const answer = await who.upload(`/attachments.json${inline ? '?inline=true' : ''}`, fileOf(name));
  expect([answer.status, answer.body.header.resultMessage]).toEqual([201, '']);
  return answer.body.result.content;
};
const idOf = async (name: string, inline = false) => (await store(name, inline)).attachmentId;
const problems = ({ body }: Answer) =>
  body.result.contents.map(({ field, code }: { field: string; code: string }) => [field, code]);
const rowOf = async (id: string) =>
  (await desk.database.system((tx) => tx.select().from(attachments).where(eq(attachments.attachmentId, id))))[0];
const comment = async (ticketId: string, body: object) =>
  agent.post(`/tickets/${ticketId}/process.json`, { action: 'comment', html: '<p>참고</p>', ...body });

const forget = () => desk.database.system((tx) => forgetUploads(tx, desk.now));

describe('storing a file', () => {
  it.each(Object.keys(fileTypes) as (keyof typeof fileTypes)[])(
    'takes %s and gives it back as it was',
    async (ending) => {
      const stored = await store(`첨부.${ending}`);
      expect(stored).toEqual({
        attachmentId: expect.stringMatching(/^[0-9a-f]{32}$/),
        fileName: `첨부.${ending}`,
        contentType: fileTypes[ending],
        size: beginnings[ending].length,
        inline: false,
      });
      const response = await agent.open(`/attachments/${stored.attachmentId}`);
      expect(response.headers.get('Content-Type')).toBe(fileTypes[ending]);
      expect(response.headers.get('Content-Disposition')).toContain('attachment;');
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(beginnings[ending]);
    },
  );

  it.each([
    ['type', 'run.exe', 'MZ'],
    ['type', 'page.html', '<p>'],
    ['type', 'picture.svg', '<svg/>'],
    ['type', 'no ending', 'text'],
    ['content', 'picture.png', '<html><script>alert(1)</script>'],
    ['content', 'program.txt', 'MZ\0\0'],
    ['empty', 'nothing.txt', ''],
    ['name_too_long', `${'가'.repeat(96)}.txt`, 'text'],
  ])('refuses %s: %s', async (code, name, content) => {
    const answer = await agent.upload('/attachments.json', fileOf(name, content));
    expect([answer.status, problems(answer)]).toEqual([400, [['file', code]]]);
  });

  it('refuses what is no picture inside a text', async () => {
    const answer = await agent.upload('/attachments.json?inline=true', fileOf('a.pdf'));
    expect(problems(answer)).toEqual([['file', 'not_a_picture']]);
    expect((await store('a.png', true)).inline).toBe(true);
  });

  it('refuses what is too large, just at the limit and far beyond', async () => {
    for (const size of [fileLimits.size, fileLimits.size * 2]) {
      const answer = await agent.upload('/attachments.json', fileOf('a.txt', new Uint8Array(size).fill(65)));
      expect([answer.status, problems(answer)]).toEqual([413, [['file', 'too_large']]]);
      expect(answer.body.result.content).toEqual({ code: 'too_large', limit: fileLimits.size });
    }
    const most = await agent.upload('/attachments.json', fileOf('a.txt', new Uint8Array(fileLimits.size - 1).fill(65)));
    expect([most.status, most.body.result.content.size]).toEqual([201, fileLimits.size - 1]);
  });

  it('refuses what is no form, and a form without a file', async () => {
    expect((await agent.post('/attachments.json', { file: 'x' })).status).toBe(415);
    const broken = await agent.post('/attachments.json', 'x', { headers: { 'Content-Type': 'multipart/form-data' } });
    expect([broken.status, problems(broken)]).toEqual([400, [['file', 'required']]]);
  });

  it('keeps nothing of a name that leads elsewhere or hides something', async () => {
    const answer = await agent.upload('/attachments.json', fileOf('../..\u202e/a:b.txt', 'text'));
    expect(answer.body.result.content.fileName).toBe('_.._a_b.txt');
  });

  it('happens once for one key, and not for another file', async () => {
    const send = (content: string) =>
      agent.upload('/attachments.json', fileOf('once.txt', content), { key: 'one-upload' });
    const [first, second] = await Promise.all([send('one'), send('one')]);
    expect(second.body).toEqual(first.body);
    expect((await send('two')).body.result.content.code).toBe('idempotency_key_reused');
    const rows = await desk.database.system((tx) =>
      tx.select({ id: attachments.attachmentId }).from(attachments).where(eq(attachments.fileName, 'once.txt')),
    );
    expect(rows).toHaveLength(1);
    expect((await agent.upload('/attachments.json', fileOf('a.txt'), { key: null })).status).toBe(400);
  });

  it('shows a file to nobody else until it is used', async () => {
    const id = await idOf('mine.png');
    const other = await desk.caller('agent2');
    expect((await other.open(`/attachments/${id}`)).status).toBe(404);
    await comment(await desk.add({}, holding), { attachmentIds: [id] });
    expect((await other.open(`/attachments/${id}`)).status).toBe(200);
    const stranger = await desk.caller('jpagent', 'demojp');
    expect((await stranger.open(`/attachments/${id}`)).status).toBe(404);
  });
});

describe('files of an answer', () => {
  it('stand at its entry, those inside the text as such', async () => {
    const [list, picture, dropped] = [await idOf('list.pdf'), await idOf('a.png', true), await idOf('b.png', true)];
    const html = `<p>사진 <img src="cid:${picture}"></p>`;
    const answer = await comment(await desk.add({}, holding), { html, attachmentIds: [list, picture, dropped] });
    expect(answer.status).toBe(200);
    const { entry } = answer.body.result.content;
    expect(entry.html).toContain(`<img src="cid:${picture}"`);
    const files = new Map(entry.attachments.map((file: Attachment) => [file.attachmentId, file.inline]));
    expect(files).toEqual(
      new Map([
        [list, false],
        [picture, true],
      ]),
    );
    expect((await rowOf(dropped))?.ticketId).toBeNull();
  });

  it('go with it where the text shows them, named or not', async () => {
    const [inline, beside] = [await idOf('a.png', true), await idOf('b.png')];
    const html = `<img src="cid:${inline}"><img src="cid:${beside}">`;
    const answer = await comment(await desk.add({}, holding), { html, attachmentIds: [beside] });
    expect(answer.body.result.content.entry.attachments.every((file: Attachment) => file.inline)).toBe(true);
    expect(answer.body.result.content.entry.attachments).toHaveLength(2);
  });

  it('stay where they are when the text shows what the ticket has already', async () => {
    const id = await desk.add({}, holding);
    const picture = await idOf('a.png', true);
    const first = await comment(id, { html: `<img src="cid:${picture}">` });
    const quoted = await comment(id, { html: `<blockquote><img src="cid:${picture}"></blockquote>` });
    expect(quoted.body.result.content.entry.attachments).toEqual([]);
    expect((await rowOf(picture))?.entryId).toBe(first.body.result.content.entry.id);
  });

  it('are at most five beside those inside the text', async () => {
    const id = await desk.add({}, holding);
    const ids = await Promise.all(['1', '2', '3', '4', '5', '6'].map((name) => idOf(`${name}.txt`)));
    const refused = await comment(id, { attachmentIds: ids });
    expect([refused.status, problems(refused)]).toEqual([400, [['attachmentIds', 'too_many']]]);
    const picture = await idOf('a.png', true);
    const html = `<p>a</p><img src="cid:${picture}">`;
    expect((await comment(id, { html, attachmentIds: [...ids.slice(1), picture] })).status).toBe(200);
  });

  it('that are no pictures stand beside the text, whatever it says', async () => {
    const id = await desk.add({}, holding);
    const ids = await Promise.all(['1', '2', '3', '4', '5', '6'].map((name) => idOf(`${name}.pdf`)));
    const html = `<p>a</p>${ids.map((one) => `<img src="cid:${one}" alt="">`).join('')}`;
    expect(problems(await comment(id, { html }))).toEqual([['attachmentIds', 'too_many']]);
    const [one] = ids;
    const kept = await comment(id, { html: `<p>a <img src="cid:${one}" alt=""></p>` });
    expect(kept.body.result.content.entry.attachments[0]).toMatchObject({ attachmentId: one, inline: false });
  });

  it('are refused where they are too large together, those of the ticket that are shown once more too', async () => {
    const id = await desk.add({}, holding);
    const [large, quoted, small] = [await idOf('large.png', true), await idOf('quoted.png', true), await idOf('s.png')];
    await comment(id, { html: `<img src="cid:${quoted}" alt="">` });
    const grow = (size: number, file: string) =>
      desk.database.system((tx) => tx.update(attachments).set({ size }).where(eq(attachments.attachmentId, file)));
    await grow(15_000_000, large);
    await grow(15_000_000, quoted);
    const html = `<img src="cid:${large}" alt="">`;
    const both = await comment(id, { html: `${html}<img src="cid:${quoted}" alt="">` });
    expect(problems(both)).toEqual([['attachmentIds', 'too_large']]);
    const preview = await agent.post(`/tickets/${id}/preview.json`, {
      action: 'hold',
      html,
      attachmentIds: ['0'.repeat(32)],
    });
    expect(problems(preview)).toEqual([['attachmentIds', 'unknown']]);
    expect((await comment(id, { html, attachmentIds: [small] })).status).toBe(200);
  });

  it('are refused where the text shows what neither the agent nor the ticket has', async () => {
    const other = await desk.add({}, holding);
    const elsewhere = await idOf('a.png', true);
    await comment(other, { html: `<img src="cid:${elsewhere}" alt="">` });
    const answer = await comment(await desk.add({}, holding), { html: `<p>b <img src="cid:${elsewhere}" alt=""></p>` });
    expect(problems(answer)).toEqual([['html', 'unknown_file']]);
  });

  it('wait only up to a limit', async () => {
    const id = await idOf('waits.pdf');
    const size = (bytes: number) =>
      desk.database.system((tx) => tx.update(attachments).set({ size: bytes }).where(eq(attachments.attachmentId, id)));
    await size(fileLimits.waiting);
    expect(problems(await agent.upload('/attachments.json', fileOf('more.txt')))).toEqual([['file', 'no_room']]);
    expect((await (await desk.caller('agent2')).upload('/attachments.json', fileOf('more.txt'))).status).toBe(201);
    await size(9);
    expect((await agent.upload('/attachments.json', fileOf('more.txt'))).status).toBe(201);
  });

  it('are refused where they are another agent’s, used, or nothing', async () => {
    const id = await desk.add({}, holding);
    const others = (await store('a.txt', false, await desk.caller('agent2'))).attachmentId;
    const used = await idOf('a.txt');
    await comment(id, { attachmentIds: [used] });
    const abroad = (await store('a.txt', false, await desk.caller('jpagent', 'demojp'))).attachmentId;
    for (const attachmentId of [others, used, abroad, '0'.repeat(32)]) {
      const answer = await comment(id, { attachmentIds: [attachmentId] });
      expect([answer.status, problems(answer)]).toEqual([400, [['attachmentIds', 'unknown']]]);
    }
    expect((await comment(id, { attachmentIds: ['x'] })).status).toBe(400);
    expect((await rowOf(others))?.ticketId).toBeNull();
  });

  it('go with one of two answers that name them at once', async () => {
    const [one, two, file] = [await desk.add({}, holding), await desk.add({}, holding), await idOf('a.txt')];
    const answers = await Promise.all([one, two].map((id) => comment(id, { attachmentIds: [file] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('are copied for a text that is written once more', async () => {
    const id = await desk.add({}, holding);
    const file = await idOf('a.pdf');
    const { entry } = (await comment(id, { attachmentIds: [file] })).body.result.content;
    const copies = await desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
      const session = await findSession(tx, 'demo', 'agent1');
      if (!session) throw new Error('No agent');
      return copyUploads(tx, { session, now: desk.now, client: 'test' }, entry.id);
    });
    expect([...copies.keys()]).toEqual([file]);
    const again = await comment(id, { attachmentIds: [...copies.values()] });
    expect(again.body.result.content.entry.attachments[0]).toMatchObject({ fileName: 'a.pdf', inline: false });
  });
});

describe('files of a draft', () => {
  const keep = (ticketId: string, body: object) =>
    agent.put(`/tickets/${ticketId}/draft.json`, { html: '<p>쓰는 중</p>', seq: 0, ...body });
  const draftOf = async (ticketId: string) => (await agent.get(`/tickets/${ticketId}/draft.json`)).body.result.content;

  it('come back with it, beside those inside the text', async () => {
    const id = await desk.add({}, holding);
    const [list, picture] = [await store('list.pdf'), await store('a.png', true)];
    const html = `<p>쓰는 중 <img src="cid:${picture.attachmentId}"></p>`;
    const saved = await keep(id, { html, attachmentIds: [list.attachmentId, picture.attachmentId] });
    expect(saved.body.result.content.attachments).toEqual([list]);
    expect((await draftOf(id)).attachments).toEqual([list]);
    const repeated = await keep(id, { html, attachmentIds: [list.attachmentId, picture.attachmentId] });
    expect([repeated.status, repeated.body.result.content.seq]).toEqual([200, 1]);
    const other = await keep(id, { html });
    expect(other.body.result.content).toMatchObject({ mine: { attachments: [] }, other: { attachments: [list] } });
  });

  it('are left out where they are not there any more: the text is kept all the same', async () => {
    const id = await desk.add({}, holding);
    const saved = await keep(id, { attachmentIds: ['0'.repeat(32)] });
    expect([saved.status, saved.body.result.content.attachments]).toEqual([200, []]);
  });

  it('are gone from it when it is sent or given up', async () => {
    const id = await desk.add({}, holding);
    const file = await idOf('a.txt');
    await keep(id, { attachmentIds: [file] });
    await comment(id, { attachmentIds: [file], draftSeq: 1 });
    expect(await draftOf(id)).toMatchObject({ html: '', seq: 2, attachments: [] });
    const other = await desk.add({}, holding);
    await keep(other, { attachmentIds: [await idOf('b.txt')] });
    await agent.delete(`/tickets/${other}/draft.json`);
    expect(await draftOf(other)).toMatchObject({ html: '', attachments: [] });
  });

  it('stay as long as it does, and others go after a day', async () => {
    const id = await desk.add({}, holding);
    const kept = await idOf('kept.txt');
    const [given, unused, used] = [await idOf('given.txt'), await idOf('unused.txt'), await idOf('used.txt')];
    await comment(id, { attachmentIds: [used] });
    await keep(id, { attachmentIds: [kept] });
    await keep(id, { attachmentIds: [kept, given], seq: 1 });
    await keep(id, { attachmentIds: [kept], seq: 2 });
    desk.advance(day - 1);
    await forget();
    expect(await rowOf(unused)).toBeDefined();
    desk.advance(2);
    await forget();
    expect([await rowOf(unused), await rowOf(given)]).toEqual([undefined, undefined]);
    expect([(await rowOf(kept))?.attachmentId, (await rowOf(used))?.attachmentId]).toEqual([kept, used]);
    await desk.database.system((tx) => tx.update(drafts).set({ ended: true }).where(eq(drafts.ticketId, id)));
    // Among the earlier texts it can be had for a month.
    desk.advance(28 * day);
    await forget();
    expect(await rowOf(kept)).toBeDefined();
    desk.advance(2 * day);
    const worker = new Worker({ database: desk.database, mail: new MailMemory(), now: () => desk.now });
    await worker.start();
    await vi.waitFor(async () => expect(await rowOf(kept)).toBeUndefined(), 20_000);
    await worker.stop();
    agent = await desk.caller('agent1');
  });
});

describe('files of an earlier text', () => {
  it('are told with it, and stay when it gives way to one that comes back', async () => {
    const id = await desk.add({}, holding);
    const path = `/tickets/${id}`;
    const [first, second, picture] = [await idOf('first.pdf'), await store('second.pdf'), await idOf('a.png', true)];
    const { version } = await desk.as('agent1').ticket(id);
    const sent = await agent.post(`${path}/process.json`, {
      action: 'hold',
      html: '<p>하나</p>',
      expectedVersion: version,
      attachmentIds: [first],
    });
    const html = `<p>둘 <img src="cid:${picture}" alt=""></p>`;
    await agent.put(`${path}/draft.json`, { html, seq: 0, attachmentIds: [second.attachmentId] });
    const { mailId } = sent.body.result.content.entry.mail;
    expect((await agent.post(`${path}/mail/${mailId}/undo.json`, {})).status).toBe(200);
    const { content: back } = (await agent.get(`${path}/draft.json`)).body.result;
    expect([back.html, back.attachments[0].fileName]).toEqual(['<p>하나</p>', 'first.pdf']);
    desk.advance(2 * day);
    agent = await desk.caller('agent1');
    await forget();
    const [version2] = (await agent.get(`${path}/drafts.json`)).body.result.contents;
    expect(version2).toMatchObject({ html, attachments: [second] });
    expect(await rowOf(picture)).toBeDefined();
  });
});

describe('files of a field', () => {
  const set = async (id: string, expectedVersion: number, photos: unknown) =>
    agent.patch(`/tickets/${id}.json`, { expectedVersion, fields: { photos } });

  it('are told with the ticket, and go with the value', async () => {
    const id = await desk.add({ categoryId: 104 }, holding);
    const [one, two] = [await store('one.png'), await store('two.png')];
    const answer = await set(id, 1, [one.attachmentId, two.attachmentId]);
    expect(answer.body.result.content.fields.photos).toEqual([one.attachmentId, two.attachmentId]);
    expect(answer.body.result.content.files).toEqual(expect.arrayContaining([one, two]));
    const other = await desk.caller('agent2');
    expect((await other.open(`/attachments/${one.attachmentId}`)).status).toBe(200);
    const less = await set(id, 2, [two.attachmentId]);
    expect(less.body.result.content.files).toEqual([two]);
    expect((await other.open(`/attachments/${one.attachmentId}`)).status).toBe(404);
    const none = await set(id, 3, null);
    expect(none.body.result.content).not.toHaveProperty('files');
    const events = (await agent.get(`/tickets/${id}/events.json`)).body.result.contents.slice(1);
    expect(events.map(({ data }: { data: object }) => data)).toEqual(new Array(3).fill({ field: 'photos' }));
  });

  it('are refused where they are another agent’s', async () => {
    const id = await desk.add({ categoryId: 104 }, holding);
    const others = await store('a.png', false, await desk.caller('agent2'));
    const answer = await set(id, 1, others.attachmentId);
    expect([answer.status, problems(answer)]).toEqual([400, [['f.photos', 'unknown']]]);
    expect((await desk.as('agent1').ticket(id)).version).toBe(1);
  });
});
