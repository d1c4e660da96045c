import { DOMParser, type Node, type ResolvedPos, type Slice } from 'prosemirror-model';
import { schema } from './schema.js';

/** Makes foreign html into nodes that may be read: the sanitiser, ready. */
export type Clean = (html: string) => DocumentFragment;

const parser = DOMParser.fromSchema(schema);

/** Reads html as a whole text. */
export function documentOf(html: string, clean: Clean): Node {
  return parser.parse(clean(html));
}

/** Reads html as a piece that goes into a text. Its first and last lines join those around it. */
export function sliceOf(html: string, clean: Clean, context?: ResolvedPos): Slice {
  return parser.parseSlice(clean(html), { context });
}
