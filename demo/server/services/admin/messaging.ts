import { sql } from 'drizzle-orm';
import type { Capabilities } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { audit } from '../audit.js';
import type { AgentContext } from '../context.js';
import { requireAdministrator } from './administrators.js';
import { tellEverybody } from './everybody.js';

export type Messaging = Pick<Capabilities, 'sms' | 'chat'>;

export function readMessaging(context: AgentContext): Messaging {
  requireAdministrator(context);
  const { sms, chat } = context.session.capabilities;
  return { sms, chat };
}

/** Switches text messages and chats of the service. What is there stays; a reserved message fails when its time comes. */
export async function switchMessaging(tx: Tx, context: AgentContext, wanted: Messaging): Promise<Messaging> {
  const before = readMessaging(context);
  if (before.sms === wanted.sms && before.chat === wanted.chat) return before;
  await tx.execute(sql`select set_messaging(${wanted.sms}::boolean, ${wanted.chat}::boolean)`);
  await audit(tx, context, { kind: 'setup_kept', data: { what: 'messaging', ...wanted } });
  await tellEverybody(tx, context);
  return wanted;
}
