// `npm run contract`: openapi.json and its types, from the server's schemas. `--check` only compares.
import openapi, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../demo/server/openapi.js';
import { generated } from './generated.js';

const document = JSON.parse(JSON.stringify(openApiDocument())) as OpenAPI3;

const verdict = await new Validator().validate(structuredClone(document) as never);
if (!verdict.valid) {
  process.stderr.write(`The OpenAPI document is not valid:\n${JSON.stringify(verdict.errors, null, 2)}\n`);
  process.exitCode = 1;
}

const types = astToString(await openapi(document));
const head = '/* Generated from openapi.json by `npm run contract`; edits are lost. */\n\n';

await generated('src/contract/openapi.json', `${JSON.stringify(document, null, 2)}\n`, 'npm run contract');
await generated('src/contract/types.ts', head + types, 'npm run contract');
