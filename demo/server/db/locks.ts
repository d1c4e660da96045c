/** Numbers of the advisory locks, all in one place so that no two are one. The same in every process. */
export const locks = {
  /** One process migrates. */
  migrate: 7_365_001,
  /** One process fills an empty database. */
  seed: 7_365_004,
  /** One process folds tallies. */
  fold: 7_365_002,
  /** One process recounts tallies. */
  recount: 7_365_003,
} as const;
