import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'

// What the SDK says in its type declarations only: which members are enums, and which errors an
// operation has.

const types = join(
  createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider/package.json'),
  '../dist-types',
)
const exported: Readonly<Partial<Record<string, unknown>>> = sdk

/** Values of an enum, undefined for the name of anything else. */
const enumValues = (name: string): readonly string[] | undefined => {
  const value = exported[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.values(value).map(String)
}

const interfaces = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm
const members = /^ {4}(\w+)\??: (?:Record<string, )?(\w+)(?:>|\[\])?(?: \| undefined)?;/gm

const readEnums = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  for (const file of ['models_0', 'models_1']) {
    const text = readFileSync(join(types, `models/${file}.d.ts`), 'utf8')
    for (const [, structure, body = ''] of text.matchAll(interfaces)) {
      for (const [, member, type = ''] of body.matchAll(members)) {
        const values = enumValues(type)
        if (values) found.set(`${structure}.${member}`, values)
      }
    }
  }
  return found
}

let enums: ReadonlyMap<string, readonly string[]> | undefined

/** The legal values of a member that is an enum, a list of one or a map to one. */
export const enumOf = (structure: string, member: string): readonly string[] | undefined => {
  enums ??= readEnums()
  return enums.get(`${structure}.${member}`)
}

const errors = new Map<string, readonly string[]>()

/** The exceptions the operation declares. */
export const declaredErrors = (operation: string): readonly string[] => {
  const known = errors.get(operation)
  if (known) return known
  const file = join(types, `commands/${operation}Command.d.ts`)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const found = [...text.matchAll(/@throws \{@link (\w+Exception)\}/g)].map(([, name = '']) => name)
  errors.set(operation, found)
  return found
}
