import { DeskError, type DeskErrorKind, type FieldProblem } from '../base/desk-error.js';

const kinds: Readonly<Record<number, DeskErrorKind>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'denied',
  404: 'missing',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  422: 'blocked',
  429: 'busy',
  503: 'busy',
  504: 'timeout',
};

interface Failure {
  readonly header?: { readonly resultMessage?: string };
  readonly result?: {
    readonly contents?: readonly FieldProblem[];
    readonly content?: Readonly<Record<string, unknown>>;
  } | null;
}

interface Content {
  readonly code?: unknown;
  readonly winner?: unknown;
  readonly assignee?: { readonly name?: unknown } | null;
}

/** What a refusing answer means. */
export function problemOf(status: number, retryAfter: string | null, body: unknown): DeskError {
  const failure = (typeof body === 'object' && body !== null ? body : {}) as Failure;
  const fields = Array.isArray(failure.result?.contents) ? failure.result.contents : [];
  const content = failure.result?.content ?? {};
  const isReused = content['code'] === 'idempotency_key_reused';
  const kind = isReused ? 'conflict' : (kinds[status] ?? (status >= 500 ? 'server' : 'invalid'));
  return new DeskError(kind, failure.header?.resultMessage ?? `The server answered ${status}.`, {
    fields,
    content,
    winner: winnerIn(content),
    retryAfter: seconds(retryAfter),
  });
}

/** Only a refused claim has a winner; other conflicts carry the ticket, and its assignee may be the agent. */
function winnerIn(content: Readonly<Record<string, unknown>>): string | undefined {
  const { code, winner, assignee } = content as Content;
  const name = winner ?? (code === 'already_assigned' ? assignee?.name : undefined);
  return typeof name === 'string' ? name : undefined;
}

function seconds(header: string | null): number | undefined {
  const value = Number(header);
  return header && Number.isFinite(value) ? value * 1000 : undefined;
}
