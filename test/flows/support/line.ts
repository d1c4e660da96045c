import type { Fault, Network } from './network.js';

type Chunk = Uint8Array<ArrayBuffer>;

/** One stream that is open. */
interface Way {
  send(text: string): void;
  end(): void;
  break(): void;
  isMute: boolean;
}

const encoder = new TextEncoder();
const isEvent = (piece: string): boolean => /^event:/m.test(piece);

/** The way of a console's event streams, and what goes wrong on it; every other call goes through. */
export class Line {
  /** Places from which streams were asked for, in their order; empty for one that begins. */
  readonly asked: string[] = [];
  /** What every request for a stream meets first. */
  refusal: Fault | undefined;
  /** Streams that begin are open and say nothing. */
  isDumb = false;
  /** Every event comes twice. */
  isTwice = false;
  readonly #told: string[] = [];
  readonly #open = new Set<Way>();
  #kept: string[] | undefined;

  constructor(network: Network) {
    network.stream = async (request, pass) => {
      this.asked.push(request.headers.get('Last-Event-ID') ?? '');
      const through = async (passed: Request): Promise<Response> => {
        const { body, status, headers } = await pass(passed);
        return new Response(body && body.pipeThrough(this.#way(passed.signal)), { status, headers });
      };
      return this.refusal ? this.refusal(request, through) : through(request);
    };
  }

  /** Streams that are open now. */
  get open(): number {
    return this.#open.size;
  }

  /** Names of the events that were told, in their order. */
  get told(): readonly string[] {
    return this.#told.map((piece) => /^event: (.*)$/m.exec(piece)?.[1] ?? '');
  }

  /** The farthest place of the events that were told. */
  get farthest(): string {
    const places = this.#told.map((piece) => BigInt(/^id: (.*)$/m.exec(piece)?.[1] ?? 0));
    return String(places.reduce((one, other) => (one > other ? one : other), 0n));
  }

  /** Ends every stream as a server does that stops, or breaks it off. */
  cut(how: 'end' | 'break'): void {
    for (const way of this.#open) way[how]();
    this.#open.clear();
  }

  /** From now on the streams that are open say nothing, and stay open. */
  hush(): void {
    for (const way of this.#open) way.isMute = true;
  }

  /** Keeps back what is told from now on. */
  keep(): void {
    this.#kept = [];
  }

  get kept(): number {
    return this.#kept?.length ?? 0;
  }

  /** Tells what was kept back, the last first. */
  tellBackwards(): void {
    const kept = this.#kept ?? [];
    this.#kept = undefined;
    for (const piece of kept.toReversed()) this.#say(piece);
  }

  /** Tells once more everything that was told. */
  tellAgain(): void {
    for (const piece of [...this.#told]) for (const way of this.#open) way.send(piece);
  }

  #say(piece: string): void {
    this.#told.push(piece);
    for (const way of this.#open) for (let time = 0; time < (this.isTwice ? 2 : 1); time++) way.send(piece);
  }

  #way(signal: AbortSignal): TransformStream<Chunk, Chunk> {
    const decoder = new TextDecoder();
    let rest = '';
    let way: Way;
    const leave = (): void => void this.#open.delete(way);
    return new TransformStream<Chunk, Chunk>({
      start: (controller) => {
        way = {
          send: (text) => controller.enqueue(encoder.encode(text)),
          end: () => controller.terminate(),
          break: () => controller.error(new TypeError('network error')),
          isMute: this.isDumb,
        };
        this.#open.add(way);
        signal.addEventListener('abort', leave);
      },
      transform: (chunk) => {
        const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = pieces.pop() ?? '';
        if (way.isMute) return;
        for (const piece of pieces.map((one) => `${one}\n\n`)) {
          if (!isEvent(piece)) way.send(piece);
          else if (this.#kept) this.#kept.push(piece);
          else this.#say(piece);
        }
      },
      flush: leave,
    });
  }
}
