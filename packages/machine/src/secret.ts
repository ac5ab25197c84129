const redacted = '[secret]'

/**
 * A value that must not be seen: a password, a code, a token. It prints as `[secret]` in JSON,
 * string conversion, `console.log` and Node's inspection, so it may travel through events,
 * actor inputs and inspectors. {@link Secret.reveal} is called once, where the request is built.
 */
export class Secret<T = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  /** The value itself. Do not store or log what comes back. */
  reveal(): T {
    return this.#value
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
