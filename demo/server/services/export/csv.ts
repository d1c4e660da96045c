/** Says that the text is UTF-8 to programs that would guess. */
export const byteOrderMark = '\ufeff';

/**
 * What a spreadsheet takes for a formula: also after blanks, in full-width form, and with a minus of a number. A calculating
 * cell could send what stands beside it to anybody.
 */
const formula = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line of a file as RFC 4180 writes it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
