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
}

/** Steps after which the mail server may have taken the mail. */
const afterwards = new Set(['DATA', 'API']);

function failureOf(error: unknown): MailFailure {
  const { responseCode, response, command, code } = error as SmtpError;
  const answer = response ?? code ?? 'The mail server cannot be reached';
  if (responseCode !== undefined) return new MailFailure(responseCode >= 500 ? 'refused' : 'later', answer, error);
  if (code === 'EENVELOPE') return new MailFailure('refused', answer, error);
  const unknown = command === undefined ? code !== 'ECONNECTION' && code !== 'EDNS' : afterwards.has(command);
  return new MailFailure(unknown ? 'unknown' : 'later', answer, error);
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
