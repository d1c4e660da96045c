import { allowedStyles, limits, type ValueRule } from './mail-profile.js';

const pixelsPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 13,
  rem: 16,
  ex: 7,
  ch: 7,
};

const token =
  /\s*(?:(?<hex>#[0-9a-f]{3,8})|(?<color>(?:rgb|hsl)a?\([0-9.,%/\s+-]{1,60}(?:deg)?[0-9.,%/\s+-]{0,60}\))|(?<string>"[^"\\<>]{0,80}"|'[^'\\<>]{0,80}')|(?<number>[+]?(?:\d{1,6}(?:\.\d{0,10})?|\.\d{1,10}))(?<unit>%|[a-z]{1,4})?|(?<word>[\p{L}_-][\p{L}\p{N}_-]{0,63})|(?<comma>,))/iuy;

function numberFits(rule: ValueRule, value: number, unit: string | undefined): boolean {
  const least = rule.least ?? 0;
  if (unit === '%') return rule.percents === true && value <= 1000 && value >= least * 8;
  if (unit) {
    const pixels = value * (pixelsPerUnit[unit.toLowerCase()] ?? Infinity);
    return rule.lengths === true && pixels <= limits.pixels && pixels >= least;
  }
  if (value === 0) return (rule.lengths === true || rule.numbers === true) && least === 0;
  return rule.numbers === true && value <= 1000 && (least === 0 || value >= 0.8);
}

function wordFits(rule: ValueRule, word: string): boolean {
  if (rule.families) return true;
  const lower = word.toLowerCase();
  // Colours by name: which names exist the browser knows; a word can do no harm in the place of a colour.
  return rule.keywords?.includes(lower) === true || (rule.colors === true && /^[a-z]{3,24}$/.test(lower));
}

/** Tells whether a property may be set to a value. It reads plain values only: no escapes, no comments, no addresses. */
export function styleFits(name: string, value: string): boolean {
  const rule = allowedStyles.get(name);
  if (!rule || value.length > 300) return false;
  let count = 0;
  token.lastIndex = 0;
  const text = value.trimEnd();
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (!groups || ++count > (rule.most ?? 1)) return false;
    const fits =
      (groups['hex'] ?? groups['color'])
        ? rule.colors === true
        : (groups['string'] ?? groups['comma'])
          ? rule.families === true
          : groups['number']
            ? numberFits(rule, Number(groups['number']), groups['unit'])
            : wordFits(rule, groups['word'] ?? '');
    if (!fits) return false;
  }
  return count > 0;
}

/** The address of a link as a browser would open it, or null when it may not be one. */
export function linkTarget(value: string): string | null {
  if (value.length > limits.url) return null;
  // Browsers drop these before they look at the scheme, so a check must not see them either.
  const text = value.replace(/[\t\n\r]/g, '').replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  const scheme = /^(?:([a-z][a-z0-9+.-]{0,30}):|\/\/)/i.exec(text);
  if (!scheme) return null;
  switch ((scheme[1] ?? 'https').toLowerCase()) {
    case 'mailto':
    case 'tel':
      return text.slice(text.indexOf(':')).length > 1
        ? wellFormed(text.replace(/[\0-\x20"<>\\^`{|}\x7f]/g, encode))
        : null;
    case 'http':
    case 'https':
      return webAddress(scheme[1] ? text : `https:${text}`);
    default:
      return null;
  }
}

/** The address of something on the web in its canonical form, without a name and password that could look like a host. */
export function webAddress(value: string): string | null {
  if (value.length > limits.url || !/^https?:/i.test(value) || !URL.canParse(value)) return null;
  const url = new URL(value);
  url.username = '';
  url.password = '';
  return url.href;
}

const encode = (character: string): string => encodeURIComponent(character);

function wellFormed(text: string): string {
  const at = text.indexOf(':');
  return text.slice(0, at).toLowerCase() + text.slice(at);
}

const dataImage = /^data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]+$/i;

/** Tells whether an address holds the image itself. */
export function isDataImage(value: string): boolean {
  return dataImage.test(value);
}

const storedPart = /^cid:[0-9a-f]{32}$/;

/** Tells whether an address names a part that we stored. */
export function isStoredPart(value: string): boolean {
  return storedPart.test(value);
}

const color = /^(?:#?[0-9a-f]{3,8}|[a-z]{3,24}|rgba?\([\d\s,.%]{1,40}\))$/i;
const pixels = /^(\d{1,4})(?:\.\d*)?(px|%)?$/i;
const small = /^\d{1,3}$/;

function sideFits(value: string): boolean {
  const match = pixels.exec(value);
  if (!match) return false;
  return Number(match[1]) <= (match[2] === '%' ? 100 : limits.pixels);
}

const grammars: Readonly<Record<string, (value: string) => boolean>> = {
  alt: (value) => value.length <= 2000,
  title: (value) => value.length <= 2000,
  width: sideFits,
  height: sideFits,
  align: (value) => /^(?:left|right|center|middle|justify|top|bottom|baseline|absmiddle|char)$/i.test(value),
  valign: (value) => /^(?:top|middle|bottom|baseline|center)$/i.test(value),
  bgcolor: (value) => color.test(value),
  color: (value) => color.test(value),
  face: (value) => /^[\p{L}\p{N}\s,'"_-]{1,200}$/u.test(value),
  size: (value) => /^[+-]?\d{1,3}$/.test(value),
  border: (value) => small.test(value),
  cellpadding: (value) => small.test(value),
  cellspacing: (value) => small.test(value),
  // A zero reaches to the end of the table, and a large span costs layout time.
  colspan: (value) => /^[1-9]\d?$/.test(value),
  rowspan: (value) => /^[1-9]\d?$/.test(value),
  dir: (value) => /^(?:ltr|rtl|auto)$/i.test(value),
  lang: (value) => /^[a-z0-9-]{1,35}$/i.test(value),
  start: (value) => /^-?\d{1,6}$/.test(value),
  type: (value) => /^(?:1|a|A|i|I|disc|circle|square)$/.test(value),
};

/** Tells whether an attribute other than an address may keep its value. */
export function attributeFits(name: string, value: string): boolean {
  return Object.hasOwn(grammars, name) && grammars[name]?.(value) === true;
}
