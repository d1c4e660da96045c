import pg from 'pg';

/** An own field that a tenth of the tickets have. */
export const ownField = 'region';

const columns = `service_id, ticket_id, status, spam, subject, priority, channel, language, group_id, group_name, assignee,
  assignee_name, customer_id, customer_name, customer_email, customer_phone, customer_usercode,
  category_id, category_name, handling_type_id, handling_type_name,
  creator, creator_name, reason, starred, fields, created_at, updated_at, resolved_at, resolved_by, resolution`;

const nameOf = (table: string, key: string, number: string) =>
  `coalesce((select name from ${table} where service_id = $1 and ${key} = ${number}), '')`;

/** Shares of a busy desk: most tickets are done, a few hundred in a million wait. All came within half a year. */
const values = `
  select $1, 'T' || lpad((1700000000000 + n)::text, 13, '0') || lpad(to_hex(n % 1048576), 5, '0'),
    s.status::ticket_status, n % 500 = 0, '주문 문의 ' || n || ' 配送のお問い合わせ', (array['low','normal','normal','normal','high','urgent'])[1 + n % 6]::ticket_priority,
    (array['web','mail','phone','chat'])[1 + n % 4]::ticket_channel, (array['ko','ko','ja','en'])[1 + n % 4]::language,
    1 + n % 3, (array['주문·배송','결제·환불','회원·기술'])[1 + n % 3],
    case when s.status = 'unassigned' then null else a.usercode end, case when s.status = 'unassigned' then '' else a.name end,
    1 + n % 50000, '고객 ' || n % 50000, 'user' || n % 50000 || '@mail.example', '010-' || lpad((n % 50000)::text, 4, '0') || '-' || lpad((n % 9973)::text, 4, '0'),
    'user' || n % 50000, 101 + n % 15, ${nameOf('categories', 'category_id', '101 + n % 15')},
    case when n % 3 = 0 then 101 + n % 11 end, case when n % 3 = 0 then ${nameOf('handling_types', 'handling_type_id', '101 + n % 11')} else '' end,
    case when n % 40 = 0 then a.usercode end, case when n % 40 = 0 then a.name else '' end,
    case when n % 2000 = 4 then 'duplicate'::resolution_reason end, n % 97 = 0,
    case when n % 10 = 0 then jsonb_build_object('${ownField}', (array['서울','부산','대구','인천'])[1 + n % 4]) else '{}'::jsonb end,
    $3::bigint - n * $4::bigint, $3::bigint - n * ($4::bigint - 3),
    case when s.status in ('resolved','completed') then $3::bigint - n * ($4::bigint - 4) end,
    case when s.status in ('resolved','completed') then a.usercode end,
    case when s.status in ('resolved','completed') then 'customer' end
  from generate_series(1, $2::int) n,
    lateral (select case when n % 400 = 1 then 'unassigned' when n % 150 = 2 then 'processing' when n % 300 = 3 then 'pending'
      when n % 10 = 4 then 'resolved' else 'completed' end as status) s,
    lateral (select (array['admin1','agent1','agent2'])[1 + n % 3] as usercode, (array['김서연','이준호','박지민'])[1 + n % 3] as name) a`;

/** In every third message, and in one of twenty thousand. */
export const words = {
  common: '배송',
  commonPhrase: '배송이 아직',
  rare: '퀵보',
  rarePhrase: '전동 퀵보드',
} as const;

const texts = `
  select $1, ticket_id, 'inquiry', 'customer', customer_name, created_at, '', (array[
    '안녕하세요. 주문한 상품의 배송이 아직 시작되지 않았습니다. 언제 받을 수 있나요?',
    '결제는 되었는데 주문 내역이 보이지 않습니다. 확인 부탁드립니다.',
    '届いた商品のサイズが合いませんでした。交換をお願いできますか。'])[1 + n % 3] || ' ' || n || case when n % 20000 = 7 then ' 전동 퀵보드' else '' end ||
    (array[' 빠른 답변 기다리겠습니다.',' 사진을 함께 보냅니다.',' よろしくお願いいたします。',' Thank you for your help.'])[1 + n % 4]
  from (select *, row_number() over () as n from tickets where service_id = $1) numbered`;

/** Services with so many tickets each, copied from the demo's service without its tickets. */
export async function fill(url: string, sizes: readonly number[], now: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await withoutIndexes(client, url, async () => {
      for (const size of sizes) await fillService(client, size, now);
    });
    await client.query('vacuum');
  } finally {
    await client.end();
  }
}

/** Half a year, spread over the tickets. */
const halfYear = 180 * 24 * 3_600_000;

async function fillService(client: pg.Client, size: number, now: number): Promise<void> {
  const service = serviceOf(size);
  const copied = ['services', 'groups', 'agents', 'agent_groups', 'categories', 'handling_types'];
  for (const table of copied) await copy(client, table, service);
  await client.query(
    `insert into field_definitions (service_id, code, owner, type, names, position) values ($1, $2, 'customer', 'dropdown', '{"ko":"지역"}', 1)`,
    [service, ownField],
  );
  await client.query(`insert into tickets (${columns}) ${values}`, [service, size, now, Math.floor(halfYear / size)]);
  await client.query(
    `insert into ticket_values (service_id, ticket_id, code, value)
     select service_id, ticket_id, $2, fields ->> $2 from tickets where service_id = $1 and fields <> '{}'::jsonb`,
    [service, ownField],
  );
  await client.query(
    `insert into messages (service_id, ticket_id, kind, author_role, author_name, at, html, text) ${texts}`,
    [service],
  );
}

/** What is told row by row is filled in as a whole instead. */
const rowTriggers = ['tickets_named', 'tickets_values_added', 'tickets_texts_added'];

/** Building an index once is far quicker than keeping it during a million inserts. */
async function withoutIndexes(client: pg.Client, url: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select relname as name, pg_get_indexdef(indexrelid) as made from pg_index join pg_class on pg_class.oid = indexrelid
     where indrelid in ('tickets'::regclass, 'messages'::regclass, 'search_heads'::regclass, 'ticket_values'::regclass) and not indisprimary
     order by relam desc`,
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  for (const name of rowTriggers) await client.query(`alter table tickets disable trigger ${name}`);
  await work();
  for (const name of rowTriggers) await client.query(`alter table tickets enable trigger ${name}`);
  await build(
    url,
    rows.map(({ made }) => made),
  );
}

/** Builds indexes two at a time: those of texts take most of the time and none of them more than one processor. */
async function build(url: string, statements: readonly string[]): Promise<void> {
  const waiting = [...statements];
  const builder = async () => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(`set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 0`);
      for (let next = waiting.shift(); next; next = waiting.shift()) await client.query(next);
    } finally {
      await client.end();
    }
  };
  await Promise.all([builder(), builder()]);
}

/** Name of the service that has so many tickets. */
export function serviceOf(size: number): string {
  return `size${size}`;
}

async function copy(client: pg.Client, table: string, service: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and column_name <> 'service_id' and is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query(
    `insert into "${table}" (service_id, ${names}) select $1, ${names} from "${table}" where service_id = 'demo'`,
    [service],
  );
}
