import iconv from 'iconv-lite';

/** Bytes of a mail from lines; strings are ASCII or UTF-8, byte arrays stand as they are. */
export function mailBytes(...lines: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(lines.flatMap((line) => [typeof line === 'string' ? Buffer.from(line) : line, Buffer.from('\r\n')])),
  );
}

export const encoded = (text: string, charset: string): Uint8Array => iconv.encode(text, charset);

export const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** An encoded word of a header. */
export const word = (text: string, charset: string): string => `=?${charset}?B?${base64(encoded(text, charset))}?=`;

const shift = (text: string, charset: string): Buffer =>
  Buffer.from(iconv.encode(text, charset).map((byte) => byte & 0x7f));

/** ISO-2022-KR, which no library writes any more. */
export function iso2022kr(text: string): Uint8Array {
  const pieces = text
    .split(/([\u0080-\uffff]+)/)
    .map((piece) =>
      /^[\u0080-\uffff]/.test(piece)
        ? Buffer.concat([Buffer.from([0x0e]), shift(piece, 'euc-kr'), Buffer.from([0x0f])])
        : Buffer.from(piece),
    );
  return new Uint8Array(Buffer.concat([Buffer.from('\x1b$)C'), ...pieces]));
}

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

/** "日本語テスト" as ISO-2022-JP. */
export const iso2022jp = new Uint8Array(
  Buffer.concat([hex('1b2442'), hex('467c 4b5c 386c 2546 2539 2548'), hex('1b2842')]),
);
