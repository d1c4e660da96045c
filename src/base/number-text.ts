const formatters = new Map<string, Intl.NumberFormat>();

/** A whole number as the language writes it. */
export function numberText(value: number, language: string): string {
  let formatter = formatters.get(language);
  if (!formatter) formatters.set(language, (formatter = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })));
  return formatter.format(value);
}
