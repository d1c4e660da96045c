/**
 * What of a customer's markup may be shown, as data. The server filters with it before a message is stored, the page
 * filters again with the same lists before it is shown.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Elements that stay. */
export const allowedTags: ReadonlySet<string> = new Set(
  words(`
    a abbr b big blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins
    kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var
  `),
);

/** Elements that go together with what they contain. Every other element gives way to its content. */
export const droppedTags: ReadonlySet<string> = new Set(
  words(`
    script style template noscript iframe object title xmp noembed noframes svg math select textarea datalist xml
  `),
);

/** Elements that give way to a plain block, so that their content does not run into its neighbours. */
export const blockStandIns: ReadonlySet<string> = new Set(
  words(`
    address article aside details dialog dir fieldset figcaption figure footer form header hgroup legend listing main
    menu nav section summary
  `),
);

/** Elements that never have content. */
export const voidTags: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img']);

/** Attributes that stay when their value fits its grammar. `style` is never passed on as text. */
export const allowedAttributes: ReadonlySet<string> = new Set(
  words(`
    href src alt title width height align valign bgcolor color face size border cellpadding cellspacing colspan rowspan
    dir lang start type
  `),
);

/** Which tokens a property's value may consist of. */
export interface ValueRule {
  readonly keywords?: readonly string[];
  readonly colors?: boolean;
  readonly lengths?: boolean;
  readonly percents?: boolean;
  readonly numbers?: boolean;
  /** Names of fonts, bare or quoted, separated by commas. */
  readonly families?: boolean;
  /** Most tokens; 1 unless told. */
  readonly most?: number;
  /** Smallest length in pixels; 0 unless told. */
  readonly least?: number;
}

const lineStyles = words('none hidden dotted dashed solid double groove ridge inset outset');
const lineWidths = words('thin medium thick');
const sides = ['top', 'right', 'bottom', 'left'];

const box: ValueRule = { lengths: true, percents: true, keywords: ['auto', 'none'] };
const line: ValueRule = { lengths: true, colors: true, keywords: [...lineStyles, ...lineWidths], most: 3 };

/** Properties that stay, with the grammar of their values. */
export const allowedStyles: ReadonlyMap<string, ValueRule> = new Map<string, ValueRule>([
  ['color', { colors: true }],
  ['background-color', { colors: true }],
  ['font-family', { families: true, most: 24 }],
  [
    'font-size',
    {
      lengths: true,
      percents: true,
      least: 6,
      keywords: words('xx-small x-small small medium large x-large xx-large smaller larger'),
    },
  ],
  ['font-style', { keywords: words('normal italic oblique') }],
  ['font-weight', { numbers: true, keywords: words('normal bold bolder lighter') }],
  ['line-height', { lengths: true, percents: true, numbers: true, least: 6, keywords: ['normal'] }],
  ['text-align', { keywords: words('left right center justify start end') }],
  [
    'text-decoration',
    { keywords: words('none underline overline line-through solid double dotted dashed wavy'), colors: true, most: 4 },
  ],
  ['text-transform', { keywords: words('none capitalize uppercase lowercase') }],
  ['vertical-align', { keywords: words('baseline sub super top text-top middle bottom text-bottom') }],
  ['white-space', { keywords: words('normal nowrap pre pre-wrap pre-line break-spaces') }],
  ['width', box],
  ['max-width', box],
  ['height', box],
  ['max-height', box],
  ['margin-left', { lengths: true, percents: true, keywords: ['auto'] }],
  ['padding', { lengths: true, percents: true, most: 4 }],
  ...sides.map((side) => [`padding-${side}`, { lengths: true, percents: true }] as const),
  ['border', line],
  ['border-color', { colors: true, most: 4 }],
  ['border-style', { keywords: lineStyles, most: 4 }],
  ['border-width', { lengths: true, keywords: lineWidths, most: 4 }],
  ...sides.flatMap(
    (side) =>
      [
        [`border-${side}`, line],
        [`border-${side}-color`, { colors: true }],
        [`border-${side}-style`, { keywords: lineStyles }],
        [`border-${side}-width`, { lengths: true, keywords: lineWidths }],
      ] as const,
  ),
  ['border-collapse', { keywords: words('collapse separate') }],
  [
    'list-style-type',
    { keywords: words('none disc circle square decimal lower-alpha upper-alpha lower-roman upper-roman') },
  ],
  ['direction', { keywords: ['ltr', 'rtl'] }],
]);

/** Beyond these a message is shown as text, or the part in question is left out. */
export const limits = {
  /** Characters of markup. */
  html: 2_000_000,
  /** Elements of a document. */
  elements: 20_000,
  /** Elements inside each other. */
  depth: 256,
  /** Attributes of one element. */
  attributes: 100,
  /** Characters of one style attribute. */
  style: 4_000,
  /** Longest side in pixels. */
  pixels: 2_000,
  /** Characters and lines of a text. */
  text: 200_000,
  lines: 10_000,
  /** Characters of an address. */
  url: 16_000,
} as const;
