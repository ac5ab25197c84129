const width = 100

/**
 * A value as TypeScript, in lines of at most 100 characters where that is possible.
 *
 * @param taken how much of its first line is taken, beside the indent.
 */
export function literal(value: unknown, indent = 0, taken = 0): string {
  const inline = inlineOf(value)
  if (indent + taken + inline.length <= width && !isDeep(value)) return inline
  const pad = ' '.repeat(indent + 2)
  const end = ' '.repeat(indent)
  if (Array.isArray(value)) {
    const items = value.map((item) => `${pad}${literal(item, indent + 2, 1)},\n`)
    return `[\n${items.join('')}${end}]`
  }
  if (typeof value !== 'object' || value === null) return inline
  const members = entriesOf(value).map(([key, member]) => {
    const head = `${pad}${keyOf(key)}:`
    if (head.length + 2 > width) return `${head}\n${pad}  ${literal(member, indent + 4, 1)},\n`
    const text = literal(member, indent + 2, keyOf(key).length + 3)
    const line = `${head} ${text},`
    const isTooLong = typeof member === 'string' && line.length > width
    return isTooLong ? `${head}\n${pad}  ${text},\n` : `${line}\n`
  })
  return `{\n${members.join('')}${end}}`
}

/** In single quotes. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`
}

/** Whether something can be said without quotes. */
export function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

export function keyOf(key: string): string {
  return isName(key) ? key : quoted(key)
}

const entriesOf = (value: object) =>
  Object.entries(value).filter(([, member]) => member !== undefined)

const isDeep = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((member) => typeof member === 'object' && member !== null)

function inlineOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(inlineOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = entriesOf(value).map(([key, member]) => `${keyOf(key)}: ${inlineOf(member)}`)
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
}
