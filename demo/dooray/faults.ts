/** What a caller gets instead of an answer. */
export type FaultKind =
  /** Nobody can be reached. */
  | 'unreachable'
  /** No answer comes until the caller gives up. */
  | 'hangs'
  /** The answer ends in the middle. */
  | 'truncated'
  /** The answer is no JSON. */
  | 'garbled'
  /** A list is empty, although there is something. */
  | 'empty'
  /** An answer with this status. */
  | number;

export interface Fault {
  readonly kind: FaultKind;
  /** Which calls; all unless told: the method and a piece of the path, such as `POST /posts`. */
  readonly call?: RegExp;
  /** How many calls; all until it is ended unless told. */
  readonly times?: number;
  /** The work is done nevertheless: only the answer is lost. */
  readonly done?: boolean;
  /** The work is done nevertheless, so many milliseconds after the caller gave up. */
  readonly late?: number;
}

interface Running extends Fault {
  left: number;
}

/** What goes wrong at present. */
export class Faults {
  #running = new Set<Running>();

  /** Begins a fault; answers with what ends it. */
  begin(fault: Fault): () => void {
    const running = { ...fault, left: fault.times ?? Infinity };
    this.#running.add(running);
    return () => void this.#running.delete(running);
  }

  end(): void {
    this.#running.clear();
  }

  /** The fault that this call meets. */
  meet(method: string, path: string): Fault | undefined {
    const call = `${method} ${path}`;
    for (const fault of this.#running) {
      if (fault.call && !fault.call.test(call)) continue;
      fault.left -= 1;
      if (fault.left <= 0) this.#running.delete(fault);
      return fault;
    }
    return undefined;
  }
}

interface Owed {
  readonly at: number;
  readonly work: () => Promise<unknown>;
}

/** Work that is done after whoever asked for it gave up. Nothing is done before somebody looks: only then does it show. */
export class LateWork {
  #owed: Owed[] = [];

  owe(at: number, work: () => Promise<unknown>): void {
    this.#owed.push({ at, work });
  }

  /** Does what was to be done by now. */
  async catchUp(now: number): Promise<void> {
    const due = this.#owed.filter(({ at }) => at <= now);
    this.#owed = this.#owed.filter(({ at }) => at > now);
    for (const { work } of due) await work();
  }
}

function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));

/** What the caller gets; `answer` is what it would have been. */
export async function spoiled(
  { kind }: Fault,
  request: Request,
  answer: Response | undefined,
  limited: Readonly<Record<string, string>>,
): Promise<Response> {
  const type = { 'Content-Type': 'application/json;charset=utf-8' };
  switch (kind) {
    case 'unreachable':
      throw new TypeError('fetch failed');
    case 'hangs':
      return givenUp(request.signal);
    case 'truncated':
      return new Response(half((await answer?.text()) ?? '{"header":{"isSuccessful":true,"resultCode":0}}'), {
        headers: type,
      });
    case 'garbled':
      return new Response('<html><body>Bad gateway</body></html>', { headers: { 'Content-Type': 'text/html' } });
    case 'empty':
      return new Response(
        '{"header":{"isSuccessful":true,"resultCode":0,"resultMessage":""},"result":[],"totalCount":0}',
        {
          headers: type,
        },
      );
    default: {
      const header = { isSuccessful: false, resultCode: kind, resultMessage: 'A fault was asked for.' };
      return new Response(JSON.stringify({ header, result: null }), {
        status: kind,
        headers: { ...type, ...(kind === 429 && { ...limited, 'X-RateLimit-Remaining': '0' }) },
      });
    }
  }
}
