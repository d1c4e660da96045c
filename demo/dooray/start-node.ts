import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { hookDemo } from './demo-hooks.js';
import type { Database } from '../server/db/database.js';
import { createDooray, type Dooray } from './dooray.js';
import { fillFromDesk } from './fill.js';
import { seedState } from './seed.js';
import { readState, writeState } from './state-text.js';
import type { DoorayState } from './state.js';

export interface DemoDoorayOptions {
  /** Of the desk, whose tasks a new one takes over. */
  readonly database: Database;
  /** Where its state is kept from one start to the next. */
  readonly file: string;
  /** Where the demo's server is. */
  readonly origin: string;
  readonly onError: (error: unknown) => void;
}

function stateIn(file: string): DoorayState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return seedState();
  }
  return readState(text);
}

/** Writes one after the other, and once for all that changed meanwhile. */
function keeper(file: string, state: DoorayState, onError: (error: unknown) => void): () => void {
  let writing: Promise<void> | undefined;
  let again = false;
  const write = async (): Promise<void> => {
    do {
      again = false;
      await writeFile(`${file}.new`, writeState(state));
      await rename(`${file}.new`, file);
    } while (again);
  };
  return () => {
    again = true;
    writing ??= write()
      .catch(onError)
      .finally(() => (writing = undefined));
  };
}

/** The stand-in for Dooray! that comes with the demo. */
export async function startDemoDooray({ database, file, origin, onError }: DemoDoorayOptions): Promise<Dooray> {
  const state = stateIn(file);
  await fillFromDesk(database, state);
  hookDemo(state, origin);
  return createDooray({ state, onChange: keeper(file, state, onError) });
}
