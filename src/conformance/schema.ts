/** As much of JSON Schema as the documents need. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Resolve = (ref: string) => Schema | undefined;

/** Finds a schema by a reference such as `#/components/schemas/Ticket`. */
export function resolverOf(document: unknown): Resolve {
  return (ref) =>
    ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document) as Schema;
}

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isSafeInteger,
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

function told(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** What of a value does not fit its schema, or null where all of it does. Properties that are not named are welcome. */
export function mismatch(value: unknown, schema: Schema, resolve: Resolve = () => undefined, at = 'it'): string | null {
  if (schema.$ref !== undefined) return mismatch(value, resolve(schema.$ref) ?? {}, resolve, at);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => kinds[type]?.(value))) {
    return `${at} is ${told(value)}, not ${types.join(' or ')}`;
  }
  if (schema.enum && !schema.enum.includes(value)) return `${at} is ${told(value)}, none of ${told(schema.enum)}`;
  if (schema.const !== undefined && value !== schema.const) return `${at} is ${told(value)}, not ${told(schema.const)}`;
  return (
    limits(value, schema, at) ??
    combined(value, schema, resolve, at) ??
    (Array.isArray(value) ? itemsOf(value, schema, resolve, at) : null) ??
    (kinds['object']?.(value) ? propertiesOf(value as Record<string, unknown>, schema, resolve, at) : null)
  );
}

function limits(value: unknown, { pattern, minimum, maximum }: Schema, at: string): string | null {
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    return `${at} is ${told(value)}, which does not have the form ${pattern}`;
  }
  if (typeof value !== 'number') return null;
  if (minimum !== undefined && value < minimum) return `${at} is ${value}, less than ${minimum}`;
  return maximum !== undefined && value > maximum ? `${at} is ${value}, more than ${maximum}` : null;
}

function combined(value: unknown, { anyOf, oneOf, allOf }: Schema, resolve: Resolve, at: string): string | null {
  for (const schema of allOf ?? []) {
    const wrong = mismatch(value, schema, resolve, at);
    if (wrong) return wrong;
  }
  const choices = [...(anyOf ?? []), ...(oneOf ?? [])];
  if (choices.length === 0) return null;
  const wrongs = choices.map((schema) => mismatch(value, schema, resolve, at));
  // What is said of the choice that is meant: the others differ in their kind.
  return wrongs.includes(null) ? null : (wrongs.find((wrong) => !wrong?.startsWith(`${at} is`)) ?? wrongs[0] ?? null);
}

function itemsOf(value: readonly unknown[], schema: Schema, resolve: Resolve, at: string): string | null {
  for (const [index, item] of value.entries()) {
    const one = schema.prefixItems?.[index] ?? schema.items;
    const wrong = one && mismatch(item, one, resolve, `${at}[${index}]`);
    if (wrong) return wrong;
  }
  return null;
}

function propertiesOf(value: Record<string, unknown>, schema: Schema, resolve: Resolve, at: string): string | null {
  for (const name of schema.required ?? []) if (!(name in value)) return `${at} has no "${name}"`;
  const { properties = {}, additionalProperties: others } = schema;
  for (const [name, inner] of Object.entries(value)) {
    const one = properties[name] ?? (typeof others === 'object' ? others : undefined);
    const wrong = one && inner !== undefined ? mismatch(inner, one, resolve, `${at}.${name}`) : null;
    if (wrong) return wrong;
  }
  return null;
}

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const flag: Schema = { type: 'boolean' };
/** Epoch milliseconds: seconds or texts are a common slip. */
export const time: Schema = { type: 'integer', minimum: 1_000_000_000_000, maximum: 100_000_000_000_000 };
export const anything: Schema = {};

export function form(pattern: string): Schema {
  return { type: 'string', pattern };
}

export function oneOf(...values: readonly unknown[]): Schema {
  return { enum: values };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

/** An object with these properties; `more` may be absent. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  more: Readonly<Record<string, Schema>> = {},
): Schema {
  return { type: 'object', properties: { ...properties, ...more }, required: Object.keys(properties) };
}
