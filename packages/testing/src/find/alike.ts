/** Texts without what differs from app to app: capitals, punctuation, spaces. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * How alike two texts are, from 0 to 1: by their words, and by their pairs of letters for languages that join words or
 * do not separate them.
 */
export function alike(one: string, other: string): number {
  const [a, b] = [plainText(one), plainText(other)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  return Math.max(overlap(a.split(' '), b.split(' ')), 0.9 * overlap(pairsOf(a), pairsOf(b)))
}

/** How alike a text is to the one of several that it is most alike. */
export function likest(text: string, phrases: readonly string[]): number {
  let best = 0
  for (const phrase of phrases) best = Math.max(best, alike(text, phrase))
  return best
}

/** Sørensen and Dice's measure. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  let common = 0
  for (const part of one) {
    const at = left.indexOf(part)
    if (at === -1) continue
    left.splice(at, 1)
    common += 1
  }
  return (2 * common) / (one.length + other.length)
}

function pairsOf(text: string): readonly string[] {
  const letters = [...text.replaceAll(' ', '')]
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
