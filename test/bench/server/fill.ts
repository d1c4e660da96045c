import pg from 'pg';

const columns = `service_id, ticket_id, status, spam, subject, priority, channel, language, group_id, group_name, assignee,
  assignee_name, customer_id, customer_name, starred, created_at, updated_at, resolved_at, resolved_by, resolution`;

/** Shares of a busy desk: most tickets are done, a few hundred in a million wait. */
const values = `
  select $1, 'T' || lpad((1700000000000 + n)::text, 13, '0') || lpad(to_hex(n % 1048576), 5, '0'),
    s.status::ticket_status, n % 500 = 0, '주문 문의 ' || n || ' 配送のお問い合わせ', (array['low','normal','normal','normal','high','urgent'])[1 + n % 6]::ticket_priority,
    (array['web','mail','phone','chat'])[1 + n % 4]::ticket_channel, (array['ko','ko','ja','en'])[1 + n % 4]::language,
    1 + n % 3, (array['주문·배송','결제·환불','회원·기술'])[1 + n % 3],
    case when s.status = 'unassigned' then null else a.usercode end, case when s.status = 'unassigned' then '' else a.name end,
    null, '고객 ' || n % 50000, n % 97 = 0,
    $3::bigint - n * 1000::bigint, $3::bigint - n * 997::bigint,
    case when s.status in ('resolved','completed') then $3::bigint - n * 996::bigint end,
    case when s.status in ('resolved','completed') then a.usercode end,
    case when s.status in ('resolved','completed') then 'customer' end
  from generate_series(1, $2::int) n,
    lateral (select case when n % 400 = 1 then 'unassigned' when n % 150 = 2 then 'processing' when n % 300 = 3 then 'pending'
      when n % 10 = 4 then 'resolved' else 'completed' end as status) s,
    lateral (select (array['admin1','agent1','agent2'])[1 + n % 3] as usercode, (array['김서연','이준호','박지민'])[1 + n % 3] as name) a`;

/** Services with so many tickets each, copied from the demo's service without its tickets. */
export async function fill(url: string, sizes: readonly number[], now: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await withoutIndexes(client, async () => {
      for (const size of sizes) {
        const service = serviceOf(size);
        for (const table of ['services', 'groups', 'agents', 'agent_groups']) await copy(client, table, service);
        await client.query(`insert into tickets (${columns}) ${values}`, [service, size, now]);
      }
    });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Building an index once is far quicker than keeping it during a million inserts. */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select relname as name, pg_get_indexdef(indexrelid) as made from pg_index join pg_class on pg_class.oid = indexrelid
     where indrelid = 'tickets'::regclass and not indisprimary`,
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await work();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { made } of rows) await client.query(made);
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
