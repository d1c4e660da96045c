import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { openInquiries, services, type InquiryLimit } from '../../db/schema.js';
import { addressBytes } from '../../http/address-range.js';
import { OpenFailure } from '../../http/open-envelope.js';
import { serviceOf, type ServiceContext } from '../context.js';

/** Longest time that a limit can look back, in minutes. */
export const longestSpan = 24 * 60;

const minute = 60_000;

/** Who inquires: as the signed call of a host's server tells it, or as the help center knows it. */
export interface Inquirer {
  readonly address: string | null;
  readonly memberCode: string | null;
}

/** What is refused when one address, and when one member, asks too often. */
const codes = { address: 1001, memberCode: 1002 } as const;

type Whose = keyof typeof codes;

async function requireFew(
  tx: Tx,
  context: ServiceContext,
  whose: Whose,
  value: string,
  { count, minutes }: InquiryLimit,
): Promise<void> {
  const serviceId = serviceOf(context);
  // Two at once would both be the last that is allowed.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([serviceId, 'inquiries', whose, value])}, 0))`,
  );
  const [made] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(openInquiries)
    .where(
      and(
        eq(openInquiries.serviceId, serviceId),
        eq(openInquiries[whose], value),
        gt(openInquiries.at, context.now - minutes * minute),
      ),
    );
  if ((made?.count ?? 0) >= count) throw new OpenFailure(codes[whose], 'The number of inquiries is limited.');
}

/**
 * An address in one spelling, whatever the header of the host's server holds: of a list the last one, which is the one that
 * the host itself saw. Of IPv6 only the network: everybody has more addresses of one than there are inquiries.
 */
export function countedAddress(told: string | null): string | null {
  const bytes = addressBytes(told?.split(',').at(-1)?.trim() ?? '');
  if (!bytes) return null;
  if (bytes.length === 4) return bytes.join('.');
  return `${bytes
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}/64`;
}

/** Counts an inquiry, and refuses it where its sender made too many. One that is refused does not count. */
export async function countInquiry(tx: Tx, context: ServiceContext, inquirer: Inquirer): Promise<void> {
  const serviceId = serviceOf(context);
  const { memberCode } = inquirer;
  const address = countedAddress(inquirer.address);
  const [row] = await tx
    .select({ limits: services.spamLimits })
    .from(services)
    .where(eq(services.serviceId, serviceId));
  const { perAddress = null, perMember = null } = row?.limits ?? {};
  if (perAddress && address !== null) await requireFew(tx, context, 'address', address, perAddress);
  if (perMember && memberCode !== null) await requireFew(tx, context, 'memberCode', memberCode, perMember);
  if (address === null && memberCode === null) return;
  if (perAddress || perMember)
    await tx.insert(openInquiries).values({ serviceId, address, memberCode, at: context.now });
}

/** Forgets who inquired when no limit asks any more. */
export async function forgetInquiries(tx: Tx, now: number): Promise<void> {
  await tx.delete(openInquiries).where(lt(openInquiries.at, now - longestSpan * minute));
}
