/** The place farther on in an event stream: its ids grow, and are longer than a number is exact. */
export function later(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}
