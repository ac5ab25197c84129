/**
 * What a compiler does for names of options; many runners of tests only strip types.
 *
 * @throws TypeError that lists the names that nothing reads, and those that there are.
 */
export function rejectUnknown(what: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new TypeError(
    `Nothing reads ${unknown.map((name) => `“${name}”`).join(', ')} in ${what}: there is ${known.join(', ')}.`,
  )
}
