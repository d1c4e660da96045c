/** Browsers cap the height of an element, and positions above 2^24 lose whole pixels; a track stays below both. */
export const longestTrack = 15_000_000;

/**
 * Translates between the place in the list, in pixels as if the track were as long as the rows need, and the place on
 * the track that the browser really scrolls. Short tracks are the same as the list. On a longer list small movements
 * go pixel by pixel and far ones in proportion, so that every row can be reached and none is skipped.
 */
export class ScrollMap {
  #length = 0;
  #view = 0;
  #last = 0;
  #shift = 0;

  /** Height of the track. */
  get track(): number {
    return Math.min(this.#length, longestTrack);
  }

  /** How far rows stand from where they would stand on a track of full length. */
  get shift(): number {
    return this.#shift;
  }

  /** Sets the height of all rows and of what is visible of them. */
  resize(length: number, view: number): void {
    this.#length = length;
    this.#view = view;
    if (!this.#isScaled) this.#shift = 0;
  }

  /** Place in the list for a scroll position of the track. */
  read(position: number): number {
    const far = Math.abs(position - this.#last) > Math.max(2 * this.#view, 2000);
    this.#last = position;
    if (!this.#isScaled) return position;
    if (position <= 0) this.#shift = 0;
    else if (position >= this.#trackEnd - 1) this.#shift = this.#end - this.#trackEnd;
    else if (far) this.#shift = Math.round((position / this.#trackEnd) * this.#end - position);
    return Math.min(Math.max(position + this.#shift, 0), this.#end);
  }

  /** Scroll position of the track for a place in the list; the next `read` of it gives that place again. */
  write(place: number): number {
    const wanted = Math.round(Math.min(Math.max(place, 0), this.#end));
    this.#last = this.#isScaled ? Math.round((wanted / this.#end) * this.#trackEnd) : wanted;
    this.#shift = wanted - this.#last;
    return this.#last;
  }

  get #isScaled(): boolean {
    return this.#length > longestTrack;
  }

  get #end(): number {
    return Math.max(0, this.#length - this.#view);
  }

  get #trackEnd(): number {
    return Math.max(0, this.track - this.#view);
  }
}
