import type { Rolldown } from 'vite';

/**
 * What late parts share with the first screen stays in one file: each further one is a round trip, and compresses worse
 * on its own.
 */
export const oneFirstFile = {
  preserveEntrySignatures: 'allow-extension',
  output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
} as const satisfies Rolldown.RolldownOptions;
