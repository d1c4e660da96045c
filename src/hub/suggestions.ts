import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Load } from '../base/hub-context.js';
import { known } from '../base/known.js';
import type { Finding, Found, MaskRange } from '../domain/masks.js';
import { mayMask } from '../domain/permissions.js';
import type { HistoryEntry, Session, Settings } from '../domain/types.js';
import { whenIdle } from '../util/idle.js';
import { KeptFindings } from './kept-findings.js';

interface Read {
  readonly bodyVersion: number;
  readonly findings: readonly Finding[];
}

export interface SuggestionParts {
  readonly $session: ReadableAtom<Load<Session>>;
  readonly $currentId: ReadableAtom<string | null>;
  readonly $history: ReadableAtom<Load<readonly HistoryEntry[]>>;
  /** They hold what else is personal data here: once that changes everything is looked through again. */
  readonly $settings: ReadableAtom<Load<Settings>>;
  /** What was found. */
  readonly $found: WritableAtom<readonly Found[]>;
  find(text: string, signal: AbortSignal): Promise<readonly Finding[]>;
}

/**
 * Looks for personal data in the messages of the open ticket, one after the other, in moments in which the page has
 * nothing to do, for an agent who may mask. It remembers where something is, never what.
 */
export class Suggestions {
  readonly #read = new Map<number, Read>();
  #kept?: KeptFindings;
  #whose = '';
  #of: readonly unknown[] = [];
  #entries: readonly HistoryEntry[] = [];
  #search?: AbortController;
  #hearsSettings = false;
  #stopSettings?: () => void;

  constructor(private readonly parts: SuggestionParts) {}

  /** Looks until nobody wants to know any more. */
  follow(signal: AbortSignal): void {
    const { $session, $currentId, $history } = this.parts;
    const stops = [$session, $currentId, $history].map((store) => store.listen(() => this.#go()));
    signal.addEventListener('abort', () => {
      for (const stop of [...stops, this.#stopSettings]) stop?.();
      this.#hearsSettings = false;
      this.#forget();
      this.parts.$found.set([]);
    });
    this.#go();
  }

  /** The agent leaves these as they are. */
  keep(ranges: readonly MaskRange[]): void {
    this.#kept?.add(ranges);
    this.#tell();
  }

  #go(): void {
    const { $session, $currentId, $history, $settings } = this.parts;
    const session = known($session.get());
    // Who may not mask needs no settings for it.
    if (mayMask(session) && !this.#hearsSettings) {
      // Before it is done, for to listen may change them at once.
      this.#hearsSettings = true;
      this.#stopSettings = $settings.listen(() => this.#go());
    }
    const settings = $settings.get();
    const isSettled = settings.status === 'failed' || known(settings) !== undefined;
    const ticketId = isSettled && mayMask(session) ? $currentId.get() : null;
    const whose = session ? [session.service.serviceId, session.agent.usercode] : [];
    const of = [whose.join(' '), ticketId, JSON.stringify(known(settings)?.maskPatterns)];
    if (of.some((each, index) => each !== this.#of[index])) this.#forget();
    this.#of = of;
    if (whose.join(' ') !== this.#whose) this.#kept = new KeptFindings(whose);
    this.#whose = whose.join(' ');
    const entries = (ticketId !== null && known($history.get())) || [];
    this.#followBodies(entries);
    this.#tell();
    if (!this.#search && this.#next) void this.#look();
  }

  #followBodies(entries: readonly HistoryEntry[]): void {
    if (entries === this.#entries) return;
    const before = new Map(this.#entries.map((entry) => [entry.id, entry]));
    this.#entries = entries;
    for (const entry of entries) {
      const former = before.get(entry.id);
      if (former && former.bodyVersion !== entry.bodyVersion) this.#kept?.follow(former, entry);
    }
  }

  /** Tells what was found and is neither masked nor left as it is, oldest message first. */
  #tell(): void {
    const { $found } = this.parts;
    const found = this.#entries.flatMap((entry) => this.#foundIn(entry));
    if (JSON.stringify(found) !== JSON.stringify($found.get())) $found.set(found);
  }

  #foundIn({ id: entryId, bodyVersion, masks }: HistoryEntry): readonly Found[] {
    const read = this.#read.get(entryId);
    if (read?.bodyVersion !== bodyVersion) return [];
    return read.findings
      .filter(
        ({ start, length }) => !masks.some((mask) => mask.start < start + length && start < mask.start + mask.length),
      )
      .map((finding) => ({ entryId, bodyVersion, ...finding }))
      .filter((found) => !this.#kept?.has(found));
  }

  /** The newest message that was not looked at. */
  get #next(): HistoryEntry | undefined {
    return this.#entries.findLast(({ id, bodyVersion }) => this.#read.get(id)?.bodyVersion !== bodyVersion);
  }

  async #look(): Promise<void> {
    const { signal } = (this.#search = new AbortController());
    try {
      await new Promise<void>((idle, stop) => {
        const cancel = whenIdle(idle);
        signal.addEventListener('abort', () => {
          cancel();
          stop(signal.reason as Error);
        });
      });
      const entry = this.#next;
      if (entry) {
        const findings = await this.parts.find(entry.text, signal);
        if (signal.aborted) return;
        this.#read.set(entry.id, { bodyVersion: entry.bodyVersion, findings });
      }
    } catch {
      // The agent went on to another ticket; or nothing can be looked for now, and is when the page changes next.
      if (!signal.aborted) this.#search = undefined;
      return;
    }
    this.#search = undefined;
    this.#tell();
    if (this.#next) void this.#look();
  }

  #forget(): void {
    this.#search?.abort();
    this.#search = undefined;
    this.#read.clear();
    this.#entries = [];
  }
}
