/**
 * What is told of a failure where others may read it: which it was and where it came from, in a line. Nothing that stood in
 * a ticket: databases put values behind the first line, and into what they say of data that they cannot read.
 */
export function failureLine(error: unknown, requestId?: string): string {
  const request = requestId ? `[${requestId}] ` : '';
  if (!(error instanceof Error)) return `${request}Unknown failure`;
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < 3; cause = cause.cause) {
    causes.push(` (${toldOf(cause)})`);
  }
  return `${request}${error.name}: ${toldOf(error)}${causes.join('')}`;
}

/** What a failure says of itself, unless that quotes what it could not read. */
function toldOf(error: Error): string {
  if ('code' in error && String(error.code).startsWith('22')) return 'data exception';
  if (error instanceof SyntaxError) return 'not readable';
  return (error.message.split('\n')[0] ?? '').slice(0, 300);
}
