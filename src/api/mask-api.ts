import type { MaskManner, MaskOutcome, MaskRange, Revealed } from '../domain/masks.js';
import type { HistoryEntry } from '../domain/types.js';
import { newKey } from '../util/key.js';
import type { Intention } from './api.js';
import type { Http } from './http.js';

/** What the server answers to a mask: the message as it is now, and what the mask did not reach. */
export interface Masked extends Pick<MaskOutcome, 'notReached' | 'copies'> {
  readonly entry: HistoryEntry;
}

export type MaskingApi = ReturnType<typeof createMaskApi>;

/** The calls about masks. */
export function createMaskApi(http: Http) {
  const one = async <T>(path: string, call: Parameters<Http['json']>[1]): Promise<T> =>
    (await http.json<{ readonly content: T }>(path, call)).content;
  return {
    mask: ({ entryId, bodyVersion, start, length }: MaskRange, manner: MaskManner, by: Intention) =>
      one<Masked>(`messages/${entryId}/masks.json`, {
        method: 'post',
        json: { start, length, ...manner, expectedVersion: bodyVersion },
        ...by,
      }),
    remove: (
      { maskId, bodyVersion }: { readonly maskId: string; readonly bodyVersion: number },
      how: 'unmask' | 'purge',
      reason: string,
      by: Intention,
    ) =>
      one<HistoryEntry>(`masks/${encodeURIComponent(maskId)}/${how}.json`, {
        method: 'post',
        json: { reason, expectedVersion: bodyVersion },
        ...by,
      }),
    /** Tried once: every reading is written down. */
    reveal: (maskId: string, purpose: string, signal: AbortSignal) =>
      one<Revealed>(`masks/${encodeURIComponent(maskId)}/reveal.json`, {
        method: 'post',
        json: { purpose },
        key: newKey(),
        signal,
        tries: 1,
      }),
  };
}
