import type { Act } from './acts.ts'
import { keyOf } from './literal.ts'
import type { Field, Skeleton } from './skeleton.ts'

/** A contract to fill in: a function for each screen and each action that the specs need. */
export function uiSkeleton(skeleton: Skeleton, acts: readonly Act[]): string {
  const { imports, handle, handleType, sign, signType, more } = skeleton
  const routes = [...new Set(acts.flatMap(({ screen }) => screen ?? []))]
    .sort()
    .map((screen) => `    ${keyOf(screen)}: (${handle}: ${handleType}): ${signType} => ${sign},\n`)
  const payloads = new Map<string, object[]>()
  for (const { deed } of acts) {
    if (deed.kind !== 'do') continue
    payloads.set(deed.type, [...(payloads.get(deed.type) ?? []), deed.payload ?? {}])
  }
  const actions = [...payloads]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([action, sent]) => actionOf(skeleton, action, sent))
  return `${imports}/** How a test uses your app: fill in every TODO. The specs need nothing else. */
export const ui = {
  /** What each screen is recognised by: something that only this one shows. */
  routes: {
${routes.join('')}  },

  /** How each action is done: type and click what your users type and click. */
  actions: {
${actions.join('')}  },
}
${more}`
}

function actionOf(skeleton: Skeleton, action: string, sent: readonly object[]): string {
  const { handle, handleType, body } = skeleton
  const fields = fieldsOf(sent)
  const lines = body(action, fields)
  const used = fields.filter(({ name }) =>
    lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)),
  )
  const parameters = [`${handle}: ${handleType}`, ...payloadOf(used, sent)]
  const line = `    ${keyOf(action)}: async (${parameters.join(', ')}) => {`
  const listed = parameters.map((parameter) => `      ${parameter},\n`).join('')
  const head = line.length <= 100 ? line : `    ${keyOf(action)}: async (\n${listed}    ) => {`
  return `${head}\n${lines.map((line) => `      ${line}\n`).join('')}    },\n`
}

/** The second parameter, where anything is typed. */
function payloadOf(fields: readonly Field[], sent: readonly object[]): readonly string[] {
  if (fields.length === 0) return sent.some(isTyped) ? ['_payload: object'] : []
  const names = fields.map(({ name, type, isOptional }) =>
    isOptional ? `${name} = ${fallbacks[type] ?? '{}'}` : name,
  )
  const types = fields.map(
    ({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type}`,
  )
  const typed = `{ ${names.join(', ')} }: { ${types.join('; ')} }`
  const isShort = typed.length <= 100 - 7
  const listed = types.map((type) => `        ${type}\n`).join('')
  const pattern = names.map((name) => `        ${name},\n`).join('')
  const text = isShort ? typed : `{\n${pattern}      }: {\n${listed}      }`
  return [text]
}

const isTyped = (payload: object) => Object.keys(payload).length > 0

const fallbacks: Readonly<Record<string, string>> = {
  string: "''",
  boolean: 'false',
  number: '0',
  'readonly string[]': '[]',
}

function fieldsOf(sent: readonly object[]): readonly Field[] {
  const types = new Map(
    sent.flatMap((payload) =>
      Object.entries(payload).map(([name, value]) => [name, typeOf(value)] as const),
    ),
  )
  return [...types].map(([name, type]) => ({
    name,
    type,
    isOptional: sent.some((payload) => !(name in payload)),
  }))
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'readonly string[]'
  return typeof value === 'object' ? 'Readonly<Record<string, string>>' : typeof value
}
