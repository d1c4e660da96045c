/** A signed question to what a service's own systems know of a customer. */
export interface CustomerInfoQuestion {
  /** As the service configured it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; the signature covers these very bytes. */
  readonly body: string;
}

export interface CustomerInfoReply {
  readonly status: number;
  /** Empty where it is no JSON. */
  readonly text: string;
}

export interface CustomerInfoPort {
  /** Rejects where nobody answered, not in time, not from there, or too much. */
  ask(question: CustomerInfoQuestion): Promise<CustomerInfoReply>;
}

/** Longest answer that is read, in bytes. */
export const maxReply = 256 * 1024;
/** Longest wait for an answer, in milliseconds. */
export const replyTimeout = 5_000;
