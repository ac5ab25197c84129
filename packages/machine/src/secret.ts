const redacted = '[secret]'

/** Outside of the objects: consoles show private fields, too. */
const values = new WeakMap<object, unknown>()

/** For an input that a user has typed as text, or that was a secret before. */
export function asSecret(value: string | Secret): Secret {
  return typeof value === 'string' ? new Secret(value) : value
}

/** For an input that may be left out. */
export function toSecret(value: string | undefined): Secret | undefined {
  return value === undefined ? undefined : new Secret(value)
}

/**
 * A value that must not be seen: a password, a code, a token. It prints as `[secret]` in JSON,
 * string conversion, consoles and Node's inspection, so it may travel through events, actor inputs
 * and inspectors. {@link Secret.reveal} is called once, where the request is built.
 *
 * It works through a Proxy as well, e.g. in Vue's `reactive()` or a Pinia store.
 */
export class Secret<T = string> {
  /** What the value is found by: a proxy of the secret gives the same one. */
  declare private readonly key: () => void

  constructor(value: T) {
    const key = () => undefined
    values.set(key, value)
    Object.defineProperty(this, 'key', { value: key })
    // Vue makes no proxy of a frozen object.
    Object.freeze(this)
  }

  /**
   * The value itself. Do not store or log it.
   *
   * @throws TypeError for a copy that was made property by property, which has no value.
   */
  reveal(): T {
    if (!values.has(this.key)) throw new TypeError('A copy of a Secret has no value')
    return values.get(this.key) as T
  }

  toJSON(): string {
    return redacted
  }

  toString(): string {
    return redacted
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return redacted
  }
}
