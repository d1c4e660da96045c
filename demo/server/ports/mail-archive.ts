/** Mails that were written instead of sent, for the demo to show. */
export interface MailArchive {
  /** Newest first. */
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array | undefined>;
}
