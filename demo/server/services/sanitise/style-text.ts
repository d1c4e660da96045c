import type { Declaration } from 'css-tree';
import parse from 'css-tree/parser';
import { limits } from '../../../../src/domain/mail-profile.js';
import { styleFits } from '../../../../src/domain/mail-values.js';

export type StylePairs = readonly (readonly [name: string, value: string])[];

function pairOf(declaration: Declaration): readonly [string, string] | null {
  // Values are kept as they were written: one with an escape or a comment in it does not fit, and so goes.
  const value = declaration.value.type === 'Raw' ? declaration.value.value.replace(/\s+/g, ' ').trim() : '';
  let name = declaration.property.toLowerCase();
  // The usual shorthand for a plain colour; everything else a background can be is out.
  if (name === 'background') name = 'background-color';
  return styleFits(name, value) ? [name, value] : null;
}

/** What may stay of a style attribute, judged on its parsed form. The last of several settings counts. */
function keptStyles(text: string): StylePairs {
  if (text.length > limits.style) return [];
  const kept = new Map<string, string>();
  try {
    const list = parse(text, { context: 'declarationList', parseValue: false, onParseError: () => undefined });
    if (list.type !== 'DeclarationList') return [];
    list.children.forEach((node) => {
      const pair = node.type === 'Declaration' ? pairOf(node) : null;
      if (!pair) return;
      kept.delete(pair[0]);
      kept.set(...pair);
    });
  } catch {
    return [];
  }
  return [...kept];
}

/** Reads style attributes and remembers them: the elements of a mail say the same things again and again. */
export function styleReader(): (text: string) => StylePairs {
  const known = new Map<string, StylePairs>();
  return (text) => {
    let pairs = known.get(text);
    if (!pairs) known.set(text, (pairs = keptStyles(text)));
    return pairs;
  };
}

export const writeStyles = (pairs: StylePairs): string => pairs.map(([name, value]) => `${name}:${value}`).join(';');
