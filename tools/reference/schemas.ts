import type { Schema } from './document.js';
import { escape, prose, table } from './markup.js';

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The name of a schema as a link to it. */
function link(ref: string): string {
  const name = nameOf(ref);
  return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
}

/** What a value looks like, in one line. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return link(schema.$ref);
  const choices = schema.anyOf ?? schema.oneOf;
  // That a blank value counts as none needs no telling.
  if (choices)
    return choices
      .filter((one) => one.enum?.join() !== '')
      .map(typeOf)
      .join(' or ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' and ');
  if (schema.enum) return schema.enum.map((value) => `<code>${escape(JSON.stringify(value))}</code>`).join(' ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
  if (schema.items) return `array of ${typeOf(schema.items)}${isNullable(schema) ? ' or null' : ''}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['anything']);
  const names = types.map((type) => (type === 'object' ? mapOf(schema) : type)).join(' or ');
  return schema.format ? `${names} (${escape(schema.format)})` : names;
}

function isNullable({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('null');
}

function mapOf({ additionalProperties, properties }: Schema): string {
  if (properties || typeof additionalProperties !== 'object') return 'object';
  return `object of ${typeOf(additionalProperties)}`;
}

/** Its limits and its meaning. */
export function notesOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  const range = (least: number | undefined, most: number | undefined, unit: string): string => {
    // Bounds of the integers themselves say nothing.
    const low = least === undefined || Math.abs(least) >= Number.MAX_SAFE_INTEGER ? undefined : least;
    const high = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;
    if (low === undefined && high === undefined) return '';
    return `${low === undefined ? 'at most' : high === undefined ? 'at least' : ''} ${[low, high].filter((one) => one !== undefined).join(' to ')}${unit}`.trim();
  };
  const limits = [
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'),
    pattern ? `<code>${escape(pattern)}</code>` : '',
    schema.default === undefined ? '' : `default <code>${escape(JSON.stringify(schema.default))}</code>`,
  ].filter(Boolean);
  return [schema.description ? prose(schema.description) : '', limits.join('; ')].filter(Boolean).join('<br>');
}

type Row = readonly [name: string, type: string, isRequired: boolean, notes: string];

/** The properties of an object and of what stands inside it, which has no name of its own. */
function rowsOf(schema: Schema, before = ''): readonly Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): readonly Row[] => {
    const full = `${before}${name}`;
    const row: Row = [full, typeOf(property), schema.required?.includes(name) ?? false, notesOf(property)];
    const inner = property.properties ? rowsOf(property, `${full}.`) : [];
    const entries = property.items?.properties ? rowsOf(property.items, `${full}[].`) : [];
    return [row, ...inner, ...entries];
  });
}

/** A schema in full: its properties as a table, or its line. */
export function renderSchema(schema: Schema, label: string): string {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives?.some(({ properties }) => properties)) {
    return alternatives.map((one, index) => renderSchema(one, `${label}, alternative ${index + 1}`)).join('\n');
  }
  if (schema.allOf) return schema.allOf.map((one) => renderSchema(one, label)).join('\n');
  const rows = rowsOf(schema);
  const notes = notesOf(schema);
  if (rows.length === 0) return `<p>${typeOf(schema)}${notes ? `. ${notes}` : ''}</p>`;
  const cells = rows.map(([name, type, isRequired, said]) => [
    `<code>${escape(name)}</code>`,
    type,
    isRequired ? 'yes' : 'no',
    said,
  ]);
  return `${notes ? `<p>${notes}</p>` : ''}${table(label, ['Name', 'Type', 'Required', 'Meaning'], cells)}`;
}
