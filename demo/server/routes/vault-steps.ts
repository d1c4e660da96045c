import type { Api } from '../api.js';
import { Refusal, withoutVault } from '../refusal.js';
import type { Vault } from '../vault/vault.js';

/** What came of a step, or why it was not done: the answer that is kept for a key comes before both. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: Refusal };

export async function outcomeOf<T>(step: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await step() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.value;
}

/** The vault, without which nothing can be masked. */
export function vaultOf({ deps }: Api): Vault {
  if (!deps.vault) throw withoutVault();
  return deps.vault;
}
