import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { signedCalls } from '../../db/schema.js';
import { Refusal } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';

export interface UsedSignature {
  /** The Base64 that was sent and that is right. */
  readonly signature: string;
  /** From when on it is too old, epoch milliseconds. */
  readonly until: number;
  /** True where the call may be made again as it is. */
  readonly repeatable: boolean;
}

/**
 * Remembers a signature in the transaction of what it signs, and refuses it when it was used before: whoever sees a call
 * must not be able to make it again, nor another one of the same address by another method. A call that is refused leaves
 * none; so a refusal for this reason says that the first one was done.
 */
export async function useSignature(tx: Tx, context: ServiceContext, used: UsedSignature): Promise<void> {
  const signature = bytesOf(used);
  const taken = await tx
    .insert(signedCalls)
    .values({ serviceId: serviceOf(context), signature, until: used.until })
    .onConflictDoNothing()
    .returning({ until: signedCalls.until });
  if (taken.length === 0 && !used.repeatable)
    throw new Refusal(400, 'used_signature', 'The signature was used before, and that call was done: sign another one');
}

/** What is called with several methods at one address: the method is no part of what is signed. */
export const sharedMethods = ['get', 'put', 'delete'] as const;

/**
 * Remembers for which method a signature was sent, in a transaction of its own: a refused call, too, has shown it to
 * others, who could send another method with it.
 */
export async function keepMethod(
  tx: Tx,
  context: ServiceContext,
  used: Omit<UsedSignature, 'repeatable'>,
  method: (typeof sharedMethods)[number],
): Promise<void> {
  const [serviceId, signature] = [serviceOf(context), bytesOf(used)];
  const named = (one: string): string => `${one} ${signature}`;
  await tx
    .insert(signedCalls)
    .values({ serviceId, signature: named(method), until: used.until })
    .onConflictDoNothing();
  const others = sharedMethods.filter((other) => other !== method).map(named);
  const found = await tx
    .select({ until: signedCalls.until })
    .from(signedCalls)
    .where(and(eq(signedCalls.serviceId, serviceId), inArray(signedCalls.signature, others)));
  if (found.length > 0)
    throw new Refusal(400, 'used_signature', 'The signature was sent with another method: sign another one');
}

/** The last letter has bits that do not count: the bytes are what is remembered. */
function bytesOf({ signature }: Pick<UsedSignature, 'signature'>): string {
  return btoa(atob(signature));
}

/** Forgets signatures that are too old to be taken. */
export async function forgetSignatures(tx: Tx, now: number): Promise<void> {
  await tx.delete(signedCalls).where(lt(signedCalls.until, now));
}
