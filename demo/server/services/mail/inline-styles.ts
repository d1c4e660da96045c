import type { Body } from '../../../../src/domain/types.js';

const begin = /<([a-z][a-z0-9]*)([^>]*)>/g;

const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * The markup of a body with its styles written into it, for readers that take nothing else: mail programs and editors. Only
 * for markup in the spelling of the sanitiser, where every element begins with a `<` and no value holds one.
 */
export function styledHtml({ html, styles }: Pick<Body, 'html' | 'styles'>): string {
  if (styles.length === 0) return html;
  const propsOf = new Map(styles.map(({ node, props }) => [node, props]));
  let node = -1;
  return html.replace(begin, (tag: string, name: string, attributes: string) => {
    const props = propsOf.get(++node);
    if (!props?.length) return tag;
    const style = props.map(([property, value]) => `${property}: ${value}`).join('; ');
    return `<${name}${attributes} style="${quoted(style)}">`;
  });
}

const inlineFile = /\bcid:([0-9a-f]{32})(?=")/g;

/** Files that markup shows, by their ids, each once. */
export function shownFiles(html: string): readonly string[] {
  return [...new Set([...html.matchAll(inlineFile)].map(([, id]) => id ?? ''))];
}

/** Markup whose files are named as parts of a mail of this domain. */
export function asMailParts(html: string, domain: string): string {
  return html.replace(inlineFile, (_cid, id: string) => `cid:${id}@${domain}`);
}
