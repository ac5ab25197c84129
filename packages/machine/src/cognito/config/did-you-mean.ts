/** The end of a message about a name: the known one that is most similar, if there is one. */
export function didYouMean(name: string, known: Iterable<string>): string {
  let closest: string | undefined
  let most = 0.19
  for (const other of known) {
    const likeness = likenessOf(plain(name), plain(other))
    if (likeness <= most) continue
    most = likeness
    closest = other
  }
  return closest && closest !== name ? `: did you mean "${closest}"?` : ''
}

const plain = (name: string) => name.toLowerCase().replaceAll('_', '')

/** The similarity from 0 to 1: the share of pairs of letters that both have. */
function likenessOf(name: string, other: string): number {
  const pairs = [...name].filter((_, at) => at > 0 && other.includes(name.slice(at - 1, at + 1)))
  return pairs.length / Math.max(name.length, other.length)
}
