import { and, eq, inArray, sql } from 'drizzle-orm';
import { usualPreferences, type Preferences, type SavedView } from '../../../src/domain/preferences.js';
import { parseSearch, searchText } from '../../../src/domain/search.js';
import type { Tx } from '../db/database.js';
import { fieldDefinitions, preferences } from '../db/schema.js';
import { Refusal, type FieldProblem } from '../refusal.js';
import { serviceOf, type AgentContext } from './context.js';
import { emit } from './events.js';

export type PreferenceChange = { readonly [Part in keyof Preferences]?: Preferences[Part] | undefined };

/** What the agent arranged; what he never touched is as usual. */
export async function readPreferences(tx: Tx, context: AgentContext): Promise<Preferences> {
  const [row] = await tx
    .select({ document: preferences.document })
    .from(preferences)
    .where(
      and(eq(preferences.serviceId, serviceOf(context)), eq(preferences.usercode, context.session.agent.usercode)),
    );
  return { ...usualPreferences, ...row?.document };
}

/** Keeps the parts that are told and tells the agent's other pages. */
export async function savePreferences(tx: Tx, context: AgentContext, change: PreferenceChange): Promise<Preferences> {
  await requireKnownFields(tx, context, change);
  const { usercode } = context.session.agent;
  const document = { ...change, ...(change.views && { views: readViews(change.views) }) };
  const told = JSON.stringify(document);
  const changed = await tx
    .insert(preferences)
    .values({ serviceId: serviceOf(context), usercode, document: sql`${told}::jsonb`, updatedAt: context.now })
    .onConflictDoUpdate({
      target: [preferences.serviceId, preferences.usercode],
      // Merged where the row is: two pages that save different parts keep both.
      set: { document: sql`${preferences.document} || excluded.document`, updatedAt: context.now },
      setWhere: sql`${preferences.document} || excluded.document <> ${preferences.document}`,
    })
    .returning({ usercode: preferences.usercode });
  if (changed.length > 0) await emit(tx, context, { topic: 'session', audience: usercode });
  return readPreferences(tx, context);
}

/** Saved views in the spelling that all strings of a list have. */
function readViews(views: readonly SavedView[]): SavedView[] {
  const problems: FieldProblem[] = [];
  const read = views.map((view, place) => {
    const { query, problems: found } = parseSearch(view.query);
    const field = `views.${place}.query`;
    problems.push(...found.map(({ field: part, code }) => ({ field, code, message: `${part} cannot be used` })));
    return { ...view, query: searchText(query) };
  });
  refuse(problems);
  return read;
}

/** Refuses fields that the service never had; those that it gave up may stay where an agent arranged them. */
async function requireKnownFields(tx: Tx, context: AgentContext, change: PreferenceChange): Promise<void> {
  const columns = [change.list, ...(change.views ?? [])].flatMap((one) => one?.columns ?? []).map(({ id }) => id);
  const used = [
    ...columns.map((id) => ({ part: 'columns', id })),
    ...(change.conditions ?? []).map((id) => ({ part: 'conditions', id })),
  ].filter(({ id }) => id.startsWith('f.'));
  if (used.length === 0) return;
  const codes = [...new Set(used.map(({ id }) => id.slice(2)))];
  const rows = await tx
    .select({ code: fieldDefinitions.code })
    .from(fieldDefinitions)
    .where(and(eq(fieldDefinitions.serviceId, serviceOf(context)), inArray(fieldDefinitions.code, codes)));
  const known = new Set(rows.map(({ code }) => `f.${code}`));
  refuse(
    used
      .filter(({ id }) => !known.has(id))
      .map(({ part, id }) => ({ field: part, code: 'unknown', message: `There is no field ${id}` })),
  );
}

function refuse(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}
