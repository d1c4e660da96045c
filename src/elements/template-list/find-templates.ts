import type { Template } from '../../domain/templates.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import type { TreeNode } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** What the agent is looking for. */
export interface TemplateSearch {
  readonly words: string;
  /** A handling type, with those below it; null for all. */
  readonly typeId: number | null;
  /** That of the ticket: its templates stand first. */
  readonly ticketTypeId: number | null;
}

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words of a template, without its markup. */
export function wordsOf({ html }: Pick<Template, 'html'>): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => named[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A type and everything above it. */
function line(tree: readonly TreeNode[], id: number | null): ReadonlySet<number> {
  const ids = new Set<number>();
  let node = tree.find((one) => one.id === id);
  while (node && !ids.has(node.id)) {
    ids.add(node.id);
    const { parent } = node;
    node = tree.find((one) => one.id === parent);
  }
  return ids;
}

/**
 * Templates that fit, the likeliest first: the one whose code was typed, those of the ticket's handling type, those of
 * any type, the others; among them the ones used most.
 */
export function findTemplates(
  templates: readonly Template[],
  { words, typeId, ticketTypeId }: TemplateSearch,
  tree: readonly TreeNode[],
): readonly Template[] {
  const wanted = plain(words).replace(/^\//, '').split(/\s+/).filter(Boolean);
  const ticketLine = line(tree, ticketTypeId);
  const fits = (template: Template): boolean => {
    const { name, code, handlingTypeId } = template;
    if (typeId !== null && (handlingTypeId === null || !line(tree, handlingTypeId).has(typeId))) return false;
    const text = plain(`${name} ${code ?? ''} ${wordsOf(template)}`);
    return wanted.every((word) => text.includes(word));
  };
  const rank = ({ code, handlingTypeId }: Template): number => {
    if (code !== null && wanted.length === 1 && plain(code) === wanted[0]) return 0;
    if (handlingTypeId !== null && ticketLine.has(handlingTypeId)) return 1;
    return handlingTypeId === null ? 2 : 3;
  };
  return templates.filter(fits).sort((a, b) => rank(a) - rank(b) || b.used - a.used || a.name.localeCompare(b.name));
}

/** Handling types to narrow the list to, that of the ticket first. */
export function typeChoices(
  tree: readonly TreeNode[],
  ticketTypeId: number | null,
  words: MoreTexts['templates'],
): readonly { readonly id: number; readonly label: string }[] {
  const all = inTreeOrder(tree).map(({ id }) => ({ id, label: pathOf(tree, id) ?? '' }));
  const own = all.find(({ id }) => id === ticketTypeId);
  const others = all.filter((one) => one !== own);
  return own ? [{ id: own.id, label: words.typeOfTicket({ name: own.label }) }, ...others] : others;
}
