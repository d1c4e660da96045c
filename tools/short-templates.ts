import { parseAst, type Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Template extends Node {
  readonly tag: Node & { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

/** Without comments, and without blanks that mean nothing. Blanks at the ends stay: a value may stand beyond them. */
function shortStyle(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}

/** Runs of blanks are one to whoever reads the page; whether there is one is what decides how words stand. */
function shortMarkup(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ (?=>)/g, '');
}

const ways: Readonly<Record<string, (text: string) => string>> = {
  css: shortStyle,
  html: shortMarkup,
  svg: shortMarkup,
};

function templatesIn(value: unknown): Template[] {
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(templatesIn);
  return (value as Node).type === 'TaggedTemplateExpression' ? [value as Template, ...inside] : inside;
}

/** The styles and the markup of the elements are text in templates, which no minifier of scripts dares to touch. */
export function shortTemplates(): Plugin {
  return {
    name: 'short-templates',
    // Behind what takes the types away.
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.+\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return null;
      const parts = templatesIn(parseAst(code)).flatMap(({ tag, quasi: { quasis } }) => {
        const way = ways[tag.name ?? ''];
        return way
          ? quasis.map((part, at) => ({ part, way, isFirst: at === 0, isLast: at === quasis.length - 1 }))
          : [];
      });
      let changed = '';
      let done = 0;
      for (const { part, way, isFirst, isLast } of parts.sort((a, b) => a.part.start - b.part.start)) {
        let text = way(code.slice(part.start, part.end));
        if (way === shortStyle && isFirst) text = text.trimStart();
        if (way === shortStyle && isLast) text = text.trimEnd();
        changed += code.slice(done, part.start) + text;
        done = part.end;
      }
      return { code: changed + code.slice(done), map: null };
    },
  };
}
