import type { App } from '../../demo/server/app.js';
import type { Board, HistoryEntry, TicketRow, View } from '../../src/domain/types.js';

export type Counts = Readonly<Record<View, number>>;

export interface TruthOptions {
  readonly app: App;
  readonly now: () => number;
}

export const base = 'http://desk.test';

/**
 * What the server says while nobody changes anything: each question is asked once for all pages that show the answer, so
 * that looking on does not slow down what is looked at.
 */
export class Truth {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(private readonly options: TruthOptions) {}

  counts(usercode: string): Promise<Counts> {
    return this.#ask(usercode, 'tickets/counts.json');
  }

  board(usercode: string): Promise<Board> {
    return this.#ask(usercode, 'board.json');
  }

  rows(usercode: string, search: string): Promise<readonly TicketRow[]> {
    return this.#ask(usercode, `tickets.json?${search}`);
  }

  history(usercode: string, ticketId: string): Promise<readonly HistoryEntry[]> {
    return this.#ask(usercode, `tickets/${ticketId}/history.json`);
  }

  #ask<T>(usercode: string, path: string): Promise<T> {
    const name = `${usercode} ${path}`;
    const asked = this.#answers.get(name) ?? this.#answer(usercode, path);
    this.#answers.set(name, asked);
    return asked as Promise<T>;
  }

  async #answer(usercode: string, path: string): Promise<unknown> {
    const { app, now } = this.options;
    const { token } = await app.tokens.mint('demo', usercode, now());
    const headers = { Authorization: `Bearer ${token}` };
    const response = await app.fetch(new Request(`${base}/demo/openapi/v1/console/${path}`, { headers }));
    const { result } = (await response.json()) as { result?: { content?: unknown; contents?: unknown } };
    return result?.content ?? result?.contents ?? null;
  }
}
