import { limits } from '../../../../src/domain/mail-profile.js';

/** Cuts a text to what a page can show. Tells whether something was left out. */
export function cutText(text: string): { text: string; cut: boolean } {
  let end = Math.min(text.length, limits.text);
  for (let line = 0, at = 0; line < limits.lines; line++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) break;
    if (line === limits.lines - 1) end = Math.min(end, at);
  }
  return { text: text.slice(0, end), cut: end < text.length };
}

const spoken: Readonly<Record<string, string>> = { nbsp: '\u00a0', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The words of markup that is too large or too broken to parse. A rough reading; what it yields is text, never markup. */
export function roughText(html: string): string {
  let text = '';
  let at = 0;
  for (const opening of html.matchAll(/<(script|style|title)\b/gi)) {
    if (opening.index < at) continue;
    text += html.slice(at, opening.index);
    const close = new RegExp(`</${opening[1] ?? ''}`, 'gi');
    close.lastIndex = opening.index;
    at = close.exec(html)?.index ?? html.length;
  }
  return (text + html.slice(at))
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|table|li|ul|ol|h[1-6]|blockquote|pre))\b[^<>]*>/gi, '\n')
    .replace(/<!--|-->|<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(nbsp|lt|gt|quot|apos|amp);/g, (whole, name: string) => spoken[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
