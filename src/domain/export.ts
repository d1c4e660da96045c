/** Most rows of one exported file. */
export const mostExported = 50_000;

/** Longest reason of an export, in characters. */
export const mostReason = 200;
