import { languages, type Language } from '../../../../src/domain/types.js';
import type { ServiceContext } from '../context.js';

/** A language by what a caller calls it: `ja`, `ja-JP`, `JA`. Null for one that the service does not have. */
export function namedLanguage(
  service: { readonly languages: readonly Language[] },
  asked: string | undefined,
): Language | null {
  const code = asked?.split(/[-_]/)[0]?.toLowerCase();
  return languages.find((one) => one === code && service.languages.includes(one)) ?? null;
}

/** The language in which a caller is told something: the one that was asked for, or else that of the service. */
export function toldLanguage(context: ServiceContext, asked: string | undefined): Language {
  return namedLanguage(context.service, asked) ?? context.service.language;
}
