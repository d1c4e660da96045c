/** A mail as it leaves. */
export interface MailToSend {
  readonly mailId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With `Message-ID`, and `In-Reply-To` and `References` where it answers something. */
  readonly headers: Readonly<Record<string, string>>;
  readonly date: number;
  readonly files: readonly MailFile[];
}

export interface MailFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** By which the HTML shows it; null where it stands beside the text. */
  readonly contentId: string | null;
}

/** How mail leaves the server. */
export interface MailPort {
  /** Whether sending the same mail again is harmless. Where it is not, a mail of unknown fate is not sent again. */
  readonly repeatable: boolean;
  /** Answers with what the mail server said. Throws a `MailFailure`. */
  send(mail: MailToSend): Promise<string>;
}

/** A mail that did not leave (`refused`, `later`) or may have left (`unknown`). */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly outcome: 'refused' | 'later' | 'unknown';

  constructor(outcome: 'refused' | 'later' | 'unknown', answer: string, cause?: unknown) {
    super(answer, { cause });
    this.outcome = outcome;
  }
}
