import type { MaskManner, MaskRange, MaskSelection, MaskTarget } from '../domain/masks.js';
import { DeskRequest } from './request.js';

/** Other words of the history are selected, or none: what masks is told where they stand, never what they are. */
export class MaskSelectRequest extends DeskRequest {
  static readonly type = 'desk-mask-select-request';
  constructor(readonly selection: MaskSelection | null) {
    super(MaskSelectRequest.type);
  }
}

/** What looks like personal data stays as it is, and is not pointed out to this agent again. */
export class MaskKeepRequest extends DeskRequest {
  static readonly type = 'desk-mask-keep-request';
  constructor(
    readonly ticketId: string,
    readonly ranges: readonly MaskRange[],
  ) {
    super(MaskKeepRequest.type);
  }
}

/** Words of a ticket's messages are to be masked. The task of that id tells what became of it. */
export class MaskRequest extends DeskRequest {
  static readonly type = 'desk-mask-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly ranges: readonly MaskTarget[],
    readonly manner: MaskManner = {},
  ) {
    super(MaskRequest.type);
  }
}

/**
 * What a mask hides is to stand in the message again for everybody, or to be gone for good. The task of that id tells
 * what became of it.
 */
export class MaskRemoveRequest extends DeskRequest {
  static readonly type = 'desk-mask-remove-request';
  constructor(
    readonly id: string,
    readonly ticketId: string,
    readonly mask: { readonly maskId: string; readonly entryId: number; readonly bodyVersion: number },
    readonly how: 'unmask' | 'purge',
    readonly reason: string,
  ) {
    super(MaskRemoveRequest.type);
  }
}
