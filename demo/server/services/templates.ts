import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { templateLimits, type CodeValues, type FilledTemplate, type Template } from '../../../src/domain/templates.js';
import type { Tx } from '../db/database.js';
import { templates, tickets } from '../db/schema.js';
import { invalid, notFound, Refusal } from '../refusal.js';
import { requireAdministrator } from './admin/administrators.js';
import { answerBody } from './answer-mail.js';
import { audit } from './audit.js';
import { serviceOf, type AgentContext } from './context.js';
import { forgetTemplateFiles, keepForTemplate, lendPictures } from './file-copies.js';
import { styledHtml } from './mail/inline-styles.js';
import { codeValues, fillCodes, newCodeValues } from './replacement.js';
import { requireKnownType } from './tickets/process.js';

/** What is told to make a template, or to change one. */
export interface TemplateValues {
  readonly name: string;
  readonly code: string | null;
  readonly handlingTypeId: number | null;
  readonly shared: boolean;
  readonly html: string;
}

export interface TemplateVersion {
  readonly templateId: number;
  readonly expectedVersion: number;
}

/** Most templates that one agent can have, and a service beside them. */
const mostTemplates = 500;

function wire({
  templateId,
  name,
  code,
  handlingTypeId,
  owner,
  html,
  used,
  version,
  updatedAt,
}: TemplateRow): Template {
  return { templateId, name, code, handlingTypeId, owner, html, used, version, updatedAt };
}

type TemplateRow = typeof templates.$inferSelect;

/** What this agent sees: the own ones and those of everybody. */
function visible(context: AgentContext) {
  return and(
    eq(templates.serviceId, serviceOf(context)),
    or(isNull(templates.owner), eq(templates.owner, context.session.agent.usercode)),
  );
}

/** Own and shared templates, by name. */
export async function readTemplates(tx: Tx, context: AgentContext): Promise<Template[]> {
  const rows = await tx
    .select()
    .from(templates)
    .where(visible(context))
    .orderBy(asc(templates.name), asc(templates.templateId));
  return rows.map(wire);
}

/** One that this agent may change, held until the transaction ends. */
async function lockTemplate(
  tx: Tx,
  context: AgentContext,
  { templateId, expectedVersion }: TemplateVersion,
): Promise<TemplateRow> {
  const [row] = await tx
    .select()
    .from(templates)
    .where(and(visible(context), eq(templates.templateId, templateId)))
    .for('update');
  if (!row) throw notFound();
  if (row.owner === null) requireAdministrator(context);
  if (row.version !== expectedVersion)
    throw new Refusal(409, 'version_conflict', 'Somebody else changed it', { content: wire(row) });
  return row;
}

/** Codes are looked up and kept by one at a time, so that no two agents take the same. */
async function lockCodes(tx: Tx, context: AgentContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${serviceOf(context)}/templates`}, 0))`);
}

/** A code means one template, for everybody who sees it: a shared one is seen by all. */
async function requireFreeCode(
  tx: Tx,
  context: AgentContext,
  { code, shared }: TemplateValues,
  templateId: number | null,
): Promise<void> {
  if (code === null) return;
  const [taken] = await tx
    .select({ templateId: templates.templateId })
    .from(templates)
    .where(
      and(
        shared ? eq(templates.serviceId, serviceOf(context)) : visible(context),
        sql`lower(${templates.code}) = lower(${code})`,
        templateId === null ? undefined : ne(templates.templateId, templateId),
      ),
    )
    .limit(1);
  if (taken) throw invalid('code', 'taken', 'Another template has this code');
}

/** What is stored of the values that were told. */
async function checked(
  tx: Tx,
  context: AgentContext,
  values: TemplateValues,
): Promise<Pick<TemplateRow, 'name' | 'code' | 'handlingTypeId' | 'owner' | 'html'>> {
  const { name, code, handlingTypeId, shared } = values;
  if (shared) requireAdministrator(context);
  if (handlingTypeId !== null) await requireKnownType(tx, context, handlingTypeId);
  const body = answerBody(values.html);
  const html = styledHtml(body);
  if (body.text.trim() === '') throw invalid('html', 'required', 'A text is needed');
  if (html.length > templateLimits.html) throw invalid('html', 'too_big', `At most ${templateLimits.html} characters`);
  return { name, code, handlingTypeId, owner: shared ? null : context.session.agent.usercode, html };
}

export async function addTemplate(tx: Tx, context: AgentContext, values: TemplateValues): Promise<Template> {
  const stored = await checked(tx, context, values);
  await lockCodes(tx, context);
  await requireFreeCode(tx, context, values, null);
  const owned = stored.owner === null ? isNull(templates.owner) : eq(templates.owner, stored.owner);
  const count = await tx.$count(templates, and(eq(templates.serviceId, serviceOf(context)), owned));
  if (count >= mostTemplates) throw invalid('name', 'too_many', `At most ${mostTemplates} templates`);
  const [row] = await tx
    .insert(templates)
    .values({ serviceId: serviceOf(context), ...stored, updatedAt: context.now })
    .returning();
  if (!row) throw new Error('An inserted template is there');
  if (values.shared) await note(tx, context, 'template_kept', row);
  return wire(await withPictures(tx, context, row));
}

/** The pictures of its text are its own: it shows them to everybody who sees it, for as long as it is there. */
async function withPictures(tx: Tx, context: AgentContext, row: TemplateRow): Promise<TemplateRow> {
  const html = await keepForTemplate(tx, context, row.templateId, row.html);
  if (html === row.html) return row;
  await tx
    .update(templates)
    .set({ html })
    .where(and(eq(templates.serviceId, row.serviceId), eq(templates.templateId, row.templateId)));
  return { ...row, html };
}

export async function changeTemplate(
  tx: Tx,
  context: AgentContext,
  { templateId, expectedVersion, ...values }: TemplateVersion & TemplateValues,
): Promise<Template> {
  await lockCodes(tx, context);
  const before = await lockTemplate(tx, context, { templateId, expectedVersion });
  const stored = await checked(tx, context, values);
  await requireFreeCode(tx, context, values, templateId);
  const [row] = await tx
    .update(templates)
    .set({ ...stored, version: before.version + 1, updatedAt: context.now })
    .where(and(eq(templates.serviceId, serviceOf(context)), eq(templates.templateId, templateId)))
    .returning();
  if (!row) throw new Error('A locked template is there');
  if (values.shared || before.owner === null) await note(tx, context, 'template_kept', row);
  return wire(await withPictures(tx, context, row));
}

export async function removeTemplate(
  tx: Tx,
  context: AgentContext,
  args: TemplateVersion,
): Promise<{ templateId: number }> {
  const row = await lockTemplate(tx, context, args);
  const { templateId } = row;
  await tx
    .delete(templates)
    .where(and(eq(templates.serviceId, serviceOf(context)), eq(templates.templateId, templateId)));
  await forgetTemplateFiles(tx, context, templateId);
  if (row.owner === null) await note(tx, context, 'template_removed', row);
  return { templateId };
}

/** Everybody writes to customers what stands in a shared template. */
async function note(
  tx: Tx,
  context: AgentContext,
  kind: 'template_kept' | 'template_removed',
  { templateId, version, owner }: TemplateRow,
): Promise<void> {
  await audit(tx, context, { kind, data: { templateId, version, shared: owner === null } });
}

export interface Filling {
  readonly templateId: number;
  /** Without one it is for a ticket that is being written. */
  readonly ticketId?: string | undefined;
  readonly values: CodeValues;
}

/** A template as it goes into the answer to a ticket, or into a new one; that is counted. */
export async function fillTemplate(
  tx: Tx,
  context: AgentContext,
  { templateId, ticketId, values }: Filling,
): Promise<FilledTemplate> {
  const known = ticketId === undefined ? newCodeValues(context, values) : await valuesOf(tx, context, ticketId);
  const [row] = await tx
    .update(templates)
    .set({ used: sql`${templates.used} + 1` })
    .where(and(visible(context), eq(templates.templateId, templateId)))
    .returning();
  if (!row) throw notFound();
  return { templateId, ...fillCodes(await lendPictures(tx, context, row.html), known) };
}

async function valuesOf(tx: Tx, context: AgentContext, ticketId: string): Promise<CodeValues> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  return codeValues(tx, context, ticket);
}
