import { Violation } from './rule.js';

export type Thing = Readonly<Record<string, unknown>>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the server said to one request. Getters throw a `Violation` where the answer does not have what they name. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;

  constructor(status: number, headers: Headers, bytes: Uint8Array) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  get body(): Thing {
    let body: unknown;
    try {
      body = JSON.parse(this.text);
    } catch {
      throw new Violation(`The answer (HTTP ${this.status}) is not JSON`);
    }
    if (!isThing(body)) throw new Violation(`The answer (HTTP ${this.status}) is not an envelope`);
    return body;
  }

  get header(): Thing {
    const { header } = this.body;
    if (!isThing(header)) throw new Violation('The envelope has no header');
    return header;
  }

  get resultCode(): unknown {
    return this.header['resultCode'];
  }

  get result(): Thing {
    const { result } = this.body;
    if (!isThing(result)) throw new Violation(`The envelope (HTTP ${this.status}) has no result`);
    return result;
  }

  get content(): Thing {
    const { content } = this.result;
    if (!isThing(content)) throw new Violation('The result has no content');
    return content;
  }

  get contents(): readonly Thing[] {
    const { contents } = this.result;
    if (!Array.isArray(contents) || !contents.every(isThing)) throw new Violation('The result has no contents');
    return contents;
  }

  /** The code of a refusal of the console. */
  get code(): unknown {
    const { content } = this.result;
    return isThing(content) ? content['code'] : undefined;
  }
}
