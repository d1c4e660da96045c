import type { Language } from '../../src/domain/types.js';
import { phrases } from './phrases.js';
import { parcelPicture } from './picture.js';
import type { Random } from './random.js';

/** A file that a customer sent along. */
export interface SeedFile {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Of a picture that stands in the text. */
  readonly contentId: string | null;
}

const picture = parcelPicture();

function orderList(language: Language, product: string, number: string, amount: string): Uint8Array {
  const [item, , price] = phrases[language].tableHead;
  // With the mark that makes spreadsheets read the names of goods right.
  return new TextEncoder().encode(`\ufeffNo,${item},${price}\r\n${number},${product},"${amount}"\r\n`);
}

/** None mostly; else a photo in the text, a photo beside it, or a list. */
export function filesOf(
  random: Random,
  language: Language,
  order: { readonly product: string; readonly number: string; readonly amount: string },
): readonly SeedFile[] {
  const kinds = random.weighted<readonly ('inline' | 'photo' | 'list')[]>([
    [[], 86],
    [['inline'], 4],
    [['photo'], 4],
    [['list'], 3],
    [['photo', 'list'], 3],
  ]);
  const { photo, list } = phrases[language].files;
  return kinds.map((kind) => {
    const attachmentId = random.text(32, '0123456789abcdef');
    if (kind === 'list') {
      const content = orderList(language, order.product, order.number, order.amount);
      return { attachmentId, fileName: list, contentType: 'text/csv', content, contentId: null };
    }
    const contentId = kind === 'inline' ? `${attachmentId.slice(0, 8)}@mail.example` : null;
    return { attachmentId, fileName: photo, contentType: 'image/png', content: picture, contentId };
  });
}
