import type { Answer } from './answer.js';
import { fits } from './expect.js';
import { LeftOut } from './rule.js';
import type { Run } from './run.js';
import type { Schema } from './schema.js';

interface Operation {
  readonly responses?: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
}

/** The answer has the form that the document of the console (`openapi.json`) says. */
export function fitsDocument(run: Run, answer: Answer, method: string, path: string): void {
  const { document, resolve } = run.surroundings;
  const paths = (document as { paths?: Record<string, Record<string, Operation>> }).paths ?? {};
  const responses = paths[`/{serviceId}/openapi/v1/console${path}`]?.[method]?.responses;
  if (!responses) throw new LeftOut(`openapi.json does not have ${method} ${path}`);
  const response = responses[String(answer.status)] ?? responses['default'];
  const schema = response?.content?.['application/json']?.schema;
  if (schema) fits(answer.body, schema, 'The answer', resolve);
}
