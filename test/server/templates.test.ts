import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilledTemplate, Template } from '../../src/domain/templates.js';
import { auditLog } from '../../demo/server/db/schema.js';
import { forgetUploads } from '../../demo/server/services/uploads.js';
import { fileOf } from './support/files.js';
import { Desk, type Answer, type Client } from './tickets/desk.js';

describe('templates', () => {
  let desk: Desk;
  const agent = () => desk.as('agent1');
  const admin = () => desk.as('admin1');

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  let named = 0;
  const draft = (more: object = {}) => ({
    name: `안내 ${++named}`,
    code: null,
    handlingTypeId: null,
    shared: false,
    html: '<p>안녕하세요.</p>',
    ...more,
  });
  const add = (who: Client, more: object = {}) => who.post('templates.json', draft(more));
  const one = ({ content }: Answer) => content as unknown as Template;
  const list = async (who: Client) => (await who.get('templates.json')).contents as unknown as Template[];
  const problems = ({ contents }: Answer) => contents.map(({ field, code }) => [field, code] as unknown);

  it('of the demo are there in three languages, some by handling type and with codes', async () => {
    const templates = await list(agent());
    expect(templates.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['환불 절차와 기간', '返金のご案内', 'Order on its way', '마무리 인사']),
    );
    expect(templates.find(({ code }) => code === 'refund')?.html).toContain('<table');
    expect(templates.find(({ code }) => code === 'refund')?.handlingTypeId).not.toBeNull();
  });

  it('are seen by their owner, the shared ones by everybody in the service', async () => {
    const own = one(await add(agent()));
    const shared = one(await add(admin(), { shared: true }));
    expect(own).toMatchObject({ owner: 'agent1', used: 0, version: 1, updatedAt: desk.now });
    expect(shared.owner).toBeNull();
    const ids = async (who: Client) => (await list(who)).map(({ templateId }) => templateId);
    expect(await ids(agent())).toEqual(expect.arrayContaining([own.templateId, shared.templateId]));
    expect(await ids(desk.as('agent2'))).not.toContain(own.templateId);
    expect(await ids(desk.as('agent2'))).toContain(shared.templateId);
    expect(await ids(desk.as('jpadmin', 'demojp'))).not.toContain(shared.templateId);
  });

  it('are changed by those who may, on the version that they saw', async () => {
    const own = one(await add(agent()));
    const path = `templates/${own.templateId}.json`;
    const changed = await agent().patch(path, { ...draft(), expectedVersion: 1, name: '새 이름' });
    expect(one(changed)).toMatchObject({ name: '새 이름', version: 2 });
    const late = await agent().patch(path, { ...draft(), expectedVersion: 1 });
    expect([late.status, late.content['code'], late.content['name']]).toEqual([409, 'version_conflict', '새 이름']);
    expect((await desk.as('agent2').patch(path, { ...draft(), expectedVersion: 2 })).status).toBe(404);
    expect((await admin().delete(path, { expectedVersion: 2 })).status).toBe(404);
    expect((await agent().delete(path, { expectedVersion: 1 })).status).toBe(409);
    expect((await agent().delete(path, { expectedVersion: 2 })).status).toBe(200);
    expect((await agent().delete(path, { expectedVersion: 2 })).status).toBe(404);
  });

  it('that are shared are the business of administrators', async () => {
    expect((await add(agent(), { shared: true })).status).toBe(403);
    const own = one(await add(agent()));
    const share = { ...draft(), expectedVersion: 1, shared: true };
    expect((await agent().patch(`templates/${own.templateId}.json`, share)).status).toBe(403);
    const shared = one(await add(admin(), { shared: true }));
    const path = `templates/${shared.templateId}.json`;
    expect((await agent().patch(path, { ...draft(), expectedVersion: 1 })).status).toBe(403);
    expect((await agent().delete(path, { expectedVersion: 1 })).status).toBe(403);
    expect((await admin().delete(path, { expectedVersion: 1 })).status).toBe(200);
  });

  it('that are shared are written down when they change, own ones are not', async () => {
    const noted = async () =>
      (await desk.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id))).map(({ kind, data }) => [
        kind,
        data,
      ]);
    const before = (await noted()).length;
    await add(admin());
    const { templateId } = one(await add(admin(), { shared: true }));
    const path = `templates/${templateId}.json`;
    await admin().patch(path, { ...draft({ shared: true }), expectedVersion: 1 });
    await admin().delete(path, { expectedVersion: 2 });
    const shared = true;
    expect((await noted()).slice(before)).toEqual([
      ['template_kept', { templateId, version: 1, shared }],
      ['template_kept', { templateId, version: 2, shared }],
      ['template_removed', { templateId, version: 2, shared }],
    ]);
  });

  it('have codes that mean one template to everybody who sees it', async () => {
    await add(agent(), { code: 'Mine' });
    const taken = [['code', 'taken']];
    expect(problems(await add(agent(), { code: 'mine' }))).toEqual(taken);
    expect((await add(desk.as('agent2'), { code: 'mine' })).status).toBe(201);
    expect(problems(await add(admin(), { code: 'MINE', shared: true }))).toEqual(taken);
    await add(admin(), { code: '모두', shared: true });
    expect(problems(await add(agent(), { code: '모두' }))).toEqual(taken);
    const both = await Promise.all([add(agent(), { code: 'race' }), add(agent(), { code: 'race' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
    const own = one(await add(agent(), { code: 'kept' }));
    const again = { ...draft({ code: 'kept' }), expectedVersion: 1 };
    expect((await agent().patch(`templates/${own.templateId}.json`, again)).status).toBe(200);
  });

  it.each([
    ['an empty name', { name: '  ' }, 'name'],
    ['a long name', { name: 'x'.repeat(101) }, 'name'],
    ['a long code', { code: 'x'.repeat(21) }, 'code'],
    ['a code with a space', { code: 'a b' }, 'code'],
    ['no text', { html: '<p> </p>' }, 'html'],
    ['a long text', { html: 'x'.repeat(100_001) }, 'html'],
    ['an unknown handling type', { handlingTypeId: 9999 }, 'handlingTypeId'],
    ['a handling type of another service', { handlingTypeId: 201 }, 'handlingTypeId'],
  ])('are refused with %s', async (_what, more, field) => {
    const answer = await add(agent(), more);
    expect([answer.status, answer.contents[0]?.['field']]).toEqual([400, field]);
  });

  it('are kept clean', async () => {
    const html = '<p onclick="x()" style="color: #ff0000; position: fixed">빨강</p><script>x()</script>';
    expect(one(await add(agent(), { html })).html).toBe('<p style="color: #ff0000">빨강</p>');
  });

  it('are filled with what the ticket has, as text, and tell what it has not', async () => {
    const customer = { name: '<i>한</i> & 지우', email: 'jiwoo@customer.example' };
    const ticketId = await desk.add({ customer, subject: '{{agent.name}}' });
    const html =
      '<p>{{customer.name}}: {{ ticket.id }}, {{ticket.subject}}, {{agent.name}}, {{agent.group}}, {{service.name}}, {{customer.phone}}, {{other}}</p><a href="https://x.example/{{ticket.id}}">{{customer.email}}</a>';
    const { templateId } = one(await add(agent(), { html }));
    const fill = () => agent().post(`templates/${templateId}/fill.json`, { ticketId });
    const { content } = await fill();
    const filled = content as unknown as FilledTemplate;
    expect(filled.html).toContain(
      `<p>&lt;i&gt;한&lt;/i&gt; &amp; 지우: ${ticketId}, {{agent.name}}, 이준호, 주문·배송, 하늘상점 고객센터, {{customer.phone}}, {{other}}</p>`,
    );
    expect(filled.html).toContain('>jiwoo@customer.example</a>');
    expect(filled.missing).toEqual(['customer.phone']);
    await fill();
    const after = (await list(agent())).find((template) => template.templateId === templateId);
    expect(after).toMatchObject({ used: 2, version: 1 });
  });

  it('are filled with what a ticket that is being written has so far, and are counted', async () => {
    const html = '<p>{{customer.name}}: {{ticket.subject}}, {{agent.name}}, {{service.name}}, {{ticket.id}}</p>';
    const { templateId } = one(await add(agent(), { html }));
    const values = { 'customer.name': '<i>한</i>\n지우', 'agent.name': '남의 이름', 'ticket.id': 'T1' };
    const { content } = await agent().post(`templates/${templateId}/fill.json`, { values });
    expect(content).toEqual({
      templateId,
      html: '<p>&lt;i&gt;한&lt;/i&gt; 지우: {{ticket.subject}}, 이준호, 하늘상점 고객센터, {{ticket.id}}</p>',
      missing: ['ticket.subject', 'ticket.id'],
    });
    expect((await list(agent())).find((template) => template.templateId === templateId)?.used).toBe(1);
  });

  it('are filled for those who see both template and ticket', async () => {
    const ticketId = await desk.add();
    const { templateId } = one(await add(agent()));
    const path = `templates/${templateId}/fill.json`;
    expect((await desk.as('agent2').post(path, { ticketId })).status).toBe(404);
    expect((await agent().post(path, { ticketId: ticketId.replace(/.$/, '!') })).status).toBe(400);
    const foreign = await desk.add({}, {}, 'demojp');
    expect((await agent().post(path, { ticketId: foreign })).status).toBe(404);
    expect(
      (await agent().get('templates.json')).contents.find((one) => one['templateId'] === templateId),
    ).toMatchObject({ used: 0 });
  });

  it('show their pictures in every answer, and to everybody who sees them', async () => {
    const page = await desk.caller('admin1');
    const upload = await page.upload('/attachments.json?inline=true', fileOf('logo.png'));
    const uploaded = upload.body.result.content.attachmentId as string;
    const shared = one(
      await add(admin(), { shared: true, html: `<p>로고 <img src="cid:${uploaded}" alt="로고"></p>` }),
    );
    const pictureIn = (html: unknown) => /cid:([0-9a-f]{32})/.exec(String(html))?.[1] ?? '';
    const kept = pictureIn(shared.html);
    desk.advance(2 * 24 * 3_600_000);
    await desk.database.system((tx) => forgetUploads(tx, desk.now));
    const read = async (who: string, id: string, serviceId: 'demo' | 'demojp' = 'demo') =>
      (await (await desk.caller(who, serviceId)).open(`/attachments/${id}`)).status;
    expect([await read('agent2', kept), await read('jpadmin', kept, 'demojp')]).toEqual([200, 404]);
    for (const usercode of ['agent1', 'agent2']) {
      const holding = { status: 'processing', assignee: usercode, assigneeName: usercode } as const;
      const ticketId = await desk.add({}, holding);
      const who = desk.as(usercode);
      const filled = await who.post(`templates/${shared.templateId}/fill.json`, { ticketId });
      const answer = await who.act(ticketId, 'process', { action: 'resolve', html: filled.content['html'] });
      const entry = answer.content['entry'] as { html: string; attachments: { attachmentId: string }[] };
      expect(entry.attachments.map(({ attachmentId }) => attachmentId)).toEqual([pictureIn(entry.html)]);
      expect(pictureIn(entry.html)).not.toBe(kept);
    }
    const path = `templates/${shared.templateId}.json`;
    const html = shared.html.replace('로고', '새 로고');
    const changed = one(await admin().patch(path, { ...draft({ shared: true, html }), expectedVersion: 1 }));
    expect(pictureIn(changed.html)).toBe(kept);
    await admin().patch(path, { ...draft({ shared: true }), expectedVersion: 2 });
    expect(await read('admin1', kept)).toBe(404);
    const lost = await add(admin(), { html: shared.html });
    expect(problems(lost)).toEqual([['html', 'unknown_file']]);
  });

  it('with pictures are nobody else’s business, and go with all they have', async () => {
    const page = await desk.caller('agent1');
    const upload = await page.upload('/attachments.json?inline=true', fileOf('own.png'));
    const html = `<p>내 것 <img src="cid:${upload.body.result.content.attachmentId}" alt=""></p>`;
    const own = one(await add(agent(), { html }));
    const picture = /cid:([0-9a-f]{32})/.exec(own.html)?.[1] ?? '';
    expect((await page.open(`/attachments/${picture}`)).status).toBe(200);
    expect((await (await desk.caller('agent2')).open(`/attachments/${picture}`)).status).toBe(404);
    expect(problems(await add(desk.as('agent2'), { html: own.html }))).toEqual([['html', 'unknown_file']]);
    await agent().delete(`templates/${own.templateId}.json`, { expectedVersion: 1 });
    expect((await page.open(`/attachments/${picture}`)).status).toBe(404);
  });
});
