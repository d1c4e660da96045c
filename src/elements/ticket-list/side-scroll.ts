/** Heads and rows stand above each other, whichever of them was moved sideways. */
export class SideScroll {
  #left = 0;

  follow(leader: HTMLElement, other: HTMLElement): void {
    const left = leader.scrollLeft;
    if (left === this.#left) return;
    this.#left = left;
    other.scrollLeft = left;
  }
}
