import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Found, MaskTarget } from '../../domain/masks.js';
import type { MaskCategory } from '../../domain/types.js';

/** What the hub found in the open ticket, without what is being masked. */
export class FoundSource {
  readonly #found: StoreReader<readonly Found[]>;
  /** What was asked to be masked and is not yet. */
  #asked: readonly MaskTarget[] = [];
  #isMasking = false;

  constructor(private readonly host: HubHost) {
    this.#found = new StoreReader(host, (hub: Hub) => hub.masks.$found);
  }

  /** Oldest message first. */
  get list(): readonly Found[] {
    const found = this.#found.value ?? [];
    return found.filter((each) => !this.#asked.some((other) => isSame(each, other)));
  }

  /** Each with its kind, as it was chosen or is known of it; what was found is known where it stands exactly there. */
  withKinds(ranges: readonly MaskTarget[], chosen?: MaskCategory): readonly MaskTarget[] {
    return ranges.map((range) => {
      const { entryId, bodyVersion, start, length } = range;
      const found = this.#found.value?.find((each) => isSame(each, range));
      const category = chosen ?? range.category ?? found?.category;
      return { entryId, bodyVersion, start, length, ...(category && { category }) };
    });
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
}

function isSame(one: MaskTarget, other: MaskTarget): boolean {
  return (
    one.entryId === other.entryId &&
    one.bodyVersion === other.bodyVersion &&
    one.start === other.start &&
    one.length === other.length
  );
}
