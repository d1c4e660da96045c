/** A few values by key; the one that was used longest ago goes first. */
export class Recent<K, V> {
  readonly #values = new Map<K, V>();

  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value as K);
  }

  delete(key: K): void {
    this.#values.delete(key);
  }

  values(): Iterable<V> {
    return this.#values.values();
  }

  clear(): void {
    this.#values.clear();
  }
}
