import type { Dice } from '../server/tickets/dice.js';

type Chunk = Uint8Array<ArrayBuffer>;

/** What goes wrong on the way of an event stream: cut, told twice, out of order, resumed from where nobody knows. */
export class UnreliableLine {
  /** While calm, nothing goes wrong. */
  isCalm = false;
  readonly faults = { cuts: 0, repeats: 0, swaps: 0, losses: 0 };
  readonly #open = new Set<() => void>();

  constructor(
    private readonly random: Dice,
    private readonly roughness = 1,
  ) {}

  #fails(chance: number): boolean {
    return !this.isCalm && this.random.chance(chance * this.roughness);
  }

  /** Headers of a request for the stream: now and then it asks for what is kept no more. */
  headersOf(headers: Headers): Headers {
    if (!headers.has('Last-Event-ID') || !this.#fails(0.15)) return headers;
    this.faults.losses++;
    const other = new Headers(headers);
    other.set('Last-Event-ID', '1000000000000');
    return other;
  }

  /** Streams that are open now. */
  get open(): number {
    return this.#open.size;
  }

  carry(response: Response): Response {
    const reader = response.body?.getReader();
    if (!reader) return response;
    const whole = new EventPieces();
    let kept: string | undefined;
    let end: () => void = () => undefined;
    /** Passes on what came; false where it cut the line. */
    const pass = (piece: string, send: (text: string) => void): boolean => {
      if (this.#fails(0.004)) return false;
      // One waits until another has gone before.
      if (kept === undefined && this.#fails(0.03)) {
        kept = piece;
        return true;
      }
      const isRepeated = this.#fails(0.05);
      if (isRepeated) this.faults.repeats++;
      if (kept !== undefined) this.faults.swaps++;
      // In one piece: what came before its turn is not torn from what it overtook, which nobody could ask for again.
      send(piece + (isRepeated ? piece : '') + (kept ?? ''));
      kept = undefined;
      return true;
    };
    const carried = new ReadableStream<Chunk>({
      start: (controller) => {
        end = () => {
          this.faults.cuts++;
          this.#open.delete(end);
          controller.error(new TypeError('The line was cut.'));
          void reader.cancel();
        };
        this.#open.add(end);
      },
      pull: async (controller) => {
        let isSent = false;
        const send = (text: string): void => {
          controller.enqueue(encoder.encode(text));
          isSent = true;
        };
        while (!isSent) {
          const { done, value } = await reader.read();
          if (!this.#open.has(end)) return;
          if (done) {
            this.#open.delete(end);
            controller.close();
            return;
          }
          if (!whole.push(value).every((piece) => pass(piece, send))) {
            end();
            return;
          }
        }
      },
      cancel: (reason) => {
        this.#open.delete(end);
        return reader.cancel(reason);
      },
    });
    const { status, headers } = response;
    return new Response(carried, { status, headers });
  }
}

const encoder = new TextEncoder();

/** Takes a stream apart into its events. */
class EventPieces {
  readonly #decoder = new TextDecoder();
  #rest = '';

  push(chunk: Chunk): string[] {
    const pieces = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n\n');
    this.#rest = pieces.pop() ?? '';
    return pieces.map((piece) => `${piece}\n\n`);
  }
}
