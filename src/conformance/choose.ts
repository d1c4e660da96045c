import { UsageError } from './options.js';
import type { Rule } from './rule.js';

function isNamed(id: string, names: readonly string[]): boolean {
  return names.some((name) => id === name || id.startsWith(`${name}.`));
}

/** The rules below some names, without those below others. Throws where a name is that of no rule. */
export function chooseRules(
  rules: readonly Rule[],
  only: readonly string[],
  except: readonly string[],
): readonly Rule[] {
  for (const name of [...only, ...except]) {
    if (!rules.some(({ id }) => isNamed(id, [name])))
      throw new UsageError(`There is no rule ${name}: --list tells them`);
  }
  return rules.filter(({ id }) => (only.length === 0 || isNamed(id, only)) && !isNamed(id, except));
}
