import type { Body, Language } from '../../src/domain/types.js';
import { sanitiseBody } from '../server/services/sanitise.js';
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
}

/** What a customer wrote, as plain text or in one of the ways in which mail programs put it. */
export function customerBody(random: Random, { language, text, product, amount }: Written): Body {
  const way = random.weighted([
    ['text', 6],
    ['html', 3],
    ['table', 1],
  ]);
  if (way === 'text') return sanitiseBody({ text });
  const font = '<div style="font-family:sans-serif;font-size:14px;color:#222">';
  const table = way === 'table' ? orderTable(language, product, amount) : '';
  return sanitiseBody({ html: `${font}${paragraphs(text)}${table}</div>` });
}

/** A customer's answer with what it answers below, as mail programs quote it. */
export function quotedBody(language: Language, text: string, quoted: string, name: string, date: string): Body {
  const line = fill(phrases[language].quoteLine, { date, name });
  return sanitiseBody({ text: `${text}\n\n${line}\n${quoted.replace(/^/gm, '> ')}` });
}

export function agentBody(text: string): Body {
  return sanitiseBody({ html: paragraphs(text) });
}
