import type { HistoryEntry } from '../../../src/domain/types.js';
import { anEntry } from '../../support/open-ticket.js';

const sentences = [
  '주문을 취소했는데 카드 환불이 아직 확인되지 않습니다. 확인 부탁드립니다.',
  'ご注文の返金についてお問い合わせいたします。ご確認をお願いいたします。',
  'The parcel arrived damaged, and I would like to know how to return it.',
];

/** A message of about 10 kB as mail programs write them: paragraphs, a table, a quotation, styled spans. */
function makeHtml(seed: number): string {
  const line = (index: number): string => sentences[(seed + index) % sentences.length]!;
  let html = `<div><p>${seed}. ${line(0)}</p>`;
  for (let row = 0; html.length < 6_500; row += 1) {
    html += `<p>${line(row)} <b>${line(row + 1)}</b> <span>${line(row + 2)}</span> <a href="https://shop.example/${seed}">link</a></p>`;
  }
  html += '<table><tbody>';
  for (let row = 0; html.length < 8_500; row += 1)
    html += `<tr><td>${row}</td><td>${line(row)}</td><td>₩12,000</td></tr>`;
  html += '</tbody></table><blockquote>';
  for (let row = 0; html.length < 10_000; row += 1) html += `<p>${line(row)}</p>`;
  // In one piece, as text comes out of an answer of the server: joining the pieces is not what is measured.
  return JSON.parse(JSON.stringify(`${html}</blockquote></div>`)) as string;
}

/** A long ticket: customer and agent in turns. */
export function makeEntries(count: number): readonly HistoryEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const html = makeHtml(index);
    const styles = Array.from({ length: 20 }, (_each, node) => ({
      node: node + 1,
      props: [['font-size', '14px'] as const, ['line-height', '1.5'] as const],
    }));
    const isAgent = index % 2 === 1;
    return anEntry(index + 1, {
      html,
      styles,
      kind: isAgent ? 'hold' : index === 0 ? 'inquiry' : 'reinquiry',
      author: isAgent
        ? { role: 'agent', usercode: 'agent2', name: '이상담' }
        : { role: 'customer', usercode: null, name: '박민지' },
    });
  });
}
