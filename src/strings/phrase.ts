/** The names in braces of a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Values<Name extends string> = { readonly [N in Name]: N extends 'count' ? number : string | number };

/** What a text becomes for an element: itself, or a function of the values in its braces. */
export type Phrase<Text extends string> = [Names<Text>] extends [never]
  ? string
  : [Names<Text>] extends ['count']
    ? (count: number) => string
    : (values: Values<Names<Text>>) => string;

/** A text whose form follows `{count}`, by the plural rules of its language. */
export type Plural = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** What another language has to bring for a Korean catalogue: a text for each text, and where Korean counts also its plural forms. */
export type CatalogueLike<Korean> = {
  readonly [S in keyof Korean]: {
    readonly [K in keyof Korean[S]]: Korean[S][K] extends `${string}{count}${string}` ? string | Plural : string;
  };
};

/** What the texts of a Korean catalogue become for elements. */
export type TextsLike<Korean> = {
  readonly [S in keyof Korean]: {
    readonly [K in keyof Korean[S]]: Korean[S][K] extends string ? Phrase<Korean[S][K]> : never;
  };
};

type Section = Readonly<Record<string, string | Plural>>;

/** Makes the texts of a catalogue speak: numbers in the language's own writing, plural forms by its rules. */
export function phrasesOf<Texts>(catalogue: Readonly<Record<string, Section>>, language: string): Texts {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const speak = (text: string | Plural) => {
    if (typeof text === 'string' && !text.includes('{')) return text;
    return (given: number | Readonly<Record<string, string | number>>) => {
      const values = typeof given === 'number' ? { count: given } : given;
      const form = typeof text === 'string' ? text : (text[rules.select(Number(values['count']))] ?? text.other);
      // A function, because a name may hold what `replace` would take for a pattern.
      return form.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
        return typeof value === 'number' ? numbers.format(value) : value;
      });
    };
  };
  const section = (texts: Section) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, speak(text)]));
  return Object.fromEntries(Object.entries(catalogue).map(([name, texts]) => [name, section(texts)])) as Texts;
}
