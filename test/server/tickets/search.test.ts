import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  customers,
  fieldDefinitions,
  fieldTexts,
  messages,
  readMarks,
  tickets,
} from '../../../demo/server/db/schema.js';
import { sanitiseBody } from '../../../demo/server/services/sanitise.js';
import { whereOf } from '../../../demo/server/services/tickets/conditions-sql.js';
import { newTicketId } from '../../../demo/server/services/tickets/ticket-id.js';
import { periodOf, spanOf } from '../../../src/domain/periods.js';
import {
  noValue,
  searchFields,
  searchText,
  type ConditionValue,
  type Period,
  type SearchField,
  type SearchWhere,
} from '../../../src/domain/search.js';
import { channels, languages, priorities, reasons, statuses, type FieldValue } from '../../../src/domain/types.js';
import { Desk } from './desk.js';
import { dice, type Dice } from './dice.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.database.system(async (tx) => {
    const field = (
      code: string,
      type: 'text' | 'textarea' | 'checkbox' | 'date_period' | 'agree',
      encrypted = false,
    ) => {
      const options = type === 'checkbox' ? ['빨강', '파랑', '초록'] : null;
      return { serviceId: 'demo', code, owner: 'customer' as const, type, names: {}, options, encrypted, position: 90 };
    };
    await tx
      .insert(fieldDefinitions)
      .values([
        field('tMemo', 'text'),
        field('tColours', 'checkbox'),
        field('tStay', 'date_period'),
        field('tNews', 'agree'),
        field('tSecret', 'text', true),
        field('tLong', 'textarea'),
      ]);
    await tx.insert(customers).values(people.map((one) => ({ serviceId: 'demo', ...one })));
  });
  await fill(dice(11), 250);
});
afterAll(() => desk.close());

const day = 24 * 3_600_000;

const people = [
  { customerId: 901, name: '김하늘', email: 'haneul@mail.example', usercode: 'SKY-1', phone: '010-1234-5678' },
  { customerId: 902, name: '佐藤 葵', email: 'aoi@mail.example', usercode: null, phone: '+81 90 1234 5678' },
  { customerId: 903, name: 'Ärger ＡＢＣ', email: 'abc@mail.example', usercode: 'sky_12', phone: null },
];
const subjects = ['배송 문의', '배송지 변경', 'ﾊﾝｶｸの注文', '返金について', 'ORDER 100%_ok', ''];
const bodies = [
  '상품이 아직 안 왔어요. 언제쯤\n배송되나요?',
  'サイズが合いません',
  'Please cancel ORDER-77',
  '전동 퀵보드',
];

/** A ticket as the test knows it, to be searched in TypeScript. */
interface Known {
  readonly row: typeof tickets.$inferInsert & { readonly ticketId: string };
  readonly customer: (typeof people)[number] | undefined;
  readonly text: string;
  readonly isSeen: boolean;
}
const known: Known[] = [];

function someTicket(random: Dice): Known {
  const customer = random.pick([...people, undefined]);
  const status = random.pick(statuses);
  const createdAt = desk.now - random.upTo(300) * day;
  const fields: Record<string, FieldValue> = {};
  if (random.chance(0.5)) fields['tMemo'] = random.pick(['배송 메모', 'ＭＥＭＯ two', 'x']);
  if (random.chance(0.5)) fields['tColours'] = random.pick([['빨강'], ['빨강', '파랑'], ['초록']]);
  if (random.chance(0.5)) fields['tStay'] = random.pick(['2026-03-01 ~ 2026-03-05', '2026-03-05 ~ 2026-04-01']);
  if (random.chance(0.5)) fields['tNews'] = random.chance(0.5);
  if (random.chance(0.2)) fields['tSecret'] = '비밀번호';
  const row = {
    serviceId: 'demo',
    ticketId: newTicketId(createdAt + random.upTo(1000)),
    status,
    subject: random.pick(subjects),
    priority: random.pick(priorities),
    channel: random.pick(channels),
    language: random.pick(languages),
    categoryId: random.pick([null, 101, 102, 103, 104, 105]),
    handlingTypeId: random.pick([null, 101, 102, 104, 105]),
    groupId: random.pick([null, 1, 2]),
    assignee: status === 'unassigned' ? null : random.pick(['agent1', 'agent2']),
    creator: random.pick([null, 'agent1', 'admin1']),
    reason: random.pick([null, ...reasons]),
    resolution: random.pick([null, 'customer', 'internal'] as const),
    customerId: customer?.customerId ?? null,
    customerName: customer?.name ?? '',
    fields,
    createdAt,
    updatedAt: createdAt + random.upTo(20) * day,
    resolvedAt: random.chance(0.5) ? createdAt + random.upTo(20) * day : null,
  };
  return { row, customer, text: random.pick(bodies), isSeen: random.chance(0.4) };
}

async function fill(random: Dice, count: number): Promise<void> {
  const some = Array.from({ length: count }, () => someTicket(random));
  known.push(...some);
  await desk.database.system(async (tx) => {
    await tx.insert(tickets).values(some.map(({ row }) => row));
    await tx.insert(messages).values(
      some.map(({ row, text }) => ({
        serviceId: 'demo',
        ticketId: row.ticketId,
        kind: 'inquiry' as const,
        authorRole: 'customer' as const,
        authorName: '',
        at: row.createdAt,
        html: text,
        text,
      })),
    );
    await tx
      .insert(readMarks)
      .values(
        some
          .filter(({ isSeen }) => isSeen)
          .map(({ row }) => ({ serviceId: 'demo', ticketId: row.ticketId, usercode: 'agent1', version: 1, at: 1 })),
      );
  });
  await desk.database.analyse();
}

const form = (text: string) =>
  text
    .replace(/[\n\r\t]/g, ' ')
    .normalize('NFKC')
    .toLowerCase();
const holds = (text: string | null | undefined, needle: string) => form(text ?? '').includes(form(needle));
const digits = (text: string | null | undefined) => (text ?? '').replace(/\D/g, '');
const isNumber = (needle: string) => /^[-+(). \d]*$/.test(form(needle)) && digits(form(needle)).length >= 2;

/** Submission and handling types of the demo with what is below them. */
const branches: Record<string, number[]> = { 101: [101, 102, 103], 104: [104, 105, 106, 107] };
const handling: Record<string, number[]> = { 101: [101, 102, 103], 104: [104, 105, 106, 107] };

function textsOf({ row, customer, text }: Known): Record<string, string | null | undefined> {
  return {
    ticketId: row.ticketId,
    subject: row.subject,
    content: text,
    name: customer?.name,
    usercode: customer?.usercode,
    email: customer?.email,
    phone: customer?.phone,
  };
}

function holdsText(ticket: Known, field: string, needle: string): boolean {
  const byNumber = isNumber(needle) && digits(ticket.customer?.phone).includes(digits(form(needle)));
  if (field !== 'any') return holds(textsOf(ticket)[field], needle) || (field === 'phone' && byNumber);
  return byNumber || Object.values(textsOf(ticket)).some((text) => holds(text, needle));
}

function isIn(time: number | null | undefined, period: Period): boolean {
  const { from, to } = spanOf(period, desk.now, 'Asia/Seoul');
  return time != null && time >= (from ?? 0) && time <= (to ?? Infinity);
}

function meets(ticket: Known, field: string, value: ConditionValue): boolean {
  const { row } = ticket;
  const own = (row.fields as Record<string, FieldValue>)[field.slice(2)];
  if (field === 'f.tMemo') return holds(own as string, value as string);
  if (field === 'f.tColours') {
    const chosen = (own ?? []) as readonly string[];
    return (value as string[]).some((one) => (one === noValue ? chosen.length === 0 : chosen.includes(one)));
  }
  if (field === 'f.tNews') return (own === true) === value;
  if (field === 'f.tStay') {
    const [first = '', last = ''] = String(own ?? '').split(' ~ ');
    const { from = '', to = '9' } = value as Period;
    return own !== undefined && first <= to && last >= from;
  }
  const values = value as readonly string[];
  const among = (one: string | number | null | undefined) => values.includes(one == null ? noValue : String(one));
  switch (field as SearchField) {
    case 'created':
      return true;
    case 'updated':
      return isIn(row.updatedAt, value as Period);
    case 'resolved':
      return isIn(row.resolvedAt, value as Period);
    case 'category':
      return among(row.categoryId) || values.some((one) => branches[one]?.includes(row.categoryId ?? 0));
    case 'handlingType':
      return among(row.handlingTypeId) || values.some((one) => handling[one]?.includes(row.handlingTypeId ?? 0));
    case 'groups':
      return among(row.groupId);
    case 'status':
    case 'priority':
    case 'channel':
    case 'language':
    case 'assignee':
    case 'creator':
    case 'reason':
    case 'resolution':
      return among(row[field as 'status']);
    case 'customerId':
      return String(row.customerId) === value;
    default:
      return holdsText(ticket, field, value as string);
  }
}

/** What a search finds, by looking at every ticket. */
function found(q: string | undefined, where: SearchWhere, unread?: boolean): string[] {
  const { from, to } = periodOf({ q, where }, desk.now, 'Asia/Seoul') ?? { from: 0, to: null };
  return known
    .filter(({ row }) => row.createdAt >= (from ?? 0) && row.createdAt <= (to ?? Infinity))
    .filter((ticket) => !q || holdsText(ticket, 'any', q))
    .filter((ticket) => Object.entries(where).every(([field, value]) => meets(ticket, field, value)))
    .filter(({ isSeen }) => unread === undefined || isSeen !== unread)
    .map(({ row }) => row.ticketId)
    .sort();
}

const choices: Record<string, readonly string[]> = {
  status: statuses,
  priority: priorities,
  channel: channels,
  language: languages,
  category: ['101', '102', '104', '105', '999', noValue],
  handlingType: ['101', '104', '105', noValue],
  groups: ['1', '2', '3', noValue],
  assignee: ['agent1', 'agent2', 'nobody', noValue],
  creator: ['agent1', 'admin1', noValue],
  reason: [...reasons, noValue],
  resolution: ['customer', 'internal', noValue],
  'f.tColours': ['빨강', '파랑', '초록', noValue],
};
const needles = [
  '배송',
  '송되',
  '문의',
  'ハン',
  'ﾝｶ',
  '注文',
  'order',
  'ＯＲＤＥＲ',
  '77',
  '100%_',
  '0%',
  '_o',
  '하늘',
  'sky_1',
  'sky-1',
  '1234 56',
  '12345678',
  '@mail',
  '佐藤',
  'är',
  '언제쯤 배송',
  'T17',
  'me',
  'EM',
  '퀵보드',
];
const periods: readonly Period[] = [
  { from: '-30d' },
  { from: '-60d', to: '-5d' },
  { to: '2026-02-01' },
  { from: '2026-02-01 09:30', to: 'today' },
];

const valueOf = (field: string): fc.Arbitrary<ConditionValue> => {
  if (field === 'f.tNews') return fc.boolean();
  if (field === 'f.tStay')
    return fc.constantFrom({ from: '2026-03-05' }, { to: '2026-03-04' }, { from: '2026-03-06', to: '2026-05-01' });
  if (field === 'customerId') return fc.constantFrom('901', '90', '902');
  const kind = field === 'f.tMemo' ? 'text' : field === 'f.tColours' ? 'choice' : searchFields[field as SearchField];
  if (kind === 'choice') return fc.uniqueArray(fc.constantFrom(...choices[field]!), { minLength: 1, maxLength: 3 });
  return kind === 'text' ? fc.constantFrom(...needles) : fc.constantFrom(...periods);
};
const fields = [
  ...Object.keys(searchFields).filter((one) => one !== 'created'),
  'f.tMemo',
  'f.tColours',
  'f.tStay',
  'f.tNews',
];

async function search(q: string | undefined, where: SearchWhere, unread?: boolean) {
  const list = searchText({ view: 'all', q, where, unread, sort: 'createdAt', descending: true });
  return desk.as('agent1').get(`tickets.json?limit=200&${list}`);
}

async function ids(q: string | undefined, where: SearchWhere = {}, unread?: boolean): Promise<string[]> {
  const answer = await search(q, where, unread);
  expect({ q, where, status: answer.status }).toEqual({ q, where, status: 200 });
  return answer.contents.map((row) => row.ticketId as string).sort();
}

describe('a search finds what looking at every ticket finds', () => {
  it.each(fields)('by %s', async (field) => {
    await fc.assert(
      fc.asyncProperty(valueOf(field), async (value) => {
        expect({ value, ids: await ids(undefined, { [field]: value }) }).toEqual({
          value,
          ids: found(undefined, { [field]: value }),
        });
      }),
      { numRuns: 8 },
    );
  });

  it.each(needles)('by the free text "%s"', async (needle) => {
    expect(await ids(needle)).toEqual(found(needle, {}));
  });

  it('whether a text is looked up, or each ticket is asked for it', async () => {
    const places = ['any', 'content', 'subject', 'ticketId', 'name', 'usercode', 'email', 'phone'] as const;
    const viewer = { usercode: 'agent1', groups: [], now: desk.now, today: desk.now, timeZone: 'Asia/Seoul' };
    for (const of of places) {
      for (const holds of needles) {
        const asked = await desk.database.transaction({ serviceId: 'demo' }, (tx) =>
          tx
            .select({ id: tickets.ticketId })
            .from(tickets)
            .where(whereOf(tx, 'demo', [{ about: 'text', of, holds }], viewer)),
        );
        const wanted = known.filter((one) => holdsText(one, of, holds)).map(({ row }) => row.ticketId);
        expect({ of, holds, ids: asked.map(({ id }) => id).sort() }).toEqual({ of, holds, ids: wanted.sort() });
      }
    }
  });

  it('by several conditions, a text and what is unread', async () => {
    const where = fc
      .dictionary(fc.constantFrom(...fields), fc.constant(null), { minKeys: 1, maxKeys: 3 })
      .chain((some) => {
        return fc.record(Object.fromEntries(Object.keys(some).map((field) => [field, valueOf(field)])));
      });
    const q = fc.option(fc.constantFrom(...needles), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(q, where, fc.option(fc.boolean(), { nil: undefined }), async (text, some, unread) => {
        expect(await ids(text, some, unread)).toEqual(found(text, some, unread));
      }),
      { numRuns: 40 },
    );
  });

  it('and says how many there are', async () => {
    const searches: readonly SearchWhere[] = [{ status: ['pending', 'resolved'] }, { subject: '배송' }];
    for (const where of searches) {
      expect((await search(undefined, where)).result.total).toBe(found(undefined, where).length);
    }
  });

  it('page by page, from both ends, and from where one jumps to', async () => {
    const whole = await ids('배송');
    for (const sort of ['subject:asc', 'updatedAt:desc']) {
      const path = `tickets.json?limit=7&q=배송&sort=${sort}`;
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page = await desk.as('agent1').get(next === '' ? path : `${path}&cursor=${next}`);
        seen.push(...page.contents.map((row) => row.ticketId as string));
        next = page.result.next;
      }
      expect([seen.length, [...seen].sort()]).toEqual([whole.length, whole]);
      const middle = await desk.as('agent1').get(`${path}&at=0.5`);
      expect(seen).toEqual(expect.arrayContaining(middle.contents.map((row) => row.ticketId)));
    }
  });

  it('with a hundred values of one condition, on every page', async () => {
    const choices = ['빨강', ...Array.from({ length: 99 }, (_, number) => `아주긴선택지이름${number}`)];
    const list = searchText({ view: 'all', where: { 'f.tColours': choices }, sort: 'createdAt', descending: true });
    const first = await desk.as('agent1').get(`tickets.json?limit=3&${list}`);
    const address = `tickets.json?limit=3&${list}&cursor=${first.result.next}`;
    expect(address.length - list.length).toBeLessThan(500);
    const second = await desk.as('agent1').get(address);
    expect(second.status).toBe(200);
    const seen = [...first.contents, ...second.contents].map((row) => row.ticketId as string);
    const whole = found(undefined, { 'f.tColours': ['빨강'] });
    expect([new Set(seen).size, seen.every((id) => whole.includes(id))]).toEqual([6, true]);
  });

  it('among named tickets', async () => {
    const wanted = found('배송', { priority: ['high'] });
    const named = known.slice(0, 190).map(({ row }) => row.ticketId);
    const answer = await desk.as('agent1').get(`tickets.json?ids=${named.join(',')}&q=배송&priority=high`);
    expect(answer.contents.map((row) => row.ticketId).sort()).toEqual(wanted.filter((id) => named.includes(id)));
  });
});

describe('words of more tickets than are named', () => {
  const many = 3_400;
  beforeAll(async () => {
    // Every third of the newest and all of the oldest hold the one word, only the oldest the other.
    await desk.database.system(async (tx) => {
      await tx.execute(sql`
        insert into tickets (service_id, ticket_id, status, subject, channel, language, created_at, updated_at)
        select 'demojp', 'T' || (1700000000000 + n) || '00000', 'processing', case when n % 3 = 0 or n > 2300 then '頻出語 ' else 'その他 ' end
            || case when n > 2300 then '昔話 ' else '' end || n,
          'web', 'ja', ${desk.now}::bigint - n * 1000, ${desk.now}::bigint - n * 1000
        from generate_series(1, ${many}::int) n`);
    });
    await desk.database.analyse();
  });

  /** A ticket by its number above, which is its place in the list. */
  const idOf = (n: number) => `T${1_700_000_000_000 + n}00000`;
  const numbers = Array.from({ length: many }, (_, index) => index + 1);
  const list = (parameters: string) => desk.as('jpagent', 'demojp').get(`tickets.json?limit=50&${parameters}`);
  const idsIn = ({ contents }: Awaited<ReturnType<typeof list>>) => contents.map(({ ticketId }) => ticketId);

  it.each([
    ['near the beginning', '頻出語', numbers.filter((n) => n % 3 === 0 || n > 2300)],
    ['far down the order', '昔話', numbers.filter((n) => n > 2300)],
  ])('are found %s, page by page', async (_, word, held) => {
    const first = await list(`q=${word}`);
    expect(idsIn(first)).toEqual(held.slice(0, 50).map(idOf));
    const second = await list(`q=${word}&cursor=${first.result.next}`);
    expect(idsIn(second)).toEqual(held.slice(50, 100).map(idOf));
    const back = await list(`q=${word}&cursor=${second.result.previous}`);
    expect(idsIn(back)).toEqual(idsIn(first));
  });

  it('and where another condition leaves few', async () => {
    const answer = await list(`q=昔話&ticketId=${idOf(2_305).slice(1, 14)}`);
    expect([idsIn(answer), answer.result.total]).toEqual([[idOf(2_305)], 1]);
  });

  it('and each of the named tickets is asked, of which there are few', async () => {
    const some = [2_301, 2_302, 1].map(idOf);
    const answer = await list(`ids=${some.join(',')}&q=昔話`);
    expect(idsIn(answer)).toEqual(some.slice(0, 2));
  });

  it('and a list without a ticket has none, whatever was expected', async () => {
    for (const nothing of ['q=頻出語&subject=見当', 'q=昔話&subject=その他&name=頻出']) {
      const { contents, result } = await list(nothing);
      expect([contents, result.total, result.estimate]).toEqual([[], 0, null]);
      const middle = await list(`${nothing}&at=0.5`);
      expect(middle.contents).toEqual([]);
    }
  });

  it('and saved views tell about how long they are', async () => {
    const queries = ['view=all&q=頻出語', 'view=all', 'view=all&subject=2305', 'view=all&f.gone=ab'];
    const { contents } = await desk.as('jpagent', 'demojp').post('counts.json', { queries });
    const [common, whole, one, unknown] = contents as unknown as ({
      total: number | null;
      estimate: number | null;
    } | null)[];
    expect(common?.total).toBeNull();
    expect(common?.estimate).toBeGreaterThan(0);
    expect([whole, one, unknown]).toEqual([{ total: many, estimate: null }, { total: 1, estimate: null }, null]);
  });

  it('and the list tells about how long it is, or jumps there', async () => {
    const { total, estimate } = (await list('q=頻出語')).result;
    expect(total).toBeNull();
    expect(estimate).toBeGreaterThan(0);
    const end = await list('q=昔話&at=1');
    expect(idsIn(end).at(-1)).toBe(idOf(many));
    const middle = await list('q=昔話&at=0.5');
    expect(numbers.slice(2300).map(idOf)).toEqual(expect.arrayContaining(idsIn(middle)));
  });
});

describe('texts that are not there any more', () => {
  it('a changed message is found by what it says now', async () => {
    const ticketId = await desk.add({ body: sanitiseBody({ text: '주민번호 칠칠칠칠입니다' }) });
    expect(await ids('칠칠칠칠')).toEqual([ticketId]);
    await desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
      const one = and(eq(messages.serviceId, 'demo'), eq(messages.ticketId, ticketId));
      await tx.update(messages).set({ text: '주민번호 ●●●●입니다' }).where(one);
    });
    expect(await ids('칠칠칠칠')).toEqual([]);
    expect(await ids('칠칠')).toEqual([]);
    expect(await ids(undefined, { content: '칠칠' })).toEqual([]);
    expect(await ids('●●●●')).toEqual([ticketId]);
  });

  it('a customer is found by the new name, a subject by the new words, a deleted ticket by nothing', async () => {
    const customer = { name: '옛이름표', email: 'once@mail.example' };
    const ticketId = await desk.add({ customer, subject: '옛제목표' }, { spam: true, status: 'resolved' });
    const everywhere = (q: string) => desk.as('admin1').ids(`view=spam&q=${q}`);
    expect([await everywhere('옛이름'), await everywhere('옛제목')]).toEqual([[ticketId], [ticketId]]);
    await desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
      await tx.update(customers).set({ name: '새이름표' }).where(eq(customers.email, customer.email));
      await tx.update(tickets).set({ subject: '새제목표' }).where(eq(tickets.ticketId, ticketId));
    });
    expect([await everywhere('옛이름'), await everywhere('옛제목')]).toEqual([[], []]);
    expect([await everywhere('새이름'), await everywhere('새제목')]).toEqual([[ticketId], [ticketId]]);
    const { version } = await desk.as('admin1').ticket(ticketId);
    const deleted = await desk.as('admin1').delete(`tickets/${ticketId}.json`, { expectedVersion: version });
    expect(deleted.status).toBe(200);
    expect([await everywhere('새이름'), await everywhere('새제목')]).toEqual([[], []]);
    const left = await desk.database.system((tx) =>
      tx.execute(sql`select from search_heads where ticket_id = ${ticketId}`),
    );
    expect((left as unknown as { rows: unknown[] }).rows).toEqual([]);
  });
});

describe('another service', () => {
  it('has nothing of this one in its searches', async () => {
    const here = await desk.add({ subject: '단하나뿐인제목' });
    const there = await desk.add({ subject: '단하나뿐인제목' }, {}, 'demojp');
    expect(await ids('하나뿐인')).toEqual([here]);
    expect(await desk.as('jpagent', 'demojp').ids('q=하나뿐인')).toEqual([there]);
  });

  it.each(['', 'nowhere', "demo' or true --", 'demo'])('is not seen by the service "%s"', async (serviceId) => {
    await desk.add({ subject: '오직저기에' }, {}, 'demojp');
    const rows = await desk.database.transaction({ serviceId }, (tx) =>
      tx.execute(sql`select ids, about from search_tickets('any', '오직저기', 100)`),
    );
    const [row] = (rows as unknown as { rows: { ids: string[] | null }[] }).rows;
    expect(row?.ids ?? []).toEqual([]);
  });
});

describe('a search that cannot be made', () => {
  it.each([
    ['q=배', 'q', 'too_short'],
    ['q=ｶﾞ', 'q', 'too_short'],
    ['content=배', 'content', 'too_short'],
    ['f.tMemo=x', 'f.tMemo', 'too_short'],
    ['what=1', 'what', 'unknown'],
    ['f.nothing=ab', 'f.nothing', 'unknown'],
    ['f.tSecret=비밀', 'f.tSecret', 'unknown'],
    ['f.tMemo.in=ab', 'f.tMemo', 'invalid'],
    ['status=open', 'status', 'invalid'],
    ['category=books', 'category', 'invalid'],
    ['customerId=x', 'customerId', 'invalid'],
    ['from=-7m', 'from', 'period_too_long'],
    ['from=today&to=-2d', 'to', 'invalid'],
    ['updated=yesterday~', 'updated', 'invalid'],
    ['updated=2026-05-01~2026-01-01', 'updated', 'invalid'],
    ['f.tStay.during=today~-1d', 'f.tStay', 'invalid'],
    ['f.tMemo=ab&f.tMemo.in=ab', 'f.tMemo.in', 'invalid'],
    ['sort=f.tSecret:asc', 'sort', 'unknown'],
  ])('%s is refused, with the field and what to do', async (query, field, code) => {
    const answer = await desk.as('agent1').get(`tickets.json?${query}`);
    expect([answer.status, answer.contents[0]?.['field'], answer.contents[0]?.['code']]).toEqual([400, field, code]);
    expect(String(answer.contents[0]?.['message']).length).toBeGreaterThan(5);
  });

  it('is refused with a cursor of another search', async () => {
    const { next } = (await desk.as('agent1').get('tickets.json?limit=1&q=배송')).result;
    const answer = await desk.as('agent1').get(`tickets.json?limit=1&q=문의&cursor=${next}`);
    expect([answer.status, answer.contents[0]?.['code']]).toEqual([400, 'other_list']);
  });
});

describe('own fields', () => {
  it('are searched to the end of a long text, however it changes', async () => {
    const long = (end: string) => `${'앞에 있는 말 '.repeat(100)}${end}`;
    const ticketId = await desk.add({ fields: { tLong: long('마지막꼬리') } });
    expect(await ids(undefined, { 'f.tLong': '지막꼬' })).toEqual([ticketId]);
    const set = (fields: Record<string, FieldValue>) =>
      desk.database.system((tx) => tx.update(tickets).set({ fields }).where(eq(tickets.ticketId, ticketId)));
    await set({ tLong: long('새로운꼬리') });
    expect(await ids(undefined, { 'f.tLong': '지막꼬' })).toEqual([]);
    expect(await ids(undefined, { 'f.tLong': '로운꼬' })).toEqual([ticketId]);
    const encrypted = (is: boolean) =>
      desk.database.system((tx) =>
        tx.update(fieldDefinitions).set({ encrypted: is }).where(eq(fieldDefinitions.code, 'tLong')),
      );
    await encrypted(true);
    const left = await desk.database.system((tx) => tx.select().from(fieldTexts).where(eq(fieldTexts.code, 'tLong')));
    expect(left).toEqual([]);
    await encrypted(false);
    expect(await ids(undefined, { 'f.tLong': '로운꼬' })).toEqual([ticketId]);
    await set({});
    expect(await ids(undefined, { 'f.tLong': '로운꼬' })).toEqual([]);
  });

  it('come with the rows that ask for them, but for encrypted ones and those that are not there', async () => {
    const ticketId = await desk.add({ fields: { tMemo: '보이는 값', tSecret: '비밀번호' } });
    const path = `tickets.json?ids=${ticketId}`;
    const [row] = (await desk.as('agent1').get(`${path}&fields=tMemo,tNews,tSecret,gone`)).contents;
    expect(row?.fields).toEqual({ tMemo: '보이는 값', tNews: null });
    expect((await desk.as('agent1').get(path)).contents[0]).not.toHaveProperty('fields');
    const listed = (await desk.as('agent1').get('tickets.json?limit=1&sort=createdAt:desc&fields=tMemo')).contents[0];
    expect(listed?.fields).toHaveProperty('tMemo');
  });
});
