import type { Dice } from '../server/tickets/dice.js';

type Chunk = Uint8Array<ArrayBuffer>;

/** What goes wrong on the way of an event stream: cut, told twice, out of order, resumed from where nobody knows. */
export class UnreliableLine {
  /** While calm, nothing goes wrong. */
  isCalm = false;
  readonly faults = { cuts: 0, repeats: 0, swaps: 0, losses: 0 };
  readonly #cuts = new Set<() => void>();

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
    return this.#cuts.size;
  }

  carry(response: Response, signal: AbortSignal): Response {
    // Whoever asked may have left before the answer came.
    if (!response.body || signal.aborted) return response;
    const whole = new EventPieces();
    let kept: string | undefined;
    let end: () => void = () => undefined;
    const pieces = new TransformStream<Chunk, Chunk>({
      start: (controller) => {
        end = () => {
          this.#cuts.delete(end);
          this.faults.cuts++;
          controller.error(new TypeError('The line was cut.'));
        };
        this.#cuts.add(end);
        signal.addEventListener('abort', () => this.#cuts.delete(end));
      },
      transform: (chunk, controller) => {
        for (const piece of whole.push(chunk)) {
          const send = (text: string): void => controller.enqueue(encoder.encode(text));
          if (this.#fails(0.004)) {
            end();
            return;
          }
          // One waits until another has gone before.
          if (kept === undefined && this.#fails(0.03)) {
            kept = piece;
            continue;
          }
          send(piece);
          if (this.#fails(0.05)) {
            this.faults.repeats++;
            send(piece);
          }
          if (kept === undefined) continue;
          this.faults.swaps++;
          send(kept);
          kept = undefined;
        }
      },
      flush: () => void this.#cuts.delete(end),
    });
    const { status, headers } = response;
    return new Response(response.body.pipeThrough(pieces), { status, headers });
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
