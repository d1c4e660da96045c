import type { Call, Operation, Parameter, Schema } from './document.js';
import { escape, prose, table } from './markup.js';
import { notesOf, renderSchema, typeOf } from './schemas.js';

/** Who may make a call. */
function accessOf({ security, tags }: Operation): string {
  if (security?.some((one) => 'serviceSignature' in one))
    return 'Common authentication: <a href="#signature">signed</a> with the service key.';
  if (security?.some((one) => 'agentToken' in one)) return 'The <a href="#token">token of an agent</a>.';
  return tags.includes('open') ? 'Nothing; a signature is taken and not looked at.' : 'Nothing.';
}

function parametersOf(call: Call): string {
  // Every call has it; it is told once.
  const told = (call.operation.parameters ?? []).filter(({ name }) => name !== 'serviceId');
  if (told.length === 0) return '';
  const cells = told.map((parameter: Parameter) => [
    `<code>${escape(parameter.name)}</code>`,
    parameter.in,
    typeOf(parameter.schema),
    parameter.required ? 'yes' : 'no',
    notesOf({ ...parameter.schema, description: parameter.description ?? parameter.schema.description }),
  ]);
  const label = `Parameters of ${call.method} ${call.path}`;
  return `<h5>Parameters</h5>${table(label, ['Name', 'In', 'Type', 'Required', 'Meaning'], cells)}`;
}

function bodyOf(call: Call): string {
  const { requestBody } = call.operation;
  if (!requestBody) return '';
  return Object.entries(requestBody.content)
    .map(
      ([type, { schema }]) =>
        `<h5>Body <code>${escape(type)}</code>${requestBody.required ? '' : ' (optional)'}</h5>${renderSchema(schema, `Body of ${call.method} ${call.path}`)}`,
    )
    .join('\n');
}

/** What stands in the envelope; the envelope itself is the same everywhere. */
function inside(schema: Schema): Schema {
  const result = schema.properties?.['result'];
  return schema.properties?.['header'] && result ? result : schema;
}

function answersOf(call: Call): string {
  return Object.entries(call.operation.responses)
    .map(([status, { description, content }]) => {
      const name = status === 'default' ? 'Every other answer' : `Answer ${status}`;
      const shapes = Object.entries(content ?? {}).map(([type, { schema }]) => {
        const within = inside(schema);
        const media = type === 'application/json' ? '' : `<p><code>${escape(type)}</code></p>`;
        const label = `${name} of ${call.method} ${call.path}`;
        const isEnvelope = within !== schema;
        return `${media}${isEnvelope ? '<p>In <code>result</code>:</p>' : ''}${renderSchema(within, label)}`;
      });
      return `<h5>${name}</h5><p>${prose(description)}</p>${shapes.join('\n')}`;
    })
    .join('\n');
}

/** One call with everything that is known of it. */
export function renderCall(call: Call): string {
  const { id, method, path, operation } = call;
  return `<section class="call" id="${escape(id)}">
<h4><span class="method">${method}</span> <code>${escape(path)}</code></h4>
<p>${prose(operation.summary)}${operation.description ? `. ${prose(operation.description)}` : ''}</p>
<p class="access">Needs: ${accessOf(operation)}</p>
${parametersOf(call)}${bodyOf(call)}${answersOf(call)}
</section>`;
}
