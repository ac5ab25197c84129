const redacted = '[secret]'

/** Outside of the objects: consoles show private fields, too. */
const values = new WeakMap<object, unknown>()

/**
 * A value that must not be seen: a password, a code, a token. It prints as `[secret]` in JSON,
 * string conversion, consoles and Node's inspection, so it may travel through events, actor inputs
 * and inspectors. {@link Secret.reveal} is called once, where the request is built.
 */
export class Secret<T = string> {
  readonly #brand = redacted

  constructor(value: T) {
    values.set(this, value)
  }

  /** The value itself. Do not store or log what comes back. */
  reveal(): T {
    return values.get(this) as T
  }

  toJSON(): string {
    return this.#brand
  }

  toString(): string {
    return this.#brand
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.#brand
  }
}
