import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { safeName } from '../../../../src/util/safe-name.js';
import { isMemberToken } from '../../../../src/server/member-token.js';
import type { Database } from '../../db/database.js';
import { organizations, services } from '../../db/schema.js';
import { OpenFailure } from '../../http/open-envelope.js';
import { isStorable } from '../../http/parse.js';
import { isServiceName } from './open-service.js';
import { randomHex } from '../../random.js';
import { TokenSigner } from '../token-signer.js';

/** A member of whom a host told us. */
export interface MemberFacts {
  readonly serviceId: string;
  readonly usercode: string;
  readonly username: string;
  readonly email: string;
  readonly phone: string;
}

/** How long what a host signed counts, in both directions: clocks of two servers differ. */
const linkWindow = 3 * 60_000;
/** How long a member who came by a link may take to enter. */
const entryLifetime = 5 * 60_000;
/** How long a member stays in the help center after the last page. */
export const visitLifetime = 60 * 60_000;
/** How long a member stays who goes on opening pages. */
export const longestVisit = 12 * 60 * 60_000;

/** A member who entered. */
export interface MemberVisit {
  readonly member: MemberFacts;
  /** Stays the same while the visit goes on: forms are bound to it. */
  readonly id: string;
  readonly beganAt: number;
  readonly endsAt: number;
}

// Values are joined by ampersands under the token: with one inside, the same token would vouch for other values.
const fact = z
  .string()
  .refine((text) => !text.includes('&'), 'may not hold an ampersand')
  .refine(isStorable, 'holds a character that is not allowed');
const upTo = (most: number) => fact.pipe(z.string().trim().max(most)).default('');

/** What a host sends, as a form, as JSON or in an address. */
const link = z.object({
  service: fact.refine(isServiceName, 'is no service'),
  usercode: fact
    .min(1)
    .max(50)
    .refine((code) => code === safeName(code), 'has spaces at its ends, or signs that cannot be seen'),
  username: upTo(50),
  email: upTo(100),
  phone: upTo(20),
  memberno: upTo(50),
  returnUrl: z.string().max(2_000).default(''),
  time: z.coerce.string().regex(/^\d{1,15}$/),
  token: z.string().min(1).max(100),
});

export type MemberLink = z.output<typeof link>;

const refused = (why = 'The member token is missing, wrong or too old') => new OpenFailure(400, `${why}.`);

/** Tells what is wrong with values of a link: whoever sends them has to look at them, signed or not. */
function malformed({ issues }: z.ZodError): OpenFailure {
  const told = issues.filter(({ code }) => code === 'custom');
  return told.length === 0
    ? refused()
    : refused(told.map(({ path, message }) => `${path.join()} ${message}`).join('; '));
}

type Audience = 'desk-member-entry' | 'desk-member-visit';

/** Who may be in the help center of a service, and for how long. */
export class Members {
  readonly #database: Database;
  readonly #signer: TokenSigner;

  constructor(database: Database) {
    this.#database = database;
    this.#signer = new TokenSigner(database, 'member-token-key');
  }

  /** Reads what a host vouches for; refuses what its key did not sign within the last minutes. */
  async readLink(
    values: Readonly<Record<string, unknown>>,
    now: number,
    refusedKeys: readonly string[] = [],
  ): Promise<MemberLink> {
    const parsed = link.safeParse(values);
    if (!parsed.success) throw malformed(parsed.error);
    const { token, time, ...facts } = parsed.data;
    const isInTime = Math.abs(now - Number(time)) <= linkWindow;
    const key = await this.#memberKey(facts.service);
    if (!isInTime || !key || refusedKeys.includes(key)) throw refused();
    if (!(await isMemberToken(key, { ...facts, time: Number(time) }, token))) throw refused();
    // Blank values leave no place under the token: without a name before it, it vouches for a name as well as for an address.
    return parsed.data.username === '' ? { ...parsed.data, email: '' } : parsed.data;
  }

  /** A token with which a member enters within some minutes. */
  entry({ service: serviceId, usercode, username, email, phone }: MemberLink, now: number): Promise<string> {
    const facts = { serviceId, usercode, username, email, phone };
    return this.#sign('desk-member-entry', facts, now + entryLifetime);
  }

  /** A token for the visit of a member who enters. */
  visit(member: MemberFacts, now: number): Promise<string> {
    return this.#sign('desk-member-visit', member, now + visitLifetime, [randomHex(16), now]);
  }

  /** A token with which a visit goes on; null as long as the former one does. */
  async goOn({ member, id, beganAt, endsAt }: MemberVisit, now: number): Promise<string | null> {
    const longer = Math.min(now + visitLifetime, beganAt + longestVisit);
    if (endsAt - now > visitLifetime / 2 || longer <= endsAt) return null;
    return this.#sign('desk-member-visit', member, longer, [id, beganAt]);
  }

  async readEntry(token: string, serviceId: string, now: number): Promise<MemberFacts | null> {
    return (await this.#read('desk-member-entry', token, serviceId, now))?.member ?? null;
  }

  readVisit(token: string, serviceId: string, now: number): Promise<MemberVisit | null> {
    return this.#read('desk-member-visit', token, serviceId, now);
  }

  /** What a form carries so that no other page can send it, and nobody sends it twice: each has a number. */
  formMark(visitId: string): Promise<string> {
    return this.#signer.sign(['desk-member-form', visitId, randomHex(16)]);
  }

  /** The number of a form of this visit, or null. */
  async readFormMark(mark: string, visitId: string): Promise<string | null> {
    const value = await this.#signer.open(mark);
    if (!Array.isArray(value)) return null;
    const [audience, id, number] = value as readonly unknown[];
    const isOurs = audience === 'desk-member-form' && id === visitId;
    return isOurs && typeof number === 'string' ? number : null;
  }

  #sign(audience: Audience, facts: MemberFacts, endsAt: number, more: readonly unknown[] = []): Promise<string> {
    const { serviceId, usercode, username, email, phone } = facts;
    return this.#signer.sign([audience, serviceId, usercode, username, email, phone, endsAt, ...more]);
  }

  async #read(audience: Audience, token: string, wanted: string, now: number): Promise<MemberVisit | null> {
    const value = await this.#signer.open(token);
    if (!Array.isArray(value) || value[0] !== audience || value[1] !== wanted) return null;
    const [, serviceId, usercode, username, email, phone, endsAt, id = '', beganAt = 0] = value as [
      Audience,
      string,
      string,
      string,
      string,
      string,
      number,
      string?,
      number?,
    ];
    return endsAt > now ? { member: { serviceId, usercode, username, email, phone }, id, beganAt, endsAt } : null;
  }

  /** The role of requests cannot read it. */
  #memberKey(serviceId: string): Promise<string | null> {
    return this.#database.system(async (tx) => {
      const [row] = await tx
        .select({ key: organizations.memberKey })
        .from(organizations)
        .innerJoin(services, eq(services.organizationId, organizations.organizationId))
        .where(eq(services.serviceId, serviceId));
      return row?.key ?? null;
    });
  }
}
