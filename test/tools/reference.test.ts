import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, it } from 'vitest';
import { at } from '../../tools/project.js';
import { callsOf, type ApiDocument } from '../../tools/reference/document.js';
import { renderReference } from '../../tools/reference/page.js';

const document = JSON.parse(readFileSync(at('src/contract/openapi.json'), 'utf8')) as ApiDocument;

/** Every element of the page, in order. */
function elementsOf(page: string): readonly Tree.Element[] {
  const all: Tree.Element[] = [];
  const walk = (node: Tree.ParentNode): void => {
    for (const child of node.childNodes) {
      if ('tagName' in child) all.push(child);
      if ('childNodes' in child) walk(child);
    }
  };
  walk(parse(page));
  return all;
}

const attribute = ({ attrs }: Tree.Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const page = renderReference(document);
const elements = elementsOf(page);
const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);

it('has every call and every schema of the contract, each under one name', () => {
  const calls = callsOf(document);
  expect(calls.length).toBeGreaterThan(50);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(calls.map(({ id }) => id)));
  expect(ids).toEqual(expect.arrayContaining(Object.keys(document.components.schemas).map((name) => `schema-${name}`)));
});

it('leads nowhere that is not there', () => {
  const targets = elements.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? '') : []));
  expect(targets.filter((target) => !target.startsWith('#') || !ids.includes(target.slice(1)))).toEqual([]);
});

it('loads and runs nothing that a strict policy refuses', () => {
  const inline = elements.filter(
    (element) =>
      element.tagName === 'style' ||
      (element.tagName === 'script' && !attribute(element, 'src')) ||
      element.attrs.some(({ name }) => name === 'style' || name.startsWith('on')),
  );
  expect(inline).toEqual([]);
  const sources = elements.flatMap((element) => attribute(element, 'src') ?? []);
  expect(sources).toEqual(['reference.js']);
});

it('shows text of the contract as text', () => {
  const hostile: ApiDocument = {
    paths: {
      '/{serviceId}/x.json': { get: { summary: '<img src=x onerror=1>', tags: ['open'], responses: {} } },
    },
    components: {
      schemas: { A: { description: '</td><script>1</script>', properties: { '<b>': { type: 'string' } } } },
    },
  };
  const tags = elementsOf(renderReference(hostile)).map(({ tagName }) => tagName);
  expect(tags.filter((tag) => tag === 'script')).toHaveLength(1);
  expect(tags).not.toContain('img');
  expect(tags).not.toContain('b');
});
