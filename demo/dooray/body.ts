import { badRequest, Refused } from './answers.js';
import type { TextBody } from './state.js';

export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON body of a call. */
export async function fieldsOf(request: Request): Promise<Fields> {
  if (!request.headers.get('Content-Type')?.startsWith('application/json')) {
    throw new Refused(415, 'Content-Type has to be application/json.');
  }
  const value: unknown = await request.json().catch(() => undefined);
  if (!isObject(value)) throw badRequest('The body is no JSON object.');
  return value;
}

export function objectIn(fields: Fields, name: string): Fields {
  const value = fields[name] ?? {};
  if (!isObject(value)) throw badRequest(`${name} is no object.`);
  return value;
}

export function textIn(fields: Fields, name: string, otherwise?: string): string {
  const value = fields[name] ?? otherwise;
  if (typeof value !== 'string' || (otherwise === undefined && value.trim() === '')) {
    throw badRequest(`${name} is needed.`);
  }
  return value;
}

/** Identifiers are strings: a number has lost its last digits on the way. */
export function idsIn(fields: Fields, name: string): string[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value)) throw badRequest(`${name} is no list.`);
  return value.map((one: unknown) => {
    if (typeof one !== 'string') throw badRequest(`${name} holds something else than identifiers.`);
    return one;
  });
}

/** The members among those a task is for. */
export function memberIdsIn(users: Fields, name: 'to' | 'cc'): string[] {
  const value = users[name] ?? [];
  if (!Array.isArray(value)) throw badRequest(`users.${name} is no list.`);
  return value.flatMap((one: unknown) => {
    if (!isObject(one)) throw badRequest(`users.${name} holds no users.`);
    if (one['type'] === 'emailUser') return [];
    return textIn(objectIn(one, 'member'), 'organizationMemberId');
  });
}

/** The member that `users.from` names. */
export function fromIn(users: Fields): unknown {
  return users['from'] === undefined ? undefined : objectIn(objectIn(users, 'from'), 'member')['organizationMemberId'];
}

export function bodyIn(fields: Fields): TextBody {
  const body = objectIn(fields, 'body');
  const mimeType = textIn(body, 'mimeType');
  if (mimeType !== 'text/html' && mimeType !== 'text/x-markdown') throw badRequest('body.mimeType is not known.');
  return { mimeType, content: textIn(body, 'content', '') };
}
