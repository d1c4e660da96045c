import type { Plugin } from 'vite';

/**
 * Takes the indentation out of `css` and `html` templates, which minifiers leave alone because it stands in strings. Only
 * line breaks with what surrounds them go: to one space, which neither language takes for anything else there.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code) {
        const templates = /(?<![\w$])(css|html|svg)`((?:[^`\\]|\\.)*)`/g;
        const smaller = code.replaceAll(templates, (whole, tag: string, text: string) => {
          if (/[`]|\$\{[^}]*`/.test(text)) return whole;
          const body = tag === 'css' ? text.replaceAll(/\/\*[^]*?\*\//g, '') : text;
          const joined = body.replaceAll(/\s*\n\s*/g, ' ');
          return `${tag}\`${tag === 'css' ? joined.replaceAll(/\s*([{};])\s*/g, '$1').trim() : joined}\``;
        });
        return smaller === code ? null : { code: smaller, map: null };
      },
    },
  };
}
