/** Makes identifiers of nineteen digits, too long for a JavaScript number to hold. */
export class Identifiers {
  #last: bigint;

  constructor(last = 4_100_000_000_000_000_017n) {
    this.#last = last;
  }

  get last(): string {
    return String(this.#last);
  }

  next(): string {
    this.#last += 3n;
    return String(this.#last);
  }
}
