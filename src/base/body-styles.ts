import type { Body, NodeStyle } from '../domain/types.js';
import { styleFits } from '../domain/mail-values.js';

let sheet: CSSStyleSheet | undefined;

/** A value as the browser reads it, or an empty string when it means nothing to it. */
function parsedValue(name: string, value: string): string {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`x{${name}:${value}}`);
  const rule = sheet.cssRules[0];
  return sheet.cssRules.length === 1 && rule instanceof CSSStyleRule ? rule.style.getPropertyValue(name) : '';
}

/** Sets kept styles property by property: a style attribute would be refused by a strict page. */
export function applyStyles(elements: readonly Element[], styles: readonly NodeStyle[]): void {
  const known = new Map<string, string>();
  for (const { node, props } of styles) {
    const element = elements[node];
    if (!(element instanceof HTMLElement)) continue;
    for (const [name, value] of props) {
      const key = `${name}:${value}`;
      let parsed = known.get(key);
      if (parsed === undefined) known.set(key, (parsed = styleFits(name, value) ? parsedValue(name, value) : ''));
      if (parsed) element.style.setProperty(name, parsed);
    }
  }
}

/** Attributes by which a mail brings colours of its own. */
const coloured = /\s(?:bgcolor|color)=/i;

/** Whether a mail has colours of its own: it was drawn for white paper, and on a dark surface it would be unreadable. */
export function hasColours({ styles, html }: Body): boolean {
  const isColour = (name: string): boolean => name === 'color' || name === 'background-color';
  return styles.some(({ props }) => props.some(([name]) => isColour(name))) || coloured.test(html);
}
