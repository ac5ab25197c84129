import { ConfigError } from '../../errors/auth-errors.ts'
import { didYouMean } from './did-you-mean.ts'

export type Settings = Readonly<Record<string, unknown>>

interface ListOptions {
  /** The list in a value of another type. */
  readonly itemsOf?: (value: unknown) => unknown
  /** The names of which a message suggests one. */
  readonly known?: readonly string[]
}

/**
 * Reads settings by name. Each shape has its own names for a setting; the first one present counts.
 * A wrong setting throws a `ConfigError` with the name of the shape and of the setting.
 */
export class ConfigReader {
  readonly #shape: string
  readonly #found: Settings
  /** The path to the settings, e.g. `oauth.`. */
  readonly #path: string
  /** The names that were read. */
  readonly #known = new Set<string>()
  readonly #sections = new Map<string, ConfigReader>()

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
    const value = this.value(name) ?? {}
    const found = settings(value) ?? this.fail([name], `${typeOf(value)}, not an object`)
    const section =
      this.#sections.get(name) ?? new ConfigReader(this.#shape, found, `${this.#path}${name}.`)
    this.#sections.set(name, section)
    return section
  }

  has(name: string): boolean {
    return this.#nameOf([name]) !== undefined
  }

  value(name: string): unknown {
    this.#known.add(name)
    return this.#found[name]
  }

  required(name: string): string {
    const value = this.value(name)
    if (isText(value)) return value.trim()
    if (typeof value === 'string') return this.fail([name], 'empty')
    const given = Object.keys(this.#found).join(', ') || 'nothing'
    return this.fail([name], `${typeOf(value)}, not a text; given is: ${given}`)
  }

  /**
   * Rejects a client secret, and settings that were not read. Call it last. In a file that a tool has
   * written, which may have more settings, only a client secret is rejected.
   */
  rejectUnknown(isGenerated = false): void {
    for (const [name, value] of Object.entries(this.#found)) {
      if (value === undefined || value === null) continue
      if (/client_?secret/i.test(name)) {
        this.fail([name], 'a secret, which every visitor can read: use an app client without one')
      }
      if (isGenerated || this.#known.has(name) || withoutMeaning.includes(name)) continue
      this.fail([name], `not known${didYouMean(name, this.#known)}`)
    }
    for (const section of this.#sections.values()) section.rejectUnknown(isGenerated)
  }

  text(name: string): string | undefined {
    return this.#nameOf([name]) && this.required(name)
  }

  /** @param parse returns `undefined` for a value that is not what `wanted` says. */
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

  /** A list. `parse` returns `undefined` for an item that is not what `wanted` says. */
  list<T>(
    names: readonly string[],
    parse: (item: unknown) => T | undefined,
    wanted: string,
    { itemsOf = (value) => value, known = [] }: ListOptions = {},
  ): readonly T[] | undefined {
    const name = this.#nameOf(names)
    if (!name) return undefined
    const value = this.#found[name]
    const items = itemsOf(value)
    if (!Array.isArray(items)) return this.fail([name], `${typeOf(value)}, not a list of ${wanted}`)
    return items.map(
      (item: unknown) =>
        parse(item) ??
        this.fail(
          [name],
          `a list with ${JSON.stringify(item)}, which is not ${wanted}${didYouMean(String(settings(item)?.name ?? item), known)}`,
        ),
    )
  }

  /** @throws ConfigError always. `said` completes the sentence `"setting" is …`. */
  fail(names: readonly string[], said: string): never {
    const name = names.find((name) => name in this.#found) ?? names[0]
    throw new ConfigError(`${this.#shape}: "${this.#path}${name}" is ${said}`)
  }

  #nameOf(names: readonly string[]): string | undefined {
    const [name, other] = names.filter((name) => (this.value(name) ?? undefined) !== undefined)
    if (other && JSON.stringify(this.#found[other]) !== JSON.stringify(this.#found[String(name)])) {
      this.fail([other], `not what "${name}" is, another name of it`)
    }
    return name
  }
}

/** Settings of other libraries and of the sandbox that have no effect here. */
const withoutMeaning =
  'storage refreshHandlers clientMetadata urlOpener signUpVerificationMethod mfa groups controlUrl'.split(
    ' ',
  )

export function settings(value: unknown): Settings | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Settings)
    : undefined
}

/** The type of a wrong value, for messages. */
export function typeOf(value: unknown): string {
  return value === undefined ? 'missing' : value === null ? 'null' : `of type ${typeof value}`
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

export function toUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/**
 * Returns an endpoint when it is a URL of http or https without a user, a query or a fragment. Does not
 * use `URL`, which is incomplete in React Native.
 */
export function toHttpUrl(text: string): string | undefined {
  return /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:\/[^\s?#@\\]*)?$/i.test(text)
    ? text
    : undefined
}

/** A region is part of a host name, so only letters, digits and hyphens are valid. */
export function toRegion(text: string): string | undefined {
  return /^[a-z\d]+(?:-[a-z\d]+)*$/i.test(text) ? text : undefined
}

export const regionExample = 'a region like "us-east-1"'
