type Listener = () => void

/** Where a record has its observer: not enumerable, so that copies and JSON are without it. */
const observer = Symbol('observer')

/** The trap of one record, with its listener. */
class Observer<T extends object> implements ProxyHandler<T> {
  changed: Listener | undefined

  set(target: T, name: PropertyKey, value: unknown): boolean {
    const isSet = Reflect.set(target, name, value)
    this.changed?.()
    return isSet
  }
}

/**
 * The same record, which says when a member is set. All code has to use what this gives: a change of
 * `record` itself is not seen. What members hold is not observed, so it must be replaced as a whole.
 */
export function observed<T extends object>(record: T): T {
  const handler = new Observer<T>()
  Object.defineProperty(record, observer, { value: handler })
  return new Proxy(record, handler)
}

const isObserved = (record: object): record is { [observer]: { changed: Listener | undefined } } =>
  observer in record

/**
 * Calls back after each change of the record from now on, instead of whom it called before.
 *
 * @throws TypeError for what is no observed record.
 */
export function watch(record: object, changed: Listener | undefined): void {
  if (!isObserved(record)) throw new TypeError('Not an observed record: its changes are not seen.')
  record[observer].changed = changed
}
