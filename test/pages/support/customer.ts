import { demoKeys, organizationId } from '../../../demo/seed/organisation.js';
import { sign } from '../../../src/server/signature.js';

export interface CustomerMail {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** The mail that it answers. */
  readonly answers?: string;
}

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function sourceOf({ id, name, address, subject, text, answers }: CustomerMail): string {
  return [
    `Message-ID: <${id}>`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
    `From: ${word(name)} <${address}>`,
    `Subject: ${word(subject)}`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
    '',
  ].join('\r\n');
}

/** Hands a customer's mail to the server, as the mail server of a service does; answers with its ticket. */
export async function writeTo(origin: string, service: keyof typeof demoKeys, mail: CustomerMail): Promise<string> {
  const address = new URL(`/${service}/openapi/v1/inbound/mail`, origin);
  const body = new TextEncoder().encode(sourceOf(mail));
  const timestamp = String(Date.now());
  const signature = await sign(demoKeys[service], {
    organizationId,
    path: address.pathname,
    query: address.searchParams,
    timestamp,
    body,
    multipart: false,
  });
  const headers = { Authorization: signature, 'X-TC-Timestamp': timestamp, 'Content-Type': 'message/rfc822' };
  const answer = await fetch(address, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`The mail was refused: ${answer.status} ${await answer.text()}`);
  const { result } = (await answer.json()) as { result: { content: { ticketId: string } } };
  return result.content.ticketId;
}
