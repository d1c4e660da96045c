import * as tokens from '../src/tokens/tokens.js';

interface Documented {
  name?: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

interface Declaration extends Documented {
  kind: string;
  customElement?: boolean;
  tagName?: string;
  attributes?: (Documented & { fieldName?: string })[];
  events?: Documented[];
  slots?: Documented[];
  cssParts?: Documented[];
  members?: (Documented & { static?: boolean })[];
  superclass?: { name: string };
}

/** As much of a custom elements manifest as the tables need. */
export interface Manifest {
  modules: { path: string; declarations?: Declaration[] }[];
}

/** Puts the generated tables between their markers; everything else of the text stays. */
export function withTables(text: string, manifest: Manifest): string {
  const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const tables = { elements: elements(declarations), events: events(declarations), tokens: tokenTable() };
  return Object.entries(tables).reduce((whole, [name, table]) => {
    const [from, to] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
    const [before, after] = [whole.indexOf(from), whole.indexOf(to)];
    if (before < 0 || after < before) throw new Error(`README.md lacks the markers ${from} … ${to}`);
    return `${whole.slice(0, before + from.length)}\n\n${table}\n\n${whole.slice(after)}`;
  }, text);
}

function elements(declarations: readonly Declaration[]): string {
  const rows = declarations
    .filter(({ tagName }) => tagName !== undefined)
    .sort((a, b) => ((a.tagName ?? '') < (b.tagName ?? '') ? -1 : 1))
    .map(({ tagName, description, attributes = [], slots = [], cssParts = [] }) => [
      code(tagName),
      prose(description),
      list(attributes),
      list(slots, 'default'),
      list(cssParts),
    ]);
  return table(['Tag', 'What it shows', 'Attributes', 'Slots', 'Parts'], rows);
}

function events(declarations: readonly Declaration[]): string {
  const asked = new Map<string, string[]>();
  for (const { tagName, events = [] } of declarations) {
    for (const { name } of tagName ? events : [])
      asked.set(name ?? '', [...(asked.get(name ?? '') ?? []), code(tagName)]);
  }
  const rows = declarations.flatMap(({ name = '', description, members = [] }) => {
    const type = members.find((member) => member.name === 'type' && member.static)?.default?.replaceAll("'", '');
    return type ? [[code(type), code(name), prose(description), (asked.get(type) ?? []).sort().join(', ')]] : [];
  });
  return table(
    ['Event', 'Class', 'Meaning', 'Asked by'],
    rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
  );
}

/** Style properties stand in the tokens themselves: `var(--desk-…, fallback)`. */
function tokenTable(): string {
  const colours = Object.entries(tokens.roles).map(([role, [light, dark]]) => [
    code(`--desk-color-${role}`),
    code(light),
    code(dark),
  ]);
  const rest = Object.values(tokens).flatMap((token) => {
    const parts = /^var\((--desk-[\w-]+), (.+)\)$/s.exec(
      typeof token === 'object' && 'cssText' in token ? token.cssText : '',
    );
    return parts ? [[code(parts[1]), code(parts[2]), '']] : [];
  });
  const named = new Map([...rest, ...colours].map((row) => [row[0], row]));
  return table(['Property', 'Fallback (light)', 'Fallback (dark)'], [...named.values()]);
}

function list(entries: readonly Documented[], nameless = ''): string {
  return entries.map(({ name }) => code(name || nameless)).join(', ');
}

function code(text = ''): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function prose(text = ''): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
