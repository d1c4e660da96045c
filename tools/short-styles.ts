import type { Plugin } from 'vite';

const sheets = /\bcss`((?:[^`\\]|\\.)*)`/g;
const parts = /(\$\{[^}]*\})/;

/** Without comments, and without blanks that mean nothing. Blanks at the ends stay: a value may stand beyond them. */
function short(text: string): string {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}

/** The style sheets of the elements are text in templates, which no minifier of scripts dares to touch. */
export function shortStyles(): Plugin {
  return {
    name: 'short-styles',
    transform(code, id) {
      if (!/\/src\/.+\.ts$/.test(id) || !code.includes('css`')) return null;
      const changed = code.replace(
        sheets,
        (_, text: string) =>
          `css\`${text
            .split(parts)
            .map((part, at) => (at % 2 === 1 ? part : short(part)))
            .join('')
            .trim()}\``,
      );
      return { code: changed, map: null };
    },
  };
}
