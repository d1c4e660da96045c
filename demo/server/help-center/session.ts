import type { Context } from 'hono';
import { languages, type Language } from '../../../src/domain/types.js';
import type { Api } from '../api.js';
import type { Tx } from '../db/database.js';
import { notFound } from '../refusal.js';
import { patience } from '../routes/open/endpoint.js';
import { findService, publicService, type ServiceContext, type ServiceRow } from '../services/context.js';
import { visitLifetime, type MemberFacts, type Members } from '../services/open/member-link.js';
import { isServiceName } from '../services/open/open-service.js';
import { namedLanguage } from '../services/open/told-language.js';
import type { View } from './page.js';

const cookieName = 'help_center';

/** Whoever asks for a page of the help center, and how it is shown. */
export interface Visit {
  readonly context: ServiceContext;
  readonly view: View;
  readonly member: MemberFacts | null;
  /** To which forms are bound. */
  readonly id: string;
  /** The cookie with which the visit goes on, where it would be over soon. */
  readonly renewed?: string | undefined;
}

type Known = Pick<ServiceRow, 'serviceId' | 'name' | 'language' | 'languages' | 'hostOrigins'>;

function cookieIn(c: Context): string {
  const pairs = (c.req.header('Cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
}

/** Where the server is reached, as browsers see it. */
export function publicOrigin(api: Api, c: Context): string {
  return new URL(api.deps.publicOrigin ?? c.req.url).origin;
}

/** Keeps the visit of a member in the browser: for the help center of this service only, and out of the reach of scripts. */
export function visitCookie(api: Api, c: Context, serviceId: string, token: string): string {
  const isSecure = publicOrigin(api, c).startsWith('https:');
  // Inside a page of the host it is another site's cookie, which browsers keep only so.
  const where = isSecure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  // Without a token browsers forget the one that they have.
  const age = token === '' ? 0 : visitLifetime / 1000;
  return `${cookieName}=${token}; Path=/${serviceId}/hc/; Max-Age=${age}; HttpOnly; ${where}`;
}

/** A language that somebody reads who asks for a service that is not known. */
function readLanguage(c: Context): Language {
  const read =
    c.req
      .header('Accept-Language')
      ?.toLowerCase()
      .match(/[a-z]{2,}/g) ?? [];
  return languages.find((one) => one === read.find((code) => languages.some((known) => known === code))) ?? 'en';
}

function viewOf(c: Context, service: Known, leaveMark: string | null): View {
  const asked = namedLanguage(service, c.req.query('language'));
  return {
    serviceId: service.serviceId,
    serviceName: service.name,
    language: asked ?? service.language,
    named: asked !== null,
    framed: c.req.query('iframe') === 'true',
    hostOrigins: service.hostOrigins,
    leaveMark,
  };
}

/** Who asks for pages. */
export class Visits {
  readonly #api: Api;
  readonly #members: Members;
  readonly #seen = new Map<string, Known>();

  constructor(api: Api, members: Members) {
    this.#api = api;
    this.#members = members;
  }

  async of(c: Context): Promise<Visit> {
    const { deps } = this.#api;
    const serviceId = c.req.param('serviceId') ?? '';
    if (!isServiceName(serviceId)) throw notFound();
    const service = await this.#api.customers.take(() =>
      deps.database.transaction({ serviceId, patience: patience.open }, (tx: Tx) => findService(tx, serviceId)),
    );
    if (!service) throw notFound();
    this.#seen.set(serviceId, service);
    const context = { service: publicService(service), now: deps.now(), client: deps.clientAddress(c) };
    const visit = await this.#members.readVisit(cookieIn(c), serviceId, context.now);
    const longer = visit && (await this.#members.goOn(visit, context.now));
    return {
      context,
      view: viewOf(c, service, visit && (await this.#members.formMark(visit.id))),
      member: visit?.member ?? null,
      id: visit?.id ?? '',
      renewed: longer ? visitCookie(this.#api, c, serviceId, longer) : undefined,
    };
  }

  /** How a page is shown while the service cannot be read. */
  unread(c: Context): View {
    const serviceId = c.req.param('serviceId') ?? '';
    const unknown = { serviceId, name: '', language: readLanguage(c), languages, hostOrigins: [] };
    return viewOf(c, this.#seen.get(serviceId) ?? unknown, null);
  }
}
