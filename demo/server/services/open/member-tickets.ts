import { and, eq, sql, type SQL } from 'drizzle-orm';
import { channels, statuses, type Language, type Status } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import type { OpenPage } from '../../http/open-envelope.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';
import type { OpenAttachment } from './files.js';
import { readSort, type SortStep } from './sort.js';
import { customerHtml } from './text.js';
import { readToldEntries, type ToldEntry } from './told-entries.js';
import { toldLanguage } from './told-language.js';
import { namesAmong, typeNames, typesOf, type NamesOfType, type StoredType } from './type-names.js';
import {
  displayDay,
  entryTypeNames,
  openStatusOf,
  statusesTold,
  statusNames,
  type OpenEntryType,
  type OpenSource,
  type OpenStatus,
} from './wording.js';

/** A ticket as its member sees it in a list. */
export interface OpenTicket {
  readonly ticketId: string;
  readonly subject: string;
  readonly categoryId: number | null;
  readonly categoryName: string;
  readonly categoryFullName: string;
  readonly status: OpenStatus;
  readonly statusName: string;
  readonly createdDt: number;
  readonly updatedDt: number;
  readonly displayDt: string;
}

export interface OpenEntry {
  readonly content: string;
  readonly type: OpenEntryType;
  readonly typeName: string;
  readonly createdDt: number;
  readonly displayDt: string;
  readonly attachments: readonly OpenAttachment[] | null;
}

export interface OpenTicketDetail extends OpenTicket {
  readonly content: string;
  readonly contents: readonly OpenEntry[];
  readonly attachments: readonly OpenAttachment[] | null;
}

export interface MemberListArgs {
  readonly usercode: string;
  readonly categoryId?: number | undefined;
  readonly status?: readonly OpenStatus[] | undefined;
  readonly source: readonly OpenSource[];
  readonly sort: readonly SortStep<SortField>[];
  readonly language?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

const sortable = { updatedDt: 'updated_at', createdDt: 'created_at' } as const;

type SortField = keyof typeof sortable;

/** Reads the order of a list. */
export function memberSort(told: string): SortStep<SortField>[] {
  return readSort(told, Object.keys(sortable) as SortField[]);
}

/** What a member may see: what was opened for him, and is no spam. */
function seenBy(context: ServiceContext, usercode: string): SQL | undefined {
  return and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.memberCode, usercode), eq(tickets.spam, false));
}

/**
 * What became of a ticket by answers that customers are told. While one can still be taken back, what came before it; but for
 * what somebody else made of the ticket since. Stands in a query of `tickets`.
 */
function toldStatus({ now }: ServiceContext): SQL<Status> {
  return sql<Status>`coalesce((select (array_agg(m.former ->> 'status' order by m.created_at, m.mail_id))[1] from mails m
    where m.service_id = tickets.service_id and m.ticket_id = tickets.ticket_id and m.state = 'queued' and m.until > ${now}
    having bool_or(coalesce((tickets.touched ->> 'status')::integer, 0) <= (m.former ->> 'version')::integer)),
    tickets.status::text)`;
}

const { ticketId, subject, categoryId, createdAt, updatedAt } = tickets;
const facts = (context: ServiceContext) => {
  return { ticketId, subject, categoryId, status: toldStatus(context), createdAt, updatedAt };
};

type Facts = Pick<typeof tickets.$inferSelect, keyof ReturnType<typeof facts>>;

/** Reads what `tellMemberTickets` tells, as one JSON value. */
export function memberTicketsQuery(context: ServiceContext, args: MemberListArgs): SQL {
  const { usercode, page, pageSize, sort, source } = args;
  const where = sql.join(
    [
      sql`service_id = ${serviceOf(context)} and member_code = ${usercode} and not spam`,
      // Numbers instead of names, so that an index can be used.
      sql.raw(`channel_rank in (${source.map((one) => channels.indexOf(one)).join()})`),
      ...(args.status ? [sql.raw(`status_rank in (${ranksOf(args.status)})`)] : []),
      ...(args.categoryId === undefined ? [] : [sql`category_id = ${args.categoryId}`]),
    ],
    sql` and `,
  );
  const order = sort.map(({ field, descending }) => `${sortable[field]} ${descending ? 'desc' : 'asc'}`).join();
  // One statement, written out: it is what customers ask most, and putting it together takes longer than running it.
  return sql`select json_build_object('list',
    (select coalesce(json_agg(json_build_object('ticketId', ticket_id, 'subject', subject, 'categoryId', category_id,
      'status', told_status, 'createdAt', created_at, 'updatedAt', updated_at)), '[]')
      from (select *, ${toldStatus(context)} as told_status from tickets where ${where} order by ${sql.raw(order)}, ticket_id desc
        limit ${pageSize} offset ${(page - 1) * pageSize}) as list), 'total',
    (select count(*)::integer from tickets where ${where}), 'types',
    ${typesOf(context)}) as found`;
}

/** One page of the tickets of a member. */
export function tellMemberTickets(
  context: ServiceContext,
  { page, pageSize, ...args }: MemberListArgs,
  found: MemberTicketsFound,
): OpenPage<OpenTicket> {
  const told = toldLanguage(context, args.language);
  const toldOf = teller(context, told, namesAmong(found.types, context, told));
  return { contents: found.list.map(toldOf), total: found.total, pageNum: page, pageSize };
}

export async function readMemberTickets(
  tx: Tx,
  context: ServiceContext,
  args: MemberListArgs,
): Promise<OpenPage<OpenTicket>> {
  const { rows } = (await tx.execute(memberTicketsQuery(context, args))) as unknown as {
    rows: readonly { found: MemberTicketsFound }[];
  };
  const [row] = rows;
  if (!row) throw new Error('A statement without a table has one row');
  return tellMemberTickets(context, args, row.found);
}

function ranksOf(wanted: readonly OpenStatus[]): string {
  return wanted
    .flatMap(statusesTold)
    .map((one) => statuses.indexOf(one))
    .join();
}

/** What `memberTicketsQuery` finds. */
export interface MemberTicketsFound {
  readonly list: readonly Facts[];
  readonly total: number;
  readonly types: readonly StoredType[];
}

function teller(context: ServiceContext, told: Language, namesOf: NamesOfType): (row: Facts) => OpenTicket {
  const { timeZone } = context.service;
  return (row) => {
    const is = openStatusOf(row.status);
    return {
      ticketId: row.ticketId,
      subject: row.subject,
      ...namesOf(row.categoryId),
      status: is,
      statusName: statusNames[told][is],
      createdDt: row.createdAt,
      updatedDt: row.updatedAt,
      displayDt: displayDay(row.createdAt, timeZone),
    };
  };
}

function listed(files: readonly OpenAttachment[]): readonly OpenAttachment[] | null {
  return files.length > 0 ? files : null;
}

export function toldEntry(context: ServiceContext, entry: ToldEntry, told: Language): OpenEntry {
  const { service } = context;
  return {
    content: customerHtml(service.serviceId, entry.body),
    type: entry.type,
    typeName: entryTypeNames[told][entry.type],
    createdDt: entry.at,
    displayDt: displayDay(entry.at, service.timeZone),
    attachments: listed(entry.attachments),
  };
}

/** The ticket of a member. Another's is not there. */
export async function findMemberTicket(
  tx: Tx,
  context: ServiceContext,
  { usercode, ticketId: wanted }: { readonly usercode: string; readonly ticketId: string },
): Promise<Facts> {
  const [row] = await tx
    .select(facts(context))
    .from(tickets)
    .where(and(seenBy(context, usercode), eq(tickets.ticketId, wanted)));
  if (!row) throw notFound();
  return row;
}

export async function readMemberTicket(
  tx: Tx,
  context: ServiceContext,
  args: { readonly usercode: string; readonly ticketId: string; readonly language?: string | undefined },
): Promise<OpenTicketDetail> {
  const row = await findMemberTicket(tx, context, args);
  return withCourse(tx, context, row, toldLanguage(context, args.language));
}

/** A ticket that was just opened, for a member or for nobody that is known. */
export async function readOpened(
  tx: Tx,
  context: ServiceContext,
  { ticketId: opened, language: told }: { readonly ticketId: string; readonly language: Language },
): Promise<OpenTicketDetail> {
  const [row] = await tx
    .select(facts(context))
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, opened)));
  if (!row) throw notFound();
  return withCourse(tx, context, row, told);
}

async function withCourse(tx: Tx, context: ServiceContext, row: Facts, told: Language): Promise<OpenTicketDetail> {
  const entries = await readToldEntries(tx, context, row.ticketId);
  const first = entries.find(({ kind }) => kind === 'inquiry');
  const later = entries.filter((entry) => entry !== first).reverse();
  const toldOf = teller(context, told, await typeNames(tx, context, told));
  return {
    ...toldOf(row),
    content: first ? customerHtml(context.service.serviceId, first.body) : '',
    contents: later.map((entry) => toldEntry(context, entry, told)),
    attachments: listed(first?.attachments ?? []),
  };
}
