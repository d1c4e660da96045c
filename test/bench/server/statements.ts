import pg from 'pg';

/** Statements that frame a call; what is compared is the reading itself. */
const frame = /^\s*(begin|commit|rollback|select set_config)/i;

/** Runs some work and answers with the statements that it sent, to be sent again without everything around them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<pg.QueryConfig[]> {
  const sent: pg.QueryConfig[] = [];
  const query = pg.Client.prototype.query;
  // The driver has no hook for this, and the copy must be what was really sent.
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [statement, values] = given;
    const asked = typeof statement === 'string' ? { text: statement } : (statement as pg.QueryConfig);
    if (!frame.test(asked.text))
      sent.push({ ...asked, values: (values as unknown[] | undefined) ?? asked.values ?? [] });
    return Reflect.apply(query, this, given) as never;
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent.map(({ text, values }) => ({ text, values: values ?? [] }));
}
