import { ConfigError } from '../config-error.ts'

export type Settings = Readonly<Record<string, unknown>>

/**
 * Reads settings by their names, of which each shape has its own: the first that is there counts.
 * What is wrong throws a `ConfigError` with the name of the shape and of the setting.
 */
export class ConfigReader {
  readonly #shape: string
  readonly #found: Settings
  /** What leads to the settings, e.g. `oauth.`. */
  readonly #path: string

  constructor(shape: string, found: Settings, path = '') {
    this.#shape = shape
    this.#found = found
    this.#path = path
  }

  get isEmpty(): boolean {
    return Object.keys(this.#found).length === 0
  }

  /** The settings in `name`, empty when there are none. */
  section(name: string): ConfigReader {
    const value = this.#found[name] ?? {}
    const found = settings(value) ?? this.fail([name], `${typeOf(value)}, not an object`)
    return new ConfigReader(this.#shape, found, `${this.#path}${name}.`)
  }

  required(name: string): string {
    const value = this.#found[name]
    if (isText(value)) return value.trim()
    return this.fail([name], `${typeOf(value)}, not a non-empty string`)
  }

  text(name: string): string | undefined {
    return this.#nameOf([name]) && this.required(name)
  }

  /** `parse` answers `undefined` for what is not what is `wanted`. */
  parsed<T>(
    names: readonly string[],
    parse: (text: string) => T | undefined,
    wanted: string,
  ): T | undefined {
    const name = this.#nameOf(names)
    if (!name) return undefined
    const text = this.required(name)
    return parse(text) ?? this.fail([name], `"${text}", which is not ${wanted}`)
  }

  flag(...names: readonly string[]): boolean | undefined {
    const name = this.#nameOf(names)
    if (!name) return undefined
    const value = this.#found[name]
    return typeof value === 'boolean'
      ? value
      : this.fail([name], `${typeOf(value)}, not true or false`)
  }

  /** A list, of which `parse` answers `undefined` for an item that is not what is `wanted`. */
  list<T>(
    names: readonly string[],
    parse: (item: unknown) => T | undefined,
    wanted: string,
    { separator }: { separator?: RegExp } = {},
  ): readonly T[] | undefined {
    const name = this.#nameOf(names)
    if (!name) return undefined
    const value = this.#found[name]
    const items: unknown =
      separator && typeof value === 'string' ? value.split(separator).filter(isText) : value
    if (!Array.isArray(items)) return this.fail([name], `${typeOf(value)}, not a list of ${wanted}`)
    return items.map(
      (item: unknown) =>
        parse(item) ??
        this.fail([name], `a list with ${JSON.stringify(item)}, which is not ${wanted}`),
    )
  }

  /** @throws ConfigError always: the setting is what `said` says. */
  fail(names: readonly string[], said: string): never {
    const name = this.#nameOf(names) ?? names[0]
    throw new ConfigError(`${this.#shape}: "${this.#path}${name}" is ${said}`)
  }

  #nameOf(names: readonly string[]): string | undefined {
    return names.find((name) => (this.#found[name] ?? undefined) !== undefined)
  }
}

export function settings(value: unknown): Settings | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Settings)
    : undefined
}

/** For messages: what stands where something else is wanted. */
export function typeOf(value: unknown): string {
  return value === undefined ? 'missing' : value === null ? 'null' : `of type ${typeof value}`
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== ''

export function toUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** For endpoints: itself when it is a URL of http or https. */
export const toHttpUrl = (text: string): string | undefined =>
  /^https?:$/.test(toUrl(text)?.protocol ?? '') ? text : undefined
