type Listener = () => void

/**
 * The symbol under which a record has its observer. It is not enumerable, so copies and JSON do not
 * contain it.
 */
const observer = Symbol('observer')

/** The proxy handler of one record, with its listener. */
class Observer<T extends object> implements ProxyHandler<T> {
  changed: Listener | undefined

  set(target: T, name: PropertyKey, value: unknown): boolean {
    const isSet = Reflect.set(target, name, value)
    this.changed?.()
    return isSet
  }
}

/**
 * Returns a proxy of the record that reports each set member. Use only the proxy: changes to
 * `record` itself are not seen. Values of members are not observed, so replace them as a whole.
 */
export function observed<T extends object>(record: T): T {
  const handler = new Observer<T>()
  Object.defineProperty(record, observer, { value: handler })
  return new Proxy(record, handler)
}

const isObserved = (record: object): record is { [observer]: { changed: Listener | undefined } } =>
  observer in record

/**
 * Sets the listener for changes of a record; it replaces the earlier one.
 *
 * @throws TypeError for a record that is not observed.
 */
export function watch(record: object, changed: Listener | undefined): void {
  if (!isObserved(record)) throw new TypeError('Not an observed record: its changes are not seen.')
  record[observer].changed = changed
}
