import { escapeHtml } from '../../../src/util/text-html.js';

/** Markup that may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | false | undefined | readonly Part[];

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return (part as readonly Part[]).map(written).join('');
  return part === null || part === undefined || part === false ? '' : escapeHtml(String(part as string | number));
}

/** Markup with values in it: texts are escaped, whatever they hold. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + written(parts[index - 1]) + string));
}
