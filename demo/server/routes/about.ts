/** What is kept of a call beside its answer, where its path and its input do not say it. */
export interface About {
  /** The ticket with which the answer is forgotten. */
  readonly ticketId?: string | null;
  /** What the call means, in place of its input: of what is masked not even a digest is kept. */
  readonly input?: unknown;
}

/** The ticket that an answer is about. */
export function ticketIn(value: unknown): string | undefined {
  const { ticketId, ticket } = (value ?? {}) as { ticketId?: unknown; ticket?: unknown };
  if (typeof ticketId === 'string') return ticketId;
  return ticket ? ticketIn(ticket) : undefined;
}
