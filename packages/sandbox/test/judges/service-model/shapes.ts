import * as identityPools from '@aws-sdk/client-cognito-identity'
import * as userPools from '@aws-sdk/client-cognito-identity-provider'

/** One level of a type of the service model; what it refers to is read when it is needed. */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'document' }
  | { readonly kind: 'list' | 'map'; readonly item: () => Shape }
  | {
      readonly kind: 'structure'
      readonly name: string
      readonly members: ReadonlyMap<string, () => Shape>
      readonly required: readonly string[]
    }

/** The shapes of both services. Those in both, a few exceptions, look the same on the wire. */
const exported: Readonly<Partial<Record<string, unknown>>> = { ...identityPools, ...userPools }

const simple: Readonly<Partial<Record<number, Shape>>> = {
  0: { kind: 'string' },
  1: { kind: 'number' },
  2: { kind: 'boolean' },
  4: { kind: 'timestamp' },
  15: { kind: 'document' },
  // A blob travels as base64.
  21: { kind: 'string' },
}

const empty: Shape = { kind: 'structure', name: 'Unit', members: new Map(), required: [] }

/** Reads a type of the SDK's schema: a code, a tuple, or a function that returns one. */
function readShape(ref: unknown): Shape {
  if (typeof ref === 'function') return readShape(ref())
  if (ref === 'unit') return empty
  if (typeof ref === 'number') return readCode(ref)
  if (!Array.isArray(ref)) throw new TypeError(`Not a schema: ${String(ref)}`)
  const tuple: readonly unknown[] = ref
  // A reference with traits is a pair; everything declared has its namespace in the second place.
  return typeof tuple[1] === 'string' ? readDeclared(tuple) : readShape(tuple[0])
}

function readCode(code: number): Shape {
  if (code & 64) return { kind: 'list', item: () => readShape(code & ~64) }
  if (code & 128) return { kind: 'map', item: () => readShape(code & ~128) }
  const found = simple[code]
  if (!found) throw new TypeError(`Unknown type code ${code}`)
  return found
}

function readDeclared([id, , name, , first, second, count]: readonly unknown[]): Shape {
  switch (id) {
    case 0:
      return readShape(first)
    case 1:
      return { kind: 'list', item: () => readShape(first) }
    case 2:
      return { kind: 'map', item: () => readShape(second) }
    case 3:
    case -3: {
      const names = asList(first).map(String)
      const refs = asList(second)
      return {
        kind: 'structure',
        name: String(name),
        members: new Map(names.map((member, index) => [member, () => readShape(refs[index])])),
        required: names.slice(0, Number(count ?? 0)),
      }
    }
    default:
      throw new TypeError(`Unknown schema kind ${String(id)} of ${String(name)}`)
  }
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export function operationShapes(
  operation: string,
): { readonly input: Shape; readonly output: Shape } | undefined {
  const [id, , , , input, output] = asList(exported[`${operation}$`])
  return id === 9 ? { input: readShape(input), output: readShape(output) } : undefined
}

export function errorShape(name: string): Shape | undefined {
  const schema = asList(exported[`${name}$`])
  return schema[0] === -3 ? readShape(schema) : undefined
}
