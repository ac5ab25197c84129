/** The trap of one record, with its listener. */
class Observer<T extends object> implements ProxyHandler<T> {
  changed: (() => void) | undefined

  set(target: T, name: PropertyKey, value: unknown): boolean {
    const isSet = Reflect.set(target, name, value)
    this.changed?.()
    return isSet
  }
}

const observers = new WeakMap<object, { changed: (() => void) | undefined }>()

/**
 * The same record, which says when a member is set. All code has to use what this gives: a change of
 * `record` itself is not seen. What members hold is not observed, so it must be replaced as a whole.
 */
export const observed = <T extends object>(record: T): T => {
  const observer = new Observer<T>()
  const proxy = new Proxy(record, observer)
  observers.set(proxy, observer)
  return proxy
}

/**
 * Calls back after each change of the record from now on, instead of whom it called before.
 *
 * @throws TypeError for what is no observed record.
 */
export const watch = (record: object, changed: (() => void) | undefined): void => {
  const observer = observers.get(record)
  if (!observer) throw new TypeError('Not an observed record: its changes would not be seen.')
  observer.changed = changed
}
