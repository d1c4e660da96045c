import type { BlockedImage } from '../../../../src/domain/types.js';
import { BodyTree } from './body-tree.js';
import { isAddress, type Stripped } from './cut.js';
import type { Hidden, HiddenByMask, MaskedBody } from './masked-body.js';
import { Words } from './repeats.js';
import type { SubjectPiece } from './subject.js';

/** Everything that a mask hides, as it is looked for. */
export function wordsOf({ text, parts = [] }: Pick<Hidden, 'text' | 'parts'>): Words {
  return new Words([text, ...parts]);
}

/** What a mask that goes knew beside its words, given to the masks that hide the same. */
export class Inheritance {
  readonly heirs = new Map<string, Hidden>();
  readonly #living: readonly Living[];

  constructor(tree: BodyTree, living: HiddenByMask) {
    this.#living = [...living].map(([id, hidden]) => {
      return { id, hidden, words: wordsOf(hidden), around: nodesAround(tree, hidden) };
    });
  }

  /** Whether a mask takes the attribute. */
  takes(one: Stripped): boolean {
    const heir = this.#living.find(
      ({ words, around }) => words.repeatedBy(one.value) || (isAddress(one.value) && around.has(one.node)),
    );
    return this.#give(heir, (hidden) => ({ ...hidden, attributes: [...hidden.attributes, one] }));
  }

  /** Whether a mask takes the address of the picture. */
  takesPicture(one: BlockedImage): boolean {
    const heir = this.#living.find(({ words }) => words.repeatedBy(one.url));
    return this.#give(heir, (hidden) => ({ ...hidden, blocked: [...hidden.blocked, one] }));
  }

  /** Whether a mask takes the words of the subject. */
  takesSubject(one: SubjectPiece): boolean {
    const heir = this.#living.find(({ words }) => words.in(one.words).length > 0);
    return this.#give(heir, (hidden) => ({ ...hidden, subject: [...(hidden.subject ?? []), one] }));
  }

  #give(heir: Living | undefined, more: (hidden: Hidden) => Hidden): boolean {
    if (!heir) return false;
    this.heirs.set(heir.id, more(this.heirs.get(heir.id) ?? heir.hidden));
    return true;
  }
}

/** What a mask that goes took out of the subject, given to masks of other messages that hide the same. */
export function withSubjectHeirs<T extends { readonly hidden: Hidden }>(
  pieces: readonly SubjectPiece[],
  others: readonly T[],
): { readonly subject: readonly SubjectPiece[]; readonly heirs: ReadonlyMap<T, Hidden> } {
  const known = others.map((other) => ({ other, words: wordsOf(other.hidden) }));
  const heirs = new Map<T, Hidden>();
  const subject = pieces.filter((piece) => {
    const other = known.find(({ words }) => words.in(piece.words).length > 0)?.other;
    if (!other) return true;
    const hidden = heirs.get(other) ?? other.hidden;
    heirs.set(other, { ...hidden, subject: [...(hidden.subject ?? []), piece] });
    return false;
  });
  return { subject, heirs };
}

interface Living {
  readonly id: string;
  readonly hidden: Hidden;
  readonly words: Words;
  readonly around: ReadonlySet<number>;
}

function nodesAround(tree: BodyTree, { pieces }: Pick<Hidden, 'pieces'>): ReadonlySet<number> {
  return new Set([...tree.around(new Set(pieces.map(([place]) => place)))].map(({ node }) => node));
}

/** Whether a mask hides all that a piece of the subject says. */
function isAllOf(hidden: Hidden, { words }: SubjectPiece): boolean {
  return !/[^\s*]/.test(wordsOf(hidden).starredIn(words));
}

/**
 * What other masks of a body hide, without what it tells of the words of one that are to be destroyed: an address around
 * both, a title that says both. Only those that hide less then.
 */
export function withoutWordsOf(body: MaskedBody, id: string, others: HiddenByMask): HiddenByMask {
  const gone = others.get(id);
  if (!gone) return new Map();
  const words = wordsOf(gone);
  const around = nodesAround(new BodyTree(body.html), gone);
  const less = new Map<string, Hidden>();
  for (const [other, hidden] of others) {
    if (other === id) continue;
    const attributes = hidden.attributes.filter(
      ({ node, value }) => !words.repeatedBy(value) && !(around.has(node) && (isAddress(value) || words.are(value))),
    );
    const blocked = hidden.blocked.filter(({ url }) => !words.repeatedBy(url));
    const told = withoutSubjectWords(hidden, words) ?? hidden;
    const isLess =
      attributes.length < hidden.attributes.length || blocked.length < hidden.blocked.length || told !== hidden;
    if (isLess) less.set(other, { ...told, attributes, blocked });
  }
  return less;
}

/**
 * What a mask hides, without pieces of the subject that also say words that are to be destroyed and that it does not hide.
 * Null where it has none.
 */
export function withoutSubjectWords(hidden: Hidden, words: Words): Hidden | null {
  const subject = hidden.subject?.filter((piece) => isAllOf(hidden, piece) || words.in(piece.words).length === 0);
  return subject && subject.length < (hidden.subject?.length ?? 0) ? { ...hidden, subject } : null;
}
