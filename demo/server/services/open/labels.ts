import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { readLabels, type LabelKind } from '../articles/labels.js';
import type { ServiceContext } from '../context.js';
import { toldLanguage } from './told-language.js';
import { nameIn, openNodes, placesOf, type OpenNode, type PlacedBranch } from './tree.js';

/** Headings of notices or categories of frequent questions, with their places in the tree. */
export async function placedLabels(
  tx: Tx,
  context: ServiceContext,
  kind: LabelKind,
): Promise<ReadonlyMap<number, PlacedBranch>> {
  const labels = await readLabels(tx, context, kind);
  return placesOf(labels.map(({ labelId, parent, names }) => ({ id: labelId, parent, names })));
}

export async function readOpenLabels(
  tx: Tx,
  context: ServiceContext,
  kind: 'heading' | 'faq',
  asked: string | undefined,
): Promise<OpenNode[]> {
  const labels = await placedLabels(tx, context, kind);
  return openNodes(labels.values(), toldLanguage(context, asked), context.service.language);
}

export interface OpenTag {
  tagId: number;
  tag: string;
  languages: Record<string, string>;
}

/** Names of the tags in a language, by number. */
export async function tagNames(
  tx: Tx,
  context: ServiceContext,
  language: Language,
): Promise<ReadonlyMap<number, string>> {
  const tags = await readLabels(tx, context, 'tag');
  return new Map(tags.map(({ labelId, names }) => [labelId, nameIn(names, language, context.service.language)]));
}

const form = (text: string) => text.normalize('NFKC').toLowerCase();
/** Languages that the Open API names; a service need not have all of them. */
const languageCode = /^(?:ko|ja|en|zh|th)(?:[-_]\w+)?$/i;

/**
 * Tags of notices. What is documented as `language` is called words to look for in one place and a language everywhere
 * else, so that it is both: what names no language is looked for in the names.
 */
export async function readOpenTags(tx: Tx, context: ServiceContext, asked: string | undefined): Promise<OpenTag[]> {
  const tags = await readLabels(tx, context, 'tag');
  const words = asked && !languageCode.test(asked) ? form(asked) : '';
  const language = toldLanguage(context, asked);
  return tags
    .filter(({ names }) => Object.values(names).some((name) => form(name).includes(words)))
    .map(({ labelId, names }) => ({
      tagId: labelId,
      tag: nameIn(names, language, context.service.language),
      languages: names as Record<string, string>,
    }));
}
