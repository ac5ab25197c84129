/** The known name that is most similar to `name`, for messages. */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  let closest: string | undefined
  let most = 0.2
  for (const other of known) {
    const likeness = likenessOf(plain(name), plain(other))
    if (likeness <= most) continue
    most = likeness
    closest = other
  }
  return closest
}

const plain = (name: string) => name.toLowerCase().replaceAll('_', '')

/** The similarity from 0 to 1: the share of pairs of letters that both have. */
function likenessOf(name: string, other: string): number {
  const pairs = [...name].filter((_, at) => at > 0 && other.includes(name.slice(at - 1, at + 1)))
  return pairs.length / Math.max(name.length, other.length)
}
