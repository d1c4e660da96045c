import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type fieldTypes } from '../../src/domain/fields.js';
import type { Settings } from '../../src/domain/types.js';
import { seedTickets } from '../../demo/seed/seed.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.database.system((tx) => seedTickets(tx, { tickets: 120, now: server.clock.now }));
});
afterAll(() => server.close());

const settingsOf = async (usercode: string, serviceId: 'demo' | 'demojp' | 'demoissue') =>
  (await (await server.as(usercode, serviceId)).get('/settings.json')).body.result.content as Settings;

describe('fields of a service', () => {
  it('are told in order, with names, choices and the types that have them', async () => {
    const { fields, conditions, bulkLimit } = await settingsOf('agent1', 'demo');
    expect(fields.map(({ code }) => code).slice(0, 3)).toEqual(['orderNo', 'productGroup', 'deliveryDate']);
    expect(fields[0]).toMatchObject({
      owner: 'customer',
      type: 'text',
      names: { ko: '주문번호' },
      options: null,
      length: 20,
    });
    expect(fields[0]?.categories).toContain(101);
    expect(fields.find(({ code }) => code === 'refundAccount')?.encrypted).toBe(true);
    expect(conditions).toContain('created');
    expect(bulkLimit).toBe(10_000);
  });

  it('say what stands at them, in each language, and only what is safe to show', async () => {
    const { fields } = await settingsOf('agent1', 'demo');
    const of = (code: string) => fields.find((field) => field.code === code);
    expect(of('orderNo')?.placeholders).toEqual({
      ko: '예: 20260512-123456',
      ja: '例: 20260512-123456',
      en: 'Such as 20260512-123456',
    });
    expect(of('refundNote')).toMatchObject({ type: 'caption', encrypted: false });
    expect(of('refundNote')?.hints?.ja).toContain('<ul><li>口座名義は');
    expect(of('photos')).toMatchObject({ type: 'file', required: false });
    expect(of('privacyAgree')?.hints?.en).toContain('<a href="https://shop.example/privacy">');
    expect(of('department')).toMatchObject({ hints: {}, placeholders: {} });
  });

  it('have beside them the numbers of the service that are personal, which its administrators keep', async () => {
    const path = '/admin/mask-patterns.json';
    const admin = await server.as('admin1');
    const put = (patterns: object) => admin.put(path, { patterns });
    const kept = [{ label: '사원번호', pattern: 'EMP-######' }];
    expect((await put(kept)).body.result.contents).toEqual(kept);
    const bad = await put([...kept, { label: 'x', pattern: '##' }, { label: 'y', pattern: '?????' }]);
    expect([bad.status, bad.body.result.contents]).toEqual([
      400,
      [
        { field: 'patterns.1.pattern', code: 'pattern_short', message: expect.stringContaining('at least four signs') },
        { field: 'patterns.2.pattern', code: 'pattern_vague', message: expect.stringContaining('three digits') },
      ],
    ]);
    expect((await put(Array.from({ length: 21 }, () => kept[0]))).status).toBe(400);
    expect((await settingsOf('agent1', 'demo')).maskPatterns).toEqual(kept);
    expect((await settingsOf('jpagent', 'demojp')).maskPatterns).toEqual([]);
    const agent = await server.as('agent1');
    expect([(await agent.get(path)).status, (await agent.put(path, { patterns: [] })).status]).toEqual([403, 403]);
    const { contents: lines } = (await admin.get('/audit.json?kinds=patterns_kept')).body.result;
    expect(lines.map(({ data }: { data: object }) => data)).toEqual([{ patterns: ['EMP-######'] }]);
  });

  it('belong to one service', async () => {
    const codes = async (usercode: string, serviceId: 'demojp' | 'demoissue') =>
      (await settingsOf(usercode, serviceId)).fields.map(({ code }) => code);
    expect(await codes('jpagent', 'demojp')).not.toContain('refundAccount');
    expect(await codes('issue1', 'demoissue')).toContain('appVersion');
  });

  it('have values of their type on the demo’s tickets, and encrypted ones have none', async () => {
    const { fields } = await settingsOf('admin1', 'demo');
    const codes = fields.map(({ code }) => code).join(',');
    const admin = await server.as('admin1');
    const rows = (await admin.get(`/tickets.json?limit=200&fields=${codes}`)).body.result.contents;
    const form: Partial<Record<(typeof fieldTypes)[number], RegExp>> = {
      date: /^\d{4}-\d\d-\d\d$/,
      datetime: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
      date_period: /^\d{4}-\d\d-\d\d ~ \d{4}-\d\d-\d\d$/,
    };
    const hasValues = { caption: false, file: false } as Partial<Record<(typeof fieldTypes)[number], boolean>>;
    for (const { code, type, options, encrypted } of fields) {
      const values = rows.flatMap((row: { fields: Record<string, unknown> }) => row.fields[code] ?? []);
      expect([code, values.length > 0]).toEqual([code, !encrypted && hasValues[type] !== false]);
      if (options) expect(options).toEqual(expect.arrayContaining(values));
      for (const value of values) if (form[type]) expect(value).toMatch(form[type]);
    }
  });
});
