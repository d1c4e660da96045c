import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { MailFailure, type MailPort, type MailToSend } from './mail.js';

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
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

/** What only fails before a mail is given away. */
const codesBefore = new Set(['EDNS', 'ETLS', 'EREQUIRETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'ECONFIG']);
const timeoutsBefore = new Set(['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT']);
/** A lost connection is told as `CONN` however far it had come. */
const commandsAfter = new Set(['CONN', 'DATA', 'API']);

/** Whether the mail server cannot have taken the mail: only then may it be sent again. */
function isBefore({ code = '', syscall, timeoutType = '', command }: SmtpError): boolean {
  if (codesBefore.has(code) || timeoutsBefore.has(timeoutType) || syscall === 'connect') return true;
  return command !== undefined && !commandsAfter.has(command);
}

function failureOf(error: unknown): MailFailure {
  const failure = error as SmtpError;
  const { responseCode, response, code } = failure;
  const answer = response ?? code ?? 'The mail server cannot be reached';
  if (responseCode !== undefined) return new MailFailure(responseCode >= 500 ? 'refused' : 'later', answer, error);
  if (code === 'EENVELOPE') return new MailFailure('refused', answer, error);
  if (isBefore(failure)) return new MailFailure('later', answer, error);
  return new MailFailure('unknown', `Outcome unknown: the mail may or may not have been sent (${answer})`, error);
}

/** Sends mail to a mail server. */
export function mailServer(url: string): MailPort {
  const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true } as SendMailOptions);
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
