import { ink, paper } from '../../tokens/tokens.js';

/** What stands on paper: words only, so that nothing of a ticket can be more than a text. */
export interface PrintContent {
  readonly language: string;
  readonly title: string;
  /** Facts of the list, such as what was searched for. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly { readonly label: string; readonly kind: string }[];
  readonly rows: readonly (readonly string[])[];
}

/** Black on white, so that no meaning hangs on a colour; the head is repeated on every page. */
const sheet = `
  :root { color-scheme: light; background: ${paper('surface').cssText}; color: ${ink.cssText}; }
  body {
    margin: 16px;
    font: 12px/1.4 Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", "Hiragino Sans", "Yu Gothic UI", Meiryo,
      "Noto Sans KR", "Noto Sans JP", system-ui, sans-serif;
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  :lang(ja) body {
    font-family: "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif;
    word-break: normal;
    line-break: strict;
  }
  h1 { margin: 0 0 8px; font-size: 18px; line-height: 1.3; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 12px; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  /* A document without a doctype gives tables a font of their own. */
  table { inline-size: 100%; border-collapse: collapse; font: inherit; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 3px 6px; border: 1px solid ${paper('line-strong').cssText}; text-align: start; vertical-align: top; }
  th { border-block-end: 2px solid ${ink.cssText}; font-weight: 600; }
  .wide { min-inline-size: 180px; overflow-wrap: anywhere; }
  .whole { white-space: nowrap; }
  @page { margin: 12mm; }
  @media print { body { margin: 0; font-size: 9pt; } h1 { font-size: 13pt; } }
`;

/** Writes a list into an empty document of its own, by DOM methods and a constructed style sheet alone. */
export function writePrintDocument(target: Document, content: PrintContent): void {
  const { language, title, facts, columns, rows } = content;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, ...inside: (Node | string)[]) => {
    const element = target.createElement(tag);
    element.append(...inside);
    return element;
  };
  target.documentElement.lang = language;
  target.title = title;
  style(target);
  const list = make('dl', ...facts.flatMap(([name, value]) => [make('dt', name), make('dd', value)]));
  const heads = columns.map(({ label, kind }) => {
    const head = make('th', label);
    head.scope = 'col';
    head.className = kind;
    return head;
  });
  const cells = (row: readonly string[]) =>
    row.map((text, place) => {
      const cell = make('td', text);
      cell.dir = 'auto';
      cell.className = columns[place]?.kind ?? '';
      return cell;
    });
  const table = make('table', make('thead', make('tr', ...heads)), make('tbody'));
  table.tBodies[0]?.append(...rows.map((row) => make('tr', ...cells(row))));
  target.body.replaceChildren(make('h1', title), list, ...(rows.length > 0 ? [table] : []));
}

/** A sheet can be adopted only by a document of the window that made it. */
function style(target: Document): void {
  const view = target.defaultView as (Window & typeof globalThis) | null;
  if (!view) return;
  const own = new view.CSSStyleSheet();
  own.replaceSync(sheet);
  target.adoptedStyleSheets = [own];
}
