import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { unknownOutcome } from '../../../src/domain/outcomes.js';
import { MailFailure, type MailFile, type MailPort, type MailToSend } from './mail.js';

type Attachment = NonNullable<SendMailOptions['attachments']>[number];

/** What a type may look like in a header. */
const plainType = /^[\w.+-]+\/[\w.+-]+$/;

function attachmentOf({ fileName, contentType, content, contentId }: MailFile): Attachment {
  return {
    filename: fileName,
    content: Buffer.from(content),
    contentType: plainType.test(contentType) ? contentType : 'application/octet-stream',
    contentDisposition: contentId === null ? 'attachment' : 'inline',
    ...(contentId !== null && { cid: contentId }),
  };
}

function message(mail: MailToSend): SendMailOptions {
  const { 'Message-ID': messageId, 'In-Reply-To': inReplyTo, References: references, ...headers } = mail.headers;
  return {
    from: mail.from,
    // As an object: an address is never parsed as a list.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    date: new Date(mail.date),
    headers,
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
    ...(references && { references }),
    attachments: mail.files.map(attachmentOf),
    // What customers wrote is text: it can neither read files of this machine nor fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Writes each mail as a file. Its name comes from the mailId, so that a second try replaces the first. */
export function mailFolder(folder: string): MailPort {
  mkdirSync(folder, { recursive: true });
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    repeatable: true,
    send: async (mail) => {
      const { message: bytes } = await transport.sendMail(message(mail));
      const path = join(folder, `${mail.mailId}.eml`);
      try {
        await writeFile(`${path}.part`, bytes as Buffer);
        await rename(`${path}.part`, path);
      } catch (error) {
        throw new MailFailure('later', 'The mail folder cannot be written', error);
      }
      return `written as ${mail.mailId}.eml`;
    },
  };
}

interface SmtpError {
  readonly message: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

/** What only fails before a mail is given away. */
const codesBefore = new Set(['EDNS', 'ETLS', 'EREQUIRETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'ECONFIG']);
const timeoutsBefore = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
/** A lost connection is told as `CONN` however far it had come. */
const commandsAfter = new Set(['CONN', 'DATA', 'API']);
/** Codes of a refusal that is about the mail. Every other one is about the server, whatever number it has. */
const codesOfMail = new Set(['EENVELOPE', 'EMESSAGE']);
/** Answers to a mail that mean: who sends it is not signed in. */
const answersToStrangers = new Set([530, 534, 535, 538]);

/** Whether the mail server cannot have taken the mail: only then may it be sent again. */
function isBefore({ code = '', syscall, timeoutType = '', command, message }: SmtpError): boolean {
  if (codesBefore.has(code) || timeoutsBefore.has(timeoutType) || syscall === 'connect') return true;
  if (code === 'EPROTOCOL' && message.startsWith('Invalid greeting')) return true;
  return command !== undefined && !commandsAfter.has(command);
}

/** Whether another try with the same mail is of no use. */
function isForGood({ code = '', responseCode }: SmtpError): boolean {
  if (!codesOfMail.has(code)) return false;
  return responseCode === undefined || (responseCode >= 500 && !answersToStrangers.has(responseCode));
}

function failureOf(error: unknown): MailFailure {
  const failure = error as SmtpError;
  const { responseCode, response, code = '' } = failure;
  const answer = response ?? `unreachable ${code}`.trim();
  if (isForGood(failure)) return new MailFailure('refused', answer, error);
  // A server that says no and goes has not taken the mail.
  const isNo = responseCode !== undefined && (codesOfMail.has(code) || code === 'ECONNECTION');
  if (isNo || isBefore(failure)) return new MailFailure('later', answer, error);
  return new MailFailure('unknown', unknownOutcome(response ?? code), error);
}

/** How long a mail server may be silent: first until it greets, then at any time. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, dnsTimeout: 15_000, socketTimeout: 45_000 };

/** Sends mail to a mail server. */
export function mailServer(url: string): MailPort {
  const transport = createTransport({ url, ...patience }, { disableFileAccess: true, disableUrlAccess: true });
  return {
    repeatable: false,
    send: async (mail) => {
      try {
        const { response } = (await transport.sendMail(message(mail))) as { response?: string };
        return response ?? 'accepted';
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}
