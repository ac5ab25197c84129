/**
 * Several values for a key, in insertion order. Most keys have one value, which is stored without a
 * list.
 */
export class MultiMap<V extends object> {
  readonly #values = new Map<string, V | Set<V>>()

  get(key: string): Iterable<V> {
    const found = this.#values.get(key)
    if (found === undefined) return []
    return found instanceof Set ? found : [found]
  }

  add(key: string, value: V): void {
    const found = this.#values.get(key)
    if (found === undefined || found === value) this.#values.set(key, value)
    else if (found instanceof Set) found.add(value)
    else this.#values.set(key, new Set([found, value]))
  }

  delete(key: string, value: V): void {
    const found = this.#values.get(key)
    if (found instanceof Set) {
      found.delete(value)
      if (found.size > 0) return
    } else if (found !== value) return
    this.#values.delete(key)
  }

  clear(): void {
    this.#values.clear()
  }
}
