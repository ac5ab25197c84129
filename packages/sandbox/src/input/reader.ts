import { CognitoError, invalidParameter } from '../errors.ts'

/**
 * Reads one member of a request. A wrong JSON type throws SerializationException at once, as the
 * service's parser does. Violated constraints are collected and reported together.
 */
export type Reader<T> = (value: unknown, path: string, problems: string[]) => T

export interface Optional<T> {
  readonly optional: Reader<T>
}

type Member = Reader<unknown> | Optional<unknown>

type Shape<F extends Record<string, Member>> = {
  readonly [K in keyof F]: F[K] extends Optional<infer T>
    ? T | undefined
    : F[K] extends Reader<infer T>
      ? T
      : never
}

export function optional<T>(reader: Reader<T>): Optional<T> {
  return { optional: reader }
}

const serialization = (message: string) => new CognitoError('SerializationException', message)

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isMissing = (value: unknown) => value === undefined || value === null

const failed = (subject: string, path: string, constraint: string) =>
  `${subject} at '${path}' failed to satisfy constraint: ${constraint}`

function memberPath(parent: string, name: string) {
  const own = name.charAt(0).toLowerCase() + name.slice(1)
  return parent ? `${parent}.${own}` : own
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object') {
    throw serialization('Start of structure or map found where not expected.')
  }
  const kind = typeof value === 'number' ? 'NUMBER_VALUE' : `${String(value).toUpperCase()}_VALUE`
  throw serialization(`${kind} can not be converted to a String`)
}

export interface TextRules {
  readonly min?: number
  readonly max?: number
  readonly pattern?: RegExp
  /** Messages do not show the value. */
  readonly secret?: boolean
}

export function text({ min, max, pattern, secret }: TextRules = {}): Reader<string> {
  return (value, path, problems) => {
    const content = asText(value)
    const subject = secret ? 'Value' : `Value '${content}'`
    if (min !== undefined && content.length < min) {
      problems.push(
        failed(subject, path, `Member must have length greater than or equal to ${min}`),
      )
    }
    if (max !== undefined && content.length > max) {
      problems.push(failed(subject, path, `Member must have length less than or equal to ${max}`))
    }
    if (pattern && !new RegExp(`^(?:${pattern.source})$`, pattern.flags).test(content)) {
      problems.push(
        failed(subject, path, `Member must satisfy regular expression pattern: ${pattern.source}`),
      )
    }
    return content
  }
}

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (value, path, problems) => {
    const content = asText(value)
    const found = values.find((candidate) => candidate === content)
    if (found !== undefined) return found
    problems.push(
      failed(
        `Value '${content}'`,
        path,
        `Member must satisfy enum value set: [${values.join(', ')}]`,
      ),
    )
    return stop(problems)
  }
}

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value
  throw serialization(`Expected a boolean at '${path}'`)
}

export function integer({
  min,
  max,
}: {
  readonly min: number
  readonly max: number
}): Reader<number> {
  return (value, path, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw serialization(`Expected an integer at '${path}'`)
    }
    const subject = `Value '${value}'`
    if (value < min) {
      problems.push(failed(subject, path, `Member must have value greater than or equal to ${min}`))
    }
    if (value > max) {
      problems.push(failed(subject, path, `Member must have value less than or equal to ${max}`))
    }
    return value
  }
}

export function listOf<T>(item: Reader<T>): Reader<T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) throw serialization(`Expected a list at '${path}'`)
    return value.map((entry, index) => item(entry, `${path}.${index + 1}.member`, problems))
  }
}

export function mapOf<T>(item: Reader<T>): Reader<Record<string, T>> {
  return (value, path, problems) => {
    if (!isRecord(value)) throw serialization(`Expected a map at '${path}'`)
    const entries = Object.entries(value).filter(([, entry]) => !isMissing(entry))
    return Object.fromEntries(
      entries.map(([key, entry]) => [key, item(entry, `${path}.${key}.member`, problems)]),
    )
  }
}

/** Unknown members are ignored, as the service does; `null` counts as absent. */
export function structure<F extends Record<string, Member>>(members: F): Reader<Shape<F>> {
  return (value, path, problems) => {
    if (!isRecord(value))
      throw serialization(path ? `Expected a structure at '${path}'` : 'Expected a structure')
    const result: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(members)) {
      const own = memberPath(path, name)
      const content = value[name]
      if (typeof member !== 'function') {
        result[name] = isMissing(content) ? undefined : member.optional(content, own, problems)
      } else if (isMissing(content)) {
        problems.push(failed('Value null', own, 'Member must not be null'))
      } else {
        result[name] = member(content, own, problems)
      }
    }
    // Each member was read by its own reader. If there are problems, `readInput` throws.
    return result as Shape<F>
  }
}

function stop(problems: readonly string[]): never {
  const errors = problems.length === 1 ? 'error' : 'errors'
  throw invalidParameter(`${problems.length} validation ${errors} detected: ${problems.join('; ')}`)
}

export function readInput<T>(reader: Reader<T>, value: unknown): T {
  const problems: string[] = []
  const result = reader(value, '', problems)
  if (problems.length > 0) stop(problems)
  return result
}
