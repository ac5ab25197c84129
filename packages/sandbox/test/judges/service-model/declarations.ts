import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as identityPools from '@aws-sdk/client-cognito-identity'
import * as userPools from '@aws-sdk/client-cognito-identity-provider'

// What the SDK says in its type declarations only: which members are enums, and which errors an
// operation has.

const typesOf = (sdk: string) =>
  join(createRequire(import.meta.url).resolve(`${sdk}/package.json`), '../dist-types')

const types = [
  typesOf('@aws-sdk/client-cognito-identity'),
  typesOf('@aws-sdk/client-cognito-identity-provider'),
]
const exported: Readonly<Partial<Record<string, unknown>>> = { ...identityPools, ...userPools }

/** The texts of the existing files, of both services. */
const read = (...files: readonly string[]): string =>
  types
    .flatMap((directory) => files.map((file) => join(directory, file)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

/** Values of an enum, undefined for the name of anything else. */
function enumValues(name: string): readonly string[] | undefined {
  const value = exported[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.values(value).map(String)
}

const interfaces = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm
const members = /^ {4}(\w+)\??: (?:Record<string, )?(\w+)(?:>|\[\])?(?: \| undefined)?;/gm

/** The text of every interface, comments included, by its name. */
function readInterfaces(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const text = read('models/models_0.d.ts', 'models/models_1.d.ts')
  for (const [, name = '', body = ''] of text.matchAll(interfaces)) found.set(name, body)
  return found
}

const bodies = readInterfaces()

function readEnums(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [structure, body] of bodies) {
    for (const [, member, type = ''] of body.matchAll(members)) {
      const values = enumValues(type)
      if (values) found.set(`${structure}.${member}`, values)
    }
  }
  return found
}

const enums = readEnums()

/** The legal values of a member that is an enum, a list of one or a map to one. */
export function enumOf(structure: string, member: string): readonly string[] | undefined {
  return enums.get(`${structure}.${member}`)
}

const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

/**
 * The exceptions the operation declares, and those its input's documentation names: AdminCreateUser
 * says of ForceAliasCreation that it answers AliasExistsException, which its list leaves out.
 */
export function declaredErrors(operation: string): readonly string[] {
  const text = read(`commands/${operation}Command.d.ts`)
  return [
    ...namesIn(text, /@throws \{@link (\w+Exception)\}/g),
    ...namesIn(bodies.get(`${operation}Request`) ?? '', /<code>(\w+Exception)<\/code>/g),
  ]
}
