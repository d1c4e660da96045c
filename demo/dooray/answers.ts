/** A call that is refused. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const badRequest = (message: string): Refused => new Refused(400, message);
export const missing = (what: string): Refused => new Refused(404, `${what} is not there.`);

function json(status: number, content: unknown): Response {
  return new Response(JSON.stringify(content), {
    status,
    headers: { 'Content-Type': 'application/json;charset=utf-8' },
  });
}

/** The envelope; success has code 0. */
export function ok(result: unknown, totalCount?: number | string): Response {
  const header = { isSuccessful: true, resultCode: 0, resultMessage: '' };
  return json(200, { header, result, ...(totalCount !== undefined && { totalCount }) });
}

export function refused({ status, message }: Refused): Response {
  return json(status, { header: { isSuccessful: false, resultCode: status, resultMessage: message }, result: null });
}

export const usualSize = 20;
export const largestSize = 100;

function whole(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw badRequest('page and size are whole numbers.');
  return value;
}

/** One page of a list; pages count from 0. */
export function listed<T>(all: readonly T[], query: URLSearchParams, wire: (item: T) => unknown): Response {
  const page = whole(query.get('page'), 0);
  const size = whole(query.get('size'), usualSize);
  if (size < 1 || size > largestSize) throw badRequest(`size is at most ${largestSize}.`);
  return ok(all.slice(page * size, (page + 1) * size).map(wire), all.length);
}
