import { Identifiers } from './identifiers.js';
import type { DoorayState, KeptFile } from './state.js';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Everything that the service keeps, as text. */
export function writeState({ ids, files, members, projects, tasks, logs, ...rest }: DoorayState): string {
  return JSON.stringify({
    ...rest,
    last: ids.last,
    members: [...members],
    projects: [...projects],
    tasks: [...tasks],
    logs: [...logs],
    files: [...files].map(([id, file]) => [id, { ...file, bytes: base64(file.bytes) }]),
  });
}

/** The state that was written. */
export function readState(text: string): DoorayState {
  const { last, members, projects, tasks, logs, files, ...rest } = JSON.parse(text);
  type Written = readonly [string, Omit<KeptFile, 'bytes'> & { readonly bytes: string }];
  return {
    ...rest,
    ids: new Identifiers(BigInt(last)),
    members: new Map(members),
    projects: new Map(projects),
    tasks: new Map(tasks),
    logs: new Map(logs),
    files: new Map((files as Written[]).map(([id, file]) => [id, { ...file, bytes: bytesOf(file.bytes) }])),
  };
}
