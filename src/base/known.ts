import type { Load } from './hub-context.js';

/** What is known of something that is fetched: its value, or the last one while it is loaded again or failed. */
export function known<T>(load: Load<T> | undefined): T | undefined {
  return load && 'value' in load ? load.value : undefined;
}
