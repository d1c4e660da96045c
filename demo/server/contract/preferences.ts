import { z } from '@hono/zod-openapi';
import { mostWidth } from '../../../src/domain/column-changes.js';
import { columnNames, densities, leastWidth } from '../../../src/domain/columns.js';
import { mostViews } from '../../../src/domain/preferences.js';
import { boardItems } from '../../../src/domain/board-items.js';
import { searchFields } from '../../../src/domain/search.js';
import { sideTools } from '../../../src/domain/side-tools.js';

/** Most columns of a list. */
const mostColumns = 60;
/** Longest search string of a saved view. */
const longestQuery = 4_000;

/** One of some names, or a field of the service. */
function orOwn(names: readonly string[]) {
  return z.string().regex(new RegExp(`^(?:${names.join('|')}|f\\.[A-Za-z][A-Za-z0-9_]{0,49})$`));
}

function unique<T extends z.ZodType>(item: T, most: number, key: (value: z.output<T>) => string) {
  return z
    .array(item)
    .max(most)
    .refine((all) => new Set(all.map(key)).size === all.length, { message: 'Each may be there once' });
}

const column = z
  .strictObject({ id: orOwn(columnNames), width: z.number().min(leastWidth).max(mostWidth).nullable() })
  .openapi('ColumnState');
const columns = unique(column, mostColumns, ({ id }) => id).nullable();

const savedView = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    name: z.string().trim().min(1).max(60),
    query: z.string().max(longestQuery).openapi({ description: 'The search string of the list' }),
    columns,
  })
  .openapi('SavedView');

const rail = z
  .strictObject({
    order: unique(z.enum(sideTools), sideTools.length, (tool) => tool),
    open: z.enum(sideTools).nullable(),
    folded: z.boolean(),
  })
  .openapi('RailState', { description: 'Tools beside a ticket; the order may lack some' });

const few = <T extends z.ZodType>(value: T, most: number) =>
  z
    .record(z.string().min(1).max(60), value)
    .refine((all) => Object.keys(all).length <= most, { message: `At most ${most}` });

const parts = {
  list: z.strictObject({ columns, density: z.enum(densities).nullable(), isCollapsed: z.boolean() }),
  conditions: unique(orOwn(Object.keys(searchFields)), 100, (name) => name).nullable(),
  views: unique(savedView, mostViews, ({ id }) => id),
  shortcuts: z.strictObject({ isOn: z.boolean(), keys: few(z.string().max(40), 60) }),
  board: z.strictObject({
    orientation: z.enum(['horizontal', 'vertical']).optional(),
    items: unique(z.enum(boardItems), boardItems.length, (name) => name).optional(),
    sound: z.boolean().optional(),
    notify: z.boolean().optional(),
  }),
  layout: few(z.union([z.number(), z.boolean(), z.null()]), 60).nullable(),
  rail,
};

export const preferences = z.object(parts).openapi('Preferences');

/** Parts that are not told stay as they are. */
export const preferencesBody = z.strictObject(parts).partial().openapi('PreferencesRequest');
