/** Of JSON in an address, or in JSON. */
const deepest = 2

/** A text as it is, and as it reads where it is from JSON, from an address or from a form. */
export function readingsOf(text: string): readonly string[] {
  // Most texts have no escapes, and every shown text passes here.
  if (!/[\\%+]/.test(text)) return [text]
  const readings = new Set([text])
  for (let depth = 0; depth < deepest; depth += 1)
    for (const reading of [...readings]) for (const read of readers) readings.add(read(reading))
  return [...readings]
}

const controls: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

const fromJson = (text: string) =>
  text.replace(/\\(?:u([\da-fA-F]{4})|(["\\/bfnrt]))/g, (_, hex?: string, sign = '') =>
    hex ? characterOf(hex) : (controls.get(sign) ?? sign),
  )

const fromAddress = (text: string) => text.replace(/(?:%[\da-fA-F]{2})+/g, decoded)

const fromForm = (text: string) => fromAddress(text.replaceAll('+', ' '))

const readers = [fromJson, fromAddress, fromForm]

const characterOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    // Not all of it is UTF-8: what is the same in all encodings can be read.
    return escaped.replace(/%([0-7][\da-fA-F])/g, (_, hex: string) => characterOf(hex))
  }
}
