import { later, type StreamEvent, type StreamOptions, type StreamState } from '../api/event-stream.js';
import { newKey } from '../util/key.js';
import type { Line } from './live.js';
import { newsOf, type News } from './news.js';
import { browserMeans, type SharedMeans } from './shared-means.js';
import { messageVersion, readMessage, toldOf, type StreamMessage } from './stream-message.js';
import { ToldLog } from './told-log.js';

export interface SharedOptions {
  /** The same for all pages of one agent at one service of one server, and for no others. */
  readonly name: string;
  readonly open: (hooks: Omit<StreamOptions, 'open'>) => Promise<Line>;
  /** How long ago this page began to read, in milliseconds. */
  readonly within: () => number;
  readonly onNews: (news: News) => void;
  readonly onState: (state: StreamState) => void;
  readonly silence?: number;
  readonly pause?: (attempt: number) => number;
  /** Milliseconds between two looks after the page that leads. */
  readonly look?: number;
  readonly means?: SharedMeans;
}

const usualLook = 5_000;
/** Of so many looks without a word, the page that leads is stuck. */
const patience = 2.5;

type Own = StreamMessage extends infer M ? (M extends StreamMessage ? Omit<M, 'from'> : never) : never;

/**
 * One event stream for all pages of an agent in this browser. Whoever holds a lock leads: it has the stream, and tells the
 * others what to read again. When it is closed, its lock goes to the next; when it does not answer, the next takes it. The
 * next goes on behind the last event that it heard, so that nothing is missed; who cannot be sure of that reads everything
 * again. Without locks and channels every page has a stream of its own.
 */
export class SharedStream implements Line {
  readonly #me = newKey();
  readonly #options: SharedOptions;
  readonly #stop = new AbortController();
  readonly #means: SharedMeans | undefined;
  #channel?: ReturnType<SharedMeans['channel']>;
  #line?: Line;
  /** One for each time that this page leads. */
  #round?: symbol;
  #state: StreamState = 'connecting';
  #place = '';
  #count = 0;
  readonly #told = new ToldLog();
  /** Since when it knows everything, but for what is too long ago. */
  #knowsSince: number;
  #leader: string | null = null;
  #isWelcome = false;
  /** When a page was heard that follows this one. */
  #followedAt = -Infinity;
  #heardAt = 0;
  #lookedAt = 0;
  #looking?: ReturnType<typeof setInterval>;
  /** Gives the place in the queue, or the lock, up. */
  #turn?: AbortController;
  #release?: () => void;

  constructor(options: SharedOptions) {
    this.#options = options;
    this.#means = options.means ?? browserMeans();
    this.#knowsSince = performance.now() - options.within();
    options.onState('connecting');
    if (!this.#means) {
      void this.#lead();
      return;
    }
    this.#channel = this.#means.channel(options.name);
    this.#channel.onmessage = ({ data }: MessageEvent): void => this.#hear(readMessage(data));
    this.#heardAt = this.#lookedAt = performance.now();
    this.#looking = setInterval(() => this.#look(), this.#lookEvery);
    this.#queue({});
    this.#join();
  }

  stop(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    clearInterval(this.#looking);
    this.#yield();
    this.#turn?.abort();
    this.#channel?.close();
  }

  hurry(): void {
    if (this.#leads) this.#line?.hurry();
    else this.#say({ kind: 'hurry' });
  }

  get #leads(): boolean {
    return this.#round !== undefined;
  }

  get #lookEvery(): number {
    return this.#options.look ?? usualLook;
  }

  /** Waits for the lock, or takes it from a page that does not answer. */
  #queue({ steal = false }: { readonly steal?: boolean }): void {
    this.#turn?.abort();
    const turn = (this.#turn = new AbortController());
    const held = (): Promise<void> | undefined => {
      if (turn.signal.aborted || this.#stop.signal.aborted) return undefined;
      return new Promise<void>((release) => {
        this.#release = release;
        void this.#lead();
      });
    };
    // A lock that is taken cannot be waited for by a signal.
    const asked = steal ? { steal } : { signal: turn.signal };
    this.#means?.locks.request(this.#options.name, asked, held).catch((error: unknown) => this.#lost(turn, error));
  }

  /** Another page took the lock away, for this one was frozen; or there are no locks here. */
  #lost(turn: AbortController, error: unknown): void {
    if (turn.signal.aborted || this.#stop.signal.aborted) return;
    if ((error as Error | undefined)?.name !== 'AbortError') {
      void this.#lead();
      return;
    }
    this.#yield();
    this.#queue({});
    this.#join();
  }

  async #lead(): Promise<void> {
    if (this.#leads || this.#stop.signal.aborted) return;
    const round = (this.#round = Symbol());
    const isOurs = (): boolean => round === this.#round;
    this.#leader = null;
    this.#say({ kind: 'lead', count: ++this.#count, after: this.#place });
    const { silence, pause } = this.#options;
    try {
      const line = await this.#options.open({
        silence,
        pause,
        after: this.#place,
        onEvent: (event) => isOurs() && this.#relay(event),
        onState: (state) => isOurs() && this.#tellState(state),
        onSign: () => isOurs() && this.#sayState(),
      });
      // It may have lost the lead meanwhile, and have it again with another stream.
      if (isOurs()) this.#line = line;
      else line.stop();
    } catch {
      if (!isOurs()) return;
      // A part of the kit could not be loaded: the others may have it.
      this.#options.onState('offline');
      this.#rest();
    }
  }

  #yield(): void {
    this.#round = undefined;
    this.#line?.stop();
    this.#line = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#heardAt = performance.now();
  }

  #relay(event: StreamEvent): void {
    const news = newsOf(event);
    this.#goTo(event.id, news);
    if (news) this.#options.onNews(news);
    const told = news ? toldOf(news) : null;
    if (told) this.#told.add(told);
    this.#say({ kind: 'news', count: ++this.#count, place: this.#place, news: told });
  }

  /** Where it is to go on. After `reset` the stream may be another one, whose places are lower. */
  #goTo(place: string, news: News | null | undefined): void {
    this.#place = news?.topic === 'reset' && place !== '' ? place : later(this.#place, place);
  }

  #tellState(state: StreamState): void {
    this.#state = state;
    this.#options.onState(state);
    this.#sayState();
    // A page whose agent is signed out gives way to one that has a token.
    if (state === 'signed-out' && performance.now() - this.#followedAt < 2 * patience * this.#lookEvery) this.#rest();
  }

  /** Gives the lead up for a while. */
  #rest(): void {
    this.#yield();
    this.#join();
    setTimeout(() => this.#stop.signal.aborted || this.#queue({}), this.#lookEvery);
  }

  #sayState(): void {
    this.#say({ kind: 'state', count: ++this.#count, place: this.#place, state: this.#state });
  }

  #hear(message: StreamMessage | undefined): void {
    if (!message || this.#stop.signal.aborted) return;
    if (this.#leads) this.#answer(message);
    else this.#follow(message);
  }

  #answer(message: StreamMessage): void {
    this.#followedAt = performance.now();
    if (message.kind === 'ask') this.#sayState();
    else if (message.kind === 'join') this.#welcome(message.from, message.within);
    else if (message.kind === 'hurry' && this.#state !== 'live') this.#line?.hurry();
  }

  /** Tells a page that begins to listen what happened since it began to read. */
  #welcome(to: string, within: number): void {
    const missed = this.#told.since(within, this.#knowsSince);
    this.#say({
      kind: 'welcome',
      count: ++this.#count,
      place: this.#place,
      state: this.#state,
      to,
      missed,
    });
  }

  #follow(message: StreamMessage): void {
    if (!('count' in message)) return;
    const { from, count, kind } = message;
    if (kind === 'lead') this.#turnTo(message);
    // Nobody leads whom this page knows, or another does.
    else if (kind === 'welcome' && message.to === this.#me && !this.#isWelcome) this.#arrive(message);
    else if (from !== this.#leader) return;
    else if (count !== this.#count + 1) this.#options.onNews({ topic: 'reset' });
    this.#heardAt = performance.now();
    this.#count = count;
    if (kind === 'lead') return;
    this.#goTo(message.place, kind === 'news' ? message.news : null);
    if (kind === 'news') {
      if (!message.news) return;
      this.#told.add(message.news);
      this.#options.onNews(message.news);
    } else this.#show(message.state);
  }

  /** Another page leads from now on. What it does not know of, this page must have heard. */
  #turnTo({ from, after }: Extract<StreamMessage, { kind: 'lead' }>): void {
    this.#leader = from;
    if (!this.#isWelcome) {
      this.#join();
      return;
    }
    const hasHeardAll = after !== '' && later(after, this.#place) === this.#place;
    if (!hasHeardAll) this.#options.onNews({ topic: 'reset' });
    this.#show('connecting');
  }

  #arrive({ from, missed }: Extract<StreamMessage, { kind: 'welcome' }>): void {
    this.#leader = from;
    this.#isWelcome = true;
    if (!missed) this.#knowsSince = performance.now();
    for (const news of missed ?? [{ topic: 'reset' } as const]) {
      this.#told.add(news);
      this.#options.onNews(news);
    }
    // Who was there before is told to nobody again.
    this.#options.onNews({ topic: 'presence' });
  }

  /** That another page is signed out says nothing of this one, which is asked for its own token. */
  #show(told: StreamState): void {
    const state = told === 'signed-out' ? 'connecting' : told;
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }

  #join(): void {
    this.#isWelcome = false;
    this.#say({ kind: 'join', within: Math.max(0, Math.round(this.#options.within())) });
  }

  /** A page that is frozen, or busy beyond measure, keeps its lock and says nothing. */
  #look(): void {
    const look = this.#lookEvery;
    const now = performance.now();
    const wasAway = now - this.#lookedAt > 2 * look;
    this.#lookedAt = now;
    if (this.#leads) return;
    // Who was frozen itself has no right to complain.
    if (wasAway) this.#heardAt = now;
    if (now - this.#heardAt > patience * look) {
      this.#heardAt = now;
      this.#queue({ steal: true });
    } else if (!this.#isWelcome) this.#join();
    else if (now - this.#heardAt >= look / 2) this.#say({ kind: 'ask' });
  }

  #say(message: Own): void {
    this.#channel?.postMessage({ version: messageVersion, from: this.#me, ...message });
  }
}
