import { MultiMap } from './multi-map.ts'
import { watch } from './observed.ts'
import { Store } from './store.ts'

type NamesOf<V> = (value: V) => readonly string[]

/**
 * A store of observed records, with an index by other names. The index follows each change of a
 * record, so no lookup scans all records.
 */
export class Table<V extends object> extends Store<V> {
  readonly #namesOf: NamesOf<V>
  readonly #byName = new MultiMap<V>()
  /** The current names of each key. */
  readonly #names = new Map<string, readonly string[]>()

  constructor(namesOf: NamesOf<V> = () => []) {
    super()
    this.#namesOf = namesOf
  }

  /** The records with this name, in the order in which they got it. */
  named(name: string): Iterable<V> {
    return this.#byName.get(name)
  }

  /** @throws TypeError for a record that is not observed. */
  override set(key: string, value: V): this {
    watch(value, () => this.#update(key, value))
    const old = this.get(key)
    if (old !== undefined && old !== value) this.#drop(key, old)
    super.set(key, value)
    this.#index(key, value, this.#namesOf(value))
    return this
  }

  override delete(key: string): boolean {
    const value = this.get(key)
    if (value !== undefined) this.#drop(key, value)
    return super.delete(key)
  }

  override clear(): void {
    for (const value of this.values()) watch(value, undefined)
    this.#byName.clear()
    this.#names.clear()
    super.clear()
  }

  #update(key: string, value: V): void {
    this.#index(key, value, this.#namesOf(value))
    this.listener?.changed(key)
  }

  #drop(key: string, value: V): void {
    watch(value, undefined)
    this.#index(key, value, [])
    this.#names.delete(key)
  }

  #index(key: string, value: V, names: readonly string[]): void {
    const old = this.#names.get(key) ?? []
    for (const name of old) if (!names.includes(name)) this.#byName.delete(name, value)
    for (const name of names) if (!old.includes(name)) this.#byName.add(name, value)
    this.#names.set(key, names)
  }
}
