import type { Oracle } from '../sight.ts'

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase()

/** What the contract says a screen tells, it tells. */
export const wordsTold: Oracle = ({ words, isPending, look: { texts } }) => {
  if (isPending) return undefined
  const told = texts.map(plain)
  const missing = words.find((word) => !told.some((text) => text.includes(plain(word))))
  return missing === undefined ? undefined : `the screen has to say “${missing}”, and does not`
}
