import { enumOf } from './declarations.ts'
import type { Shape } from './shapes.ts'

export interface Rules {
  /** Whether `null` counts as absent: requests may say it, answers never do. */
  readonly allowNull: boolean
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with a JSON value by its type in the service model; nothing when it is right. */
export function checkValue(
  shape: Shape,
  value: unknown,
  path: string,
  rules: Rules,
  legal?: readonly string[],
): string[] {
  const wanted = (name: string) => [`${path}: expected ${name}, got ${typeOf(value)}`]
  switch (shape.kind) {
    case 'document':
      return []
    case 'string':
      if (typeof value !== 'string') return wanted('a string')
      if (!legal || legal.includes(value)) return []
      return [`${path}: '${value}' is none of ${legal.join(', ')}`]
    case 'boolean':
      return typeof value === 'boolean' ? [] : wanted('a boolean')
    case 'number':
      return typeof value === 'number' ? [] : wanted('a number')
    case 'timestamp':
      return checkTimestamp(value, path)
    case 'list':
      if (!Array.isArray(value)) return wanted('a list')
      return value.flatMap((entry: unknown, index) =>
        checkValue(shape.item(), entry, `${path}[${index}]`, rules, legal),
      )
    case 'map':
      if (!isRecord(value)) return wanted('a map')
      return presentEntries(value, rules).flatMap(([key, entry]) =>
        checkValue(shape.item(), entry, `${path}.${key}`, rules, legal),
      )
    case 'structure':
      return isRecord(value) ? checkStructure(shape, value, path, rules) : wanted('a structure')
  }
}

const presentEntries = (value: Readonly<Record<string, unknown>>, { allowNull }: Rules) =>
  Object.entries(value).filter(([, content]) => content !== null || !allowNull)

/** JSON 1.1 has epoch seconds, with a fraction for milliseconds. */
function checkTimestamp(value: unknown, path: string): string[] {
  if (typeof value !== 'number') return [`${path}: expected epoch seconds, got ${typeOf(value)}`]
  const isSeconds = value > 946_684_800 && value < 32_503_680_000
  return isSeconds ? [] : [`${path}: ${value} is no time in seconds`]
}

function checkStructure(
  { name, members, required }: Extract<Shape, { kind: 'structure' }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
  rules: Rules,
): string[] {
  const present = presentEntries(value, rules)
  const names = present.map(([member]) => member)
  const missing = required.filter((member) => !names.includes(member))
  return [
    ...missing.map((member) => `${path}.${member}: required by ${name}, but missing`),
    ...present.flatMap(([member, content]) => {
      const shape = members.get(member)
      if (!shape) return [`${path}.${member}: no member of ${name}`]
      return checkValue(shape(), content, `${path}.${member}`, rules, enumOf(name, member))
    }),
  ]
}
