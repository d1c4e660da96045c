const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

const keepSpaces = (text: string): string => text.replace(/^ | (?= )/g, '\u00a0');

const split = (text: string): string[] => text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n');

function paragraphs(lines: readonly string[], inline: (text: string) => string): string {
  let html = '';
  let open: string[] = [];
  const close = (): void => {
    if (open.length) html += `<p>${open.join('<br>')}</p>`;
    open = [];
  };
  for (const line of lines) {
    if (line.trim()) open.push(inline(keepSpaces(line)));
    else close();
  }
  close();
  return html;
}

/** What somebody typed into a plain editor: an empty line makes a paragraph, any other line end a break. */
export function textToHtml(text: string): string {
  return paragraphs(split(text), escapeHtml);
}

const address = /https?:\/\/[!-;=?-~]+|(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

/** Ends of sentences, and brackets that were opened before the address, are not part of it. */
function trimAddress(text: string): string {
  let surplus = text.split(')').length - text.split('(').length;
  let end = text.length;
  while (end > 0 && '.,;:!?\'")]}>*_'.includes(text[end - 1] ?? '')) {
    if (text[end - 1] === ')' && surplus-- <= 0) break;
    end--;
  }
  return text.slice(0, end);
}

function linked(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(address)) {
    const found = trimAddress(match[0].slice(0, 2000));
    if (/^https?:\/\/$/i.test(found)) continue;
    const href = /^https?:/i.test(found) ? found : `mailto:${found}`;
    html += `${escapeHtml(text.slice(at, match.index))}<a href="${escapeHtml(href)}">${escapeHtml(found)}</a>`;
    at = match.index + found.length;
  }
  return html + escapeHtml(text.slice(at));
}

const mostQuotes = 20;

function quoteDepth(line: string): { depth: number; rest: string } {
  let at = 0;
  let depth = 0;
  while (line[at] === '>') {
    depth++;
    at++;
    if (line[at] === ' ' && line[at + 1] === '>') at++;
  }
  return { depth: Math.min(depth, mostQuotes), rest: line.slice(line[at] === ' ' && depth ? at + 1 : at) };
}

/** The text part of a mail: as {@link textToHtml}, with quotes as blocks and addresses as links. */
export function mailTextToHtml(text: string): string {
  let html = '';
  let depth = 0;
  let block: string[] = [];
  const moveTo = (next: number): void => {
    html += paragraphs(block, linked);
    block = [];
    html += next > depth ? '<blockquote>'.repeat(next - depth) : '</blockquote>'.repeat(depth - next);
    depth = next;
  };
  for (const line of split(text)) {
    const quoted = quoteDepth(line);
    if (quoted.depth !== depth) moveTo(quoted.depth);
    block.push(quoted.rest);
  }
  moveTo(0);
  return html;
}
