import type { Body, Language } from '../../src/domain/types.js';
import { sanitiseBody } from '../server/services/sanitise.js';
import type { SeedFile } from './files.js';
import { fill, phrases } from './phrases.js';
import type { Random } from './random.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function paragraphs(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .split(/\n\n+/)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** An order as shops put it into their mails: a table with styles, and a picture from elsewhere. */
function orderTable(language: Language, product: string, amount: string): string {
  const [item, quantity, price] = phrases[language].tableHead;
  const cell = 'style="border:1px solid #ccc;padding:6px 10px"';
  return (
    `<table style="border-collapse:collapse;font-size:13px"><thead><tr style="background:#f2f4f7"><th ${cell}>${item}</th><th ${cell}>${quantity}</th><th ${cell}>${price}</th></tr></thead>` +
    `<tbody><tr><td ${cell}>${product}</td><td ${cell} align="right">1</td><td ${cell} align="right">${amount}</td></tr></tbody></table>` +
    '<p><img src="https://images.shop.example/banner.png" alt="" width="600"></p>'
  );
}

export interface Written {
  readonly language: Language;
  readonly text: string;
  readonly product: string;
  readonly amount: string;
  readonly files?: readonly SeedFile[];
}

/** What a customer wrote, as plain text or in one of the ways in which mail programs put it. */
export function customerBody(random: Random, { language, text, product, amount, files = [] }: Written): Body {
  const way = random.weighted([
    ['text', 6],
    ['html', 3],
    ['table', 1],
  ]);
  const shown = files.filter(({ contentId }) => contentId !== null);
  if (way === 'text' && shown.length === 0) return sanitiseBody({ text });
  const font = '<div style="font-family:sans-serif;font-size:14px;color:#222">';
  const table = way === 'table' ? orderTable(language, product, amount) : '';
  const pictures = shown.map(({ contentId, fileName }) => `<p><img src="cid:${contentId}" alt="${fileName}"></p>`);
  return sanitiseBody({ html: `${font}${paragraphs(text)}${pictures.join('')}${table}</div>`, parts: shown });
}

/** A customer's answer with what it answers below, as mail programs quote it. */
export function quotedBody(language: Language, text: string, quoted: string, name: string, date: string): Body {
  const line = fill(phrases[language].quoteLine, { date, name });
  return sanitiseBody({ text: `${text}\n\n${line}\n${quoted.replace(/^/gm, '> ')}` });
}

const written = new Map<string, Body>();

/** Agents write the same few sentences over and over: each is filtered once. */
export function agentBody(text: string): Body {
  const body = written.get(text) ?? sanitiseBody({ html: paragraphs(text) });
  written.set(text, body);
  return body;
}
