import { addressParser } from 'postal-mime';
import { safeName } from '../../../../src/util/safe-name.js';
import { replaceWords, type HeaderField } from './headers.js';

export interface Mailbox {
  name: string;
  /** Lower case; empty when there is none. */
  address: string;
}

const longestField = 20_000;

/** Encoded names become quoted strings first, so that a comma in a name does not make two people. */
function withPlainNames(value: string): string {
  return replaceWords(value, (decoded, at) => {
    const escaped = decoded.replace(/[\\"]/g, '\\$&');
    const quoted = (value.slice(0, at).match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
    return quoted ? escaped : `"${escaped}"`;
  });
}

function mailboxesOf(value: string): Mailbox[] {
  return addressParser(withPlainNames(value.slice(0, longestField)), { flatten: true }).flatMap((entry) => {
    const address = safeName(entry.address ?? '')
      .replace(/\s/g, '')
      .toLowerCase();
    const name = safeName(entry.name).replace(/^'(.*)'$/, '$1');
    return address || name ? [{ name: name.toLowerCase() === address ? '' : name, address }] : [];
  });
}

/** Everybody that the fields of these names list. */
export function mailboxes(fields: readonly HeaderField[], ...names: string[]): Mailbox[] {
  return fields.filter((field) => names.includes(field.name)).flatMap((field) => mailboxesOf(field.value));
}
