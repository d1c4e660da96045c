import { createCallHandlers, type CallParts } from './calls.js';
import { createDoorayHandlers, type DoorayParts } from './dooray-handlers.js';
import { createHandlingHandlers, type HandlingParts } from './handling-handlers.js';
import { createLateHandlers, type LateHandlers, type LateParts } from './late-handlers.js';
import { createSmsHandlers, type SmsParts } from './messages.js';
import { createMaskHandlers, type MaskParts } from './mask-handlers.js';
import { createTransferHandlers, type TransferParts } from './transfer.js';

/** What the hub does for every request that no first screen makes, by the name of its event. */
export function createLateRequests(
  parts: LateParts & HandlingParts & MaskParts & DoorayParts & TransferParts & CallParts & SmsParts,
): LateHandlers {
  return {
    ...createLateHandlers(parts),
    ...createHandlingHandlers(parts),
    ...createMaskHandlers(parts),
    ...createDoorayHandlers(parts),
    ...createTransferHandlers(parts),
    ...createCallHandlers(parts),
    ...createSmsHandlers(parts),
  };
}
