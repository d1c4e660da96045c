import type { z } from '@hono/zod-openapi';
import { endingOf, fileProblem, fileTypes, isWhatItSays } from '../../../../src/domain/files.js';
import { safeFileName } from '../../../../src/util/safe-name.js';
import { bytesOf } from '../../base64.js';
import type { chatDelivery } from '../../contract/chat.js';
import { randomHex } from '../../random.js';
import { invalid } from '../../refusal.js';

export type ChatDelivery = z.output<typeof chatDelivery>;

/** A file of a message, checked. */
export interface ChatFile {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The files that came with a delivery, by the message that has them. Refused where one is not what its name says. */
export function readChatFiles({ messages }: ChatDelivery): ReadonlyMap<string, readonly ChatFile[]> {
  const found = new Map<string, readonly ChatFile[]>();
  const known = new Set<string>();
  for (const [index, { id, files }] of messages.entries()) {
    // Of messages with the same name the first counts, with what it brings.
    if (known.has(id)) continue;
    known.add(id);
    if (files.length === 0) continue;
    found.set(
      id,
      files.map(({ fileName, content }, place) => read(fileName, content, `messages.${index}.files.${place}`)),
    );
  }
  return found;
}

function read(name: string, content: string, field: string): ChatFile {
  const bytes = bytesOf(content);
  const ending = endingOf(name);
  const problem =
    fileProblem({ name, size: bytes.length }) ?? (ending && isWhatItSays(ending, bytes) ? null : 'content');
  if (problem || !ending)
    throw invalid(field, problem ?? 'type', 'Not a file that is taken, or not what its name says');
  const fileName = safeFileName(name, `file.${ending}`);
  return { attachmentId: randomHex(16), fileName, contentType: fileTypes[ending], bytes };
}
