/** Serialisation failure and deadlock: nothing was done and the same work may pass now. */
const passing = new Set(['40001', '40P01']);
const attempts = 5;
/** The statement took longer than its transaction allows. */
const cancelled = '57014';

/** SQLSTATE of a failed query, wherever the layers between put it. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

/** Runs a whole transaction, again when it lost against another one. */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === attempts || !passing.has(sqlState(error) ?? '')) throw error;
      await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** Whether a statement was ended because it took too long. */
export function isTooSlow(error: unknown): boolean {
  return sqlState(error) === cancelled;
}
