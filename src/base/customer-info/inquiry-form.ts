import type { InquiryItem } from '../../domain/customer-info.js';
import type { Customer } from '../../domain/types.js';

export type InquiryProblem = 'needValue' | 'tooLong';

/**
 * What is to be asked for. An item shows the fact of the open ticket's customer until the agent typed something else;
 * what was typed stays, whichever ticket is opened and however often the search is closed.
 */
export class InquiryForm {
  readonly #typed = new Map<string, string>();

  type(key: string, value: string): void {
    this.#typed.set(key, value);
  }

  /** Forgets what was typed: every item follows the open ticket again. */
  reset(): void {
    this.#typed.clear();
  }

  get isTyped(): boolean {
    return this.#typed.size > 0;
  }

  value({ key, fact, options }: InquiryItem, customer: Customer | null | undefined): string {
    const typed = this.#typed.get(key);
    if (typed !== undefined) return typed;
    const known = (fact && customer?.[fact]) || '';
    return !options || options.includes(known) ? known : '';
  }

  /** Whether an item shows what the open ticket says. */
  isFilled(item: InquiryItem, customer: Customer | null | undefined): boolean {
    return !this.#typed.has(item.key) && this.value(item, customer) !== '';
  }

  problem(item: InquiryItem, customer: Customer | null | undefined): InquiryProblem | null {
    const value = this.value(item, customer).trim();
    if (item.required && value === '') return 'needValue';
    return item.length > 0 && [...value].length > item.length ? 'tooLong' : null;
  }

  /** What goes out: the items that have a value. */
  values(items: readonly InquiryItem[], customer: Customer | null | undefined): Readonly<Record<string, string>> {
    const told = items.map((item) => [item.key, this.value(item, customer).trim()] as const);
    return Object.fromEntries(told.filter(([, value]) => value !== ''));
  }
}
