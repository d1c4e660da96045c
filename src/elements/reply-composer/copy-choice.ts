import { mayMask } from '../../domain/permissions.js';
import { maskCategories, type FieldValue, type MaskCategory, type Session } from '../../domain/types.js';

export type CopyTreatment = 'mask' | 'keep';

/** The names under which a draft remembers it. */
const names: Readonly<Record<CopyTreatment, string>> = { mask: 'maskCopy', keep: 'keepCopy' };

const categoriesOf = (value: FieldValue | undefined): readonly MaskCategory[] =>
  Array.isArray(value) ? maskCategories.filter((category) => value.includes(category)) : [];

/** What the agent decided about the personal data in an answer, a kind at a time. It belongs to the draft. */
export class CopyChoice {
  readonly #chosen = new Map<MaskCategory, CopyTreatment>();

  /** What a draft remembers; nothing, where there is none. */
  take(values: Readonly<Record<string, FieldValue>> = {}): void {
    this.#chosen.clear();
    for (const how of ['mask', 'keep'] as const) {
      for (const category of categoriesOf(values[names[how]])) this.#chosen.set(category, how);
    }
  }

  of(category: MaskCategory): CopyTreatment | undefined {
    return this.#chosen.get(category);
  }

  /** Decides; null takes a decision back. */
  choose(category: MaskCategory, how: CopyTreatment | null): void {
    if (how) this.#chosen.set(category, how);
    else this.#chosen.delete(category);
  }

  /** The kinds that our copy is to hide, where the agent may mask. */
  masked(session: Session | undefined): readonly MaskCategory[] {
    return mayMask(session) ? this.#all('mask') : [];
  }

  /** For the draft to remember. */
  get values(): Readonly<Record<string, FieldValue>> {
    const given = (['mask', 'keep'] as const).map((how) => [names[how], this.#all(how)] as const);
    return Object.fromEntries(given.filter(([, categories]) => categories.length > 0));
  }

  #all(how: CopyTreatment): readonly MaskCategory[] {
    return maskCategories.filter((category) => this.#chosen.get(category) === how);
  }
}
