import type { ReactiveController } from 'lit';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import type { Finding, MaskTarget } from '../../domain/masks.js';
import type { HistoryEntry, MaskCategory } from '../../domain/types.js';
import { KeptFindings } from './kept-findings.js';

/** Personal data in a message that nobody masked yet. */
export interface Found extends MaskTarget {
  readonly category: MaskCategory;
}

interface Read {
  readonly bodyVersion: number;
  readonly findings: readonly Finding[];
}

/** Longest wait for an idle moment, in milliseconds. */
const longestWait = 2_000;

function whenIdle(callback: () => void): () => void {
  // Safari has no idle callback.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(callback, 100);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: longestWait });
  return () => cancelIdleCallback(handle);
}

/**
 * Looks for personal data in the messages of the open ticket, one after the other, in moments in which the page has
 * nothing to do. It remembers where something is, never what.
 */
export class Suggestions implements ReactiveController {
  readonly #read = new Map<number, Read>();
  readonly #kept = new KeptFindings();
  #hub?: Hub;
  #ticketId: string | null = null;
  #entries: readonly HistoryEntry[] = [];
  #search?: AbortController;
  /** What was asked to be masked and is not yet. */
  #asked: readonly MaskTarget[] = [];
  #isMasking = false;

  constructor(private readonly host: HubHost) {
    host.addController(this);
  }

  /** Follows the messages of a ticket; without a hub nothing is looked for. */
  follow(hub: Hub | undefined, ticketId: string | null, entries: readonly HistoryEntry[]): void {
    if (hub !== this.#hub || ticketId !== this.#ticketId) {
      this.#stop();
      this.#read.clear();
      this.#asked = [];
    }
    this.#hub = hub;
    this.#ticketId = ticketId;
    this.#entries = entries;
    if (hub && ticketId && !this.#search && this.#next) void this.#look(hub);
  }

  /** What was found and is neither masked nor left as it is, oldest message first. */
  get list(): readonly Found[] {
    return this.#entries.flatMap((entry) => {
      const { id: entryId, bodyVersion, masks } = entry;
      const read = this.#read.get(entryId);
      if (read?.bodyVersion !== bodyVersion) return [];
      const isOver = ({ start, length }: Finding, each: { start: number; length: number }): boolean =>
        each.start < start + length && start < each.start + each.length;
      const asked = this.#asked.filter((each) => each.entryId === entryId && each.bodyVersion === bodyVersion);
      return read.findings
        .filter((finding) => ![...masks, ...asked].some((each) => isOver(finding, each)))
        .filter((finding) => !this.#kept.has(this.#ticketId, entryId, finding))
        .map((finding) => ({ entryId, bodyVersion, ...finding }));
    });
  }

  /** The kind of what stands exactly at this place. */
  kindOf({ entryId, bodyVersion, start, length }: MaskTarget): MaskCategory | undefined {
    const read = this.#read.get(entryId);
    if (read?.bodyVersion !== bodyVersion) return undefined;
    return read.findings.find((finding) => finding.start === start && finding.length === length)?.category;
  }

  /** These are being masked: they are not offered meanwhile. */
  ask(targets: readonly MaskTarget[]): void {
    this.#asked = [...this.#asked, ...targets];
    this.host.requestUpdate();
  }

  /** Whether something is being masked: what still stands there afterwards is offered again. */
  wait(isMasking: boolean): void {
    if (this.#isMasking && !isMasking && this.#asked.length > 0) {
      this.#asked = [];
      this.host.requestUpdate();
    }
    this.#isMasking = isMasking;
  }

  /** The agent leaves these as they are. */
  keep(targets: readonly MaskTarget[]): void {
    for (const target of targets) this.#kept.add(this.#ticketId, target.entryId, target);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.follow(undefined, null, []);
  }

  /** The newest message that was not looked at. */
  get #next(): HistoryEntry | undefined {
    return this.#entries.findLast(({ id, bodyVersion }) => this.#read.get(id)?.bodyVersion !== bodyVersion);
  }

  async #look(hub: Hub): Promise<void> {
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
        const findings = await hub.masks.find(entry.text, signal);
        if (signal.aborted) return;
        this.#read.set(entry.id, { bodyVersion: entry.bodyVersion, findings });
      }
    } catch {
      // The agent went on to another ticket; or nothing can be looked for now, and is when the page changes next.
      if (!signal.aborted) this.#search = undefined;
      return;
    }
    this.#search = undefined;
    this.host.requestUpdate();
    if (this.#next) void this.#look(hub);
  }

  #stop(): void {
    this.#search?.abort();
    this.#search = undefined;
  }
}
