/** A call at its time: moved, it is another one. */
export type CallMark = `${number}@${number}`;

const most = 200;

interface Kept {
  readonly told: readonly string[];
  readonly seen: readonly string[];
}

/**
 * Which due calls a browser has told of, and which the agent has acknowledged: shared by the pages of an agent, so that one
 * of them makes the sound and the others do not. Numbers and times only. Where nothing can be kept each page is by itself.
 */
export class ToldCalls {
  #own: Kept = { told: [], seen: [] };

  constructor(
    private readonly key: string,
    private readonly storage: Storage | undefined = storageOf(),
  ) {}

  isSeen(mark: CallMark): boolean {
    return this.#kept.seen.includes(mark);
  }

  see(marks: readonly CallMark[]): void {
    const { told, seen } = this.#kept;
    this.#keep({ told, seen: [...new Set([...seen, ...marks])] });
  }

  /** Those of some calls of which no page has told yet; from now on this one has. */
  async take(
    marks: readonly CallMark[],
    locks: LockManager | undefined = navigator.locks,
  ): Promise<readonly CallMark[]> {
    const take = (): readonly CallMark[] => {
      const { told, seen } = this.#kept;
      const fresh = marks.filter((mark) => !told.includes(mark));
      if (fresh.length > 0) this.#keep({ told: [...told, ...fresh], seen });
      return fresh;
    };
    if (marks.length === 0) return [];
    return locks ? locks.request(this.key, take) : take();
  }

  /** Calls back when another page has told or acknowledged something. */
  listen(changed: () => void): () => void {
    const hear = ({ key }: StorageEvent): void => {
      if (key === this.key) changed();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }

  get #kept(): Kept {
    try {
      const read: unknown = JSON.parse(this.storage?.getItem(this.key) ?? 'null');
      const { told, seen } = Object(read) as Record<keyof Kept, unknown>;
      if (read) return { told: textsOf(told), seen: textsOf(seen) };
    } catch {
      // What somebody else wrote there is not ours.
    }
    return this.#own;
  }

  #keep({ told, seen }: Kept): void {
    this.#own = { told: told.slice(-most), seen: seen.slice(-most) };
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.#own));
    } catch {
      // There is no room: this page remembers for itself.
    }
  }
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function storageOf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
