import type { Thing } from '../answer.js';
import { each, fits, holds, numberIn, same, status, textIn } from '../expect.js';
import { formOfType, submissionTypes } from '../open-tickets.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { flag, listOf, mapOf, object, oneOf, orNull, text, whole } from '../schema.js';

const types = rulesOf('A.types', 'Open API: submission types');
const fields = rulesOf('A.fields', 'Open API: fields of a submission type');

const path = '/api/v2/ticket/categories.json';

const type = object({
  categoryId: whole,
  parent: whole,
  name: text,
  level: { type: 'integer', minimum: 1, maximum: 5 },
  path: text,
  orderNo: whole,
  languages: mapOf(text),
});

const field = object({
  fieldId: whole,
  code: text,
  type: oneOf(
    'text',
    'textarea',
    'dropdown',
    'checkbox',
    'radio',
    'date',
    'datetime',
    'date_period',
    'datetime_period',
    'agree',
    'caption',
    'file',
  ),
  title: text,
  description: orNull(text),
  placeholder: orNull(text),
  length: whole,
  required: flag,
  encrypt: flag,
  holdingText: flag,
  options: orNull(listOf({})),
  value: {},
});

async function found(run: Run, name: string, value: number): Promise<readonly unknown[]> {
  const answer = await run.plain('GET', path, { query: [[name, String(value)]] });
  return each(status(answer, 200).contents, 'categoryId').sort();
}

/** The numbers of what a type stands below, from the top. */
function above(all: readonly Thing[], one: Thing): unknown[] {
  const parent = all.find(({ categoryId }) => categoryId === one['parent']);
  return parent ? [...above(all, parent), parent['categoryId']] : [];
}

async function belowAnother(run: Run): Promise<Thing> {
  const one = (await submissionTypes(run)).find(({ parent }) => parent !== 0);
  if (!one) throw new LeftOut('no submission type stands below another');
  return one;
}

const typeRules: readonly Rule[] = [
  types.reads('list', 'Submission types have the documented fields', async (run) => {
    const { contents } = status(await run.plain('GET', path), 200);
    contents.forEach((one, index) => fits(one, type, `contents[${index}]`));
    holds(contents.length > 0, 'There is no submission type');
  }),
  types.reads('level', 'The level of a type is one more than that of the type above it', async (run) => {
    const all = await submissionTypes(run);
    const levels = new Map(all.map((one) => [one['categoryId'], numberIn(one, 'level')]));
    for (const one of all)
      same(one['level'], (levels.get(one['parent']) ?? 0) + 1, `The level of ${textIn(one, 'name')}`);
  }),
  types.reads('path', 'The path has the numbers of the types above, between backslashes', async (run) => {
    const all = await submissionTypes(run);
    for (const one of all) {
      const told = textIn(one, 'path');
      holds(/^\\+(?:\d+\\)*$/.test(told), `The path of ${textIn(one, 'name')} is ${told}`);
      const numbers = told.split('\\').filter(Boolean).map(Number);
      // Whether a type itself belongs to its path is not documented.
      if (numbers.at(-1) === one['categoryId']) numbers.pop();
      same(numbers, above(all, one), `The path of ${textIn(one, 'name')}`);
    }
  }),
  types.reads('parent', 'With `parent` the types below it come', async (run) => {
    const parent = numberIn(await belowAnother(run), 'parent');
    const all = await submissionTypes(run);
    const children = all.filter((one) => one['parent'] === parent);
    const told = await found(run, 'parent', parent);
    for (const one of children) holds(told.includes(one['categoryId']), `${textIn(one, 'name')} is missing`);
    const strange = told.find((id) => !above(all, all.find((one) => one['categoryId'] === id) ?? {}).includes(parent));
    holds(strange === undefined, `${String(strange)} does not stand below ${parent}`);
  }),
  types.reads('child', 'With `child` the types above it come', async (run) => {
    const one = await belowAnother(run);
    const told = (await found(run, 'child', numberIn(one, 'categoryId'))).filter((id) => id !== one['categoryId']);
    same(told, above(await submissionTypes(run), one).sort(), 'The types above');
  }),
  types.reads('language', 'A type is named in the language that was asked for', async (run) => {
    const [first] = await submissionTypes(run);
    const languages = Object.entries((first?.['languages'] ?? {}) as Readonly<Record<string, string>>);
    for (const [language, name] of languages) {
      const { contents } = status(await run.plain('GET', path, { query: [['language', language]] }), 200);
      const told = contents.find(({ categoryId }) => categoryId === first?.['categoryId']);
      same(told?.['name'], name, `The name with language=${language}`);
    }
  }),
];

const fieldRules: readonly Rule[] = [
  fields.reads('list', 'Fields have the documented properties', async (run) => {
    const form = await formOfType(run);
    form.fields.forEach((one, index) => fits(one, field, `contents[${index}]`));
  }),
  fields.reads('system', 'Subject, content and address are asked for, by the documented codes', async (run) => {
    const form = await formOfType(run);
    for (const code of ['subject', 'content', 'mail']) {
      const one = form.fields.find((other) => other['code'] === code);
      same(one?.['required'], true, `"required" of the field ${code}`);
    }
  }),
  fields.reads('options', 'What is chosen from has options', async (run) => {
    const choices = (await formOfType(run)).fields.filter(({ type: kind, code }) => {
      return ['dropdown', 'radio', 'checkbox'].includes(String(kind)) && code !== 'category';
    });
    const empty = choices.find(({ options }) => !Array.isArray(options) || options.length === 0);
    holds(!empty, `The field ${String(empty?.['code'])} has no options`);
  }),
  fields.reads('missing', 'Fields of a type that there is not are 404', async (run) => {
    status(await run.plain('GET', '/api/v2/ticket/field/user/999999999.json'), 404);
  }),
  fields.reads(
    'signed-or-not',
    'Fields come to signed calls and to others: the documentation says both',
    async (run) => {
      const form = await formOfType(run);
      const { contents } = status(await run.signed.get(`/api/v2/ticket/field/user/${form.categoryId}.json`), 200);
      same(each(contents, 'code'), each(form.fields, 'code'), 'The fields of the signed call');
    },
  ),
];

export const forms: readonly Rule[] = [...typeRules, ...fieldRules];
