/** What another server is told when a trigger says so. */
export interface CallbackMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; the signature covers these very bytes. */
  readonly body: string;
}

/** How other servers are called. */
export interface CallbackPort {
  /** Answers with the status; throws where nobody answered in time, a `CallbackRefused` where nobody may be asked. */
  call(message: CallbackMessage): Promise<number>;
}

/** An address that is not called, today or later. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';
}

/** Longest wait for an answer, in milliseconds. */
export const callbackTimeout = 10_000;

/** Whether an address may be called at all. `plain`: also without encryption, as in a demo. */
export function isCallable(address: string, plain: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return username === '' && password === '' && (protocol === 'https:' || (plain && protocol === 'http:'));
}
