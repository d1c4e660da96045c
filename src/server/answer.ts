import { ServerCallError, type ServerCallProblem } from './server-call-error.js';

/** What an answer holds: `content` of one thing, `contents` of many, with the page where there are pages. */
export interface ServerResult<T> {
  readonly content?: T;
  readonly contents?: readonly T[];
  readonly total?: number | null;
  readonly pages?: number;
  readonly pageNum?: number;
  readonly pageSize?: number;
  /** Where the next page begins; only in lists of the console. */
  readonly next?: string | null;
}

interface Envelope {
  readonly header: {
    readonly resultCode: number;
    readonly resultMessage: string;
    readonly isSuccessful: boolean;
  };
  readonly result: ServerResult<unknown> | null;
}

function isEnvelope(value: unknown): value is Envelope {
  const header = (value as Partial<Envelope> | null)?.header;
  return typeof header?.resultCode === 'number' && typeof header.isSuccessful === 'boolean';
}

async function envelopeOf(response: Response): Promise<Envelope> {
  const unreadable = (cause?: unknown) =>
    new ServerCallError('unreadable', `No Open API answered (HTTP ${response.status})`, {
      status: response.status,
      cause,
    });
  let parsed: unknown;
  try {
    parsed = JSON.parse(await response.text());
  } catch (cause) {
    throw cause instanceof SyntaxError ? unreadable(cause) : cause;
  }
  if (!isEnvelope(parsed)) throw unreadable();
  return parsed;
}

/** Reads the published envelope. What is not successful by status or by its own word is thrown. */
export async function resultOf<T>(response: Response): Promise<ServerResult<T>> {
  const { header, result } = await envelopeOf(response);
  if (response.ok && header.isSuccessful) return (result ?? {}) as ServerResult<T>;
  const problems = (Array.isArray(result?.contents) ? result.contents : []) as readonly ServerCallProblem[];
  throw new ServerCallError('refused', header.resultMessage || `Refused (${header.resultCode})`, {
    status: response.status,
    resultCode: header.resultCode,
    problems,
  });
}
